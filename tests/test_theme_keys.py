"""The table of what a theme can say, held to what the forms really read."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from layout.artwork.library import read_artwork
from layout.blocks import _FORMS, Chapter
from layout.build import schemes
from layout.document import KINDS
from layout.load import load, load_theme
from layout.panels import compose
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.theme import Theme
from layout.themecheck import check_theme
from layout.themekeys import ANY, FORM, GIVEN, sections
from layout.themes import FILE, shipped_themes

LEAFLETS = (
    resource("data/mynumber.yaml"),
    Path(__file__).parent / "leaflets" / "allkinds.yaml",
    Path(__file__).parent / "leaflets" / "long.yaml",
)
Reads = dict[str, dict[str, set[str]]]


class Recording(dict[str, object]):
    """The settings of a form, which remember what is asked of them: what must be there (it is
    taken at once) and what need not (it is asked for first)."""

    def __init__(self, values: object, taken: set[str], asked: set[str]) -> None:
        super().__init__(values)  # type: ignore[call-overload]
        self.taken, self.asked = taken, asked

    def __getitem__(self, key: str) -> object:
        self.taken.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)


def recording(theme: Theme, reads: Reads) -> Theme:
    kinds = [name.removeprefix(FORM) for name in sections() if name.startswith(FORM)]
    forms = {
        kind: Recording(theme.forms[kind], reads[kind]["taken"], reads[kind]["asked"])
        for kind in theme.forms
    }
    assert set(theme.forms) <= set(kinds)
    return theme._replace(forms=forms)


def unusual(folder: Path) -> Path:
    """The sample without flags, its signs with long labels."""
    text = resource("data/mynumber.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^ *flag: .*\n", "", text)
    text = re.sub(r"(?m)^( *)(ask: .*)$", r"\1\2\n\1label: 一つ目の質問", text)
    path = folder / "unusual.yaml"
    path.write_text(text, "utf-8")
    return path


def ornate(theme: Theme) -> Theme:
    """A theme with everything that it may have, where it has chapters."""
    if "chapter" not in theme.forms:
        return theme
    chapter = {**theme.forms["chapter"], "head-art": theme.drawings[0], "art-height": 1.0}
    return theme._replace(forms={**theme.forms, "chapter": chapter})


@pytest.fixture(scope="module")
def reads(fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> Reads:
    """What the forms of all themes ask for in leaflets that have every kind of block."""
    found: Reads = defaultdict(lambda: {"taken": set(), "asked": set()})
    leaflets = (*LEAFLETS, unusual(tmp_path_factory.mktemp("unusual")))
    for name in shipped_themes():
        theme = ornate(load_theme(resource("data/themes") / name / FILE))
        theme = recording(theme, found)
        for path in leaflets:
            leaflet = load(path).leaflet
            artwork = read_artwork(leaflet, theme, path.parent).found
            compose(leaflet, schemes()["a3-half"], theme, fonts, artwork=artwork)
    return found


def test_what_the_forms_read_is_in_the_table(reads: Reads) -> None:
    unknown = [
        f"{kind}.{key}"
        for kind, read in reads.items()
        for key in read["taken"] | read["asked"]
        if sections()[FORM + kind].key(key) is None and sections()["block"].key(key) is None
    ]
    assert sorted(unknown) == []


def test_what_is_in_the_table_is_read(reads: Reads) -> None:
    unread = [
        f"{kind}.{key.key}"
        for kind, read in reads.items()
        for key in sections()[FORM + kind].keys
        if key.key not in read["taken"] | read["asked"] | {ANY}
    ]
    assert sorted(unread) == []


@pytest.mark.parametrize("name", shipped_themes())
def test_the_houses_themes_have_no_fault(name: str, fonts: Fonts) -> None:
    assert check_theme(resource("data/themes") / name / FILE, fonts.ids()) == ()


def test_what_must_be_there_is_taken_and_what_need_not_is_asked_for(reads: Reads) -> None:
    for kind, read in reads.items():
        if kind != "artwork":
            keys = sections()[FORM + kind].keys
            assert {each.key for each in keys if each.needed} & read["asked"] == set(), kind
            free = {each.key for each in keys if not each.needed and each.usual != GIVEN}
            assert free <= read["asked"], kind


def test_the_forms_of_a_kind_are_in_the_table() -> None:
    """Every look that a kind can wear, the one that stands where a theme says nothing first."""
    for block, forms in _FORMS.items():
        name = "chapter" if block is Chapter else kind_names[block]
        key = {each.key: each for each in sections()[FORM + name].keys}.get("form")
        assert key is not None, name
        assert key.words == tuple(forms)
        assert key.usual == key.words[0]
        known = {form for each in sections()[FORM + name].keys for form in each.forms}
        assert known <= set(forms)


kind_names = {block: name for name, block in KINDS.items()}
