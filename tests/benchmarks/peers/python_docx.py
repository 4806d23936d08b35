"""python-docx by hand: the document is built paragraph by paragraph, on its default template."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.benchmarks.peers.assets import PHOTO_WIDTH
from tests.benchmarks.peers.case import Case, fitting
from tests.benchmarks.peers.word_layout import compose

SUFFIX: Final = "docx"


def write(case: Case) -> bytes:
    """Return the document."""
    document = docx.Document()
    photos = fitting(case.photos)

    def show(paragraph: Paragraph, at: int) -> None:
        paragraph.add_run().add_picture(str(photos[at]), width=Mm(PHOTO_WIDTH))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    compose(document, case.fields, photos, show)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
