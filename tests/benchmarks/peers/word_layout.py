"""The report and its annex by python-docx: what a person makes in Word, or a program by hand.

Given the texts of a trip it makes a finished document; given tags instead of texts it makes the
template of docxtpl or Docxtemplater, for a row of tags is a row like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.benchmarks.peers import words
from tests.benchmarks.peers.assets import EMBLEM, EMBLEM_HEIGHT

RIGHT, CENTER = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
Show = Callable[[Paragraph, int], None]
"""Puts a photo into a paragraph."""


def compose_report(document: Document, fields: dict[str, Any], photos: Sequence[Any], show: Show) -> None:
    """Write the report into an empty document; `photos` has an item for each photo."""
    _set_page(document, fields)
    _front(document, fields)
    _story(document, fields)
    _money(document, fields)
    for at, _ in enumerate(photos):
        if at == 0:
            document.add_heading("12. Attēli", 2)
        show(document.add_paragraph(), at)
        document.add_paragraph(fields["photos"][at], "Caption").alignment = CENTER
    document.add_paragraph("Pielikumā:")
    _list(document, fields["attachments"], "List Number 2")
    _end(document, fields)


def compose_annex(document: Document, fields: dict[str, Any]) -> None:
    """Write the annex into an empty document."""
    _set_page(document, fields)
    for line in fields["mark"]:
        document.add_paragraph(line).alignment = RIGHT
    document.add_heading("FINANSĒJUMA PIELIKUMS", 1).alignment = CENTER
    _centred(document, fields["subject"], bold=True)
    _table(document, (), fields["facts"])
    document.add_heading("1. Finansējuma avoti", 2)
    document.add_paragraph(words.UNIT).alignment = RIGHT
    _table(document, words.SOURCES_HEAD, fields["sources"], (words.TOTAL, *fields["sources_total"]))
    _turn_page(document)
    _register(document, fields, "budget", "2. Izmaksu sadalījums pa pozīcijām", words.BUDGET_HEAD)
    _register(document, fields, "costs", "3. Brauciena izmaksas", words.COSTS_HEAD)
    _register(document, fields, "documents", "4. Attaisnojuma dokumentu saraksts", words.DOCUMENTS_HEAD)
    _end(document, fields)


# -- the report ---------------------------------------------------------------------------------
def _front(document: Document, fields: dict[str, Any]) -> None:
    _centred(document, fields["fund"])
    document.add_paragraph().add_run().add_picture(str(EMBLEM), height=Mm(EMBLEM_HEIGHT))
    document.paragraphs[-1].alignment = CENTER
    for text in (fields["emblem_words"], fields["slogan"]):
        _centred(document, text)
    _centred(document, fields["author_name"], bold=True)
    for text in fields["contacts"]:
        _centred(document, text)
    document.add_paragraph(fields["addressee"])
    document.add_heading("AKTIVITĀTES PĀRSKATS", 1).alignment = CENTER
    _centred(document, fields["subject"], bold=True)
    document.add_paragraph(f"{fields['place_date']}\t{fields['number']}")
    _table(document, (), fields["facts"])


def _story(document: Document, fields: dict[str, Any]) -> None:
    document.add_heading("1. Mērķis", 2)
    document.add_paragraph("Brauciena mērķi bija šādi:")
    _list(document, fields["goals"], "List Bullet")
    document.add_paragraph(fields["choice"])
    document.add_heading("2. Plānotais un faktiskais", 2)
    document.add_paragraph(words.PLAN, "Caption")
    _table(document, words.PLAN_HEAD, fields["plan"])
    document.add_heading("3. Norise", 2)
    _paragraphs(document, fields["course"])
    document.add_paragraph(words.PROGRAMME, "Caption")
    _table(document, words.PROGRAMME_HEAD, fields["programme"])
    document.add_heading("4. Dalībnieki", 2)
    document.add_paragraph(fields["participants_lead"])
    document.add_paragraph(words.PEOPLE, "Caption")
    total = (words.TOTAL, "", "", fields["participants_total"])
    _table(document, words.PEOPLE_HEAD, fields["participants"], total)
    document.add_heading("5. Apskatītie objekti", 2)
    document.add_paragraph("Brauciena laikā tika apskatīti šādi objekti:")
    _list(document, fields["sites"], "List Number")
    document.add_heading("6. Rezultāti un to izmantošana", 2)
    _paragraphs(document, fields["results"])
    document.add_heading("7. Atkāpes un to risinājumi", 2)
    _paragraphs(document, fields["deviations"])
    document.add_heading("8. Horizontālās prioritātes", 2)
    for name, text in fields["priorities"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(f" {text}")
    document.add_heading("9. Publicitāte", 2)
    _paragraphs(document, fields["publicity"])


def _money(document: Document, fields: dict[str, Any]) -> None:
    document.add_heading("10. Finansējums", 2)
    document.add_paragraph(fields["funding"])
    document.add_paragraph("Finansējuma avoti:")
    _list(document, fields["sources"], "List Bullet")
    document.add_paragraph(fields["spending"])
    document.add_heading("11. Apliecinājums", 2)
    document.add_paragraph(words.DECLARATION)


# -- the annex ----------------------------------------------------------------------------------
def _register(
    document: Document, annex: dict[str, Any], name: str, heading: str, head: Sequence[str]
) -> None:
    document.add_heading(heading, 2)
    document.add_paragraph(words.UNIT).alignment = RIGHT
    total = annex[f"{name}_total"]
    blanks = [""] * (len(head) - 1 - len(total))
    _table(document, head, annex[name], (words.TOTAL, *blanks, *total))
    document.add_paragraph(annex[f"{name}_sum"])


# -- either document ----------------------------------------------------------------------------
def _end(document: Document, fields: dict[str, Any]) -> None:
    for position in fields["signers"]:
        document.add_paragraph(f"{position}\t________________\t________________")
    document.add_paragraph("Sagatavoja:")
    for position in fields["preparers"]:
        document.add_paragraph(f"{position}\t________________\t________________")
    _paragraphs(document, fields["notes"])


def _centred(document: Document, text: str, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold or None
    paragraph.alignment = CENTER


def _paragraphs(document: Document, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_paragraph(text)


def _list(document: Document, texts: Iterable[str], style: str) -> None:
    for text in texts:
        document.add_paragraph(text, style)


def _table(
    document: Document, head: Sequence[str], body: Sequence[Sequence[str]], foot: Sequence[str] = ()
) -> None:
    """Add a table; it is made whole, since adding row after row takes python-docx longer."""
    rows = [*([head] if head else []), *body, *([foot] if foot else [])]
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if head:
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)


# -- pages --------------------------------------------------------------------------------------
def _set_page(document: Document, fields: dict[str, Any]) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = fields["header"]
    section.header.paragraphs[0].alignment = RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = CENTER
    _add_field(footer, "PAGE")
    footer.add_run(".\u00a0lpp. no\u00a0")
    _add_field(footer, "NUMPAGES")
    document.core_properties.title = fields["title"]
    document.core_properties.author = fields["author"]


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _turn_page(document: Document) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.different_first_page_header_footer = False  # but the first page of all
    section.page_width, section.page_height = Mm(297), Mm(210)
