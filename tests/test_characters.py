"""Characters that cannot be drawn are told by name; those that can are drawn as they should."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from layout.build import Request, build
from layout.characters import FONT_EXIT, check_characters
from layout.messages import sentences
from layout.problems import LeafletError, Problem
from layout.resources import resource
from layout.scripts import INSTEAD, SCRIPTS, runs
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.load.leaflets import HEAD, reading
from tests.outside import run

FONTS = Fonts(resource("fonts"))
MINCHO = ("NotoSerifJP-Bold", "NotoSansJP-Bold")
GOTHIC = ("BIZUDPGothic-Latin-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
IVS = "\U000e0100"


def checked(path: Path, text: str, theme: Theme, fonts: Fonts = FONTS) -> Sequence[Problem]:
    """What is said of a text in the fifth place of a leaflet: errors or notes."""
    body = f"notation: true\nbody:\n  - section:\n      text: '{text}'\n"
    outcome = reading(path / "leaflet.yaml", HEAD + body)
    assert outcome.loaded is not None
    try:
        return check_characters(outcome.loaded.leaflet, theme, fonts)
    except LeafletError as error:
        return error.problems if error.exit_code == FONT_EXIT else ()


def arguments(found: Problem) -> dict[str, str]:
    return dict(found.arguments)


@pytest.mark.parametrize(
    ("text", "code", "run_", "writing"),
    [
        ("ご案内：สวัสดีชาวโลก。", "script-missing", "สวัสดีชาวโลก", "Thai"),
        ("नमस्ते दुनिया です", "script-missing", "नमस्ते दुनिया", "Nepali or Hindi"),
        ("本部 مرحبا بالعالم まで", "script-right-to-left", "مرحبا بالعالم", "Arabic or Persian"),
        ("שלום", "script-right-to-left", "שלום", "Hebrew"),
        ("뷁어", "script-missing", "뷁", "Korean"),
        ("龘です", "kanji-missing", "龘", "traditional Chinese"),
        ("\U00030edd", "kanji-missing", "\U00030edd", "a very rare ideograph"),
    ],
)
def test_a_writing_is_named_once_with_its_place_and_remedy(
    tmp_path: Path, calm: Theme, text: str, code: str, run_: str, writing: str
) -> None:
    found = [each for each in checked(tmp_path, text, calm) if each.severity == "error"]
    assert [each.code for each in found] == [code]
    told = arguments(found[0])
    assert (told["character"], told["writing"]) == (run_, writing)
    assert told["code_point"].startswith(f"U+{ord(run_[0]):04X}")
    assert found[0].source.line == 8
    assert found[0].source.column == len("      text: '") + text.index(run_) + 1
    for language in ("ja", "en"):
        sentence, hint = sentences(found[0], language)
        assert run_ in sentence
        assert "{" not in sentence + hint
        assert told.get("font", "") in hint
    assert writing in sentences(found[0], "en")[0]
    assert writing not in sentences(found[0], "ja")[0]


@pytest.mark.parametrize(
    ("text", "sign", "instead"),
    [
        ("☑ 賛成", "☑", "□"),
        ("📞 03-1234-5678", "📞", "TEL"),
        ("署名を❤\ufe0fで", "❤", "♥"),
        ("✊ともに", "✊", "■"),
        ("👍🏽", "👍🏽", "■"),
        ("🇯🇵です", "🇯🇵", "-"),
        ("H₂O", "₂", "2"),
        ("😀", "😀", "-"),
    ],
)
def test_a_sign_is_told_once_with_what_to_write_instead(
    tmp_path: Path, calm: Theme, text: str, sign: str, instead: str
) -> None:
    (found,) = checked(tmp_path, text, calm)
    assert found.code == "glyph-missing"
    assert (arguments(found)["character"], arguments(found)["instead"]) == (sign, instead)


@pytest.mark.parametrize("chain", [MINCHO, GOTHIC])
def test_what_is_suggested_can_be_drawn_and_what_it_replaces_cannot(chain: tuple[str, ...]) -> None:
    for sign, plain in INSTEAD.items():
        assert FONTS.missing(sign, chain) == (0,), sign
        assert FONTS.missing(plain, chain) == (), plain


@pytest.mark.parametrize(
    "text", ["☎\ufe0e 03", "☎\ufe0f 03", "①\ufe0f", "葛城市", "Ⅳ ½ ² ℡ ㈱ ㎡ ｱﾞ"]
)
def test_selectors_of_emoji_are_passed_over_in_silence(
    tmp_path: Path, calm: Theme, text: str
) -> None:
    notes = checked(tmp_path, text, calm)
    assert not notes


def test_a_variant_that_no_face_has_is_noted_with_its_place(tmp_path: Path, calm: Theme) -> None:
    assert checked(tmp_path, f"葛{IVS}飾区の辻{IVS}さん、髙﨑塚神さん", calm) == ()
    (note,) = checked(tmp_path, "名前は国\U000e01efさん", calm)
    assert (note.code, note.severity) == ("variant-missing", "note")
    assert note.source[1:] == (8, len("      text: '") + 4)
    assert arguments(note)["selector"] == "U+E01EF"


def test_chinese_without_its_mark_is_noted_and_with_it_is_not(tmp_path: Path, calm: Theme) -> None:
    (note,) = checked(tmp_path, "中国語：我们反对", calm)
    assert (note.code, note.severity) == ("language-unmarked", "note")
    assert arguments(note)["character"] == "们对"
    assert note.source.column == len("      text: '") + 6
    assert "{zh-Hans:…}" in sentences(note, "ja")[1]
    assert checked(tmp_path, "中国語：{zh-Hans:我们反对}", calm) == ()
    assert checked(tmp_path, "韓国語：우리는 반대합니다", calm) == ()


def test_runs_cover_what_was_missing_and_no_letter_besides() -> None:
    text = "aสวัส ดีb☑☑नc"
    indexes = [i for i, char in enumerate(text) if char not in "abc "]
    found = list(runs(text, indexes))
    assert [text[start:stop] for start, stop in found] == ["สวัส ดี", "☑", "☑", "न"]
    assert list(runs(text, [])) == []


def test_every_writing_that_cannot_be_set_has_a_name_in_both_languages() -> None:
    for script in SCRIPTS.values():
        assert script.en.isascii()
        assert not script.ja.isascii()
        assert script.right_to_left == (not script.font)


def test_a_font_added_for_a_language_serves_it(tmp_path: Path) -> None:
    """A line with a language in an index is all it takes: no theme has to name the face."""
    shutil.copy(resource("fonts") / "NotoSansKR.ttf", tmp_path / "mine.ttf")
    (tmp_path / "index.tsv").write_text(
        "id\tfile\tnumber\taxes\tfamily\tstyle\tlicence\tlanguage\n"
        "Mine-Regular\tmine.ttf\t0\twght=400\tMine\tRegular\t-\tko\n"
        "Plain-Regular\tmine.ttf\t0\twght=400\tPlain\tRegular\t-\t-\n",
        encoding="utf-8",
    )
    fonts = Fonts(tmp_path)
    assert fonts.missing("가", ("Plain-Regular",)) == ()
    assert [glyph.face for glyph in fonts.shape("가", ("Plain-Regular",), language="ko")] == [
        "Mine-Regular"
    ]


MIXED = {
    "Vietnamese": "{vi:Chúng tôi phản đối chế độ My Number: thông tin của 120.000.000 người.}",
    "decomposed": "{vi:Chu\u0301ng to\u0302i pha\u0309n đo\u0302\u0301i vie\u0323\u0302c đó.}",
    "Portuguese": "{pt-BR:Não à integração forçada das informações de saúde!}",
    "Korean": "{ko:우리는 개인정보의 통합에 반대합니다.}",
    "Chinese": "{zh-Hans:我们反对强制使用个人号码，直接关系到骨干。}",
    "English": "{en:International organisations recommend independent administration.}",
    "names": f"葛{IVS}飾区の辻{IVS}さん、髙橋さん、山﨑さん、𠮷野さん、塚田さん、神谷さん。",
}


@pytest.mark.outside("pdftotext")
def test_the_whole_road_from_the_file_to_the_copied_text(tmp_path: Path) -> None:
    body = "".join(f"  - section:\n      text: '{text}'\n" for text in MIXED.values())
    path = tmp_path / "leaflet.yaml"
    path.write_text(f"{HEAD}notation: true\nbody:\n{body}", encoding="utf-8")
    built = build(Request(path, fold="a4-half"))
    assert {each.code for each in built.problems if each.severity != "note"} <= {"panel-empty"}
    for made in built.made:
        pdf = tmp_path / f"{made.edition}.pdf"
        pdf.write_bytes(made.data)
        read = re.sub(r"\s", "", run("pdftotext", "-raw", pdf, "-"))
        for kind, text in MIXED.items():
            if kind == "decomposed":
                text = "{vi:Chúng tôi phản đối việc đó.}"
            plain = re.sub(r"^\{[^:]*:|\}$|\s", "", text)
            assert plain in read, kind
