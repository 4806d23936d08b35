"""Words that a Latvian editor strikes out, and what is better in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.checks.rule import Check, Found, information
from generator.errors import N_
from generator.latvian.grammar import NBSP
from generator.model.texts import Texts

_Hint = tuple[str, ...] | re.Pattern[str]
_Known = tuple[_Hint, str, str]

_BLIND: Final = "(?i)"

_SLIPS: Final[tuple[_Known, ...]] = (
    (("sastāda",), r"(?i)\bsastāda\b", "ir, veido"),
    (("sekojoš",), r"(?i)\bsekojoš\w*", "šāds, nākamais"),
    (re.compile("priekš(?![a-z])"), r"(?i)\bpriekš\b", "datīvs bez prievārda"),
    (("jāpiestrādā",), r"(?i)\b(?:ne)?jāpiestrādā\b", "jāpilnveido"),
    (("galapunkt",), r"(?i)\bgalapunkt\w*", "galamērķis"),
    (("aktivitāt",), r"(?i)\b\w*aktivitāt\w* nr\. ?\d+\.?", "3. aktivitāte"),
    (
        ("attēl", "tabul", "pielikum"),
        r"(?i)\b(?:attēl|tabul|pielikum)\w* nr\. ?\d+\.?",
        "1. attēls, 1. tabula, 1. pielikums",
    ),
    (("nr.nr.", "nr. nr."), r"(?i)\bnr\. ?nr\.", "Nr."),
    ((".g.", ". g."), r"\b\d{4}\. ?g\.(?= ?\d| ?[a-zāčēģīķļņšūž])", "gada"),
    (
        re.compile(r"no \d"),
        r"(?i)\bno \d+(?:,\d+)? ?[-–] ?\d+(?:,\d+)?(?![\d.])",
        "no … līdz …, bez „no”: 50–100",
    ),
    (("Valsts Kancelej",), r"\bValsts Kancelej\w*", "Valsts kanceleja"),
    (
        ("s Dom", "a Dom", "s Pašvaldīb", "a Pašvaldīb"),
        r"\b(?:pilsētas|novada|pagasta) (?:Dom[ei]|Pašvaldīb)\w*",
        "dome, pašvaldība (ar mazo burtu)",
    ),
    (
        ("Lielo pilsētu asociācij",),
        r"(?<!Latvijas )\bLielo pilsētu asociācij\w*",
        "Latvijas Lielo pilsētu asociācija",
    ),
)
"""A hint, which every text with a slip holds; what is looked for; and what an editor writes instead.

A hint is words or a pattern, in small letters where the pattern of the slip is blind to case. To look
for hints in all texts together takes a tenth of searching each text for each slip.
"""

_OFFICIAL: Final = re.compile(r"\.(?:title|file)$|^project\.programme$|^id$")
"""Fields whose words are not the writer's own: official titles, names of files."""

_Slip = tuple[str, str]
"""A slip with what is better in its place."""


def slips(text: str) -> Iterator[_Slip]:
    """Yield every slip of a text with what is better in its place.

    >>> list(slips("Izmaksas sastāda Ls 5."))
    [('sastāda', 'ir, veido')]
    """
    return _slips(text, _SLIPS)


def _slips(text: str, known: Sequence[_Known]) -> Iterator[_Slip]:
    plain = text.replace(NBSP, " ")
    for _, pattern, better in known:
        if found := re.search(pattern, plain):
            yield found[0], better


def _worded(texts: Texts) -> Found:
    known = [one for one in _SLIPS if _is_hinted(one[0], _seen_by(one[1], texts))]
    for field, text, kind in texts if known else ():
        if kind and not _OFFICIAL.search(field):
            for found, better in _slips(text, known):
                yield information("text.wording", field, found=found, better=better)


def _seen_by(pattern: str, texts: Texts) -> str:
    """Return all texts in small letters for a pattern that is blind to case, as they are for others."""
    return texts.small if pattern.startswith(_BLIND) else texts.joined


def _is_hinted(hint: _Hint, written: str) -> bool:
    """Whether a text holds a hint."""
    if isinstance(hint, tuple):
        return any(word in written for word in hint)
    return hint.search(written) is not None


WORDING: Final = (
    Check(
        "text.wording",
        N_("Texts are free of the slips that an editor of official Latvian strikes out"),
        N_("valodaskonsultacijas.lv; the EU style guide for Latvian, 10.5.2"),
        _worded,
    ),
)
"""The rules of this file, in the order in which they are listed."""
