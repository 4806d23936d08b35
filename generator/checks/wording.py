"""Words that a Latvian editor strikes out, and what is better in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.checks.rule import Check, Found, information
from generator.errors import N_
from generator.model import Trip
from generator.model.texts import texts_of

_SLIPS: Final = tuple(
    (re.compile(pattern), better)
    for pattern, better in (
        (r"(?i)\bsastāda\b", "ir, veido"),
        (r"(?i)\bsekojoš\w*", "šāds, nākamais"),
        (r"(?i)\bpriekš\b", "datīvs bez prievārda"),
        (r"(?i)\b(?:ne)?jāpiestrādā\b", "jāpilnveido"),
        (r"(?i)\bgalapunkt\w*", "galamērķis"),
        (r"(?i)\b\w*aktivitāt\w* nr\. ?\d+\.?", "3. aktivitāte"),
        (r"(?i)\b(?:attēl|tabul|pielikum)\w* nr\. ?\d+\.?", "1. attēls, 1. tabula, 1. pielikums"),
        (r"(?i)\bnr\. ?nr\.", "Nr."),
        (r"\b\d{4}\. ?g\.(?= ?\d| ?[a-zāčēģīķļņšūž])", "gada"),
        (r"(?i)\bno \d+(?:,\d+)? ?[-–] ?\d+(?:,\d+)?(?![\d.])", "no … līdz …, bez „no”: 50–100"),
        (r"\bValsts Kancelej\w*", "Valsts kanceleja"),
        (r"\b(?:pilsētas|novada|pagasta) (?:Dom[ei]|Pašvaldīb)\w*", "dome, pašvaldība (ar mazo burtu)"),
        (r"(?<!Latvijas )\bLielo pilsētu asociācij\w*", "Latvijas Lielo pilsētu asociācija"),
    )
)
"""What is looked for, and what an editor writes instead."""

_OFFICIAL: Final = re.compile(r"\.(?:title|file)$|^project\.programme$|^id$")
"""Fields whose words are not the writer's own: official titles, names of files."""


def slips(text: str) -> Iterator[tuple[str, str]]:
    """Yield every slip of a text with what is better in its place.

    >>> list(slips("Izmaksas sastāda Ls 5."))
    [('sastāda', 'ir, veido')]
    """
    plain = text.replace("\u00a0", " ")
    for pattern, better in _SLIPS:
        if found := pattern.search(plain):
            yield found[0], better


def _worded(sections: Mapping[str, object]) -> Found:
    for field, text, kind in texts_of(Trip, sections):
        if kind and not _OFFICIAL.search(field):
            for found, better in slips(text):
                yield information("text.wording", field, found=found, better=better)


WORDING: Final = (
    Check(
        "text.wording",
        N_("Texts are free of the slips that an editor of official Latvian strikes out"),
        N_("valodaskonsultacijas.lv; the EU style guide for Latvian, 10.5.2"),
        _worded,
    ),
)
"""The rules of this file, in the order in which they are listed."""
