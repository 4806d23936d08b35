"""The arithmetic of money: sums, what is left, shares that add up. Checks and documents use the same.

All sums are exact `Money` of whole cents or santīmi; rounding is half up.
"""

from generator.budget.costs import (
    CostLine,
    DocumentLine,
    cost_lines,
    costs_total,
    document_lines,
    vat_by_rate,
    vat_total,
)
from generator.budget.euro import EuroColumn, euro_column
from generator.budget.positions import Figures, Line, budget_lines, in_order, spent_before, total
from generator.budget.sources import SourceLine, source_lines, split

__all__ = [
    "CostLine",
    "DocumentLine",
    "EuroColumn",
    "Figures",
    "Line",
    "SourceLine",
    "budget_lines",
    "cost_lines",
    "costs_total",
    "document_lines",
    "euro_column",
    "in_order",
    "source_lines",
    "split",
    "spent_before",
    "total",
    "vat_by_rate",
    "vat_total",
]
