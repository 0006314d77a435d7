"""Faces that stand in for others: which one is taken, in which weight, how large."""

from unicodedata import normalize

import pytest

from layout.frame import Glyph
from layout.geometry import Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.matching import written_as
from layout.text.paragraph import Span, prepare, set_paragraph
from tests.text.setting import BODY

FONTS = Fonts(resource("fonts"))
REGULAR = ("BIZUDPGothic-Latin-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
BOLD = ("BIZUDPGothic-Bold", "BIZUDGothic-Bold", "NotoSansJP-Bold")
SERIF = ("NotoSerifJP-Black", "NotoSansJP-Black")

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
PORTUGUESE = "aáâãàbcçdeéêfghiíjklmnoóôõpqrstuúüvwxyz"
SENTENCES = {
    "vi": "Chúng tôi phản đối chế độ My Number: thông tin cá nhân của 120.000.000 người (2024).",
    "pt": "Não à integração forçada! Informações de saúde não são do Estado; são nossas.",
}


def faces(glyphs: tuple[Glyph, ...]) -> set[str]:
    return {glyph.face for glyph in glyphs}


def ink(glyph: Glyph) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a glyph as it is drawn, in ems of the text."""
    face = FONTS.face(glyph.face)
    box = face.font.get_glyph_extents(glyph.gid)
    by = glyph.scale / face.upem
    left, top = glyph.inset + glyph.dx + box.x_bearing * by, glyph.dy + box.y_bearing * by
    return left, left + box.width * by, top + box.height * by, top


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("chain", [REGULAR, BOLD, SERIF])
@pytest.mark.parametrize("alphabet", [VIETNAMESE, PORTUGUESE])
def test_every_letter_is_drawn(alphabet: str, chain: tuple[str, ...], form: str) -> None:
    text = normalize(form, alphabet + alphabet.upper())
    assert FONTS.missing(text, chain) == ()
    glyphs = FONTS.shape(text, chain)
    assert "".join(glyph.text for glyph in glyphs) == text
    assert all(glyph.gid for glyph in glyphs)
    assert len(faces(glyphs)) == 1
    composed = FONTS.shape(normalize("NFC", text), chain)
    assert [glyph.gid for glyph in glyphs] == [glyph.gid for glyph in composed]


@pytest.mark.parametrize("chain", [REGULAR, BOLD, SERIF])
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_set_from_one_face(language: str, chain: tuple[str, ...]) -> None:
    (face,) = faces(FONTS.shape(SENTENCES[language], chain))
    assert face == (chain[-1] if language == "vi" and chain != SERIF else chain[0])


def test_japanese_beside_a_foreign_sentence_keeps_its_face() -> None:
    glyphs = FONTS.shape("制度はViệt Namと2024年に", REGULAR)
    by_text = {glyph.text: glyph.face for glyph in glyphs}
    assert by_text["制"] == by_text["と"] == "BIZUDGothic-Regular"
    assert by_text["N"] == by_text["V"] == by_text["ệ"] == "NotoSansJP-Regular"
    assert by_text["4"] == "BIZUDPGothic-Latin-Regular"


def test_words_that_no_face_has_together_stay_whole_by_themselves() -> None:
    """Noto lacks ǿ, BIZ lacks ệ: no face has both words."""
    rare = next(
        chr(point)
        for point in sorted(FONTS.face(BOLD[1]).code_points())
        if 0x1E00 > point > 0x17F and chr(point).isalpha() and point < 0x250
        if not FONTS.face(BOLD[2]).has(point)
    )
    glyphs = FONTS.shape(f"a{rare}a Việt", BOLD)
    assert {glyph.face for glyph in glyphs[:3]} == {"BIZUDPGothic-Bold"}
    assert {glyph.face for glyph in glyphs[4:]} == {"NotoSansJP-Bold"}


@pytest.mark.parametrize("chain", [REGULAR, BOLD])
def test_a_kanji_of_another_face_is_as_large_and_keeps_its_cell(chain: tuple[str, ...]) -> None:
    """Measured on glyphs that both faces have, drawn for a variant only the later one has."""
    lent, rare = "永国東語鷹", "𠮷"
    assert not FONTS.face(chain[1]).has(ord(rare))
    (stranger,) = FONTS.shape(rare, chain)
    assert (stranger.face, stranger.advance) == (chain[2], 1.0)
    own = [ink(glyph) for glyph in FONTS.shape(lent, chain)]
    as_lent = [
        ink(glyph._replace(scale=stranger.scale, inset=stranger.inset, dy=stranger.dy))
        for glyph in FONTS.shape(lent, (chain[2],))
    ]
    for low, high in ((0, 1), (2, 3)):
        sizes = [sum(box[high] - box[low] for box in boxes) / 5 for boxes in (own, as_lent)]
        middles = [sum(box[high] + box[low] for box in boxes) / 10 for boxes in (own, as_lent)]
        assert sizes[1] == pytest.approx(sizes[0], rel=0.015)
        assert middles[1] == pytest.approx(middles[0], abs=0.012)


@pytest.mark.parametrize("chain", [REGULAR, BOLD])
def test_letters_of_another_face_are_as_high(chain: tuple[str, ...]) -> None:
    x, *_ = FONTS.shape("x", chain)
    lent = FONTS.shape("xệx", chain)[0]
    assert (x.face, lent.face) == (chain[0], chain[2])
    assert ink(lent)[3] == pytest.approx(ink(x)[3], rel=0.02)
    plain = FONTS.face(lent.face)
    assert lent.advance == pytest.approx(plain.advance(lent.gid) * lent.scale)


def test_nothing_is_scaled_in_the_faces_a_style_asks_for() -> None:
    for chain in (REGULAR, BOLD, SERIF):
        glyphs = FONTS.shape("制度かなABC12、。—…é", chain)
        assert {glyph.scale for glyph in glyphs} == {1.0}


def test_no_scale_is_beyond_its_limits_and_signs_that_join_keep_their_size() -> None:
    text = "𠮷ệ한们─━⦅→"
    for chain in (REGULAR, BOLD, SERIF, ("NotoSerifJP-Bold", *REGULAR)):
        for glyph in FONTS.shape(text, chain):
            assert 0.92 <= glyph.scale <= 1.08
            assert glyph.scale == 1.0 or glyph.text in "𠮷ệ한们"


def test_bold_type_never_falls_back_to_regular_where_there_is_a_bold() -> None:
    careless = ("BIZUDGothic-Bold", "NotoSansJP-Regular")
    assert faces(FONTS.shape("𠮷", careless)) == {"NotoSansJP-Bold"}
    assert faces(FONTS.shape("𠮷한们", ("NotoSerifJP-Black", "BIZUDGothic-Regular"))) == {
        "NotoSerifJP-Black",
        "NotoSansKR-Black",
        "NotoSansSC-Black",
    }
    asked = ("BIZUDGothic-Regular", "NotoSansJP-Bold")
    assert faces(FONTS.shape("𠮷", asked)) == {"NotoSansJP-Bold"}


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("ko-KR", "ko"),
        ("vi", "vi"),
    ],
)
def test_a_language_is_written_as(language: str, found: str) -> None:
    assert written_as(language) == found


def test_marked_chinese_is_set_from_the_chinese_face() -> None:
    """Unified ideographs look otherwise in Chinese: 直 has its own form, also in marked text."""
    text = "直接骨们，2024"
    marked = FONTS.shape(text, REGULAR, language="zh-Hans")
    assert [glyph.face for glyph in marked[:5]] == ["NotoSansSC-Regular"] * 5
    assert faces(marked[5:]) == {REGULAR[0]}
    assert faces(FONTS.shape("直接骨", REGULAR)) == {"BIZUDGothic-Regular"}
    assert faces(FONTS.shape("直接骨", REGULAR, language="zh-Hant")) == {"BIZUDGothic-Regular"}


def test_korean_is_set_from_the_korean_face_marked_or_not() -> None:
    for language in ("", "ko", "ko-KR"):
        glyphs = FONTS.shape("개인정보 보호", BOLD, language=language)
        assert {glyph.face for glyph in glyphs if glyph.text != " "} == {"NotoSansKR-Bold"}
    kanji = FONTS.shape("憲法", BOLD, language="ko")
    assert faces(kanji) == {"BIZUDGothic-Bold"}


def test_the_standards_of_korea_and_china_are_covered() -> None:
    codes = [bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF)]
    hangul = "".join(code.decode("euc_kr", "ignore") for code in codes)
    hanzi = "".join(code.decode("gb2312", "ignore") for code in codes)
    hangul = "".join(char for char in hangul if "가" <= char <= "힣")
    hanzi = "".join(char for char in hanzi if "一" <= char <= "鿿")
    assert (len(hangul), len(hanzi)) == (2350, 6763)
    assert FONTS.missing(hangul + hanzi, REGULAR) == ()
    assert faces(FONTS.shape(hanzi, REGULAR, language="zh-Hans")) == {"NotoSansSC-Regular"}


def test_faces_of_languages_are_not_opened_for_japanese() -> None:
    fonts = Fonts(resource("fonts"))
    fonts.shape("個人番号ABC、Việt 𠮷", REGULAR)
    assert not [id for id in fonts._faces if "KR" in id or "SC" in id]


def test_a_run_is_as_large_as_its_face_is_set() -> None:
    style = BODY._replace(faces=REGULAR)
    (line,) = set_paragraph(prepare((Span("国𠮷国", style),), style, FONTS), (9,), Pt(10.0))
    assert [run.face for run in line.runs] == [REGULAR[1], REGULAR[2], REGULAR[1]]
    first, stranger, last = line.runs
    assert first.size == last.size == 10.0
    assert 10.1 < stranger.size < 10.8
    assert last.x == 20.0
    assert stranger.x == pytest.approx(10.0 + (10.0 - stranger.size) / 2)
    assert line.width == 30.0


def test_on_a_vertical_line_a_scaled_kanji_stays_in_the_middle() -> None:
    own, stranger = FONTS.shape("国𠮷", REGULAR, direction="ttb")
    assert (own.advance, stranger.advance) == (1.0, 1.0)
    assert stranger.dy == own.dy == 0.0
    assert stranger.inset == pytest.approx((1.0 - stranger.scale) / 2)
