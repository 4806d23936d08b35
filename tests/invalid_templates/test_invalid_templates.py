"""Every fault of a template has its place and its mend, in both languages."""

import pytest

from tests.invalid_templates import CASES, HERE, LANGUAGES, faults_of, said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_what_is_said_is_what_is_expected(case: str, lang: str) -> None:
    assert said(case, lang) == (HERE / f"{case}.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_case_is_refused(case: str) -> None:
    assert faults_of(case)


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
