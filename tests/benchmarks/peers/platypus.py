"""reportlab's platypus, tuned: no ASCII85, strings in the cells of numbers, LongTable with fixed widths,
the total of pages in one form, no shrinking of spaces. PDF without tags, which platypus does not write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    Image,
    KeepTogether,
    ListFlowable,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from tests.benchmarks.peers import words
from tests.benchmarks.peers.assets import EMBLEM, EMBLEM_HEIGHT, FONTS, PHOTO_WIDTH
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fitting

rl_config.useA85 = 0
for _face in ("Regular", "Bold", "Italic", "BoldItalic"):
    registerFont(TTFont(f"Tinos-{_face}", FONTS / f"Tinos-{_face}.ttf"))
registerFontFamily("Tinos-Regular", "Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic")

_style = partial(ParagraphStyle, fontName="Tinos-Regular", fontSize=12, leading=14.5, spaceShrinkage=0)
BODY = _style("body", alignment=TA_JUSTIFY, spaceAfter=6)
LEFT = _style("left", spaceAfter=3)
INDENTED = _style("indented", leftIndent=95 * mm)
CENTRED = _style("centred", alignment=TA_CENTER)
BOLD = _style("bold", alignment=TA_CENTER, fontName="Tinos-Bold", spaceAfter=6)
SMALL = _style("small", fontSize=10, leading=12, alignment=TA_CENTER)
NOTE = _style("note", fontSize=10, leading=12, spaceBefore=8)
UNIT = _style("unit", fontSize=10, leading=12, alignment=TA_RIGHT, fontName="Tinos-Italic")
HEADING = _style("h2", fontName="Tinos-Bold", spaceBefore=10, spaceAfter=4, keepWithNext=1)
TITLE = _style("h1", fontName="Tinos-Bold", fontSize=14, leading=17, alignment=TA_CENTER, spaceBefore=16)
CAPTION = _style("caption", fontName="Tinos-Bold", spaceBefore=8, spaceAfter=3, keepWithNext=1)
CELL = _style("cell", fontSize=10, leading=12)
HEAD_CELL = _style("head-cell", fontName="Tinos-Bold", fontSize=10, leading=12)
GRID = [
    ("GRID", (0, 0), (-1, -1), 0.5, "#404040"),
    ("FONT", (0, 0), (-1, -1), "Tinos-Regular", 10, 12),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("LEFTPADDING", (0, 0), (-1, -1), 1.6 * mm),
    ("RIGHTPADDING", (0, 0), (-1, -1), 1.6 * mm),
]
REGISTER = [*GRID, ("ALIGN", (2, 0), (-1, -1), "RIGHT"), ("FONT", (0, -1), (-1, -1), "Tinos-Bold", 10, 12)]


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.pdf": report(case), f"{ANNEX}.pdf": annex(case)}


def report(case: Case) -> bytes:
    """Return the report."""
    fields, photos = case.report, fitting(case.photos)
    story = [*_front(fields), *_story(fields), *_money(fields), *_pictures(fields, photos), *_end(fields)]
    return _built(fields, story)


def annex(case: Case) -> bytes:
    """Return the annex."""
    return _built(case.annex, list(_annex(case.annex)))


def _built(fields: dict[str, Any], story: list[Flowable]) -> bytes:
    buffer = BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, title=fields["title"], author=fields["author"], lang="lv")
    furniture = partial(_furniture, header=fields["header"])
    document.addPageTemplates(
        [_page("portrait", A4, furniture), _page("landscape", landscape(A4), furniture)]
    )
    document.build(story, canvasmaker=_Numbered)
    return buffer.getvalue()


# -- pages --------------------------------------------------------------------------------------
class _Numbered(Canvas):
    """A canvas that draws the number of pages once, in a form that every page shows."""

    def save(self) -> None:
        self.beginForm("pages")
        self.setFont("Tinos-Regular", 9)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


def _page(name: str, size: tuple[float, float], furniture: Any) -> PageTemplate:
    width, height = size
    frame = Frame(30 * mm, 20 * mm, width - 45 * mm, height - 40 * mm, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=furniture, pagesize=size)


def _furniture(canvas: Canvas, document: BaseDocTemplate, header: str) -> None:
    if document.page == 1:
        return
    width, height = document.pageTemplate.pagesize
    canvas.saveState()
    canvas.setFont("Tinos-Regular", 9)
    canvas.drawRightString(width - 15 * mm, height - 12 * mm, header)
    canvas.drawRightString(width / 2 + 10 * mm, 10 * mm, f"{document.page}.\u00a0lpp. no\u00a0")
    canvas.translate(width / 2 + 10 * mm, 10 * mm)
    canvas.doForm("pages")
    canvas.restoreState()


# -- the report ---------------------------------------------------------------------------------
def _front(fields: dict[str, Any]) -> Iterable[Flowable]:
    yield _text(fields["fund"], SMALL)
    yield Image(str(EMBLEM), EMBLEM_HEIGHT * 1.5 * mm, EMBLEM_HEIGHT * mm)
    yield from _texts([fields["emblem_words"], fields["slogan"]], SMALL)
    yield _text(fields["author_name"], BOLD)
    yield from _texts(fields["contacts"], SMALL)
    yield _text(fields["addressee"], INDENTED)
    yield _text("AKTIVITĀTES PĀRSKATS", TITLE)
    yield _text(fields["subject"], BOLD)
    dateline = [[fields["place_date"], fields["number"]]]
    yield Table(dateline, (99 * mm, 66 * mm), style=[*GRID[1:], ("FONTSIZE", (0, 0), (-1, -1), 12),
                                                     ("ALIGN", (1, 0), (1, 0), "RIGHT")])  # fmt: skip
    yield _facts(fields["facts"])


def _story(fields: dict[str, Any]) -> Iterable[Flowable]:
    yield _text("1. Mērķis", HEADING)
    yield _text("Brauciena mērķi bija šādi:", LEFT)
    yield _list(fields["goals"])
    yield _text(fields["choice"])
    yield _text("2. Plānotais un faktiskais", HEADING)
    yield _text(words.PLAN, CAPTION)
    yield _table((4, 3, 3), words.PLAN_HEAD, fields["plan"], GRID, texts=(0, 1, 2))
    yield _text("3. Norise", HEADING)
    yield from _texts(fields["course"])
    yield _text(words.PROGRAMME, CAPTION)
    yield _table((2.4, 6), words.PROGRAMME_HEAD, fields["programme"], GRID, texts=(1,))
    yield _text("4. Dalībnieki", HEADING)
    yield _text(fields["participants_lead"], LEFT)
    yield _text(words.PEOPLE, CAPTION)
    total = [words.TOTAL, "", "", fields["participants_total"]]
    yield _table((1.4, 5, 5, 1.6), words.PEOPLE_HEAD, [*fields["participants"], total], REGISTER, (1, 2))
    yield _text("5. Apskatītie objekti", HEADING)
    yield _text("Brauciena laikā tika apskatīti šādi objekti:", LEFT)
    yield _list(fields["sites"], numbered=True)
    yield _text("6. Rezultāti un to izmantošana", HEADING)
    yield from _texts(fields["results"])
    yield _text("7. Atkāpes un to risinājumi", HEADING)
    yield from _texts(fields["deviations"])
    yield _text("8. Horizontālās prioritātes", HEADING)
    for name, text in fields["priorities"]:
        yield Paragraph(f"<b>{escape(name)}</b> {escape(text)}", BODY)
    yield _text("9. Publicitāte", HEADING)
    yield from _texts(fields["publicity"])


def _money(fields: dict[str, Any]) -> Iterable[Flowable]:
    yield _text("10. Finansējums", HEADING)
    yield _text(fields["funding"])
    yield _text("Finansējuma avoti:", LEFT)
    yield _list(fields["sources"])
    yield _text(fields["spending"])
    yield _text("11. Apliecinājums", HEADING)
    yield _text(words.DECLARATION)


def _pictures(fields: dict[str, Any], photos: Sequence[Path]) -> Iterable[Flowable]:
    if photos:
        yield _text("12. Attēli", HEADING)
    for photo, caption in zip(photos, fields["photos"], strict=True):
        picture = Image(str(photo), PHOTO_WIDTH * mm, PHOTO_WIDTH * 0.75 * mm)
        yield KeepTogether([picture, _text(caption, CENTRED)])


def _end(fields: dict[str, Any]) -> Iterable[Flowable]:
    if fields["attachments"]:
        yield _text("Pielikumā:", LEFT)
        yield _list(fields["attachments"], numbered=True)
    yield KeepTogether([
        *map(_signature, fields["signers"]),
        _text("Sagatavoja:", LEFT),
        *map(_signature, fields["preparers"]),
    ])  # fmt: skip
    yield from _texts(fields["notes"], NOTE)


def _signature(position: str) -> Flowable:
    line = HRFlowable(38 * mm, 0.5, color="#000000")
    return Table(
        [[_text(position, LEFT), line, line]],
        (85 * mm, 40 * mm, 40 * mm),
        style=[("VALIGN", (0, 0), (-1, -1), "BOTTOM")],
    )


# -- the annex ----------------------------------------------------------------------------------
def _annex(annex: dict[str, Any]) -> Iterable[Flowable]:
    yield from _texts(annex["mark"], INDENTED)
    yield _text("FINANSĒJUMA PIELIKUMS", TITLE)
    yield _text(annex["subject"], BOLD)
    yield _facts(annex["facts"])
    yield _text("1. Finansējuma avoti", HEADING)
    yield _text(words.UNIT, UNIT)
    total = [words.TOTAL, *annex["sources_total"]]
    yield _table((6, 2, 2), words.SOURCES_HEAD, [*annex["sources"], total], REGISTER, texts=(0,))
    yield NextPageTemplate("landscape")
    yield PageBreak()
    yield from _register(annex, "budget", "2. Izmaksu sadalījums pa pozīcijām", words.BUDGET_HEAD,
                         (1.2, 6, 2, 2, 2, 2, 2, 1.6), texts=(1,))  # fmt: skip
    yield from _register(annex, "costs", "3. Brauciena izmaksas", words.COSTS_HEAD,
                         (1.1, 6, 1.2, 1.7, 2, 2, 2, 1.9), texts=(1, 4))  # fmt: skip
    yield from _register(annex, "documents", "4. Attaisnojuma dokumentu saraksts", words.DOCUMENTS_HEAD,
                         (1.1, 2.6, 2.8, 2.1, 5, 2, 2.1), texts=(1, 4))  # fmt: skip
    yield from _end(annex)


def _register(
    annex: dict[str, Any],
    name: str,
    heading: str,
    head: Sequence[str],
    shares: Sequence[float],
    texts: Sequence[int],
) -> Iterable[Flowable]:
    yield _text(heading, HEADING)
    yield _text(words.UNIT, UNIT)
    total = annex[f"{name}_total"]
    last = [words.TOTAL, *[""] * (len(head) - 1 - len(total)), *total]
    yield _table(shares, head, [*annex[name], last], REGISTER, texts, 252 * mm)
    yield _text(annex[f"{name}_sum"])


# -- parts --------------------------------------------------------------------------------------
def _text(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(text), style)


def _texts(texts: Iterable[str], style: ParagraphStyle = BODY) -> Iterable[Flowable]:
    return (_text(text, style) for text in texts)


def _list(texts: Iterable[str], numbered: bool = False) -> Flowable:
    kind = {"bulletType": "1", "bulletFormat": "%s."} if numbered else {"bulletType": "bullet", "start": "–"}
    return ListFlowable([_text(text, LEFT) for text in texts], bulletFontName="Tinos-Regular",
                        bulletFontSize=12, leftIndent=10 * mm, **kind)  # fmt: skip


def _facts(rows: Sequence[Sequence[str]]) -> Flowable:
    cells = [[f"{name}", _text(value, CELL)] for name, value in rows]
    return LongTable(
        cells, (49.5 * mm, 115.5 * mm), style=[*GRID, ("FONT", (0, 0), (0, -1), "Tinos-Bold", 10, 12)]
    )


def _table(
    shares: Sequence[float],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    style: list[Any],
    texts: Sequence[int],
    width: float = 165 * mm,
) -> Flowable:
    """Return a table; its head and the columns `texts` hold words, which break into lines where they must."""
    part = width / sum(shares)
    heads = [_text(name, HEAD_CELL) for name in head]
    cells = [[_text(text, CELL) if at in texts else text for at, text in enumerate(row)] for row in rows]
    return LongTable([heads, *cells], [share * part for share in shares], repeatRows=1, style=style)
