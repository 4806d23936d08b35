"""Pages painted as PDF, tagged and fit for an archive: PDF/A-2a and PDF/UA-1 in one file.

    layout ─ paint ─> content streams and marks ─ tags ─> structure tree ─ archive ─> bytes

reportlab carries the objects; what an archive asks beyond it stands in `objects` and `archive`.
"""

from generator.writers.pdf.writer import write

__all__ = ["write"]
