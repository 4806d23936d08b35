"""The costs of the trip and the papers that prove them: amounts in the report's currency, and VAT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.frozen import dataclass
from generator.model.finances import Cost, SupportingDocument
from generator.model.money import Currency, Money, cents, total


@dataclass(frozen=True, slots=True)
class CostLine:
    """A cost with its sums: `own` in the currency of its document, the others in the report's.

    `vat` is None when the data do not say how VAT was paid.
    """

    cost: Cost
    own: Money
    amount: Money
    vat: Money | None

    @property
    def foreign(self) -> bool:
        """Whether the document is in another currency than the report."""
        return self.own.currency != self.amount.currency


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A supporting document with the sums of all the costs that it proves.

    `costs` holds their places in the list of costs, from 0.
    """

    document: SupportingDocument
    costs: tuple[int, ...]
    own: Money
    amount: Money
    vat: Money | None

    @property
    def net(self) -> Money | None:
        """The amount without VAT, None when that is not known."""
        return None if self.vat is None else self.amount - self.vat


def vat_within(cost: Cost, currency: Currency) -> Money | None:
    """Return the VAT within the amount of a cost, in its own currency: as given, or by the rate.

    The amount holds the VAT: 121,00 at 21 % holds 21,00. Source: Pievienotās vērtības nodokļa likums.
    """
    paid = cost.paid(currency)
    if cost.vat_amount is not None:
        return Money(cost.vat_amount, paid.currency)
    return None if cost.vat is None else vat_by_rate(cost, currency)


def vat_by_rate(cost: Cost, currency: Currency) -> Money:
    """Return the VAT within the amount of a cost by its rate; nothing where none is paid."""
    paid = cost.paid(currency)
    rate = cost.vat if isinstance(cost.vat, Decimal) else Decimal(0)
    return Money(cents(paid.amount * rate / (100 + rate)), paid.currency)


def cost_lines(costs: Iterable[Cost], currency: Currency) -> tuple[CostLine, ...]:
    """Return every cost with its sums in the currency of the report."""
    return tuple(_cost_line(cost, currency) for cost in costs)


def _cost_line(cost: Cost, currency: Currency) -> CostLine:
    own, vat = cost.paid(currency), vat_within(cost, currency)
    return CostLine(cost, own, own.to(currency), None if vat is None else vat.to(currency))


def costs_total(costs: Iterable[Cost], currency: Currency) -> Money:
    """Return the sum of costs in the currency of the report."""
    return total((line.amount for line in cost_lines(costs, currency)), currency)


def vat_total(lines: Iterable[CostLine | DocumentLine], currency: Currency) -> Money | None:
    """Return the VAT of lines added up, None when that of any is not known."""
    known = [line.vat for line in lines]
    return total((vat for vat in known if vat is not None), currency) if None not in known else None


def document_lines(lines: Sequence[CostLine], currency: Currency) -> tuple[DocumentLine, ...]:
    """Return the supporting documents by date, then number; one with a number is listed once."""
    groups: dict[object, list[int]] = {}
    for at, line in enumerate(lines):
        document = line.cost.document
        if document is not None:
            groups.setdefault(document if document.number else at, []).append(at)
    listed = [_document_line(places, lines, currency) for places in groups.values()]
    return tuple(sorted(listed, key=_order))


def _document_line(places: Sequence[int], lines: Sequence[CostLine], currency: Currency) -> DocumentLine:
    """Return one document with the sums of its costs."""
    rows = [lines[at] for at in places]
    document = rows[0].cost.document
    assert document is not None
    return DocumentLine(
        document,
        tuple(places),
        total((row.own for row in rows), document.money),
        total((row.amount for row in rows), currency),
        vat_total(rows, currency),
    )


def _order(line: DocumentLine) -> tuple[object, ...]:
    """Return the key of the list: the date, then the number with its digits read as numbers."""
    parts = re.split(r"([0-9]+)", line.document.number or "")
    number = tuple((int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in parts)
    return line.document.date, number, line.costs
