"""Every faulty workbook says what is wrong, at which cell, and how to mend it, in both languages."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from generator.errors import CARRIED_IN_CELLS, FAULTS, IN_CELLS
from generator.model import Trip
from generator.model.records import Record
from generator.tripfiles.fields import record_of
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


# -- no word of YAML in a workbook -----------------------------------------------------------------
def _field_names(record: type[Record], seen: frozenset[type[Record]] = frozenset()) -> Iterator[str]:
    for name, info in record.model_fields.items():
        yield name
        inner = record_of(info.annotation)
        if inner is not None and inner not in seen:
            yield from _field_names(inner, seen | {inner})


_FIELDS = "|".join(sorted(set(_field_names(Trip))))
_OF_YAML = re.compile(
    rf"\b(?:under|[Aa]dd|[Ww]rite|its|or|in) (?:{_FIELDS}):"
    r"|name: value|[Cc]olon\b|\bdash\b|lines below|\bfields?\b|YAML"
)
_ELSEWHERE = ("yaml.", "template.", "markup.", "kind.", "theme.", "setting.", "usage.", "format.", "zip.")
NEVER_IN_A_CELL = {
    "cell.case": "the colon is that of a cell",
    "cell.unfit": "tells where the trip can be kept instead",
    "cell.too-long": "tells where the trip can be kept instead",
    "field.misspelt": "columns have faults of their own",
    "field.unknown": "columns have faults of their own",
    "file.not-mapping": "how a YAML file begins",
    "form.missing": "said of a template",
    "project.suffix": "a workbook holds its projects",
    "serve.port-taken": "said of the page",
    "source.no-trips": "said of a source of a batch",
    "type.text": "a cell holds a text",
    "type.group": "a cell holds a text",
    "type.list": "a cell of several texts is a list",
    "type.date": "a cell holds a text",
    "type.time": "a cell holds a text",
    "type.number": "a cell holds a text",
}


def test_what_speaks_of_yaml_has_other_words_in_a_workbook_or_is_never_said_there() -> None:
    yaml = {
        id
        for id, sentences in FAULTS.items()
        if not id.startswith(_ELSEWHERE) and any(_OF_YAML.search(one) for one in sentences)
    }
    assert yaml - IN_CELLS.keys() == NEVER_IN_A_CELL.keys()


@pytest.mark.parametrize(
    "sentence", [*(one for pair in IN_CELLS.values() for one in pair), *CARRIED_IN_CELLS.values()]
)
def test_the_words_of_a_workbook_do_not_speak_of_yaml(sentence: str) -> None:
    assert not _OF_YAML.search(sentence)
