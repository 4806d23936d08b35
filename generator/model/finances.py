"""The records of money: positions of the budget, costs of the trip, papers, and earlier reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Self

from pydantic import model_validator

from generator.errors import N_, BadValue
from generator.model.money import Currency, Money, cents, currency_on
from generator.model.records import Period, Record, described
from generator.model.values import Amount, Date, Quantity, Vat, Verbatim, YesNo, refused


class Position(Record):
    """A position of the project's budget, or a group of them.

    A group adds up what stands under it; figures of its own are not needed and are checked against
    that. A group that is not eligible makes all in it so.
    """

    code: Verbatim = described(N_("Code"), N_("Its code in the budget, unique"))
    name: Verbatim = described(N_("Budget position"), N_("Its name in the budget"))
    eligible: YesNo = described(N_("Eligible"), N_("Whether the costs are eligible"), True)
    approved: Amount | None = described(N_("Approved"), N_("The approved sum; a group adds it up"), None)
    spent_before: Amount | None = described(
        N_("Spent before"),
        N_("Spent before the reporting period; may be left out when earlier reports are named"),
        None,
    )
    this_period: Amount | None = described(
        N_("This period"), N_("Spent in the reporting period; a group adds it up"), None
    )
    positions: tuple[Position, ...] = described(
        N_("Positions under it"), N_("The positions that make up a group"), ()
    )

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.positions and (self.approved is None or self.this_period is None):
            missing = [name for name in ("approved", "this_period") if getattr(self, name) is None]
            raise refused(BadValue("position.incomplete", code=self.code, names=", ".join(missing)))
        return self


def leaves(positions: Iterable[Position]) -> Iterator[Position]:
    """Yield the positions that hold figures of their own, those within groups too."""
    for one in positions:
        yield from leaves(one.positions) if one.positions else (one,)


class SupportingDocument(Record):
    """The paper that proves a cost."""

    kind: Verbatim = described(N_("Kind"), N_("For example rēķins, čeks, rīkojums"))
    number: Verbatim | None = described(N_("Number"), N_("Number of the document"), None)
    date: Date = described(N_("Date"), N_("Date of the document"))
    issuer: Verbatim | None = described(N_("Issuer"), N_("Who issued it"), None)
    paid: Date | None = described(N_("Paid on"), N_("The day on which it was paid"), None)
    currency: Currency | None = described(
        N_("Currency of the document"), N_("LVL or EUR; left out, it is that of Latvia on its date"), None
    )

    @property
    def money(self) -> Currency:
        """The currency of its sums: as given, or that of Latvia on its date."""
        return self.currency or currency_on(self.date)


class Cost(Record):
    """One cost of the trip, in the currency of its document."""

    item: Verbatim = described(N_("Cost"), N_("What was paid for"))
    position: Verbatim = described(N_("Budget position"), N_("Code of the budget position"))
    quantity: Quantity = described(N_("Quantity"), N_("How many"))
    unit: Verbatim = described(N_("Unit"), N_("Unit of measure"))
    unit_price: Amount = described(N_("Unit price"), N_("Price of one unit with VAT"))
    amount: Amount | None = described(N_("Amount"), N_("Computed when left out"), None)
    vat: Vat | None = described(
        N_("VAT"),
        N_("The rate in percent points, or exempt, or none when the seller pays no VAT"),
        None,
    )
    vat_amount: Amount | None = described(
        N_("VAT amount"), N_("As on the document; computed from the rate when left out"), None
    )
    norm: Literal["daily-allowance", "hotel"] | None = described(
        N_("Norm of a trip in Latvia"),
        N_("daily-allowance or hotel: the unit price is compared with the norm of the Cabinet"),
        None,
    )
    document: SupportingDocument | None = described(N_("Document"), N_("The supporting document"), None)

    def currency(self, home: Currency) -> Currency:
        """Return the currency of its sums: that of its document, or `home`, the report's."""
        return self.document.money if self.document else home

    def paid(self, home: Currency) -> Money:
        """Return the amount as given, or quantity times unit price, in the cost's own currency."""
        amount = cents(self.quantity * self.unit_price) if self.amount is None else self.amount
        return Money(amount, self.currency(home))


class EarlierPosition(Record):
    """What an earlier report says of one position of the budget."""

    code: Verbatim = described(N_("Code"), N_("Its code in the budget, unique"))
    spent_before: Amount = described(N_("Spent before"), N_("Spent before the reporting period"))
    this_period: Amount = described(N_("This period"), N_("Spent in the reporting period"))


class EarlierReport(Record):
    """An earlier report of the same project: what it accounted for, position by position."""

    agreement: Verbatim = described(N_("Agreement number"), N_("Exactly as in the agreement"))
    date: Date = described(N_("Report date"), N_("The day of signing"))
    number: Verbatim | None = described(N_("Report number"), N_("Number in the records"), None)
    period: Period | None = described(N_("Reporting period"), N_("The days it accounts for"), None)
    currency: Currency = described(N_("Currency"), N_("LVL or EUR"), "LVL")
    positions: tuple[EarlierPosition, ...] = described(
        N_("Budget"), N_("Positions of the project's budget"), ()
    )
