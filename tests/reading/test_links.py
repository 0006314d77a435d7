"""What of a contact becomes a link, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.document import Text
from layout.reading.links import mail, telephone, web
from layout.reading.part import LINK, Part


def targets(parts: tuple[Part, ...]) -> list[str]:
    return [part.target for part in parts if part.role == LINK]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("03-5842-5611", ["tel:0358425611"]),
        ("０３－５８４２－５６１１", ["tel:0358425611"]),
        ("03(5842)5611（代表）", ["tel:0358425611"]),
        ("0120-000-000 / 090-0000-0000", ["tel:0120000000", "tel:09000000000"]),
        ("0358425611", ["tel:0358425611"]),
        ("+81-3-5842-5611", ["tel:+81358425611"]),
        ("03-5842-5611 内線12", ["tel:0358425611"]),
        ("平日 10-17時", []),
        ("2024-10-01", []),
        ("javascript:alert(1)", []),
        ("", []),
    ],
)
def test_telephone_numbers(typed: str, found: list[str]) -> None:
    parts = telephone(Text(typed))
    assert targets(parts) == found
    assert "".join(part.text for part in parts) == typed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("info@example.jp", ["mailto:info@example.jp"]),
        ("a+b%c?d&e@example.co.jp", ["mailto:a+b%25c%3Fd%26e@example.co.jp"]),
        ("info@example", []),
        ("info@example.jp まで", []),
        ("info@example.jp?bcc=x@y.z", []),
        ("javascript:a@b.c", []),
    ],
)
def test_addresses_for_mail(typed: str, found: list[str]) -> None:
    assert targets(mail(Text(typed))) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("https://example.jp/", ["https://example.jp/"]),
        ("HTTP://Example.JP/A?b=c#d", ["http://example.jp/A?b=c#d"]),
        ("www.example.jp", ["https://www.example.jp/"]),
        ("https://example.jp/署名", ["https://example.jp/%E7%BD%B2%E5%90%8D"]),
        ("https://example.jp/100%", ["https://example.jp/100%25"]),
        ("javascript:alert(1)", []),
        ("javascript://example.jp/%0aalert(1)", []),
        ("data:text/html,x", []),
        ("https://good.jp@evil.jp/", []),
        ("//evil.jp/", []),
        ("https://example.jp/ をご覧ください", []),
    ],
)
def test_addresses_of_the_web(typed: str, found: list[str]) -> None:
    assert targets(web(Text(typed))) == found


@given(st.text())
def test_whatever_is_typed_is_kept_and_leads_nowhere_else(typed: str) -> None:
    for make in (telephone, mail, web):
        parts = make(Text(typed))
        assert "".join(part.text for part in parts) == typed
        for target in targets(parts):
            assert target.startswith(("tel:", "mailto:", "https://", "http://"))
            assert target.isascii()
            assert not set(target) & set(' "<>\\^`{|}')
