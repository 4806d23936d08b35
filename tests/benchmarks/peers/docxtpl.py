"""docxtpl: a Word template with Jinja2 tags, filled; the default and the lean template."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from tests.benchmarks.peers.assets import PHOTO_WIDTH, TEMPLATES
from tests.benchmarks.peers.case import Case, fitting
from tests.benchmarks.peers.word_templates import flat

SUFFIX: Final = "docx"


def write(case: Case) -> bytes:
    """Return the filled document."""
    return filled(TEMPLATES / f"docxtpl-default-{len(case.photos)}.docx", case)


def filled(template: Path, case: Case) -> bytes:
    """Return a template filled; docxtpl reads it anew for every document."""
    document = DocxTemplate(str(template))
    pictures = {
        f"photo{at}": InlineImage(document, str(photo), width=Mm(PHOTO_WIDTH))
        for at, photo in enumerate(fitting(case.photos))
    }
    document.render({**flat(case.fields), **pictures}, autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
