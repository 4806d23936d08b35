"""A whole trip, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, Self

from pydantic import PrivateAttr, model_validator

from generator.errors import N_, BadValue, Fault, Place
from generator.frozen import dataclass
from generator.model.finances import Cost, EarlierReport, Position, leaves
from generator.model.records import (
    Activity,
    Deviation,
    Journey,
    Meeting,
    Outcome,
    Participant,
    Photo,
    Priority,
    ProgrammeItem,
    Project,
    Record,
    Report,
    Silenced,
    Site,
    described,
)
from generator.model.values import LARGEST_AMOUNT, Prose, Slug, refused

FORMAT = "1"
"""The format of trip files that this version reads."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a trip came from: places of its fields, its pictures, what was read, what was noticed.

    `pictures` holds the bytes as they were in the file, by the field that names it
    (`photos[0].file`); `inputs` the SHA-256 of every file read, by its name; `warnings` what the
    reader noticed without refusing; `project_file` the file of the project, where it has one of its own.
    """

    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()
    project_file: str = ""

    def place(self, path: str) -> Place:
        """Return the place of a field such as `costs[2].amount`, or of the nearest one that holds it."""
        while path and path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get(path, Place(self.file))


class Trip(Record):
    """A trip and its report: everything the documents are made from."""

    format: Literal["1"] = described(N_("Format"), N_("Format of this file: 1"))
    id: Slug = described(
        N_("Trip id"), N_("Short name of ASCII letters, digits and hyphens; names the folder")
    )
    project: Project = described(N_("Project"), N_("The project, or the path of a project file"))
    activity: Activity = described(N_("Activity"), N_("The activity the report is about"))
    report: Report = described(N_("Report"), N_("The report as a document"))
    journey: Journey = described(N_("Trip"), N_("Where, when and why"))
    meeting: Meeting | None = described(N_("Meeting"), N_("The meeting with the hosts"), None)
    programme: tuple[ProgrammeItem, ...] = described(N_("Programme"), N_("In order of time"), ())
    participants: tuple[Participant, ...] = described(N_("Participants"), N_("Those who travelled"), ())
    sites: tuple[Site, ...] = described(N_("Objects visited"), N_("In the order of the visit"), ())
    outcome: Outcome | None = described(N_("Results"), N_("What came of the trip"), None)
    deviations: tuple[Deviation, ...] | None = described(
        N_("Deviations"), N_("An empty list says that there were none"), None
    )
    priorities: tuple[Priority, ...] = described(N_("Horizontal priorities"), N_("Contribution to each"), ())
    publicity: tuple[Prose, ...] = described(N_("Publicity"), N_("What was done; full sentences"), ())
    photos: tuple[Photo, ...] = described(N_("Photos"), N_("Pictures with captions"), ())
    earlier: tuple[EarlierReport, ...] = described(
        N_("Earlier reports"), N_("Paths of the trip files of earlier reports of the project"), ()
    )
    budget: tuple[Position, ...] = described(N_("Budget"), N_("Positions of the project's budget"), ())
    costs: tuple[Cost, ...] = described(N_("Trip costs"), N_("What the trip cost"), ())
    silenced: tuple[Silenced, ...] = described(
        N_("Silenced rules"), N_("Rules whose findings are told but stop nothing"), ()
    )
    sample: Prose | None = described(
        N_("Sample data"), N_("Says which data are samples; printed at the end"), None
    )

    _source: Source = PrivateAttr(default_factory=Source)

    @model_validator(mode="after")
    def _sums_can_be_said(self) -> Self:
        """Refuse sums that add up to more than words can say; the sections are told apart."""
        home = self.project.currency
        rows = list(leaves(self.budget))
        products = [one.quantity * one.unit_price for one in self.costs]
        earlier = [row for report in self.earlier for row in report.positions]
        columns = (
            ("budget", [row.approved for row in rows]),
            ("budget", [(row.spent_before or 0) + (row.this_period or 0) for row in rows]),
            ("costs", products),
            ("costs", [one.paid(home).to(home).amount for one in self.costs]),
            ("earlier", [row.spent_before + row.this_period for row in earlier]),
        )
        for section, column in columns:
            if sum(amount or 0 for amount in column) > LARGEST_AMOUNT:
                raise refused(BadValue("amount.sum", maximum=LARGEST_AMOUNT), section)
        return self

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they came from."""
        return isinstance(other, Trip) and self.__dict__ == other.__dict__

    @property
    def source(self) -> Source:
        """Where the trip came from; empty for a trip made in a program."""
        return self._source

    def sourced(self, source: Source) -> Trip:
        """Return the same trip that knows where it came from."""
        copy = self.model_copy()
        object.__getattribute__(copy, "__pydantic_private__")["_source"] = source
        return copy
