"""Cleaning of texts: what goes, what stays, and where it stood."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.hygiene import clean, joint, needs_cleaning


def codes(text: str) -> list[tuple[str, int]]:
    return [(found.code, found.at) for found in clean(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "普通の文。",
        "a b",
        "葛\U000e0100飾区",
        "𠮷野家",
        "한국어",
        "Ελλάδα",
        "(1,118件)",
        "①㈱～―…—‐",
        "一行\n二行",
        "塚\ufa10",
        "☎\ufe0e",
        "e^x ± 5°",
    ],
)
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).findings == ()
    assert clean(text).origins == tuple(range(len(text)))


@pytest.mark.parametrize(
    ("typed", "text", "findings"),
    [
        ("か\u3099", "が", [("text-composed", 0)]),
        ("は\u309aん", "ぱん", [("text-composed", 0)]),
        ("e\u0301a\u0302\u0323", "éậ", [("text-composed", 0), ("text-composed", 2)]),
        ("x\u0301", "x\u0301", []),
        ("ｶ\u3099", "ｶﾞ", [("text-composed", 0), ("text-halfwidth-kana", 0)]),
        ("ｶﾅとｶﾅ", "ｶﾅとｶﾅ", [("text-halfwidth-kana", 0), ("text-halfwidth-kana", 3)]),
        ("a\u200bb", "ab", [("text-invisible", 1)]),
        ("a\xa0b", "a b", [("text-space", 1)]),
        ("a\tb", "a b", [("text-space", 1)]),
        ("日\u2028本", "日本", [("text-line-separator", 1)]),
        ("a\u2028b", "a b", [("text-line-separator", 1)]),
        ("a\r\nb\rc", "a\nb\nc", []),
        ("  a  \n\n  b \n", "a\nb", []),
        ("\u202eabc", "abc", [("text-bidi-control", 0)]),
        ("אב גד", "אב גד", [("text-right-to-left", 0), ("text-right-to-left", 3)]),
        ("\ud842x", "x", [("text-invisible", 0)]),
        ("👨\u200d👩", "👨👩", [("text-invisible", 1)]),
    ],
)
def test_what_is_changed_and_told(typed: str, text: str, findings: list[tuple[str, int]]) -> None:
    assert clean(typed).text == text
    assert codes(typed) == findings


def test_the_quick_look_misses_nothing() -> None:
    """Every code point alone between two letters: the slow way changes only what it finds."""
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if not needs_cleaning(f"あ{char}い"):
            category = unicodedata.category(char)
            assert category not in ("Cc", "Cf", "Cs", "Zl", "Zp") or char == "\n"
            assert category != "Zs" or char in " \u3000"
            assert unicodedata.bidirectional(char) not in ("R", "AL")
            assert not unicodedata.combining(char) or "\u302a" <= char <= "\u302f"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    once = clean(typed).text
    assert clean(once).text == once


@given(st.text(st.sampled_from("あか\u3099\u309aｶe\u0301\u200b\xa0\n \u3000\u2028a漢\u202e")))
def test_every_character_knows_where_it_came_from(typed: str) -> None:
    cleaned = clean(typed)
    assert len(cleaned.origins) == len(cleaned.text)
    assert list(cleaned.origins) == sorted(cleaned.origins)
    for char, origin in zip(cleaned.text, cleaned.origins, strict=True):
        source = typed[origin]
        alike = unicodedata.normalize("NFD", char)[0] == unicodedata.normalize("NFD", source)[0]
        assert alike or char == " " or (char in "ﾞﾟ" and source in "\u3099\u309a\u309b\u309c")


@given(st.text(st.characters(categories=["Lo"]), min_size=1))
def test_names_are_never_normalised(typed: str) -> None:
    """Letters without marks stay what they are, whatever NFC and NFKC would do with them."""
    if not any(unicodedata.combining(char) for char in typed):
        kept = [char for char in typed if char not in "\u115f\u1160\u3164\uffa0"]
        assert clean(typed).text == "".join(kept)


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("日", "本", ""),
        ("日", "a", ""),
        ("a", "日", ""),
        ("a", "b", " "),
        ("。", "a", ""),
        ("가", "나", " "),
        ("é", "e", " "),
        ("…", "―", ""),
        ("”", "“", " "),
        ("…", "a", " "),
        ("", "a", ""),
    ],
)
def test_what_a_folded_line_break_leaves(before: str, after: str, left: str) -> None:
    assert joint(before, after) == left
