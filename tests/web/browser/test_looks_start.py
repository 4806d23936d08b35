"""The first page before the judges, in every state."""

from __future__ import annotations


def test_the_first_page(page, judge) -> None:
    judge(page, "start")


def test_the_first_page_in_english(page, judge) -> None:
    page.get_by_role("button", name="English").click()
    judge(page, "start-english")
