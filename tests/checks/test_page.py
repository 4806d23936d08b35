"""The page of the checks tells what the checks are."""

from tests.checks.page import PAGE, written


def test_the_tables_of_the_page_are_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == written()
