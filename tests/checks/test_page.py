"""The page of the checks tells what the checks are."""

import re

import pytest

from generator.checks import CHECKS, Check
from tests.checks.page import LATVIAN, PAGE, written


def test_the_tables_of_the_page_are_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_titles_and_sources_are_latvian_or_the_names_of_regulations(check: Check) -> None:
    assert LATVIAN(check.title) != check.title
    assert not re.search(r"\b(?:the|of|and|an?|is|are|by|to)\b", LATVIAN(check.source))
