"""Pages painted as PDF, tagged, fit for an archive: PDF/A-2a (3a with the data attached) and PDF/UA-1.

    layout ─ paint ─> content streams and marks ─ tags ─> structure tree ─ archive ─> bytes

reportlab reads the fonts; their subsets and the objects are made here (`subset`, `objects`).
"""

from generator.writers.pdf.writer import write

__all__ = ["write"]
