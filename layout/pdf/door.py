"""The one place where ReportLab is imported.

``pdfdoc`` imports Pillow on the way, which costs a build 25 ms; it is needed there only for
bitmaps that ReportLab draws, and it draws none here.  Unless Pillow has been imported already,
an empty module stands in for it meanwhile, and is gone afterwards.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["pdfdoc"]


def _import_pdfdoc() -> object:
    names = ("PIL", "PIL.Image")
    missing = [name for name in names if name not in sys.modules]
    if "PIL" in missing:
        package, image = (ModuleType(name) for name in names)
        package.Image = image  # type: ignore[attr-defined]
        sys.modules.update(zip(names, (package, image), strict=True))
    try:
        from reportlab.pdfbase import pdfdoc
    finally:
        if "PIL" in missing:
            for name in names:
                del sys.modules[name]
    return pdfdoc


if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc
else:
    pdfdoc = _import_pdfdoc()
