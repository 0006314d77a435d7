"""The files of ``data/`` that are made from the table of fields, and the designers' guide.

``python -m layout.generated`` writes them anew after a table has changed.
"""

from layout.guide import renewed
from layout.resources import resource
from layout.schema import schema_text
from layout.start import start


def generated() -> dict[str, str]:
    """The text of every generated file by its name in ``data/``."""
    return {
        "leaflet.schema.json": schema_text(),
        "new.ja.yaml": start("ja"),
        "new.en.yaml": start("en"),
    }


GUIDE = resource("data").parent / "docs" / "themes.ja.md"
"""Only a checkout has it."""

if __name__ == "__main__":
    GUIDE.write_bytes(renewed(GUIDE.read_text(encoding="utf-8")).encode("utf-8"))
    for name, text in generated().items():
        resource("data").joinpath(name).write_bytes(text.encode("utf-8"))
