"""Pages painted as PDF, tagged, fit for an archive: PDF/A-2a (3a with the data attached) and PDF/UA-1.

    layout ─ paint ─> content streams and marks ─ tags ─> structure tree ─ archive ─> bytes

reportlab reads the fonts and makes their subsets; the objects are text of our own (`objects`).
"""

from generator.writers.pdf.writer import write

__all__ = ["write"]
