"""Every faulty workbook says what is wrong, at which cell, and how to mend it, in both languages."""

from string import Formatter

import pytest

from generator.errors import FAULTS, IN_CELLS
from tests.invalid_workbooks import CASES, HERE, LANGUAGES, faults_of, said, twin


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_faulty_workbook_is_told_in_full(name: str, lang: str) -> None:
    assert said(name, lang) == twin(name, lang).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_at_fault(name: str) -> None:
    assert faults_of(name)


def test_every_twin_has_a_case() -> None:
    twins = {path.name for path in HERE.glob("*.txt")}
    assert twins == {twin(name, lang).name for name in CASES for lang in LANGUAGES}


ELSEWHERE = {
    "workbook.bytes": "needs a file of 20 MB: tests/test_cli_workbooks.py",
    "row.circle": "groups in groups: tests/tripfiles/test_row_trees.py",
    "cell.too-long": "found when a workbook is written: tests/tripfiles/test_converting.py",
    "cell.unfit": "found when a workbook is written: tests/tripfiles/test_converting.py",
}


def test_every_fault_of_workbooks_has_a_case() -> None:
    told = {one.id for name in CASES for one in faults_of(name)}
    known = {
        id for id in FAULTS if id.startswith(("workbook.", "sheet.", "column.", "row.", "rows.", "cell."))
    }
    assert known - told == set(ELSEWHERE)


@pytest.mark.parametrize("id", IN_CELLS)
def test_what_is_said_of_a_cell_is_said_of_the_same_values(id: str) -> None:
    def named(sentences: tuple[str, str]) -> set[str]:
        return {name for text in sentences for _, name, _, _ in Formatter().parse(text) if name}

    assert named(IN_CELLS[id]) <= named(FAULTS[id])
    assert IN_CELLS[id] != FAULTS[id]
