"""Rules of the agreement: its number, what is known of its sub-activity, and the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.checks.rule import Check, Found, warning
from generator.errors import N_
from generator.model.records import Project
from generator.model.texts import Written

_NUMBERED: Final = re.compile(r"\dDP/([0-9.]+)/")
"""How the agreement numbers of 2007-2013 begin: the programme, then the sub-activity."""


def _other_subactivity(project: Project) -> Found:
    number = project.subactivity.number.strip(" .")
    found = _NUMBERED.match(project.agreement.number)
    if found and found[1].strip(".") != number:
        yield warning(
            "agreement.subactivity", "project.agreement.number",
            number=project.agreement.number, found=found[1], expected=number,
        )  # fmt: skip


_KNOWN: Final = {"1.5.2.2.3": ("2007-2013", "MK 25.11.2008. Nr. 962", re.compile(r"\b962\b"))}
"""The planning period of a sub-activity, its regulation, and how the regulation's number is found."""


def _other_programme(project: Project) -> Found:
    number, regulation = project.subactivity.number.strip(" ."), project.subactivity.regulation
    if number not in _KNOWN:
        return
    period, known, pattern = _KNOWN[number]
    if project.planning_period != period:
        yield warning(
            "agreement.programme", "project.planning_period",
            subactivity=number, expected=period, found=project.planning_period,
        )  # fmt: skip
    if regulation and not pattern.search(regulation):
        yield warning(
            "agreement.programme", "project.subactivity.regulation",
            subactivity=number, expected=known, found=regulation,
        )  # fmt: skip


_SIGN: Final = re.compile(r"nr\b\.?|№|#", re.IGNORECASE)


def _number_sign(texts: Iterable[Written]) -> Found:
    for field, text, _ in texts:
        if field.endswith("number") and _SIGN.match(text):
            yield warning("number.sign", field, number=text)


AGREEMENT: Final = (
    Check(
        "agreement.subactivity",
        N_("The number of the agreement is of the project's sub-activity"),
        N_("The form of agreement numbers: programme/sub-activity/year/…"),
        _other_subactivity,
    ),
    Check(
        "agreement.programme",
        N_("The planning period and the regulation are those of the sub-activity"),
        "MK 25.11.2008. Nr. 962",
        _other_programme,
    ),
    Check(
        "number.sign",
        N_("Numbers are typed without “Nr.”, which the documents write themselves"),
        N_("The templates of the documents"),
        _number_sign,
    ),
)
"""The rules of this file, in the order in which they are listed."""
