"""Running text as Latvian typography wants it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.latvian import (
    LatvianStyle,
    format_date,
    format_money,
    format_period,
    format_time,
    typeset,
)
from generator.latvian.style import DEFAULT
from generator.latvian.typography import _compiled, _rules
from tests.latvian.tables import rows

PIECES = st.sampled_from(
    ["2012.gada ", "31.augustā", "Nr.", "5", "-", " - ", "Ls ", "24415.44", "100%", '"', "„", "”", " "]
    + ["01.04.2012", "plkst.", "9:30", "km", "u.c.", "\u00a0", "3.", "aktivitāte", "http://a.lv/1-2 "]
    + ["x", "1/2a", "A.", "Stecs"]
)

SIGNS = st.sampled_from(
    ["u. c.", "v. tml.", "t.", "p.k", "Kr. ", "Dz.", "A. ", "Bērzs", "ES.", "SIA ", "nr. ", "ā", "- ", " -"]
    + ["  ", "--", "\u202f", ".", ",", "/", "\n", "www.x.lv", "a@b.lv", "x.lv", "«", "»", "“", "\U000f0000"]
)


@given(st.lists(PIECES | SIGNS).map("".join))
def test_a_rule_mends_only_texts_that_hold_what_it_needs(text: str) -> None:
    for needs, pattern, _ in _rules(DEFAULT):
        assert any(sign in text for sign in needs) or not _compiled(pattern).search(text)


@pytest.mark.parametrize("typed", [typed for typed, _ in rows("typeset")])
def test_a_rule_mends_only_known_texts_that_hold_what_it_needs(typed: str) -> None:
    for needs, pattern, _ in _rules(DEFAULT):
        assert any(sign in typed for sign in needs) or not _compiled(pattern).search(typed)


@pytest.mark.parametrize(("typed", "expected"), rows("typeset"))
def test_typed_text_is_mended(typed, expected):
    assert typeset(typed) == expected


@pytest.mark.parametrize(("typed", "expected"), rows("typeset"))
def test_mended_text_stays_as_it_is(typed, expected):
    assert typeset(expected) == expected


@given(st.lists(PIECES, max_size=12).map("".join))
def test_typesetting_twice_is_typesetting_once(text):
    assert typeset(typeset(text)) == typeset(text)


@given(st.lists(PIECES | SIGNS, max_size=8).map("".join))
def test_a_text_is_typeset_the_same_wherever_it_stands(text):
    assert typeset(f"7\n{text}") == f"7\n{typeset(text)}"


@given(st.text())
def test_no_text_breaks_typesetting(text):
    assert typeset(typeset(text)) == typeset(text)


@pytest.mark.parametrize("text", ["\U000f0000", "\U000f0001 http://a.lv", '"\U000f0000" www.a.lv'])
def test_signs_of_private_use_stay(text):
    assert typeset(text) == text.replace('"', "„", 1).replace('"', "”", 1)


@pytest.mark.parametrize(
    "text",
    [
        format_money(Decimal("24415.44")),
        format_money(Decimal("-5.5"), "EUR"),
        format_date(date(2012, 8, 31)),
        format_date(date(2012, 8, 31), "numeric"),
        format_period(date(2012, 8, 30), date(2012, 8, 31)),
        format_period(date(2012, 4, 1), date(2013, 1, 31), "numeric"),
        format_time(time(9, 30)),
    ],
)
def test_what_the_formatters_write_is_typeset_already(text):
    assert typeset(text) == text


@pytest.mark.parametrize(("quotes", "expected"), [("“”", "“a”"), ("«»", "«a»"), ("„”", "„a”")])
def test_the_style_chooses_the_quotes(quotes, expected):
    assert typeset('"a"', style=LatvianStyle(quotes=quotes)) == expected
