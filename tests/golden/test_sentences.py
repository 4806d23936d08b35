"""The sheet of sentences says what it said: what a template can produce changes only where it was meant."""

from tests.sentences import SHEET, sheet


def test_the_templates_produce_the_sentences_of_the_sheet() -> None:
    assert sheet() == SHEET.read_text(encoding="utf-8")
