"""Rules of the project's money: sources, limits, positions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.budget import CENT, ZERO, figures, total
from generator.checks.rule import Check, Found, cents, compared, error, money, warning
from generator.errors import N_
from generator.latvian.numbers import format_percent
from generator.model.records import Position, Project


def _shares(project: Project) -> Found:
    known = [source.share for source in project.funding if source.share is not None]
    whole = sum(known, Decimal(0))
    if known and (whole > 100 or (whole < 100 and len(known) == len(project.funding))):
        difference = format_percent(abs(100 - whole))
        yield error("sources.share", "project.funding", share=format_percent(whole), difference=difference)


def _amounts(project: Project) -> Found:
    known = [source.amount for source in project.funding if source.amount is not None]
    whole = sum(known, ZERO)
    complete = len(known) == len(project.funding)
    if known and (whole > project.total or (whole < project.total and complete)):
        yield error("sources.amount", "project.funding", **compared(whole, project.total, project))


def _share_and_amount(project: Project) -> Found:
    for index, source in enumerate(project.funding):
        if source.share is None or source.amount is None:
            continue
        computed = cents(project.total * source.share / 100)
        if abs(computed - source.amount) > max(CENT, cents(project.total / 20_000)):
            values = compared(source.amount, computed, project)
            share = format_percent(source.share)
            yield warning("sources.split", f"project.funding[{index}].amount", **values, share=share)


_LIMITS: Final = {"1.5.2.2.3": (Decimal(1000), Decimal(25_000))}


def _limit(project: Project) -> Found:
    number = project.subactivity.number.strip(" .")
    if project.currency != "LVL" or number not in _LIMITS:
        return
    least, most = _LIMITS[number]
    if not least <= project.total <= most:
        yield error(
            "agreement.limit", "project.total", subactivity=number,
            total=money(project.total, project), least=money(least, project), most=money(most, project),
        )  # fmt: skip


def _budget_sum(project: Project, budget: Sequence[Position]) -> Found:
    approved = total(position for position in budget if position.eligible).approved
    if approved != project.total:
        yield error("budget.sum", "budget", **compared(approved, project.total, project))


def _over_position(project: Project, budget: Sequence[Position]) -> Found:
    for index, position in enumerate(budget):
        row = figures(position)
        if row.left < 0:
            values = compared(row.spent, row.approved, project)
            yield warning(
                "budget.over-position", f"budget[{index}].this_period", code=position.code, **values
            )


def _same_code(budget: Sequence[Position]) -> Found:
    first: dict[str, Position] = {}
    for index, position in enumerate(budget):
        if position.code in first:
            names = {"name": first[position.code].name, "other": position.name}
            yield error("budget.code-duplicate", f"budget[{index}].code", code=position.code, **names)
        first.setdefault(position.code, position)


MONEY: Final = (
    Check(
        "sources.share",
        N_("The shares of the funding sources make up 100 %"),
        N_("The funding annex, table of sources"),
        _shares,
    ),
    Check(
        "sources.amount",
        N_("The amounts of the funding sources make up the total of the project"),
        N_("The funding annex, table of sources"),
        _amounts,
    ),
    Check(
        "sources.split",
        N_("The amount of every funding source is its share of the total"),
        N_("Arithmetic"),
        _share_and_amount,
    ),
    Check(
        "agreement.limit",
        N_("The total of the project is within the limits of its sub-activity"),
        N_("MK 25.11.2008. Nr. 962: 1000-25 000 LVL for 1.5.2.2.3"),
        _limit,
    ),
    Check(
        "budget.sum",
        N_("The approved sums of the eligible positions make up the total of the project"),
        N_("The funding annex, table of positions"),
        _budget_sum,
    ),
    Check(
        "budget.over-position",
        N_("No budget position is exceeded"),
        N_("The funding annex: approved less spent is what is left"),
        _over_position,
    ),
    Check(
        "budget.code-duplicate",
        N_("Every budget position has a code of its own"),
        N_("A code says to which position a cost belongs"),
        _same_code,
    ),
)
"""The rules of this file, in the order in which they are listed."""
