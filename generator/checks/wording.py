"""Words that a Latvian editor strikes out, and what is better in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks.rule import Check, Found, information
from generator.errors import N_
from generator.model.texts import Written

_SLIPS: Final = tuple(
    (letters, re.compile(pattern), better)
    for letters, pattern, better in (
        ("tāda", r"(?i)\bsastāda\b", "ir, veido"),
        ("ekojo", r"(?i)\bsekojoš\w*", "šāds, nākamais"),
        ("ek", r"(?i)\bpriekš\b", "datīvs bez prievārda"),
        ("trādā", r"(?i)\b(?:ne)?jāpiestrādā\b", "jāpilnveido"),
        ("galapun", r"(?i)\bgalapunkt\w*", "galamērķis"),
        ("akt", r"(?i)\b\w*aktivitāt\w* nr\. ?\d+\.?", "3. aktivitāte"),
        ("nr.", r"(?i)\b(?:attēl|tabul|pielikum)\w* nr\. ?\d+\.?", "1. attēls, 1. tabula, 1. pielikums"),
        ("nr.", r"(?i)\bnr\. ?nr\.", "Nr."),
        ("g.", r"\b\d{4}\. ?g\.(?= ?\d| ?[a-zāčēģīķļņšūž])", "gada"),
        (
            "no ",
            r"(?i)\bno \d+(?:,\d+)? ?[-–] ?\d+(?:,\d+)?(?![\d.])",
            "no … līdz …, bez „no”: 50–100",
        ),
        ("val", r"\bValsts Kancelej\w*", "Valsts kanceleja"),
        (
            " ",
            r"\b(?:pilsētas|novada|pagasta) (?:Dom[ei]|Pašvaldīb)\w*",
            "dome, pašvaldība (ar mazo burtu)",
        ),
        ("lielo ", r"(?<!Latvijas )\bLielo pilsētu asociācij\w*", "Latvijas Lielo pilsētu asociācija"),
    )
)
"""What is looked for, small letters without which it is in no text, and what an editor writes instead.

Most texts lack the letters, and to know that takes a tenth of a search. Patterns that are blind to case find
i and s in letters of other alphabets too, so that theirs have neither."""

_OFFICIAL: Final = re.compile(r"\.(?:title|file)$|^project\.programme$|^id$")
"""Fields whose words are not the writer's own: official titles, names of files."""


def slips(text: str) -> Iterator[tuple[str, str]]:
    """Yield every slip of a text with what is better in its place.

    >>> list(slips("Izmaksas sastāda Ls 5."))
    [('sastāda', 'ir, veido')]
    """
    plain = text.replace("\u00a0", " ")
    small = plain.lower()
    for letters, pattern, better in _SLIPS:
        if letters in small and (found := pattern.search(plain)):
            yield found[0], better


def _worded(texts: Iterable[Written]) -> Found:
    for field, text, kind in texts:
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
