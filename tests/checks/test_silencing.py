"""What the data silence is told all the same, but weighs nothing; not everything can be silenced."""

import pytest

from generator import checks
from generator.checks import State
from generator.errors import Severity
from tests.checks.examples import EXAMPLES, example

REASON = "Grozījumi Nr. 1."


def found(rule: str, changes: dict[str, object], where: str = "silenced") -> checks.Checked:
    trip = example({**changes, where: [{"rule": rule, "reason": REASON}]})
    return checks.run(trip, trip.source)


FREE = [check.id for check in checks.CHECKS if not check.firm]
FIRM = [check.id for check in checks.CHECKS if check.firm]


@pytest.mark.parametrize("where", ["silenced", "project.silenced"])
@pytest.mark.parametrize("rule", FREE)
def test_what_a_silenced_rule_finds_is_told_with_the_reason_and_weighs_nothing(rule: str, where: str) -> None:
    checked = found(rule, EXAMPLES[rule].fails, where)
    (fault,) = (one for one in checked.faults if one.id == rule)
    assert (fault.severity, fault.reason) == (Severity.SILENCED, REASON)
    (result,) = (one for one in checked.results if one.check.id == rule)
    assert (result.state, result.reason) == (State.SILENCED, REASON)


def test_a_silenced_rule_that_finds_nothing_has_passed() -> None:
    checked = found("date.day-off", {})
    assert (checked.faults, checked.ids(State.SILENCED)) == ((), ())
    assert "date.day-off" in checked.passed


def test_the_other_rules_are_not_silenced() -> None:
    checked = found("date.day-off", EXAMPLES["budget.sum"].fails)
    assert [one.severity for one in checked.faults] == [Severity.ERROR]


def test_the_reason_of_the_trip_comes_before_that_of_its_project() -> None:
    silenced = [{"rule": "date.day-off", "reason": "Projekta iemesls."}]
    changes = {**EXAMPLES["date.day-off"].fails, "project.silenced": silenced}
    told = {one.reason for one in found("date.day-off", changes).faults if one.id == "date.day-off"}
    assert told == {REASON}


@pytest.mark.parametrize("rule", FIRM)
def test_a_rule_without_which_no_document_can_be_made_is_not_silenced(rule: str) -> None:
    faults = {one.id: one for one in found(rule, EXAMPLES[rule].fails).faults}
    assert faults[rule].severity is Severity.ERROR
    assert faults["silence.firm"].place.field == "silenced[0].rule"


def test_a_fault_of_structure_is_not_silenced() -> None:
    (fault,) = found("date.impossible", {}).faults
    assert (fault.id, fault.severity) == ("silence.structure", Severity.ERROR)


@pytest.mark.parametrize(
    ("rule", "mend"),
    [
        ("budget.summ", "Did you mean “budget.sum”?"),
        ("laiks", "“parskats check -v” lists the rules with their ids."),
    ],
)
def test_a_rule_that_does_not_exist_is_a_fault_with_a_mend(rule: str, mend: str) -> None:
    (fault,) = found(rule, {}, "project.silenced").faults
    assert (fault.id, fault.place.field) == ("silence.unknown", "project.silenced[0].rule")
    assert fault.hint.sentence() == mend
