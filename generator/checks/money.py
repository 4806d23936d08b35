"""Rules of the project's money: sources, limits, positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from generator.budget import Line, budget_lines, source_lines
from generator.checks.rule import Check, Found, compared, error, money, warning
from generator.errors import N_
from generator.latvian.numbers import format_percent
from generator.model.finances import EarlierReport, Position
from generator.model.money import CENT, Money, cents, total, zero
from generator.model.records import Project


def _shares(project: Project) -> Found:
    known = [source.share for source in project.funding if source.share is not None]
    whole = sum(known, Decimal(0))
    if known and (whole > 100 or (whole < 100 and len(known) == len(project.funding))):
        difference = format_percent(abs(100 - whole))
        yield error("sources.share", "project.funding", share=format_percent(whole), difference=difference)


def _amounts(project: Project) -> Found:
    known = [source.amount for source in project.funding if source.amount is not None]
    given = Money(sum(known, zero(project.currency).amount), project.currency)
    whole = _total(project)
    complete = len(known) == len(project.funding)
    if known and (given > whole or (given < whole and complete)):
        yield error("sources.amount", "project.funding", **compared(given, whole))


def _total(project: Project) -> Money:
    return Money(project.total, project.currency)


def _share_and_amount(project: Project) -> Found:
    """Find sources whose amount is not their share; a share of few decimals may be off by its rounding.

    Where no source has an amount, each has its share by itself.
    """
    if all(source.amount is None for source in project.funding):
        return
    near = max(CENT, cents(project.total / 20_000))
    for index, line in enumerate(source_lines(project)):
        if line.source.share is None:
            continue
        computed = Money(cents(project.total * line.source.share / 100), project.currency)
        if abs(line.amount - computed).amount > near:
            field = "share" if line.source.amount is None else "amount"
            values = compared(line.amount, computed) | {"share": format_percent(line.source.share)}
            yield warning("sources.split", f"project.funding[{index}].{field}", **values)


_LIMITS: Final = {"1.5.2.2.3": (Money(Decimal("1000.00"), "LVL"), Money(Decimal("25000.00"), "LVL"))}


def _limit(project: Project) -> Found:
    number, whole = project.subactivity.number.strip(" ."), _total(project)
    if number not in _LIMITS:
        return
    least, most = (limit.to(project.currency) for limit in _LIMITS[number])
    if not least <= whole <= most:
        values = {"total": money(whole), "least": money(least), "most": money(most)}
        yield error("agreement.limit", "project.total", subactivity=number, **values)


# -- positions of the budget --------------------------------------------------------------------
def _walk(project: Project, budget: Sequence[Position]) -> Iterator[Line]:
    """Yield every line of the budget, groups before what stands in them."""
    for line in budget_lines(budget, project.currency):
        yield from line.walk()


def _budget_sum(project: Project, budget: Sequence[Position]) -> Found:
    leaves = (line for line in _walk(project, budget) if not line.below and line.eligible)
    approved = total((line.figures.approved for line in leaves), project.currency)
    if approved != _total(project):
        yield error("budget.sum", "budget", **compared(approved, _total(project)))


def _group_sum(project: Project, budget: Sequence[Position]) -> Found:
    """Find groups whose own figures are not what stands under them."""
    for line in _walk(project, budget):
        for name in ("approved", "spent_before", "this_period") if line.below else ():
            typed, computed = getattr(line.position, name), getattr(line.figures, name)
            if typed is not None and typed != computed.amount:
                values = compared(Money(typed, project.currency), computed)
                yield error("budget.group-sum", f"{line.path}.{name}", code=line.position.code, **values)


def _over_position(
    project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport] = ()
) -> Found:
    for top in budget_lines(budget, project.currency, earlier):
        for line in top.leaves():
            if line.figures.spent > line.figures.approved:
                values = compared(line.figures.spent, line.figures.approved)
                field = f"{line.path}.this_period"
                yield warning("budget.over-position", field, code=line.position.code, **values)


def _same_code(project: Project, budget: Sequence[Position]) -> Found:
    first: dict[str, Position] = {}
    for line in _walk(project, budget):
        one = line.position
        if one.code in first:
            names = {"name": first[one.code].name, "other": one.name}
            yield error("budget.code-duplicate", f"{line.path}.code", code=one.code, **names)
        first.setdefault(one.code, one)


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
        "budget.group-sum",
        N_("The figures of every group of the budget are what stands under it"),
        N_("Arithmetic"),
        _group_sum,
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
