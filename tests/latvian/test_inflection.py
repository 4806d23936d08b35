"""Words, names, places and phrases in all their cases."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValue
from generator.latvian import agree, decline, from_place, in_place, inflect, to_place
from generator.latvian.lexicon import known_places
from tests.latvian.tables import forms, rows

CASES = ("nominative", "genitive", "dative", "accusative", "locative")


@pytest.mark.parametrize(("singular", "plural"), rows("nouns"))
def test_a_noun_in_both_numbers(singular, plural):
    word = (forms(singular)[0] or forms(plural)[0]) if singular != "–" else forms(plural)[0]
    found = inflect(word)
    assert list(found.plural) == forms(plural)
    assert (found.singular is None) if singular == "–" else (list(found.singular) == forms(singular))
    assert found.certain


@pytest.mark.parametrize(("town", "number"), rows("towns"))
def test_a_town_of_latvia(town, number):
    found = inflect(forms(town)[0], kind="place")
    assert [found.form(case) for case in CASES] == forms(town)
    assert found.number == number
    assert found.certain


def test_all_towns_of_latvia_are_in_the_table():
    assert len(rows("towns")) == 81


@pytest.mark.parametrize(("gender", "place", "name"), rows("names"))
def test_a_persons_name(gender, place, name):
    other = {"masculine": "Jānis Ozols", "feminine": "Anna Ozola"}[gender].split()
    written = forms(name)[0]
    text = f"{written} {other[1]}" if place == "first" else f"{other[0]} {written}"
    found = inflect(text, kind="person", gender=gender)
    first = inflect(other[0], kind="person", gender=gender)
    surname = inflect(other[1], kind="person", gender=gender)
    for case, form in zip(CASES, forms(name), strict=True):
        whole = f"{form} {surname.form(case)}" if place == "first" else f"{first.form(case)} {form}"
        assert found.form(case) == whole
    assert found.certain


@pytest.mark.parametrize(("kind", "phrase"), rows("phrases"))
def test_a_phrase_declines_by_its_head(kind, phrase):
    found = inflect(forms(phrase)[0], kind=None if kind == "-" else kind)
    assert [found.form(case) for case in CASES] == forms(phrase)
    assert found.certain


@pytest.mark.parametrize(("place", "to", "within", "away"), rows("directions"))
def test_directions_of_a_place(place, to, within, away):
    assert (to_place(place), in_place(place), from_place(place)) == (to, within, away)


@pytest.mark.parametrize(("number", "words", "case", "preposition", "expected"), rows("counts"))
def test_a_number_agrees_with_its_words(number, words, case, preposition, expected):
    given_preposition = None if preposition == "-" else preposition
    assert agree(Decimal(number), words, case=case, preposition=given_preposition) == expected


@pytest.mark.parametrize("place", known_places())
def test_every_known_place_is_certain_and_complete(place):
    found = inflect(place, kind="place")
    assert found.certain
    assert found.form("nominative") == place
    assert all(found.form(case) for case in CASES)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Jānis Briedis", {"kind": "person"}),
        ("Uldis Zutis", {"kind": "person"}),
        ("Visvaldis Lāms", {"kind": "person"}),
        ("J. Liepa", {"kind": "person"}),
        ("John Smith", {"kind": "person"}),
        ("Ilze Kalns", {"kind": "person", "gender": "feminine"}),
        ("Anna Dimā", {"kind": "person"}),
        ("Kabali", {"kind": "place"}),
        ("Zemgalis", {"kind": "place"}),
        ("telpu noma un dalībnieku ēdināšana", {}),
    ],
)
def test_what_the_rules_cannot_decide_is_said_to_be_uncertain(text, options):
    assert not inflect(text, **options).certain


@pytest.mark.parametrize(
    ("place", "gender", "number"),
    [
        ("Rēzekne", "feminine", "singular"),
        ("Tukums", "masculine", "singular"),
        ("Talsi", "masculine", "plural"),
        ("Cēsis", "feminine", "plural"),
        ("Daugavpils", "feminine", "singular"),
        ("Tartu", "feminine", "singular"),
    ],
)
def test_a_place_tells_its_gender_and_number_for_the_words_that_agree(place, gender, number):
    found = inflect(place, kind="place")
    assert (found.gender, found.number) == (gender, number)


def test_a_first_name_alone_declines_as_a_name():
    assert decline("Gatis", "genitive") == "Gata"


def test_a_position_without_a_name_keeps_its_own_gender():
    assert decline("projekta vadītājs", "dative", kind="person", gender="feminine") == "projekta vadītājam"


def test_given_forms_win_and_settle_the_doubt():
    found = inflect("Jānis Briedis", kind="person", forms={"genitive": "Jāņa Brieda"})
    assert found.form("genitive") == "Jāņa Brieda"
    assert found.form("dative") == "Jānim Briedim"
    assert found.certain


def test_given_forms_may_name_their_number():
    found = inflect("gads", forms={"genitive plural": "gadu", "locative": "gadā"})
    assert found.form("genitive", "plural") == "gadu"


def test_a_gender_given_settles_an_initial():
    assert decline("J. Liepa", "dative", kind="person", gender="masculine") == "J. Liepam"
    assert inflect("J. Liepa", kind="person", gender="masculine").certain


def test_a_number_given_settles_a_name_in_i():
    assert decline("Kabali", "locative", kind="place", number="plural") == "Kabalos"
    assert decline("Kabali", "locative", kind="place", number="singular") == "Kabali"


def test_a_reflexive_noun_says_that_it_has_no_dative():
    with pytest.raises(BadValue) as refused:
        decline("vienošanās", "dative")
    assert refused.value.fault.id == "form.missing"


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (lambda: decline("dome", "vocative"), "case.unknown"),
        (lambda: inflect("dome", kind="thing"), "option.unknown"),
        (lambda: inflect("dome", gender="neuter"), "option.unknown"),
        (lambda: inflect("dome", forms={"vocative": "dome"}), "option.unknown"),
        (lambda: inflect(" "), "text.empty"),
        (lambda: to_place(""), "text.empty"),
        (lambda: agree(5, ""), "text.empty"),
        (lambda: agree(5, "lats", preposition="priekš"), "option.unknown"),
        (lambda: agree(5.0, "lats"), "number.float"),
        (lambda: inflect("Talsi").form("genitive", "singular"), "form.missing"),
    ],
)
def test_what_cannot_be_declined_is_refused(call, fault):
    with pytest.raises(BadValue) as refused:
        call()
    assert refused.value.fault.id == fault


TEXTS = st.text(st.sampled_from("aābcdeēgijkļmnoprsšstuūzž AS.-„”()1,") | st.characters(), min_size=1)


@given(TEXTS, st.sampled_from([None, "place", "person", "noun"]))
def test_no_text_breaks_inflection_and_the_nominative_stays(text, kind):
    if text.strip():
        assert inflect(text, kind=kind).form("nominative") == text.strip()
