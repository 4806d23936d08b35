"""Rules of the supporting documents: their dates, their numbers, their currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.checks.rule import Check, Found, error, outside, warning
from generator.errors import N_, Message
from generator.model.finances import Cost, SupportingDocument
from generator.model.money import currency_on
from generator.model.records import Project, Report


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
                first=_described(known), second=_described(document),
            )  # fmt: skip


def _described(document: SupportingDocument) -> Message:
    """Return what tells a document from another of its number."""
    known = {name: getattr(document, name) for name in ("kind", "date", "paid", "currency")}
    told = {name: value for name, value in known.items() if value is not None}
    return Message(", ".join(f"{{{name}}}" for name in told), told)


def _paid_early(costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        if document.paid is not None and document.paid < document.date:
            yield warning("document.paid-early", f"{field}.paid", paid=document.paid, date=document.date)


def _paid_late(report: Report, costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        if document.paid is not None and document.paid > report.date:
            yield error("document.paid-late", f"{field}.paid", paid=document.paid, report=report.date)


def _paid_outside(report: Report, costs: Sequence[Cost]) -> Found:
    if report.period is not None:
        for field, document in _documents(costs):
            paid = {f"{field}.paid": document.paid} if document.paid else {}
            for where, values in outside(paid, report.period):
                yield warning("document.paid-outside", where, **values)


def _other_currency(costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        expected = currency_on(document.date)
        if document.money != expected:
            values = {"currency": document.money, "date": document.date, "expected": expected}
            yield warning("document.currency", f"{field}.currency", **values)


DOCUMENTS: Final = (
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
    Check(
        "document.paid-early",
        N_("Every supporting document is paid on its date or later"),
        N_("Order of events"),
        _paid_early,
    ),
    Check(
        "document.paid-late",
        N_("Every supporting document is paid on the day of the report or before"),
        N_("Costs are refunded after they are paid"),
        _paid_late,
    ),
    Check(
        "document.paid-outside",
        N_("Every supporting document is paid within the reporting period"),
        N_("A report accounts for what was paid in its period"),
        _paid_outside,
    ),
    Check(
        "document.currency",
        N_("The currency of every supporting document is that of its date"),
        N_("Euro ieviešanas kārtības likums; Council Decision 2013/387/EU"),
        _other_currency,
    ),
)
"""The rules of this file, in the order in which they are listed."""
