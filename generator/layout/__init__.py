"""A document and a theme laid out: lines and pages, from which writers paint.

    blocks ─ flow ─> boxes ─ pages ─> boxes on pages ─ when asked for ─> items at their places

Nothing here knows a file format. Lengths are points; y runs down from the upper edge of the page.
"""

from __future__ import annotations

from generator.layout.boxes import Fill, Fragment, Item, Layout, Owner, Page, PlacedImage, RuleLine, TextLine
from generator.layout.coverage import missing_glyphs
from generator.layout.layout import lay_out

__all__ = [
    "Fill",
    "Fragment",
    "Item",
    "Layout",
    "Owner",
    "Page",
    "PlacedImage",
    "RuleLine",
    "TextLine",
    "lay_out",
    "missing_glyphs",
]
