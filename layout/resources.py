"""Where the folders ``data`` and ``fonts`` are, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``data/folds.yaml`` or ``fonts``.

    A wheel carries both folders inside the package; a checkout has them beside it.
    """
    packed = _PACKAGE / "_shipped" / name
    return packed if packed.exists() else _PACKAGE.parent / name
