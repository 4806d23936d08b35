"""docxtpl with a lean template: the styles in use alone, a third of the default one in size."""

from __future__ import annotations

from typing import Final

from tests.benchmarks.peers.assets import TEMPLATES
from tests.benchmarks.peers.case import Case
from tests.benchmarks.peers.docxtpl import filled

SUFFIX: Final = "docx"


def write(case: Case) -> bytes:
    """Return the filled document."""
    return filled(TEMPLATES / f"docxtpl-lean-{len(case.photos)}.docx", case)
