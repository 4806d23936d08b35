"""Faults in a form speak of fields and rows, never of how a file is written."""

import re
import string

import pytest

from generator.checks import CHECKS
from generator.errors import FAULTS, fault
from generator.messages import translator
from generator.web.forms.wording import IN_FORM, in_form

OF_FILES = re.compile(r"\b(?:Add|Write|under|its|or) [a-z_]+:|colon|\bdash\b|on the lines below")
STRUCTURE = [
    id for id in FAULTS if id.partition(".")[0] in ("field", "type", "list", "value", "amount", "date")
]


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    "id", [*STRUCTURE, *(check.id for check in CHECKS), "source.empty", "position.incomplete"]
)
def test_no_fault_of_a_form_speaks_of_how_a_file_is_written(id: str) -> None:
    said = " ".join(message.text for message in in_form(fault(id)))
    assert not OF_FILES.search(said)


@pytest.mark.parametrize("id", sorted(IN_FORM))
def test_what_a_form_says_has_the_values_of_the_fault(id: str) -> None:
    known = names(" ".join(FAULTS[id]))
    assert names(" ".join(IN_FORM[id])) <= known


def test_a_field_that_is_empty_is_asked_for_in_plain_words() -> None:
    message, hint = in_form(fault("field.empty", name="caption", title="Paraksts"))
    assert (message.sentence(translator("lv")), hint.sentence(translator("lv"))) == ("Šis ir jāaizpilda.", "")


def test_other_faults_are_said_as_everywhere() -> None:
    one = fault("date.impossible", value="31.31.2012.")
    assert in_form(one) == (one.message, one.hint)
