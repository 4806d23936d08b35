"""Documents built by hand, small and rich, for the tests of the DOCX writer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from PIL import Image as Pillow

from generator.document.nodes import (
    Blank,
    Block,
    BulletList,
    Caption,
    Cell,
    Column,
    Counter,
    Document,
    Figure,
    Furniture,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    PageBreak,
    PageField,
    Paragraph,
    Row,
    Section,
    Side,
    SideBySide,
    Table,
    Text,
)
from generator.document.properties import Properties
from generator.emblems import Drawing, european_union
from generator.images import Picture
from generator.layout.boxes import Layout, Page
from generator.resources import templates_folder
from generator.theme import Theme, read_theme
from generator.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties(datetime(2012, 9, 3, 12, tzinfo=UTC), "parskats 0.1.0")


@cache
def theme() -> Theme:
    return read_theme((templates_folder() / "theme.toml").read_text(encoding="utf-8"))


def text(*words: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def paragraph(*words: str | Inline, role: str = "body", keep_with_next: bool = False) -> Paragraph:
    return Paragraph(text(*words), role, keep_with_next)


def heading(level: int, words: str, number: str = "") -> Heading:
    return Heading(level, text(words), f"h{level}", number)


def items(*words: str | ListItem, ordered: bool = False) -> BulletList:
    made = tuple(word if isinstance(word, ListItem) else ListItem(text(word)) for word in words)
    return BulletList(made, ordered, "list")


def row(*words: str | Cell, header: bool = False, role: str = "") -> Row:
    cells = (word if isinstance(word, Cell) else Cell(text(word), header=header) for word in words)
    return Row(tuple(cells), role)


def table(
    body: Iterable[Row],
    head: Iterable[Row] = (),
    foot: Iterable[Row] = (),
    caption: str = "",
    summary: str = "",
    shares: tuple[float, ...] = (60, 20, 20),
    role: str = "grid",
) -> Table:
    columns = (Column(shares[0]), *(Column(share, "right") for share in shares[1:]))
    made = Caption(text(Counter("table", 1), ". tabula. " + caption), "table-caption") if caption else None
    return Table(columns, tuple(head), tuple(body), tuple(foot), role, made, summary)


def cost_table(rows: int = 3) -> Table:
    return table(
        (
            *(
                row(Cell(text(f"{n}. Transports & telpas"), True, "row"), "1 250,00", f"{n}")
                for n in range(rows)
            ),
            row("Kopā projektā", "1 250,00", "3", role="subtotal"),
        ),
        head=(
            Row(
                (
                    Cell(text("Izmaksu pozīcija"), True, "col", rowspan=2),
                    Cell(text("Apstiprināts"), True, "col", colspan=2),
                )
            ),
            row("Ls", "%", header=True),
        ),
        foot=(row("Kopā", "24 415,44", "100"),),
        caption="Izmaksas",
        summary="Izmaksas pa pozīcijām",
    )


def figure(source: str, alt: str | None = "Cilvēki pie ēkas", caption: str = "", width: float = 0) -> Figure:
    made = Caption(text(Counter("figure", 1), ". attēls. " + caption), "caption") if caption else None
    return Figure(Image(source, alt, width), "figure", made)


def footer() -> Furniture:
    words = text(PageField("number"), ". lpp. no ", PageField("count"))
    return Furniture(words, "footer", "rest")


def signature() -> SideBySide:
    return SideBySide(
        (
            Side(60, (paragraph("Projekta vadītāja ", Blank(45), role="signature"),)),
            Side(40, (paragraph("V. Uzvārds", role="signature"),)),
        ),
        "signature",
    )


def document(*blocks: Block, **named: object) -> Document:
    return sections(Section(tuple(blocks)), **named)


def sections(*parts: Section, **named: object) -> Document:
    known: dict[str, object] = {"title": "Pārskats", "lang": "lv", **named}
    return Document(sections=tuple(parts), **known)  # type: ignore[arg-type]


def strip() -> SideBySide:
    emblem = Figure(Image("emblem:european-union", "Eiropas Savienības emblēma", height=18), "figure")
    return SideBySide(
        (
            Side(30, (emblem, paragraph("EIROPAS SAVIENĪBA", role="strip"))),
            Side(40, (paragraph("IEGULDĪJUMS TAVĀ NĀKOTNĒ", role="slogan"),)),
            Side(30, (figure("logo.png", "", width=30),)),
        ),
        "strip",
    )


def rich() -> Document:
    """Return a document with every kind of node."""
    nested = items("viens", "divi", ordered=True)
    first = Section(
        (
            strip(),
            heading(1, "Pieredzes apmaiņas brauciena pārskats"),
            paragraph("Daugavpils pilsētas dome", role="author"),
            heading(2, "Mērķis & uzdevumi", "1."),
            paragraph(
                "Brauciena mērķis bija ",
                Text("sekmēt", strong=True),
                " ideju ",
                Text("apmaiņu", emphasis=True),
                " un ",
                Text("ģenerāciju", strong=True, emphasis=True),
                ", skat. ",
                Link("https://www.esfondi.lv/?a=1&b=2", (Text("esfondi.lv"),)),
                ".",
                LineBreak(),
                "Jauna rinda: A\u2011B, sa\u00adlikts 12\u00a0kg, ",
                Text("best practice", lang="en"),
                ".",
            ),
            heading(3, "Sīkāk", "1.1."),
            paragraph("Apskatītie objekti:", keep_with_next=True),
            items("muzejs", ListItem(text("koncertzāle"), nested=nested), "parks"),
            items("pirmais", "otrais", ordered=True),
            items("atkal pirmais", "atkal otrais", ordered=True),
            heading(2, "Finansējums", "2."),
            cost_table(),
            table((row("Kopā", "1", "2"),), shares=(40, 30, 30), role="facts"),
            Group((paragraph("Apliecinu."), signature()), "signatures", keep=True),
            PageBreak(),
            figure("photo.jpeg", caption="Pie koncertzāles"),
            figure("photo.jpeg", "Tas pats", width=80),
            heading(2, "Bez numura"),
            paragraph("Beigas."),
        )
    )
    second = Section((paragraph("Pielikums", role="annex-mark"), cost_table(40)), "landscape")
    return sections(
        first,
        second,
        headers=(Furniture(text("Vienošanās Nr. 1 ", Text("projekts")), "header", "rest"),),
        footers=(footer(),),
        author="Daugavpils pilsētas dome",
        subject="Pieredzes apmaiņa",
        keywords="ESF",
    )


@cache
def pictures() -> dict[str, Picture | Drawing]:
    photo, logo = BytesIO(), BytesIO()
    Pillow.new("RGB", (800, 600), "steelblue").save(photo, "JPEG")
    Pillow.new("RGB", (200, 100), "darkred").save(logo, "PNG")
    return {
        "photo.jpeg": Picture(photo.getvalue(), "jpeg", 800, 600),
        "logo.png": Picture(logo.getvalue(), "png", 200, 100),
        "emblem:european-union": european_union(),
    }


def written(made: Document, pages: int = 3) -> bytes:
    """Return a document as DOCX, of so many pages."""
    layout = Layout(made, theme(), tuple(Page(595, 842, tuple) for _ in range(pages)))
    return write(made, layout, theme(), pictures(), PROPERTIES)


def parts(made: Document, pages: int = 3) -> dict[str, bytes]:
    """Return the members of the document's ZIP by name."""
    with ZipFile(BytesIO(written(made, pages))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(made: Document, name: str = "word/document.xml") -> etree._Element:
    """Return one part of the written document, parsed."""
    return etree.fromstring(parts(made)[name])
