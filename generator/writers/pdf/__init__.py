"""Pages painted as PDF, tagged, fit for an archive: PDF/A-2a (3a with the data attached) and PDF/UA-1.

    layout ─ paint ─> content streams and marks ─ tags ─> structure tree ─ archive ─> bytes

reportlab carries the objects; what an archive asks beyond it stands in `objects` and `archive`.
"""

from generator.writers.pdf.writer import write

__all__ = ["write"]
