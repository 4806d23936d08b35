"""python-docx by hand: each document is built paragraph by paragraph, on its default template."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.benchmarks.peers.assets import PHOTO_WIDTH
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fitting
from tests.benchmarks.peers.word_layout import compose_annex, compose_report


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.docx": report(case), f"{ANNEX}.docx": annex(case)}


def report(case: Case) -> bytes:
    """Return the report."""
    document = docx.Document()
    photos = fitting(case.photos)

    def show(paragraph: Paragraph, at: int) -> None:
        paragraph.add_run().add_picture(str(photos[at]), width=Mm(PHOTO_WIDTH))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    compose_report(document, case.report, photos, show)
    return _saved(document)


def annex(case: Case) -> bytes:
    """Return the annex."""
    document = docx.Document()
    compose_annex(document, case.annex)
    return _saved(document)


def _saved(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
