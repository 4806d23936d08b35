"""Rules of value-added tax: the rates of a document's date, and the tax within the amounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.budget import cost_lines, vat_by_rate
from generator.checks.dated import in_force
from generator.checks.rule import Check, Found, compared, error, money, warning
from generator.errors import N_
from generator.latvian.numbers import format_percent
from generator.model.finances import Cost
from generator.model.money import CENT, Money
from generator.model.records import Project


def _rate(costs: Sequence[Cost]) -> Found:
    """Find rates that were not in force; the table may not know a document of long ago."""
    for index, cost in enumerate(costs):
        rates = in_force("vat", cost.document.date) if cost.document else None
        if rates is None or not isinstance(cost.vat, Decimal):
            continue
        known = [Decimal(rate) for rate in (rates["standard"], *rates["reduced"], 0)]
        if cost.document and cost.vat not in known:
            values = {"rate": format_percent(cost.vat), "known": ", ".join(map(format_percent, known))}
            yield warning("vat.rate", f"costs[{index}].vat", date=cost.document.date, **values)


def _amount(project: Project, costs: Sequence[Cost]) -> Found:
    """Find amounts of VAT that the rate does not give; an invoice of many lines may round a cent apart."""
    for index, cost in enumerate(costs):
        if cost.vat is None or cost.vat_amount is None:
            continue
        computed = vat_by_rate(cost, project.currency)
        typed = Money(cost.vat_amount, computed.currency)
        if typed != computed:
            weigh = error if abs(typed - computed).amount > CENT else warning
            field = f"costs[{index}].vat_amount"
            yield weigh("vat.amount", field, item=cost.item, **compared(typed, computed))


def _missing(costs: Sequence[Cost]) -> Found:
    """Find documents without VAT in a list where others have it: their columns cannot be added up."""
    proved = [(index, cost) for index, cost in enumerate(costs) if cost.document is not None]
    without = [(index, cost) for index, cost in proved if cost.vat is None and cost.vat_amount is None]
    if len(without) < len(proved):
        for index, cost in without:
            yield warning("vat.missing", f"costs[{index}]", item=cost.item)


def _recoverable(project: Project, costs: Sequence[Cost]) -> Found:
    """Find costs that hold VAT which the beneficiary gets back; from 2021 small projects may count it."""
    judged = project.vat_recoverable and project.planning_period != "2021-2027"
    for index, line in enumerate(cost_lines(costs, project.currency) if judged else ()):
        if line.vat:
            values = {"item": line.cost.item, "vat": money(line.vat)}
            yield warning("vat.recoverable", f"costs[{index}].vat", **values)


VAT: Final = (
    Check(
        "vat.rate",
        N_("The VAT rate of every cost is one of its document's date"),
        N_("Pievienotās vērtības nodokļa likums; the dated table data/vat.toml"),
        _rate,
    ),
    Check(
        "vat.amount",
        N_("The VAT amount of every cost is what its rate gives"),
        N_("Arithmetic"),
        _amount,
    ),
    Check(
        "vat.missing",
        N_("VAT is given for all supporting documents or for none"),
        N_("The funding annex, list of supporting documents: net, VAT and gross add up"),
        _missing,
    ),
    Check(
        "vat.recoverable",
        N_("No cost holds VAT that the beneficiary can recover"),
        N_("Regulations (EC) No 1081/2006, Article 11(2), and (EU) No 1303/2013, Article 69(3)"),
        _recoverable,
    ),
)
"""The rules of this file, in the order in which they are listed."""
