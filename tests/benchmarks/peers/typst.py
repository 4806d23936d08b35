"""Typst by typst-py: a template for each document, compiled to PDF/A-2a and PDF/UA-1 at once, as ours are."""

from __future__ import annotations

import json
from typing import Final

import typst

from tests.benchmarks.peers.assets import EMBLEM, FONTS, HERE
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fields_file, fitting

_COMPILER: Final = typst.Compiler(root=HERE.anchor, font_paths=[str(FONTS)], ignore_system_fonts=True)


def write(case: Case) -> dict[str, bytes]:
    """Return both documents; Typst reads the texts and the photos from their files."""
    return {f"{REPORT}.pdf": report(case), f"{ANNEX}.pdf": annex(case)}


def report(case: Case) -> bytes:
    """Return the report."""
    photos = json.dumps([str(photo) for photo in fitting(case.photos)])
    data = str(fields_file(case.trip, REPORT))
    return _compiled("report.typ", {"data": data, "photos": photos, "emblem": str(EMBLEM)})


def annex(case: Case) -> bytes:
    """Return the annex."""
    return _compiled("annex.typ", {"data": str(fields_file(case.trip, ANNEX))})


def _compiled(template: str, inputs: dict[str, str]) -> bytes:
    made = _COMPILER.compile(
        str(HERE / template), format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"]
    )
    assert isinstance(made, bytes)
    return made
