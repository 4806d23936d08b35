"""fpdf2: cells and tables written one after the other. PDF without tags, which fpdf2 does not write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from tests.benchmarks.peers import words
from tests.benchmarks.peers.assets import EMBLEM, EMBLEM_HEIGHT, FONTS, PHOTO_WIDTH
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fitting

_BOLD: Final = FontFace(emphasis="BOLD")
_FACES: Final = {"": "Regular", "B": "Bold", "I": "Italic"}


class Paper(FPDF):
    """A document with its running header and footer; fpdf2 reads the faces it uses anew for each."""

    def __init__(self, fields: dict[str, Any], styles: Sequence[str]) -> None:
        super().__init__(format="A4")
        self.words = fields["header"]
        self.set_title(fields["title"])
        self.set_author(fields["author"])
        self.set_lang("lv")
        for style in styles:
            self.add_font("Tinos", style, FONTS / f"Tinos-{_FACES[style]}.ttf")
        self.set_font("Tinos", size=12)
        self.set_margins(30, 20, 15)
        self.set_auto_page_break(True, 20)
        self.add_page()

    def header(self) -> None:
        if self.page_no() > 1:
            with self.local_context(font_size_pt=9):
                self.set_y(10)
                self.cell(0, 5, self.words, align="R")
            self.set_y(20)

    def footer(self) -> None:
        if self.page_no() > 1:
            with self.local_context(font_size_pt=9):
                self.set_y(-14)
                self.cell(0, 5, f"{self.page_no()}.\u00a0lpp. no\u00a0{{nb}}", align="C")

    def say(self, text: str, align: str = "J", style: str = "", size: float = 12, indent: float = 0) -> None:
        """Write a paragraph."""
        self.set_font("Tinos", style, size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, size * 0.425, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2)

    def say_all(self, texts: Iterable[str], **looks: Any) -> None:
        """Write several paragraphs."""
        for text in texts:
            self.say(text, **looks)

    def enter(self, text: str) -> None:
        """Write a heading; it is not left alone at the end of a page."""
        if self.will_page_break(20):
            self.add_page(same=True)
        self.ln(2)
        self.say(text, "L", "B")

    def lay(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], head: bool = True, foot: bool = False
    ) -> None:
        """Write a table."""
        self.set_font("Tinos", size=10)
        aligned = ("LEFT", "LEFT", *["RIGHT"] * (len(widths) - 2))
        with self.table(
            rows, col_widths=tuple(widths), text_align=aligned, line_height=4.5, first_row_as_headings=head,
            headings_style=_BOLD,
        ):  # fmt: skip
            pass
        self.ln(3)


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.pdf": report(case), f"{ANNEX}.pdf": annex(case)}


def report(case: Case) -> bytes:
    """Return the report."""
    fields = case.report
    pdf = Paper(fields, ("", "B", "I") if case.photos else ("", "B"))
    _front(pdf, fields)
    _story(pdf, fields)
    _money(pdf, fields)
    for at, photo in enumerate(fitting(case.photos)):
        if at == 0:
            pdf.enter("12. Attēli")
        if pdf.will_page_break(PHOTO_WIDTH * 0.75 + 10):
            pdf.add_page()
        pdf.image(photo, x="C", w=PHOTO_WIDTH)
        pdf.say(fields["photos"][at], "C", "I")
    pdf.say("Pielikumā:")
    pdf.say_all([f"1. {text}" for text in fields["attachments"]], indent=4)
    _end(pdf, fields)
    return bytes(pdf.output())


def annex(case: Case) -> bytes:
    """Return the annex."""
    fields = case.annex
    pdf = Paper(fields, ("", "B", "I"))
    _sources(pdf, fields)
    pdf.add_page(orientation="landscape")
    _registers(pdf, fields)
    _end(pdf, fields)
    return bytes(pdf.output())


# -- the report ---------------------------------------------------------------------------------
def _front(pdf: Paper, fields: dict[str, Any]) -> None:
    pdf.say(fields["fund"], "C", size=10)
    pdf.image(EMBLEM, x="C", h=EMBLEM_HEIGHT)
    pdf.say_all([fields["emblem_words"], fields["slogan"]], align="C", size=10)
    pdf.say(fields["author_name"], "C", "B")
    pdf.say_all(fields["contacts"], align="C", size=10)
    pdf.say(fields["addressee"], "L", indent=95)
    pdf.say("AKTIVITĀTES PĀRSKATS", "C", "B", 14)
    pdf.say(fields["subject"], "C", "B")
    pdf.set_font("Tinos", size=12)
    pdf.cell(110, 6, fields["place_date"])
    pdf.cell(0, 6, fields["number"], align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.lay(fields["facts"], (3, 7), head=False)


def _story(pdf: Paper, fields: dict[str, Any]) -> None:
    pdf.enter("1. Mērķis")
    pdf.say("Brauciena mērķi bija šādi:")
    pdf.say_all([f"– {text}" for text in fields["goals"]], indent=4)
    pdf.say(fields["choice"])
    pdf.enter("2. Plānotais un faktiskais")
    pdf.say(words.PLAN, "L", "B")
    pdf.lay([words.PLAN_HEAD, *fields["plan"]], (4, 3, 3))
    pdf.enter("3. Norise")
    pdf.say_all(fields["course"])
    pdf.say(words.PROGRAMME, "L", "B")
    pdf.lay([words.PROGRAMME_HEAD, *fields["programme"]], (2.4, 6))
    pdf.enter("4. Dalībnieki")
    pdf.say(fields["participants_lead"])
    pdf.say(words.PEOPLE, "L", "B")
    total = [words.TOTAL, "", "", fields["participants_total"]]
    pdf.lay([words.PEOPLE_HEAD, *fields["participants"], total], (1.6, 5, 5, 1.6))
    pdf.enter("5. Apskatītie objekti")
    pdf.say("Brauciena laikā tika apskatīti šādi objekti:")
    pdf.say_all([f"{at}. {text}" for at, text in enumerate(fields["sites"], 1)], indent=4)
    pdf.enter("6. Rezultāti un to izmantošana")
    pdf.say_all(fields["results"])
    pdf.enter("7. Atkāpes un to risinājumi")
    pdf.say_all(fields["deviations"])
    pdf.enter("8. Horizontālās prioritātes")
    for name, text in fields["priorities"]:
        pdf.set_font("Tinos", "", 12)
        pdf.multi_cell(0, 5.1, f"**{name}** {text}", markdown=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(2)
    pdf.enter("9. Publicitāte")
    pdf.say_all(fields["publicity"])


def _money(pdf: Paper, fields: dict[str, Any]) -> None:
    pdf.enter("10. Finansējums")
    pdf.say(fields["funding"])
    pdf.say("Finansējuma avoti:")
    pdf.say_all([f"– {text}" for text in fields["sources"]], indent=4)
    pdf.say(fields["spending"])
    pdf.enter("11. Apliecinājums")
    pdf.say(words.DECLARATION)


# -- the annex ----------------------------------------------------------------------------------
def _sources(pdf: Paper, annex: dict[str, Any]) -> None:
    pdf.say_all(annex["mark"], align="L", indent=95)
    pdf.say("FINANSĒJUMA PIELIKUMS", "C", "B", 14)
    pdf.say(annex["subject"], "C", "B")
    pdf.lay(annex["facts"], (3, 7), head=False)
    pdf.enter("1. Finansējuma avoti")
    pdf.say(words.UNIT, "R", "I", 10)
    pdf.lay([words.SOURCES_HEAD, *annex["sources"], [words.TOTAL, *annex["sources_total"]]], (6, 2, 2))


def _registers(pdf: Paper, annex: dict[str, Any]) -> None:
    registers = (
        ("budget", "2. Izmaksu sadalījums pa pozīcijām", words.BUDGET_HEAD,
         (1.2, 6, 2.2, 2.4, 2.4, 2.4, 2, 1.6)),
        ("costs", "3. Brauciena izmaksas", words.COSTS_HEAD, (1.5, 6, 1.2, 1.9, 2.2, 2, 2, 3.2)),
        ("documents", "4. Attaisnojuma dokumentu saraksts", words.DOCUMENTS_HEAD,
         (1.5, 2.6, 2.8, 2.1, 5, 2, 2.1)),
    )  # fmt: skip
    for name, heading, head, widths in registers:
        pdf.enter(heading)
        pdf.say(words.UNIT, "R", "I", 10)
        total = annex[f"{name}_total"]
        last = [words.TOTAL, *[""] * (len(head) - 1 - len(total)), *total]
        pdf.lay([head, *annex[name], last], widths)
        pdf.say(annex[f"{name}_sum"])


# -- either document ----------------------------------------------------------------------------
def _end(pdf: Paper, part: dict[str, Any]) -> None:
    for position in part["signers"]:
        _signature(pdf, position)
    pdf.say("Sagatavoja:")
    for position in part["preparers"]:
        _signature(pdf, position)
    pdf.say_all(part["notes"], size=10)


def _signature(pdf: Paper, position: str) -> None:
    pdf.say(position, "L")
    line = pdf.get_y() - 2
    for left in (115, 156):
        pdf.line(left, line, left + 38, line)
    pdf.ln(4)
