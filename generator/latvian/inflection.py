"""All forms of a word, a name or a phrase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.latvian.grammar import (
    CASES,
    GENDERS,
    KINDS,
    NUMBERS,
    Forms,
    case_index,
    not_empty,
    one_of,
)
from generator.latvian.paradigms import Paradigm
from generator.latvian.persons import begins_name, name_start, person
from generator.latvian.phrases import phrase
from generator.latvian.style import DEFAULT, LatvianStyle
from generator.latvian.tokens import tokens


@dataclass(frozen=True, slots=True)
class Inflection:
    """All forms of a text: two numbers with five cases each, in the order of CASES.

    A number that the text does not have is None, and so is a case of a reflexive noun that does
    not exist. `number` is the number of the text, or the one asked for; `gender` is that of its
    head; `doubt` names the cases where the rules had to choose and no given form decides.
    """

    text: str
    singular: Forms | None
    plural: Forms | None
    gender: str
    number: str
    doubt: frozenset[str]

    @property
    def certain(self) -> bool:
        """Whether no form had to be chosen: False asks a person to give the forms."""
        return not self.doubt

    def form(self, case: str, number: str | None = None) -> str:
        """Return one form; raises BadValue `form.missing`, `case.unknown` or `option.unknown`.

        >>> inflect("vienošanās").form("accusative")
        'vienošanos'
        """
        wanted = number or self.number
        one_of(wanted, NUMBERS)
        forms = self.singular if wanted == "singular" else self.plural
        found = forms[case_index(case)] if forms else None
        if found is None:
            raise BadValue("form.missing", value=self.text, case=case, number=wanted)
        return found


def inflect(
    text: str,
    *,
    kind: str | None = None,
    gender: str | None = None,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> Inflection:
    """Return all forms of a text that is given in the nominative.

    `kind` is "place", "person" or "noun"; `gender` and `number` settle what the endings leave open
    (a person's gender, a plural name), and `number` is also the number that `form` returns.
    `forms` wins over the rules: its keys are cases ("genitive") or cases with a number ("genitive
    plural"). Only the head of a phrase declines, with what agrees with it; genitives before it,
    quoted names and prepositional tails after it stay. Raises BadValue `text.empty`,
    `option.unknown`. Source: Latviešu valodas gramatika 2015.

    >>> inflect("Daugavpils pilsētas dome").form("dative")
    'Daugavpils pilsētas domei'
    >>> inflect("Jānis Briedis", kind="person").certain
    False
    >>> inflect("Kārlis Briedis", kind="person", forms={"genitive": "Kārļa Brieža"}).certain
    True
    """
    if forms:
        return _inflected(text, kind, gender, number, forms, style)
    return _by_rules(text, kind, gender, number, style)


@lru_cache(maxsize=512)
def _by_rules(
    text: str, kind: str | None, gender: str | None, number: str | None, style: LatvianStyle
) -> Inflection:
    """Return the forms of a text to which none are given: checks and documents ask for the same."""
    return _inflected(text, kind, gender, number, {}, style)


def _inflected(
    text: str,
    kind: str | None,
    gender: str | None,
    number: str | None,
    forms: Mapping[str, str],
    style: LatvianStyle,
) -> Inflection:
    """Return all forms of a text, with the given ones in their places."""
    for value, known in ((kind, KINDS), (gender, GENDERS), (number, NUMBERS)):
        if value is not None:
            one_of(value, known)
    found = _paradigm(not_empty(text), kind, gender, number, style)
    own = number or found.number
    given = {("nominative", found.number): text.strip()} | _given(forms, own)
    return Inflection(
        text=text.strip(),
        singular=_overridden(found.singular, given, "singular"),
        plural=_overridden(found.plural, given, "plural"),
        gender=found.gender,
        number=own,
        doubt=found.doubt - {case for case, count in given if count == own},
    )


def decline(
    text: str,
    case: str,
    *,
    kind: str | None = None,
    gender: str | None = None,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return one form of `inflect`; raises BadValue as `inflect` and `Inflection.form` do.

    >>> decline("Attīstības pārvaldes vadītājs Aleksejs Stecs", "dative", kind="person")
    'Attīstības pārvaldes vadītājam Aleksejam Stecam'
    >>> decline("Saldus", "locative", kind="place")
    'Saldū'
    >>> decline("dalībnieks", "dative", number="plural")
    'dalībniekiem'
    """
    found = inflect(text, kind=kind, gender=gender, number=number, forms=forms, style=style)
    return found.form(case)


@lru_cache(maxsize=1024)
def _paradigm(
    text: str, kind: str | None, gender: str | None, number: str | None, style: LatvianStyle
) -> Paradigm:
    """Return what the rules and the word lists say."""
    if kind == "person" or (kind is None and _names_a_person(text)):
        return person(text, gender, style)
    return phrase(text, gender, number, kind == "place")


def _names_a_person(text: str) -> bool:
    """Tell whether a text ends in a first name or an initial and a surname, or is a first name."""
    whole = tokens(text)
    start = name_start(whole)
    return (
        (start < len(whole) - 1 or len(whole) == 1 > start)
        and not text.isupper()
        and begins_name(whole[start])
    )


def _given(forms: Mapping[str, str], own: str) -> dict[tuple[str, str], str]:
    """Return the given forms by case and number; raises BadValue for a key that is neither."""
    given = {}
    for key, form in forms.items():
        case, _, number = key.partition(" ")
        one_of(case, CASES)
        one_of(number or own, NUMBERS)
        given[case, number or own] = form
    return given


def _overridden(forms: Forms | None, given: Mapping[tuple[str, str], str], number: str) -> Forms | None:
    """Return the forms of a number with the given ones in their places."""
    if forms is None and not any(count == number for _, count in given):
        return None
    ruled = forms or (None,) * len(CASES)
    return tuple(given.get((case, number), form) for case, form in zip(CASES, ruled, strict=True))
