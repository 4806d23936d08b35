"""docxtpl with lean templates: the styles in use alone, a third of the default ones in size."""

from __future__ import annotations

from tests.benchmarks.peers import docxtpl
from tests.benchmarks.peers.case import ANNEX, REPORT, Case


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.docx": report(case), f"{ANNEX}.docx": annex(case)}


def report(case: Case) -> bytes:
    """Return the filled report."""
    return docxtpl.report(case, "lean")


def annex(case: Case) -> bytes:
    """Return the filled annex."""
    return docxtpl.annex(case, "lean")
