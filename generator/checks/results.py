"""What the rules have found: one result for each rule, and every finding at its place."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from generator.checks.rule import Check
from generator.errors import Fault, Severity
from generator.frozen import dataclass


class State(StrEnum):
    """How a check ended, the gravest first.

    A `noted` check has only something to tell; `silenced` found what the data say may stand;
    `not_run` needs a section that is not sound; `absent` is about something the trip does not have.
    """

    FAILED = "failed"
    WARNED = "warned"
    NOTED = "noted"
    SILENCED = "silenced"
    NOT_RUN = "not_run"
    ABSENT = "absent"
    PASSED = "passed"


_STATES: Final = {
    Severity.ERROR: State.FAILED,
    Severity.WARNING: State.WARNED,
    Severity.INFORMATION: State.NOTED,
    Severity.SILENCED: State.SILENCED,
}


@dataclass(frozen=True, slots=True)
class Result:
    """How one rule ended, and why its findings may stand when it is silenced."""

    check: Check
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The results of all rules in their order, and what they found in the order of its places."""

    results: tuple[Result, ...]
    faults: tuple[Fault, ...]

    def ids(self, state: State) -> tuple[str, ...]:
        """Return the ids of the rules that ended so."""
        return tuple(one.check.id for one in self.results if one.state is state)

    @property
    def passed(self) -> tuple[str, ...]:
        """The rules that found nothing."""
        return self.ids(State.PASSED)

    @property
    def not_run(self) -> tuple[str, ...]:
        """The rules that need a section that is not sound."""
        return self.ids(State.NOT_RUN)

    @property
    def absent(self) -> tuple[str, ...]:
        """The rules about something that this trip does not have."""
        return self.ids(State.ABSENT)


def state_of(found: Iterable[Fault]) -> State:
    """Return how a rule ended that found this: as grave as its gravest finding."""
    states = {_STATES[one.severity] for one in found}
    return next((state for state in State if state in states), State.PASSED) if states else State.PASSED
