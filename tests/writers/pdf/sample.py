"""A rich document: every kind of node, over several pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

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
    plain_text,
)
from generator.document.properties import Properties
from generator.emblems import Drawing, european_union
from generator.images import Picture
from generator.layout import lay_out
from generator.writers.pdf import write
from tests.layout.building import heading, inline, paragraph, row, shipped_theme

PROPERTIES = Properties(datetime(2012, 9, 14, tzinfo=UTC), "parskats 1.0 & draugi")
PROSE = (
    "Pieredzes apmaiņas brauciena mērķis bija iepazīt Rēzeknes pilsētas domes darbu attīs\u00adtības "
    "plānošanā, „ņemot vērā” līguma Nr.\u00a01DP/1.5.2.2.3/11/APIA/SIF/110/71 noteikumus, un vienoties "
    "par zinātniski-praktisku sadarbību 2012.–2013.\u00a0gadā (sk. C:\\dati un 5\u202f€). "
)


@cache
def photo(mode: str = "RGB", kind: str = "jpeg") -> Picture:
    image = Pillow.linear_gradient("L").resize((40, 30)).convert(mode)
    if mode in ("RGBA", "LA"):
        image.putalpha(Pillow.linear_gradient("L").rotate(90).resize((40, 30)))
    buffer = BytesIO()
    image.save(buffer, kind)
    return Picture(buffer.getvalue(), kind, 40, 30)  # type: ignore[arg-type]


PICTURES: Mapping[str, Picture | Drawing] = {
    "emblem:european-union": european_union(),
    "photos[0]": photo(),
    "photos[1]": photo("RGBA", "png"),
    "logo.png": photo("L", "png"),
}


def body(*parts: str | Inline) -> Paragraph:
    return paragraph(*parts, role="body")


def header(text: str, **more: object) -> Cell:
    return Cell(inline(text), header=True, **more)  # type: ignore[arg-type]


def costs(count: int) -> Table:
    columns = (Column(10), Column(50), Column(20, "right"), Column(20, "right"))
    sums = Row((header("apstiprināts", scope="col"), header("izlietots", scope="col")))
    top = Row((header("Nr.", rowspan=2), header("Pozīcija", rowspan=2), header("Summa, Ls", colspan=2)))
    rows = tuple(
        Row(
            (*row(f"{number}.").cells, header(f"Izdevumi Nr. {number}", scope="row"), *_sums(number)),
            "subtotal" if number % 10 == 0 else "",
        )
        for number in range(1, count + 1)
    )
    foot = Row((header("Kopā", scope="row", colspan=2), *_sums(count)))
    caption = Caption(inline("1. tabula. Izmaksas"), "table-caption")
    return Table(columns, (top, sums), rows, (foot,), "grid", caption, "Izmaksas pa pozīcijām")


def _sums(number: int) -> tuple[Cell, Cell]:
    return Cell(inline(f"{number * 137},44"), align="right"), Cell(inline(f"{number},05"))


def front() -> tuple[Block, ...]:
    emblem = Figure(Image("emblem:european-union", "ES emblēma", height=15), "figure")
    words = (paragraph("Eiropas Savienība", role="strip"), paragraph("Ieguldījums", role="slogan"))
    logo = Figure(Image("logo.png", "", height=12), "figure")
    return (
        SideBySide((Side(1, (emblem,)), Side(2, words), Side(1, (logo,))), "strip"),
        paragraph("Daugavpils pilsētas dome", role="author-name"),
        heading("Aktivitātes pārskats", 1),
        Table(
            (Column(35), Column(65)), (), (Row((header("Līgums"), Cell(inline(PROSE[:60])))),), (), "facts"
        ),
    )


def text() -> tuple[Block, ...]:
    link = Link(
        "https://www.esfondi.lv/?q=ā b", (Text("Eiropas Savienības fondu vietne " * 3), Text("šeit", True))
    )
    inner = BulletList((ListItem(inline("iekšējais"), "–"), ListItem(inline(PROSE), "–")), False, "list")
    entries = (ListItem(inline(PROSE), "1."), ListItem(inline("otrais"), "2.", inner))
    return (
        heading("Mērķis", 2, "1."),
        body(PROSE * 4, Text("svarīgi ", strong=True), Text("un īpaši", emphasis=True), "."),
        body("Skatīt ", link, ", kā arī ", Text("experience exchange", lang="en", emphasis=True), "."),
        body("Adrese:", LineBreak(), "Rēzekne", LineBreak(), "Atbrīvošanas aleja 93"),
        BulletList(entries, True, "list"),
        heading("Norise", 3, "1.1."),
        body(PROSE * 9),
    )


def back() -> tuple[Block, ...]:
    first = Caption((Counter("figure", 1), Text(". attēls. Sarunas")), "caption")
    second = Caption((Counter("figure", 2), Text(". attēls. Objekts")), "caption")
    roles = (paragraph(text, role="signature") for text in ("Priekšsēdētāja", Blank(50), "Z. Kulakova"))
    signatures = SideBySide(tuple(Side(2, (role,)) for role in roles), "signature")
    return (
        heading("Attēli", 2, "3."),
        Figure(Image("a.jpg", "Sarunas (domē)", field="photos[0]"), "figure", first),
        PageBreak(),
        Figure(Image("b.png", "Objekts", field="photos[1]", width=40), "figure", second),
        Group((signatures, body("Sagatavoja: vadītājs")), "signatures", keep=True),
    )


def rich() -> Document:
    """The document; a new one each time, since nodes are compared by identity."""
    footer = (PageField("number"), Text(". lpp. no "), PageField("count"))
    return Document(
        "Aktivitātes <pārskats> & co",
        "lv-LV",
        (
            Section((*front(), *text(), heading("Finansējums", 2, "2."), costs(60), *back())),
            Section((heading("Pielikums", 2, "4."), costs(3)), "landscape"),
        ),
        (Furniture(inline("Līgums Nr. 1DP/1.5"), "header", "rest"),),
        (Furniture(footer, "footer", "rest"),),
        "Daugavpils pilsētas dome",
        "Pieredzes apmaiņa",
        "ESF, Rēzekne",
    )


def pdf_of(
    document: Document,
    pictures: Mapping[str, Picture | Drawing] = PICTURES,
    properties: Properties = PROPERTIES,
) -> bytes:
    theme = shipped_theme()
    return write(document, lay_out(document, theme, pictures), theme, pictures, properties)


def pdf_with(*blocks: Block) -> bytes:
    return pdf_of(Document("Nosaukums", "lv-LV", (Section((heading("Virsraksts", 1), *blocks)),)))


@cache
def rich_pdf() -> bytes:
    return pdf_of(rich())


def words_of(document: Document) -> list[str]:
    """The words of a document in reading order, numbers of headings and labels of lists too."""
    return " ".join(_block_words(b) for section in document.sections for b in section.blocks).split()


def _block_words(block: Block) -> str:
    match block:
        case Heading():
            return f"{block.number} {_plain(block.children)}"
        case Paragraph():
            return _plain(block.children)
        case BulletList():
            return " ".join(_item_words(item) for item in block.items)
        case Table():
            caption = _plain(block.caption.children) if block.caption else ""
            return " ".join([caption, *(_plain(cell.children) for one in block.rows for cell in one.cells)])
        case Figure():
            return _plain(block.caption.children) if block.caption else ""
        case SideBySide():
            return " ".join(_block_words(inner) for side in block.sides for inner in side.blocks)
        case Group():
            return " ".join(map(_block_words, block.blocks))
    return ""


def _item_words(item: ListItem) -> str:
    return f"{item.label} {_plain(item.children)} {_block_words(item.nested) if item.nested else ''}"


def _plain(children: tuple[Inline, ...]) -> str:
    return plain_text(children).replace("\u00ad", "").replace("\u200b", "")
