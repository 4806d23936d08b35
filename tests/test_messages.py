"""The Latvian catalogue: complete, current, and gentle to placeholders."""

import os
import re
import string
import subprocess
import sys
from datetime import date

import pytest

from generator.errors import FAULTS, Message, fault
from generator.messages import LANGUAGES, catalogue, translator
from tests import refresh_messages

STORED = refresh_messages.sentences(refresh_messages.stored())
EXTRACTED = refresh_messages.sentences(refresh_messages.extracted())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_of_the_package_is_translated():
    assert [id for id in EXTRACTED if id not in STORED or not STORED[id].string] == []


def test_the_catalogue_holds_no_sentence_that_the_package_does_not_have():
    assert [id for id in STORED if id not in EXTRACTED] == []
    assert not refresh_messages.stored().obsolete


def test_no_translation_is_only_a_guess():
    assert [id for id, message in STORED.items() if message.fuzzy] == []


def test_placeholders_are_the_same_in_both_languages():
    differing = [
        id for id, one in STORED.items() if "{" in id and placeholders(id) != placeholders(str(one.string))
    ]
    assert differing == []


def test_latvian_sentences_use_latvian_quotation_marks_in_pairs():
    wrong = [one.string for one in STORED.values() if set(str(one.string)) & set("“‟«»")]
    unpaired = [one.string for one in STORED.values() if re.sub("[^„”]", "", one.string).replace("„”", "")]
    assert (wrong, unpaired) == ([], [])


def test_latvian_sentences_end_as_the_english_ones_do():
    differing = [
        (id, one.string)
        for id, one in STORED.items()
        if (id[-1] in ".?:") != (str(one.string)[-1] in ".?:") or str(one.string).strip() != one.string
    ]
    assert differing == []


def test_the_compiled_catalogue_is_what_babel_makes_of_the_written_one():
    assert catalogue("lv").read_bytes() == refresh_messages.mo_bytes(refresh_messages.updated())


def test_the_written_catalogue_is_as_the_refresher_writes_it():
    assert refresh_messages.PO.read_bytes() == refresh_messages.po_text(refresh_messages.updated())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentences_of_every_fault_can_be_formed(lang):
    class Anything(dict):
        def __missing__(self, name):
            return name

    translate = translator(lang)
    for pair in FAULTS.values():
        for sentence in pair:
            assert translate(sentence).format_map(Anything())


def test_english_is_the_source_itself():
    assert translator("en")("Any sentence.") == "Any sentence."


def test_latvian_comes_from_the_catalogue_and_unknown_sentences_stay():
    translate = translator("lv")
    assert translate("Check the day and the month.") == "Pārbaudiet dienu un mēnesi."
    assert translate("Never seen before.") == "Never seen before."
    assert translate("") == ""


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(ValueError, match="et"):
        translator("et")


def test_the_refresher_does_not_run_in_ci():
    run = subprocess.run(
        [sys.executable, refresh_messages.__file__], env=os.environ | {"CI": "true"}, capture_output=True
    )
    assert run.returncode == 1
    assert b"not by CI" in run.stderr


def test_a_date_in_a_sentence_is_written_as_the_language_writes_it() -> None:
    one = fault("date.order", start=date(2012, 8, 31), end=date(2012, 8, 1))
    assert "(01.08.2012.)" in one.message.sentence(translator("lv"))
    assert "1 August 2012" in one.message.sentence(translator("en"))


def test_a_sentence_that_ends_in_a_date_has_one_stop() -> None:
    message = Message("Until {day}.", {"day": date(2012, 8, 31)})
    assert message.sentence(translator("lv")) == "Until 31.08.2012."
    assert Message("And so on ...").sentence() == "And so on ..."
