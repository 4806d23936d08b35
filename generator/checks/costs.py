"""Rules of the costs of the trip and their supporting documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.budget import costs_total
from generator.checks.rule import Check, Found, cents, compared, error, outside, warning
from generator.errors import N_
from generator.model.records import Cost, Position, Project, Report, SupportingDocument


def _cost_amount(project: Project, costs: Sequence[Cost]) -> Found:
    for index, cost in enumerate(costs):
        computed = cents(cost.quantity * cost.unit_price)
        if cost.amount is not None and cost.amount != computed:
            values = compared(cost.amount, computed, project)
            yield error("cost.amount", f"costs[{index}].amount", item=cost.item, **values)


def _position_unknown(budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    codes = [position.code for position in budget]
    for index, cost in enumerate(costs):
        if cost.position not in codes:
            known = ", ".join(codes)
            yield error("cost.position-unknown", f"costs[{index}].position", code=cost.position, known=known)


def _costs_over_position(project: Project, budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    for index, position in enumerate(budget):
        used = costs_total(cost for cost in costs if cost.position == position.code)
        if used > position.this_period:
            values = compared(used, position.this_period, project)
            field = f"budget[{index}].this_period"
            yield error("cost.over-position", field, code=position.code, **values)


def _same_cost(costs: Sequence[Cost]) -> Found:
    first: dict[Cost, int] = {}
    for index, cost in enumerate(costs):
        if cost in first:
            yield warning("cost.duplicate", f"costs[{index}]", item=cost.item, row=first[cost] + 1)
        first.setdefault(cost, index)


def _documents(costs: Iterable[Cost]) -> Iterator[tuple[str, SupportingDocument]]:
    """Yield the supporting documents with their fields."""
    for index, cost in enumerate(costs):
        if cost.document is not None:
            yield f"costs[{index}].document", cost.document


def _document_date(report: Report, costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        if document.date > report.date:
            yield error("document.date", f"{field}.date", date=document.date, report=report.date)


def _document_outside(project: Project, costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        for where, values in outside({f"{field}.date": document.date}, project.implementation):
            yield warning("document.outside-project", where, **values)


def _same_document(costs: Sequence[Cost]) -> Found:
    """Find one number of one issuer under two descriptions; one document may prove many costs."""
    first: dict[tuple[str, str], SupportingDocument] = {}
    for field, document in _documents(costs):
        if document.number is None or document.issuer is None:
            continue
        known = first.setdefault((document.issuer, document.number), document)
        if known != document:
            yield warning(
                "document.duplicate", f"{field}.number", number=document.number, issuer=document.issuer,
                first=f"{known.kind}, {known.date}", second=f"{document.kind}, {document.date}",
            )  # fmt: skip


COSTS: Final = (
    Check(
        "cost.amount",
        N_("The amount of every cost is quantity times unit price"),
        N_("Arithmetic"),
        _cost_amount,
    ),
    Check(
        "cost.position-unknown",
        N_("Every cost belongs to a position of the budget"),
        N_("The funding annex: costs are counted under their positions"),
        _position_unknown,
    ),
    Check(
        "cost.over-position",
        N_("The costs of the trip are within what was spent on their positions in the period"),
        N_("The funding annex: the trip's costs are a part of the positions"),
        _costs_over_position,
    ),
    Check(
        "cost.duplicate",
        N_("No cost is listed twice"),
        N_("A cost is refunded once"),
        _same_cost,
    ),
    Check(
        "document.date",
        N_("Every supporting document is dated on the day of the report or before"),
        N_("Order of events"),
        _document_date,
    ),
    Check(
        "document.outside-project",
        N_("Every supporting document is dated within the implementation of the project"),
        N_("Costs are eligible within the implementation of the project"),
        _document_outside,
    ),
    Check(
        "document.duplicate",
        N_("A number of one issuer stands for one document"),
        N_("The funding annex, list of supporting documents"),
        _same_document,
    ),
)
"""The rules of this file, in the order in which they are listed."""
