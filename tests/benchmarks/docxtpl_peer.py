"""The same trip by docxtpl: a Word template with the report's and the annex's fields, tables and photos.

The template is made once with python-docx, the way its users make theirs in Word; only rendering is
timed. It has the same facts, rows, pictures and about the same words as our two documents.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

FACTS = (
    "project",
    "agreement",
    "beneficiary",
    "fund",
    "subactivity",
    "period",
    "total",
    "activity",
    "contact",
)
TABLES = {
    "programme": ("time", "topic", "place"),
    "participants": ("number", "position", "institution", "count"),
    "funding": ("name", "amount", "share"),
    "budget": ("code", "name", "approved", "before", "period", "spent", "left", "used"),
    "costs": ("number", "item", "code", "quantity", "unit", "price", "amount", "document"),
    "documents": ("number", "kind", "of", "date", "issuer", "net", "vat", "amount", "paid"),
}


def make_template() -> bytes:
    """Return the Word template."""
    document = docx.Document()
    document.add_heading("AKTIVITĀTES PĀRSKATS", 0)
    document.add_paragraph("{{ subject }}")
    facts = document.add_table(rows=0, cols=2, style="Table Grid")
    for name in FACTS:
        cells = facts.add_row().cells
        cells[0].text, cells[1].text = name, f"{{{{ {name} }}}}"
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title }}", 1)
    document.add_paragraph("{{ section.text }}")
    document.add_paragraph("{%p endfor %}")
    for name, columns in TABLES.items():
        _add_table(document, name, columns)
    for at in (0, 1):
        document.add_paragraph(f"{{{{ photo{at} }}}}")
        document.add_paragraph(f"{{{{ caption{at} }}}}")
    document.add_paragraph("{{ signature }}")
    return _saved(document)


def _add_table(document: Any, name: str, columns: tuple[str, ...]) -> None:
    document.add_heading(name, 1)
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    for at, column in enumerate(columns):
        table.rows[0].cells[at].text = column
        table.rows[2].cells[at].text = f"{{{{ row.{column} }}}}"
    table.rows[1].cells[0].text = f"{{%tr for row in {name} %}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def _saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def render(template: bytes, context: dict[str, Any], photos: list[bytes]) -> bytes:
    """Return the filled document; the photos are already reduced, as ours are from its cache."""
    document = DocxTemplate(BytesIO(template))
    pictures = {
        f"photo{at}": InlineImage(document, BytesIO(photo), width=Mm(133)) for at, photo in enumerate(photos)
    }
    document.render({**context, **pictures}, autoescape=True)
    return _saved(document)
