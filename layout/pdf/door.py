"""The one place where ReportLab is imported.

``pdfdoc`` imports on the way what only other parts of ReportLab use: Pillow for the bitmaps it
draws (25 ms), and an evaluator of expressions that brings the syntax tree, ``inspect`` and more
(8 ms).  It draws no bitmap and evaluates nothing here.  Unless they have been imported already,
modules without contents stand in for them meanwhile, and are gone afterwards.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["pdfdoc"]


_STAND_INS = {
    "PIL": ("Image",),
    "PIL.Image": (),
    "reportlab.lib.rl_safe_eval": (
        "rl_safe_exec",
        "rl_safe_eval",
        "safer_globals",
        "rl_extended_literal_eval",
    ),
}
"""The modules and the names that are imported from them."""


def _import_pdfdoc() -> object:
    missing = [name for name in _STAND_INS if name not in sys.modules]
    if "PIL" not in missing or "reportlab.lib.utils" in sys.modules:
        from reportlab.pdfbase import pdfdoc

        return pdfdoc
    for name in missing:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(dict.fromkeys(_STAND_INS[name]))
    try:
        from reportlab.pdfbase import pdfdoc
    finally:
        for name in missing:
            del sys.modules[name]
    return pdfdoc


if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc
else:
    pdfdoc = _import_pdfdoc()
