"""Sections, running headers and footers, and page breaks of the DOCX writer."""

from __future__ import annotations

from lxml import etree

from generator.document.nodes import Document, Furniture, PageBreak, PageField, Pages, Section
from tests.writers.docx.samples import (
    W,
    cost_table,
    document,
    footer,
    heading,
    paragraph,
    part,
    parts,
    sections,
    signature,
    text,
)

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def properties(made: Document) -> list[etree._Element]:
    return list(part(made).iter(f"{W}sectPr"))


def attribute(element: etree._Element, name: str, key: str) -> str | None:
    found = element.find(W + name)
    return None if found is None else found.get(W + key)


def two(**named: object) -> Document:
    upright, turned = Section((paragraph("a"),)), Section((paragraph("b"),), "landscape")
    return sections(upright, turned, **named)


def running(pages: Pages) -> Furniture:
    return Furniture(text("Vienošanās"), "header", pages)


def references(section: etree._Element) -> list[tuple[str, str | None]]:
    found = (one for one in section if etree.QName(one).localname.endswith("Reference"))
    return [(etree.QName(one).localname, one.get(f"{W}type")) for one in found]


# -- sheets -------------------------------------------------------------------------------------
def test_a_page_is_a4_with_the_margins_of_the_theme() -> None:
    (made,) = properties(document(paragraph("a")))
    assert (attribute(made, "pgSz", "w"), attribute(made, "pgSz", "h")) == ("11906", "16838")
    margins = [attribute(made, "pgMar", side) for side in ("left", "right", "top", "bottom")]
    assert margins == ["1701", "850", "1134", "1134"]


def test_a_turned_page_is_wide_and_bound_above() -> None:
    _, turned = properties(two())
    assert attribute(turned, "pgSz", "orient") == "landscape"
    assert (attribute(turned, "pgSz", "w"), attribute(turned, "pgSz", "h")) == ("16838", "11906")
    assert attribute(turned, "pgMar", "top") == "1701"


def test_a_section_ends_in_its_last_paragraph_and_the_last_one_at_the_end() -> None:
    first, second, end = part(two())[0]
    assert first.find(f"{W}pPr/{W}sectPr") is not None
    assert second.find(f"{W}pPr/{W}sectPr") is None
    assert end.tag == f"{W}sectPr"


def test_a_section_that_ends_in_a_table_ends_in_a_paragraph_nobody_sees() -> None:
    made = sections(Section((cost_table(),)), Section((signature(),)))
    separators = [
        found
        for found in part(made)[0]
        if found.tag == f"{W}p" and found.find(f"{W}pPr/{W}pStyle") is not None
    ]
    assert separators[-1].find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Separator"  # type: ignore[union-attr]
    assert len(properties(made)) == 2


def test_an_empty_section_is_still_a_page() -> None:
    assert len(properties(sections(Section(()), Section((paragraph("a"),))))) == 2


# -- running headers and footers ----------------------------------------------------------------
def test_every_section_refers_to_header_and_footer() -> None:
    both = two(headers=(running("all"),), footers=(Furniture(text("x"), "footer", "all"),))
    expected = [("headerReference", "default"), ("footerReference", "default")]
    assert [references(section) for section in properties(both)] == [expected, expected]


def test_the_rest_begins_on_page_two_and_not_once_more_in_later_sections() -> None:
    first, second = properties(two(footers=(footer(),)))
    assert first.find(f"{W}titlePg") is not None
    assert second.find(f"{W}titlePg") is None
    assert references(first) == references(second) == [("footerReference", "default")]


def test_the_first_page_may_have_its_own() -> None:
    first, second = properties(two(headers=(running("first"), running("rest"))))
    assert references(first) == [("headerReference", "first"), ("headerReference", "default")]
    assert references(second) == [("headerReference", "default")]


def test_what_all_pages_carry_is_on_the_first_page_too() -> None:
    made = two(headers=(running("all"),), footers=(footer(),))
    first, _ = properties(made)
    assert references(first) == [
        ("headerReference", "first"),
        ("headerReference", "default"),
        ("footerReference", "default"),
    ]


def test_page_numbers_are_fields_with_the_right_numbers_in_them() -> None:
    made = parts(document(paragraph("a"), footers=(footer(),)), pages=7)
    root = etree.fromstring(made["word/footer-default.xml"])
    assert "".join(found.text or "" for found in root.iter(f"{W}t")) == "2. lpp. no 7"
    assert [found.text for found in root.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_a_footer_of_all_pages_shows_the_first_page() -> None:
    made = document(paragraph("a"), footers=(Furniture(text(PageField("number")), "footer", "all"),))
    root = part(made, "word/footer-default.xml")
    assert [found.text for found in root.iter(f"{W}t")] == ["1"]


# -- page breaks --------------------------------------------------------------------------------
def test_a_page_break_belongs_to_what_follows() -> None:
    first, second, _ = part(document(paragraph("a"), PageBreak(), paragraph("b")))[0]
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert second.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_break_before_a_table_stands_in_a_paragraph_nobody_sees() -> None:
    _, separator, made, *_ = part(document(paragraph("a"), PageBreak(), signature()))[0]
    assert separator.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert made.tag == f"{W}tbl"


def test_a_section_that_begins_with_a_break_has_no_empty_page() -> None:
    assert part(document(PageBreak(), paragraph("a"))).find(f".//{W}pageBreakBefore") is None


def test_space_above_is_dropped_at_the_upper_edge_of_a_page() -> None:
    made = part(document(heading(1, "A"), PageBreak(), heading(1, "B"), heading(1, "C")))[0]
    spaces = [found.find(f"{W}pPr/{W}spacing") for found in made.findall(f"{W}p")]
    assert [None if space is None else space.get(f"{W}before") for space in spaces] == ["0", "0", None]
