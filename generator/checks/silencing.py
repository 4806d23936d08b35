"""Rules that the data silence: which ones, why, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from generator.checks.rule import Check, error
from generator.errors import FAULTS, N_, Fault, Message
from generator.model.records import Project, Silenced

_MEANT: Final = N_("Did you mean “{name}”?")
_LISTED: Final = N_("“parskats check -v” lists the rules with their ids.")


def silenced_in(sections: Mapping[str, object]) -> dict[str, Silenced]:
    """Return what sound sections silence, by its field; what the trip says comes before its project."""
    project = sections.get("project")
    lists = {
        "silenced": sections.get("silenced", ()),
        "project.silenced": project.silenced if isinstance(project, Project) else (),
    }
    return {
        f"{field}[{index}]": one
        for field, given in lists.items()
        if isinstance(given, tuple)
        for index, one in enumerate(given)
    }


def reasons(silenced: Mapping[str, Silenced]) -> dict[str, str]:
    """Return why each rule is silenced; the first reason given for a rule counts."""
    found: dict[str, str] = {}
    for one in silenced.values():
        found.setdefault(one.rule, one.reason)
    return found


def refused(silenced: Mapping[str, Silenced], checks: Sequence[Check]) -> Iterator[Fault]:
    """Yield a fault for everything silenced that is no rule, or one that cannot be silenced."""
    firm = {check.id: check.firm for check in checks} if silenced else {}
    for field, one in silenced.items():
        if firm.get(one.rule, True):
            yield _refused(f"{field}.rule", one.rule, list(firm))


def _refused(field: str, rule: str, known: Sequence[str]) -> Fault:
    if rule in known:
        return error("silence.firm", field, rule=rule)
    if rule in FAULTS:
        return error("silence.structure", field, rule=rule)
    close = get_close_matches(rule, known, n=1)
    mend = Message(_MEANT, {"name": close[0]}) if close else Message(_LISTED)
    return error("silence.unknown", field, rule=rule, mend=mend)
