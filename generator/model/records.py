"""The records a trip is made of: frozen, and nothing unknown in them.

Titles and descriptions are the English source of the message catalogues; `parskats schema` gives
them in the reader's language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.errors import N_, BadValue
from generator.model.money import Currency
from generator.model.values import (
    Amount,
    Count,
    Date,
    Percent,
    PictureFile,
    Private,
    Prose,
    Quantity,
    Remark,
    Time,
    Verbatim,
    YesNo,
    refused,
)


def described(title: str, description: str, default: Any = ..., **more: Any) -> Any:
    """Return a field with its title and description; without a default it is required."""
    return Field(default, title=title, description=description, **more)


def _is_full(data: dict[str, Any]) -> bool:
    """Whether no value is left empty, as in most records: asking takes a third of copying."""
    for value in data.values():  # noqa: SIM110 - a generator would take twice as long
        if value is None:
            return False
    return True


class Record(BaseModel):
    """The root of all records."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """An empty field is one left out; an unknown one stays, so that it is refused."""
        if (type(data) is dict and _is_full(data)) or not isinstance(data, Mapping):
            return data
        known = cls.model_fields
        return {name: value for name, value in data.items() if value is not None or name not in known}


def in_order(start: dt.date, end: dt.date | None) -> None:
    """Raise the error `date.order` at the field `end` when it lies before `start`."""
    if end is not None and end < start:
        raise refused(BadValue("date.order", start=start, end=end), "end")


# -- words and people ---------------------------------------------------------------------------
Case = Literal["nominative", "genitive", "dative", "accusative", "locative"]
Gender = Literal["masculine", "feminine"]


class Name(Record):
    """A name that the documents decline; `forms` wins over the rules of declension."""

    name: Verbatim = described(N_("Name"), N_("The name in the nominative"))
    forms: Mapping[Case, Verbatim] = described(
        N_("Case forms"), N_("Forms of the name that win over the rules of declension"), {}
    )


class Person(Record):
    """A person by position and, where it may be printed, by name."""

    position: Verbatim = described(N_("Position"), N_("The full position in the nominative"))
    name: Verbatim | None = described(
        N_("Name and surname"), N_("Left out when it is not to be printed"), None
    )


class Contact(Person):
    """A person who answers questions about the report."""

    phone: Private = described(N_("Phone"), N_("Phone number as it is to be printed"), None)
    email: Private = described(N_("E-mail"), N_("E-mail address"), None)


class Period(Record):
    """A stretch of days, both ends included."""

    start: Date = described(N_("Start"), N_("First day"))
    end: Date = described(N_("End"), N_("Last day"))

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.start, self.end)
        return self


class Logo(Record):
    """A mark of an institution in the publicity strip: the user's own file."""

    file: PictureFile = described(N_("File"), N_("Picture file beside the project file"))
    alt: Verbatim = described(
        N_("Alternative text"), N_("What the picture shows, for those who cannot see it")
    )


class Silenced(Record):
    """A rule of the checks whose findings are told but weigh nothing, and why."""

    rule: Remark = described(N_("Rule"), N_("Id of the rule, as “parskats check” names it"))
    reason: Remark = described(N_("Reason"), N_("Why its findings may stand; told with them"))


# -- the project --------------------------------------------------------------------------------
class Agreement(Record):
    """The agreement under which the project is financed."""

    number: Verbatim = described(N_("Agreement number"), N_("Exactly as in the agreement"))
    date: Date | None = described(N_("Agreement date"), N_("The day it was signed"), None)


class Subactivity(Record):
    """The sub-activity of the programme, and the regulation that governs it."""

    number: Verbatim = described(N_("Sub-activity number"), N_("For example 1.5.2.2.3"))
    title: Verbatim | None = described(
        N_("Sub-activity title"), N_("The official title without quotes"), None
    )
    regulation: Prose | None = described(
        N_("Regulation"), N_("The Cabinet regulation that governs it, with its date and number"), None
    )


class Beneficiary(Record):
    """The municipality that runs the project and writes the report."""

    name: Verbatim = described(N_("Name"), N_("The full official name in the nominative"))
    forms: Mapping[Case, Verbatim] = described(
        N_("Case forms"), N_("Forms of the name that win over the rules of declension"), {}
    )
    town: Name = described(N_("Town"), N_("The town where documents are issued"))
    registration_number: Verbatim | None = described(
        N_("Registration number"), N_("Registration number of the institution"), None
    )
    address: Verbatim | None = described(N_("Address"), N_("Street, town, postal code"), None)
    phone: Private = described(N_("Phone"), N_("Phone number as it is to be printed"), None)
    email: Private = described(N_("E-mail"), N_("E-mail address"), None)
    website: Verbatim | None = described(N_("Website"), N_("Address of the website"), None)


class Administration(Record):
    """Who administers the sub-activity."""

    institution: Name = described(N_("Institution"), N_("The institution that administers it"))
    cooperation: Name | None = described(N_("In cooperation with"), N_("The cooperation institution"), None)


class FundingSource(Record):
    """One source of the project's money, by its share or by its amount."""

    name: Verbatim = described(N_("Source"), N_("For example Eiropas Sociālais fonds"))
    kind: Literal["fund", "state", "municipality", "private", "other"] | None = described(
        N_("Kind of source"),
        N_("fund, state, municipality, private or other; the public ones are added up"),
        None,
    )
    share: Percent | None = described(N_("Share, %"), N_("Share of the total in percent points"), None)
    amount: Amount | None = described(N_("Amount"), N_("Amount in the project's currency"), None)

    @model_validator(mode="after")
    def _share_or_amount(self) -> Self:
        if self.share is None and self.amount is None:
            raise refused(BadValue("source.empty"))
        return self


class Project(Record):
    """What the trips of one project share."""

    title: Verbatim = described(N_("Project title"), N_("The official title without quotes"))
    agreement: Agreement = described(N_("Agreement"), N_("The agreement on the project"))
    fund: Name = described(N_("Fund"), N_("The European Union fund, in the nominative"))
    programme: Verbatim | None = described(N_("Programme"), N_("Title of the operational programme"), None)
    subactivity: Subactivity = described(N_("Sub-activity"), N_("The sub-activity of the programme"))
    planning_period: Literal["2007-2013", "2014-2020", "2021-2027"] = described(
        N_("Planning period"), N_("It decides the publicity strip and its texts")
    )
    implementation: Period = described(N_("Implementation"), N_("First and last day of the project"))
    total: Amount = described(N_("Total funding"), N_("The project's total funding"))
    currency: Currency = described(N_("Currency"), N_("LVL or EUR"), "LVL")
    show_euro: YesNo = described(
        N_("Euro column"), N_("Whether the annex of a report in lats also shows the sums in euro"), False
    )
    vat_recoverable: YesNo | None = described(
        N_("VAT can be recovered"), N_("Whether the beneficiary can recover the VAT within the costs"), None
    )
    funding: tuple[FundingSource, ...] = described(N_("Funding sources"), N_("They make up 100 %"), ())
    administration: Administration | None = described(
        N_("Administration"), N_("Who administers the sub-activity"), None
    )
    beneficiary: Beneficiary = described(N_("Beneficiary"), N_("The author of the report"))
    signatory: Person = described(N_("Signatory"), N_("The official who signs for the beneficiary"))
    accountant: Person | None = described(N_("Accountant"), N_("Signs the funding annex"), None)
    preparers: tuple[Person, ...] = described(N_("Prepared by"), N_("Those who prepared the report"), ())
    contact: Contact | None = described(N_("Contact person"), N_("Answers questions about the report"), None)
    logos: tuple[Logo, ...] = described(N_("Logos"), N_("Marks in the publicity strip, in their order"), ())
    silenced: tuple[Silenced, ...] = described(
        N_("Silenced rules"), N_("Rules whose findings are told but stop nothing"), ()
    )


# -- the report ---------------------------------------------------------------------------------
class Planned(Record):
    """What the project had planned for the activity."""

    start: Date | None = described(N_("Start"), N_("First day"), None)
    end: Date | None = described(N_("End"), N_("Last day"), None)
    place: Verbatim | None = described(N_("Place"), N_("The place in the nominative"), None)
    participants: Count | None = described(N_("Participants"), N_("How many were planned"), None)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start is not None:
            in_order(self.start, self.end)
        return self


class Activity(Record):
    """The activity of the project that the report is about."""

    number: Count = described(N_("Activity number"), N_("Its number in the project"))
    title: Verbatim | None = described(
        N_("Activity title"), N_("Its title in the project, without quotes"), None
    )
    planned: Planned | None = described(N_("Planned"), N_("What the project had planned"), None)


class Report(Record):
    """The report as a document: its number, date, addressees and signature."""

    date: Date = described(N_("Report date"), N_("The day of signing; also the date inside the files"))
    number: Verbatim | None = described(N_("Report number"), N_("Number in the records"), None)
    addressees: tuple[Name, ...] = described(N_("Addressees"), N_("Institutions it is sent to"), ())
    period: Period | None = described(N_("Reporting period"), N_("The days it accounts for"), None)
    signature: Literal["handwritten", "electronic"] = described(
        N_("Signature"), N_("By hand on a line, or electronic with a time stamp"), "handwritten"
    )


# -- the trip -----------------------------------------------------------------------------------
class Journey(Record):
    """Where, when and why people went."""

    kind: Verbatim = described(N_("Kind of trip"), N_("For example pieredzes apmaiņas brauciens"))
    destination: Name = described(N_("Destination"), N_("The town in the nominative"))
    start: Date = described(N_("Start"), N_("First day of the trip"))
    end: Date | None = described(N_("End"), N_("Last day, when it took more than one"), None)
    order: Verbatim | None = described(N_("Travel order"), N_("Number and date of the travel order"), None)
    travellers: Verbatim | None = described(
        N_("Travellers"), N_("Who travelled, plural nominative: Daugavpils pašvaldības darbinieki"), None
    )
    goals: tuple[Prose, ...] = described(
        N_("Goals"), N_("Each as an infinitive phrase without a stop: sekmēt pieredzes apmaiņu"), min_length=1
    )
    reason: Prose | None = described(N_("Why this place"), N_("Full sentences"), None)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.start, self.end)
        return self

    @property
    def last_day(self) -> dt.date:
        """The last day of the trip; the first one when it took one day."""
        return self.end or self.start


class Meeting(Record):
    """The meeting with the hosts."""

    host: Name = described(N_("Host"), N_("The institution that received the guests"))
    led_by: Person | None = described(N_("Led by"), N_("Who led the meeting"), None)
    attended_by: Verbatim | None = described(
        N_("Also attended"), N_("Others who attended, plural nominative"), None
    )
    presenters: tuple[Verbatim, ...] = described(N_("Presenters"), N_("Who gave presentations"), ())
    presented: Prose | None = described(
        N_("Subject of the presentations"),
        N_("What about, in the accusative: dažādu projektu īstenošanu"),
        None,
    )
    discussed: tuple[Prose, ...] = described(N_("Discussed"), N_("Full sentences, a paragraph each"), ())
    outcome: Prose | None = described(
        N_("Worked out"), N_("What was worked out together: full sentences"), None
    )


class ProgrammeItem(Record):
    """One line of the programme."""

    start: Time = described(N_("From"), N_("When it begins"))
    end: Time | None = described(N_("Until"), N_("When it ends"), None)
    topic: Prose = described(N_("What"), N_("What takes place"))
    place: Verbatim | None = described(N_("Where"), N_("Where it takes place"), None)


class Participant(Record):
    """A participant, or several with the same position."""

    position: Verbatim = described(N_("Position"), N_("The position in the nominative"))
    name: Private = described(N_("Name and surname"), N_("Left out when it is not to be printed"), None)
    institution: Verbatim | None = described(N_("Institution"), N_("Where the participant works"), None)
    count: Annotated[Count, Field(ge=1)] = described(N_("Count"), N_("How many people the line is for"), 1)


class Site(Record):
    """An object that was visited."""

    name: Verbatim = described(N_("Name"), N_("The name in the nominative"))
    note: Prose | None = described(N_("Note"), N_("For example: tieši pirms atklāšanas"), None)


class Indicator(Record):
    """A result in numbers, planned and achieved."""

    name: Verbatim = described(N_("Indicator"), N_("What is counted"))
    unit: Verbatim = described(N_("Unit"), N_("Unit of measure"))
    planned: Quantity = described(N_("Planned"), N_("Planned value"))
    achieved: Quantity = described(N_("Achieved"), N_("Achieved value"))


class Outcome(Record):
    """What came of the trip."""

    indicators: tuple[Indicator, ...] = described(N_("Indicators"), N_("Results in numbers"), ())
    results: tuple[Prose, ...] = described(N_("Results"), N_("A full sentence each"), ())
    use: Prose | None = described(N_("Use of the results"), N_("How the experience will be used"), None)


class Deviation(Record):
    """Something that went otherwise than planned, and what was done about it."""

    problem: Prose = described(N_("Deviation"), N_("What went otherwise: full sentences"))
    solution: Prose = described(N_("Solution"), N_("What was done: full sentences"))


class Priority(Record):
    """A horizontal priority and what the trip did for it."""

    name: Verbatim = described(N_("Horizontal priority"), N_("Its name"))
    contribution: Prose = described(N_("Contribution"), N_("Full sentences"))


class Photo(Record):
    """A photo with its caption."""

    file: PictureFile = described(N_("File"), N_("Picture file beside the trip file"))
    caption: Prose = described(N_("Caption"), N_("The words under the photo"))
    alt: Prose = described(N_("Alternative text"), N_("What the photo shows, for those who cannot see it"))
