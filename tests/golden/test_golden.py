"""The documents of the golden trips say what they said; `make golden` accepts a change that was meant."""

from pathlib import Path

import pytest

from tests.golden import FOLDER, texts

TEXTS = texts()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_document_says_what_it_said(path: Path) -> None:
    assert TEXTS[path] == path.read_text(encoding="utf-8")


def test_no_golden_text_is_left_over() -> None:
    assert sorted(FOLDER.glob("*.*.txt")) == sorted(TEXTS)
