"""docxtpl: a Word template with Jinja2 tags for each document, filled; here the default ones."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from tests.benchmarks.peers.assets import PHOTO_WIDTH, TEMPLATES
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fitting
from tests.benchmarks.peers.word_templates import flat_annex, flat_report


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.docx": report(case), f"{ANNEX}.docx": annex(case)}


def report(case: Case, look: str = "default") -> bytes:
    """Return the filled report."""
    document = _opened(f"docxtpl-{look}-report-{len(case.photos)}")
    pictures = {
        f"photo{at}": InlineImage(document, str(photo), width=Mm(PHOTO_WIDTH))
        for at, photo in enumerate(fitting(case.photos))
    }
    return _filled(document, {**flat_report(case.report), **pictures})


def annex(case: Case, look: str = "default") -> bytes:
    """Return the filled annex."""
    return _filled(_opened(f"docxtpl-{look}-annex"), flat_annex(case.annex))


def _opened(template: str) -> DocxTemplate:
    """Return a template; docxtpl reads it anew for every document."""
    return DocxTemplate(str(TEMPLATES / f"{template}.docx"))


def _filled(document: DocxTemplate, fields: dict[str, Any]) -> bytes:
    document.render(fields, autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
