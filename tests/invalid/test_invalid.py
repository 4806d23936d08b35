"""Every invalid trip file says what is wrong, where, and how to mend it, in both languages."""

import pytest

from generator.errors import FAULTS
from tests.invalid.refresh import CASES, HERE, LANGUAGES, said, twin

assert CASES, f"no cases in {HERE}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_an_invalid_file_is_told_in_full(case: str, lang: str) -> None:
    assert said(case, lang) == twin(case, lang).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_case_is_at_fault(case: str) -> None:
    assert said(case, "en")


def test_every_twin_has_a_case() -> None:
    twins = {path.name for path in HERE.glob("*.txt")}
    assert twins == {twin(case, lang).name for case in CASES for lang in LANGUAGES}


READERS = (
    "file.", "yaml.", "format.", "field.", "type.", "path.", "picture.", "project.", "id.", "list.",
    "position.", "earlier.", "currency.sign", "vat.unreadable", "document.date", "document.duplicate",
)  # fmt: skip
ELSEWHERE = {
    "file.unreadable": "needs a file that may not be read: tests/tripfiles/test_files.py",
    "file.bytes": "needs a file of 40 MB: tests/tripfiles/test_files.py",
    "file.too-large": "needs a file of 5 MB: tests/tripfiles/test_files.py",
    "picture.bytes": "the file is refused before it is read; tests/test_images.py",
    "picture.damaged": "found when a picture is decoded: tests/test_images.py",
    "type.time": "only from a program: tests/tripfiles/test_mapping.py",
    "type.number": "only from a program: tests/tripfiles/test_mapping.py",
    "type.answer": "only from a program: tests/tripfiles/test_mapping.py",
    "format.unknown": "of the command line",
    "earlier.faulty": "of a trip of the same workbook: tests/tripfiles/test_siblings.py",
    "earlier.date": "a rule: tests/checks/examples.py",
}


def test_every_fault_of_the_readers_has_a_case() -> None:
    shown = "".join(said(case, "en") for case in CASES)
    known = {id for id in FAULTS if id.startswith(READERS)}
    assert {id for id in known if f"[{id}]" not in shown and f"[{id}, " not in shown} == set(ELSEWHERE)
