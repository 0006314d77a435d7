"""The files of ``data/`` that are made from the table of fields.

``python -m layout.generated`` writes them anew after the table has changed.
"""

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


if __name__ == "__main__":
    for name, text in generated().items():
        resource("data").joinpath(name).write_bytes(text.encode("utf-8"))
