"""Typst by typst-py: one template, compiled to PDF/A-2a and PDF/UA-1 at once, as ours are."""

from __future__ import annotations

import json
from typing import Final

import typst

from tests.benchmarks.peers.assets import EMBLEM, FONTS, HERE
from tests.benchmarks.peers.case import Case, fitting

SUFFIX: Final = "pdf"
_COMPILER: Final = typst.Compiler(
    str(HERE / "report.typ"), root=HERE.anchor, font_paths=[str(FONTS)], ignore_system_fonts=True
)


def write(case: Case) -> bytes:
    """Return the PDF; Typst reads the texts and the photos from their files."""
    photos = json.dumps([str(photo) for photo in fitting(case.photos)])
    inputs = {"data": str(case.file), "photos": photos, "emblem": str(EMBLEM)}
    made = _COMPILER.compile(format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"])
    assert isinstance(made, bytes)
    return made
