"""Coverage, fallback and shaping with the shipped fonts."""

import subprocess
import sys
from itertools import chain
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.frame import Glyph
from layout.resources import resource
from layout.text.fonts import Fonts

BODY = ("BIZUDPGothic-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
DISPLAY = ("NotoSerifJP-Black", "NotoSansJP-Black", "BIZUDGothic-Bold")
KATSU_VARIANT = "葛\U000e0100"
PROSE = (
    "マイナンバー制度に反対します。個人情報をひもづけないでください（2024年12月2日、約1,118件）。"
    "〒100-0001 東京都千代田区〇〇1-2-3　髙橋・山﨑・塚󠄁本　TEL 03(1234)5678　"
    "「情報漏えい」は止まらない!?　……いったい、だれのための制度でしょうか？　～100％"
)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(resource("fonts"))


def characters(codec: str) -> str:
    """Every character of the codec; half-width voice marks, which join a kana, left out."""
    codes = (bytes(c for c in (a, b) if c) for a in range(0xFD) for b in range(0xFD))
    found = {char for code in codes for char in code.decode(codec, "ignore")}
    return "".join(sorted(found - {char for char in found if not is_plain(char)}))


def is_plain(char: str) -> bool:
    return category(char) not in ("Cc", "Co", "Mn") and char not in "\uff9e\uff9f\u00ad"


def described(glyphs: tuple[Glyph, ...]) -> list[tuple[str, str]]:
    return [(glyph.face.partition("-")[0], glyph.text) for glyph in glyphs]


def test_every_character_of_the_standards_is_drawn_by_the_body_chain(fonts: Fonts) -> None:
    text = characters("cp932") + characters("shift_jis_2004")
    lacking = {text[index] for index in fonts.missing(text, BODY)}
    assert len(set(text)) > 11_000
    assert lacking == {"⦅", "⦆"}


@pytest.mark.parametrize("chain_", [BODY, DISPLAY])
def test_a_glyph_is_the_one_its_font_maps_the_character_to(
    fonts: Fonts, chain_: tuple[str, ...]
) -> None:
    text = characters("cp932")
    glyphs = fonts.shape(text, chain_)
    assert [glyph.text for glyph in glyphs] == list(text)
    for glyph in glyphs:
        assert glyph.gid == fonts.face(glyph.face).gid(ord(glyph.text)), glyph
        assert glyph.advance == fonts.face(glyph.face).advance(glyph.gid)


def test_a_quotation_mark_does_not_depend_on_the_letter_before_it(fonts: Fonts) -> None:
    after_kana, after_latin = (fonts.shape(f'{c}"', DISPLAY)[1] for c in "あA")
    assert after_kana.gid == after_latin.gid == fonts.face(DISPLAY[0]).gid(ord('"'))


def test_the_first_face_that_has_it_sets_a_character(fonts: Fonts) -> None:
    assert described(fonts.shape("あ字A𠮷", BODY)) == [
        ("BIZUDPGothic", "あ"),
        ("BIZUDGothic", "字"),
        ("BIZUDPGothic", "A"),
        ("NotoSansJP", "𠮷"),
    ]


def test_a_character_beyond_the_first_plane_is_one_glyph(fonts: Fonts) -> None:
    (glyph,) = fonts.shape("𠮷", BODY)
    assert glyph.text == "\U00020bb7"
    assert glyph.gid == fonts.face("NotoSansJP-Regular").gid(0x20BB7)
    assert "BIZUDGothic-Regular" not in fonts.covering(0x20BB7)
    assert "NotoSansJP-Bold" in fonts.covering(0x20BB7)


@pytest.mark.parametrize("face", ["BIZUDGothic-Bold", "NotoSansJP-Bold", "NotoSerifJP-Bold"])
def test_a_variation_sequence_is_one_glyph_of_its_own(fonts: Fonts, face: str) -> None:
    (glyph,) = fonts.shape(KATSU_VARIANT, (face,))
    (plain,) = fonts.shape("葛", (face,))
    assert glyph.text == KATSU_VARIANT
    assert glyph.gid != plain.gid


def test_a_variant_is_sought_along_the_chain(fonts: Fonts) -> None:
    rare = "邉\U000e0109"
    assert not fonts.face("BIZUDGothic-Regular").has_variation(ord("邉"), 0xE0109)
    chosen = [glyph.face for glyph in fonts.shape(rare, BODY)]
    has = fonts.face("NotoSansJP-Regular").has_variation(ord("邉"), 0xE0109)
    assert chosen == ["NotoSansJP-Regular" if has else "BIZUDGothic-Regular"]


def test_an_unknown_selector_is_swallowed_not_drawn(fonts: Fonts) -> None:
    text = "葛\U000e01ef城"
    glyphs = fonts.shape(text, BODY)
    assert [glyph.text for glyph in glyphs] == ["葛\U000e01ef", "城"]
    assert glyphs[0].gid == fonts.face("BIZUDGothic-Regular").gid(ord("葛"))
    assert fonts.missing(text, BODY) == ()


@pytest.mark.parametrize("family", ["BIZUDGothic-Regular", "NotoSerifJP-Bold", "NotoSansJP-Bold"])
def test_signs_and_name_kanji_are_in_every_family(fonts: Fonts, family: str) -> None:
    assert fonts.missing("髙﨑〒①㈱～―塚神福靖隆", (family,)) == ()


def test_kana_with_a_combining_mark_is_composed(fonts: Fonts) -> None:
    composed, decomposed = fonts.shape("が", BODY), fonts.shape("か\u3099", BODY)
    assert [glyph.gid for glyph in composed] == [glyph.gid for glyph in decomposed]
    assert decomposed[0].text == "か\u3099"
    (nasal,) = fonts.shape("か\u309a", BODY)  # no code point of its own: JIS X 0213 1-4-87
    assert nasal.gid not in (0, composed[0].gid)


def test_a_word_with_rare_letters_stays_in_one_face(fonts: Fonts) -> None:
    assert described(fonts.shape("Việt Nam", BODY))[:4] == [
        ("NotoSansJP", letter) for letter in "Việt"
    ]
    assert {face for face, _ in described(fonts.shape("São Paulo, Atenção", BODY))} == {
        "BIZUDPGothic"
    }


def test_what_no_face_has_is_named_by_its_index(fonts: Fonts) -> None:
    assert fonts.missing("はい☑😀\U000e0100。\n字", BODY) == (2, 3)
    assert fonts.missing("", BODY) == ()


def test_invisible_signs_draw_nothing_but_stay_in_the_text(fonts: Fonts) -> None:
    text = "\u200b「あ\u2060い\u00ad」"
    glyphs = fonts.shape(text, BODY)
    assert len(glyphs) == 4
    assert "".join(glyph.text for glyph in glyphs) == text
    (blank,) = fonts.shape("\u200b", BODY)
    assert (blank.text, blank.advance) == ("\u200b", 0.0)


def test_proportional_spacing_keeps_its_offsets(fonts: Fonts) -> None:
    (solid,) = fonts.shape("「", ("NotoSansJP-Bold",))
    (proportional,) = fonts.shape("「", ("NotoSansJP-Bold",), ("palt",))
    assert (solid.advance, solid.dx) == (1.0, 0.0)
    assert proportional.advance == pytest.approx(0.5, abs=0.01)
    assert proportional.dx == pytest.approx(-0.485, abs=0.01)


def test_kerning_is_applied_only_when_asked_for(fonts: Fonts) -> None:
    face = ("NotoSansJP-Bold",)
    plain = [glyph.advance for glyph in fonts.shape("AVTo", face)]
    kerned = [glyph.advance for glyph in fonts.shape("AVTo", face, ("kern",))]
    assert plain == [fonts.face(face[0]).advance(g.gid) for g in fonts.shape("AVTo", face)]
    assert sum(kerned) < sum(plain)


def test_nothing_is_kerned_across_faces(fonts: Fonts) -> None:
    alone = fonts.shape("T", ("NotoSansJP-Bold",), ("kern",))
    mixed = fonts.shape("ToT", ("NotoSansJP-Bold",), ("kern",))
    assert alone[0].advance > mixed[0].advance
    parted = fonts.shape("A𠮷", ("BIZUDGothic-Bold", "NotoSansJP-Bold"), ("kern", "palt"))
    (whole,) = fonts.shape("𠮷", ("NotoSansJP-Bold",), ("kern", "palt"))
    assert (parted[1].gid, parted[1].advance) == (whole.gid, whole.advance)


@pytest.mark.parametrize("chain_", [BODY, DISPLAY])
@pytest.mark.parametrize("features", [(), ("palt", "kern")])
def test_joined_glyph_text_is_the_text_of_prose(
    fonts: Fonts, chain_: tuple[str, ...], features: tuple[str, ...]
) -> None:
    assert "".join(glyph.text for glyph in fonts.shape(PROSE, chain_, features)) == PROSE
    assert fonts.missing(PROSE, chain_) == ()


AWKWARD = st.sampled_from(
    [
        *"あガ漢A1 、「々ệx\n𠮷☑",
        "\u3099",
        "\u309a",
        "\u0301",
        "\ufe00",
        "\U000e0100",
        "\u200b",
        "葛",
    ]
)


@settings(max_examples=300, deadline=None)
@given(text=st.lists(AWKWARD, max_size=12).map("".join), palt=st.booleans())
def test_joined_glyph_text_is_the_text_whatever_it_is(text: str, palt: bool) -> None:
    fonts = Fonts(resource("fonts"))
    glyphs = fonts.shape(text, BODY, ("palt",) if palt else ())
    assert "".join(glyph.text for glyph in glyphs) == text
    visible = {index for index, char in enumerate(text) if char == "☑"}
    assert visible <= set(fonts.missing(text, BODY))


def test_measures_are_those_of_the_em_box(fonts: Fonts) -> None:
    for id in fonts.ids():
        face = fonts.face(id)
        assert face.ascent == pytest.approx(0.88, abs=0.001), id
        assert face.descent == pytest.approx(-0.12, abs=0.001), id
        assert 0.7 < face.cap_height < 0.8, id
        assert 0.5 < face.x_height < 0.6, id


def test_an_instance_is_as_wide_and_named_as_its_weight(fonts: Fonts) -> None:
    regular, black = fonts.face("NotoSansJP-Regular"), fonts.face("NotoSansJP-Black")
    gid = regular.gid(ord("A"))
    assert gid is not None
    assert regular.advance(gid) < black.advance(gid)
    assert black.postscript_name == "NotoSansJP-Black"


def test_kanji_beside_proportional_kana_are_the_full_family_s(fonts: Fonts) -> None:
    for weight in ("Regular", "Bold"):
        points = fonts.face(f"BIZUDPGothic-{weight}").code_points()
        kanji = [p for p in chain(range(0x3400, 0xA000), range(0x20000, 0x30000)) if p in points]
        assert not kanji
        assert {*map(ord, "あアＡA1、。「」・")} <= points


def test_the_build_path_loads_no_heavy_font_library() -> None:
    code = "import sys, layout.text.fonts; print('fontTools' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_an_apostrophe_within_a_word_is_not_set_on_a_full_width_cell(fonts: Fonts) -> None:
    """The quotation marks about a word are the Japanese ones and keep their cells."""
    chain = ("BIZUDPGothic-Latin-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
    glyphs = fonts.shape("’don’t’’", chain)
    assert [glyph.advance < 0.5 for glyph in glyphs if glyph.text == "’"] == [
        False,
        True,
        False,
        False,
    ]
    (only,) = fonts.shape("a’b", ("BIZUDGothic-Regular",))[1:2]
    assert only.advance == 1.0


@pytest.mark.parametrize("face", ["BIZUDGothic-Regular", "NotoSansJP-Regular", "NotoSerifJP-Bold"])
def test_a_dash_in_japanese_text_is_full_width(fonts: Fonts, face: str) -> None:
    """JLREQ A.8; some faces draw — for Latin text, shorter, and ― for Japanese."""
    for text in ("国—国", "国——国", "国———国", "——a"):
        dashes = [glyph for glyph in fonts.shape(text, (face,)) if "—" in glyph.text]
        assert "".join(glyph.text for glyph in dashes) == "—" * text.count("—")
        assert sum(glyph.advance for glyph in dashes) == pytest.approx(text.count("—"))
    long = fonts.face(face).gid(ord("―"))
    assert long not in [glyph.gid for glyph in fonts.shape("word—word", (face,))]
