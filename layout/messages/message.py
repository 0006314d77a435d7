"""What is said about one problem code, in both languages."""

from layout.values import NamedTuple


class Message(NamedTuple):
    """The words for one problem code.

    ``ja`` and ``en`` are sentences with ``{argument}`` names, ``hint_*`` remedies (may be
    empty), ``about_*`` what ``explain CODE`` prints: cause and remedy in a few plain sentences.
    Both languages name the same arguments.
    """

    ja: str
    en: str
    hint_ja: str = ""
    hint_en: str = ""
    about_ja: str = ""
    about_en: str = ""
