"""The rule of what a formal report usually says: what is left out is told, so that nothing is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.checks.rule import Check, Found, information
from generator.errors import N_, Message
from generator.model.records import (
    Activity,
    Deviation,
    Journey,
    Outcome,
    Participant,
    Priority,
    ProgrammeItem,
    Project,
    Report,
)


def _left_out(
    project: Project,
    activity: Activity,
    report: Report,
    journey: Journey,
    programme: Sequence[ProgrammeItem] = (),
    participants: Sequence[Participant] = (),
    outcome: Outcome | None = None,
    deviations: Sequence[Deviation] | None = None,
    priorities: Sequence[Priority] = (),
    publicity: Sequence[str] = (),
    budget: Sequence[object] = (),
    costs: Sequence[object] = (),
) -> Found:
    """Tell in one sentence everything that is left out; a trip without deviations says so, too."""
    given = _of_the_project(project) | {
        N_("Activity title"): activity.title,
        N_("Planned"): activity.planned,
        N_("Report number"): report.number,
        N_("Reporting period"): report.period,
        N_("Travel order"): journey.order,
        N_("Programme"): programme,
        N_("Participants"): participants,
        N_("Use of the results"): outcome and outcome.use,
        N_("Deviations"): deviations is not None,
        N_("Horizontal priorities"): priorities,
        N_("Publicity"): publicity,
        N_("Accountant"): project.accountant or not (budget or costs),
    }
    if left_out := [title for title, value in given.items() if not value]:
        yield information("report.complete", "report", titles=_listed(left_out))


def _of_the_project(project: Project) -> dict[str, object]:
    """Return what a report says of its project, by titles."""
    beneficiary, contact = project.beneficiary, project.contact
    return {
        N_("Agreement date"): project.agreement.date,
        N_("Sub-activity title"): project.subactivity.title,
        N_("Regulation"): project.subactivity.regulation,
        N_("Administration"): project.administration,
        N_("Registration number"): beneficiary.registration_number,
        N_("Address"): beneficiary.address,
        N_("Contact person"): contact and (contact.phone or contact.email),
        N_("Prepared by"): project.preparers,
    }


def _listed(titles: Sequence[str]) -> Message:
    """Return titles in one message, each to be said in the reader's language."""
    names = [f"title{number}" for number in range(len(titles))]
    text = ", ".join(f"{{{name}}}" for name in names)
    quoted = [Message(N_("“{title}”"), {"title": Message(title)}) for title in titles]
    return Message(text, dict(zip(names, quoted, strict=True)))


COMPLETENESS: Final = (
    Check(
        "report.complete",
        N_("The report says what a formal report usually says"),
        N_("MK 28.09.2010. Nr. 916 and the agreement: what a report on an activity holds"),
        _left_out,
    ),
)
"""The rules of this file, in the order in which they are listed."""
