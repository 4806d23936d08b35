"""Rules of the Latvian in the data: names that the documents decline, and the spelling of free text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from generator.checks.rule import Check, Found, error, information, warning
from generator.errors import GIVE_FORMS, N_, Message
from generator.latvian import LatvianStyle, inflect, typeset
from generator.latvian.grammar import NBSP
from generator.model.records import Beneficiary, Journey, Name, Project, Report
from generator.model.texts import Texts, Written

# -- names that the documents decline -----------------------------------------------------------
GOVERNED: Final = "governed"
"""The accusative after "uz", "par" or "ar", which is the dative in the plural."""


class _Declined(NamedTuple):
    """A name of the data, and the cases in which the documents write it."""

    field: str
    text: str
    forms: Mapping[Any, str] | None
    cases: tuple[str, ...]
    kind: str | None = None


def _name(field: str, name: Name | Beneficiary, *cases: str, kind: str | None = None) -> _Declined:
    return _Declined(f"{field}.name", name.name, name.forms, cases, kind)


def _declined(project: Project, report: Report, journey: Journey) -> Iterator[_Declined]:
    """Yield every name that the documents decline."""
    yield _name("project.fund", project.fund, "genitive")
    if project.administration and project.administration.cooperation:
        yield _name("project.administration.cooperation", project.administration.cooperation, GOVERNED)
    yield _name("project.beneficiary", project.beneficiary, "genitive")
    yield _name("project.beneficiary.town", project.beneficiary.town, "locative", kind="place")
    for index, addressee in enumerate(report.addressees):
        yield _name(f"report.addressees[{index}]", addressee, "dative")
    yield _Declined("journey.kind", journey.kind, None, (GOVERNED,))
    yield _name("journey.destination", journey.destination, "accusative", GOVERNED, kind="place")


def _undecided(project: Project, report: Report, journey: Journey, style: LatvianStyle) -> Found:
    for name in _declined(project, report, journey):
        chosen = _chosen(name, style)
        if not chosen:
            continue
        values = {"name": name.text, "form": ", ".join(dict.fromkeys(chosen.values()))}
        if name.forms is None:
            yield information("name.undecided", name.field, **values, mend=Message(_OTHER_WORDS))
        else:
            forms = ", ".join(f"{case}: {form}" for case, form in chosen.items())
            mend = Message(GIVE_FORMS, {"forms": forms, "lines": _lines(chosen)})
            yield warning("name.undecided", name.field, **values, mend=mend)


_OTHER_WORDS: Final = N_("If that is not right, say the kind of the trip in other words.")


def _lines(forms: Mapping[str, str]) -> Message:
    """Return forms as a cell of a workbook holds them, their cases in the reader's language."""
    cases = {f"case{number}": Message(case) for number, case in enumerate(forms)}
    values = {f"form{number}": form for number, form in enumerate(forms.values())}
    text = ", ".join(f"{{case{number}}}: {{form{number}}}" for number in range(len(forms)))
    return Message(text, {**cases, **values})


def _chosen(name: _Declined, style: LatvianStyle) -> dict[str, str]:
    """Return the forms that the rules had to choose, among those the documents use."""
    found = inflect(name.text, kind=name.kind, forms=name.forms, style=style)
    if not found.doubt:
        return {}
    governed = "dative" if found.number == "plural" else "accusative"
    cases = dict.fromkeys(governed if case == GOVERNED else case for case in name.cases)
    return {case: found.form(case) for case in cases if case in found.doubt}


# -- free text ----------------------------------------------------------------------------------
def _mended(style: LatvianStyle, texts: Iterable[Written]) -> Found:
    for field, text, kind in texts:
        printed = typeset(text, style=style) if kind == "prose" else text
        if printed != text and (found := first_difference(text, printed)):
            yield information("text.typeset", field, before=found[0], after=found[1])


_COMMON: Final = re.compile("[\n -~\u00a0-\u017f\u2010-\u2026€]*")
"""Letters and signs that the shipped fonts are known to hold, so that they need not be asked."""


def _unprintable(texts: Texts) -> Found:
    if _COMMON.fullmatch(texts.joined):
        return
    for field, text, kind in texts:
        if kind and not _COMMON.fullmatch(text):
            for character in _missing(text):
                yield error("text.glyph", field, character=character, code=f"U+{ord(character):04X}")


def _missing(text: str) -> list[str]:
    """Return the characters of a text that the fonts lack; the fonts are read only for rare ones."""
    from generator.layout.fonts import FAMILY, coverage

    held = coverage(FAMILY)
    return [
        character for character in dict.fromkeys(text) if character not in held and not character.isspace()
    ]


def first_difference(typed: str, printed: str) -> tuple[str, str] | None:
    """Return the first words that differ as typed and as printed; spaces of any kind are the same.

    >>> first_difference("Tas bija 2012.gada 1.maijā", "Tas bija 2012. gada 1. maijā")
    ('2012.gada 1.maijā', '2012. gada 1. maijā')
    """
    before, after = (text.replace(NBSP, " ").split() for text in (typed, printed))
    if before == after:
        return None
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    _, i1, i2, j1, j2 = next(one for one in changes if one[0] != "equal")
    return " ".join(before[i1:i2]), " ".join(after[j1:j2])


LANGUAGE: Final = (
    Check(
        "name.undecided",
        N_("The rules of declension decide every form of a name that the documents use"),
        "Latviešu valodas gramatika 2015",
        _undecided,
    ),
    Check(
        "text.typeset",
        N_("Free text is typed with Latvian quotation marks, dashes, dates and sums"),
        N_("valoda.lv 2009-4; the EU style guide for Latvian, 10.1 and 10.5.2"),
        _mended,
    ),
    Check(
        "text.glyph",
        N_("The fonts hold every letter of the data"),
        N_("ISO 19005-2, 6.2.11.7: every character of an archived file is a letter of its fonts"),
        _unprintable,
        firm=True,
    ),
)
"""The rules of this file, in the order in which they are listed."""
