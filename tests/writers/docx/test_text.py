"""Paragraphs, runs, headings and lists of the DOCX writer."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from generator.document.nodes import (
    Blank,
    Document,
    Heading,
    LineBreak,
    Link,
    ListItem,
    PageBreak,
    PageField,
    SignatureField,
    Text,
)
from generator.errors import BadValue
from generator.layout import lay_out
from generator.writers.docx import write
from tests.writers.docx.samples import (
    PROPERTIES,
    W,
    document,
    heading,
    items,
    paragraph,
    part,
    parts,
    pictures,
    rich,
    text,
    theme,
)


def paragraphs(made: Document) -> list[etree._Element]:
    return part(made).findall(f".//{W}p")


def one(made: Document) -> etree._Element:
    """Return the only paragraph of a document."""
    (only,) = paragraphs(made)
    return only


def value(element: etree._Element, path: str) -> str | None:
    """Return the `w:val` of what a path of `w:` names leads to, or None."""
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def words(element: etree._Element) -> str:
    return "".join(found.text or "" for found in element.iter(f"{W}t"))


# -- characters ---------------------------------------------------------------------------------
def test_markup_characters_in_the_data_arrive_as_typed() -> None:
    typed = "SIA „A & B” <nav> 'x' \"y\" &amp; ]]>"
    assert words(one(document(paragraph(typed)))) == typed


def test_markup_characters_in_attributes_arrive_as_typed() -> None:
    made = document(paragraph(Link('https://x.lv/?a="1"&b=<2>', (Text("x"),))))
    relations = parts(made)["word/_rels/document.xml.rels"]
    assert b"https://x.lv/?a=%221%22&amp;b=%3C2%3E" in relations


def test_spaces_at_the_ends_of_a_text_are_kept() -> None:
    (run,) = one(document(paragraph(" a "))).iter(f"{W}t")
    assert run.text == " a "
    assert run.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_no_break_space_stays_and_hyphens_become_words_own() -> None:
    run = one(document(paragraph("12\u00a0kg A\u2011B sa\u00adlikts"))).find(f"{W}r")
    assert run is not None
    names = [etree.QName(child).localname for child in run]
    assert names == ["t", "noBreakHyphen", "t", "softHyphen", "t"]
    assert words(run) == "12\u00a0kg AB salikts"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused(character: str) -> None:
    with pytest.raises(BadValue, match=f"U\\+{ord(character):04X}"):
        part(document(paragraph("a" + character)))
    with pytest.raises(BadValue, match="control character"):
        part(document(paragraph("a"), title="a" + character))


def test_a_line_break_stays_inside_its_paragraph() -> None:
    made = one(document(paragraph("a", LineBreak(), "b")))
    assert len(made.findall(f"{W}r/{W}br")) == 1


# -- looks --------------------------------------------------------------------------------------
def test_strong_and_emphasis_are_character_styles() -> None:
    made = one(document(paragraph(Text("a", strong=True), Text("b", emphasis=True))))
    assert [value(run, "rPr/rStyle") for run in made.findall(f"{W}r")] == ["Strong", "Emphasis"]


def test_strong_text_in_a_bold_paragraph_stays_bold() -> None:
    # Strong inside a style that is bold would switch bold off
    made = one(document(paragraph(Text("a", strong=True), role="subject")))
    assert made.find(f"{W}r/{W}rPr") is None


def test_strong_text_that_is_emphasised_too_is_both() -> None:
    properties = one(document(paragraph(Text("a", strong=True, emphasis=True)))).find(f"{W}r/{W}rPr")
    assert properties is not None
    assert [etree.QName(child).localname for child in properties] == ["rStyle", "i", "iCs"]


def test_a_text_in_another_language_says_so() -> None:
    made = one(document(paragraph(Text("best practice", lang="en"), Text("un"))))
    assert [value(run, "rPr/lang") for run in made.findall(f"{W}r")] == ["en-GB", None]


def test_a_link_leads_to_its_address_in_the_hyperlink_style() -> None:
    made = one(document(paragraph(Link("mailto:dome@daugavpils.lv", (Text("raksti"),)))))
    link = made.find(f"{W}hyperlink")
    assert link is not None
    assert value(link, "r/rPr/rStyle") == "Hyperlink"
    assert words(link) == "raksti"


def test_the_same_address_is_stored_once() -> None:
    link = Link("https://www.esfondi.lv/", (Text("x"),))
    relations = parts(document(paragraph(link, link)))["word/_rels/document.xml.rels"]
    assert relations.count(b"esfondi") == 1


def test_a_signature_field_leaves_nothing_in_the_text() -> None:
    assert one(document(paragraph(SignatureField("Direktore", 40, 10)))).findall(f"{W}r") == []


def test_a_blank_is_an_underlined_stretch_without_words() -> None:
    (run,) = one(document(paragraph(Blank(30)))).findall(f"{W}r")
    assert value(run, "rPr/u") == "single"
    assert words(run) == "\u00a0" * 28  # 30 mm in spaces of 3 pt


def test_a_paragraph_names_its_style_and_nothing_else() -> None:
    properties = one(document(paragraph("a"))).find(f"{W}pPr")
    assert properties is not None
    assert [etree.QName(child).localname for child in properties][0] == "pStyle"
    assert value(one(document(paragraph("a", role="addressee"))), "pPr/pStyle") == "Addressee"


def test_no_paragraph_is_empty_for_the_sake_of_space() -> None:
    for found in paragraphs(rich()):
        content = words(found) or found.findall(f".//{W}drawing") or value(found, "pPr/pStyle") == "Separator"
        covered = found.getparent().find(f"{W}tcPr/{W}vMerge") is not None  # type: ignore[union-attr]
        assert content or covered


# -- fields -------------------------------------------------------------------------------------
def test_every_field_is_opened_parted_and_closed() -> None:
    for name, content in parts(rich()).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        marks = [found.get(f"{W}fldCharType") for found in etree.fromstring(content).iter(f"{W}fldChar")]
        assert marks == ["begin", "separate", "end"] * (len(marks) // 3)


def test_a_page_field_in_the_text_shows_the_page_it_stands_on() -> None:

    made = document(
        paragraph("a"), PageBreak(), paragraph("Lapa ", PageField("number"), " no ", PageField("count"))
    )
    layout = lay_out(made, theme(), pictures())
    shown = write(made, layout, theme(), pictures(), PROPERTIES)
    assert shown_words(shown) == ["a", "Lapa 2 no 2"]


def shown_words(content: bytes) -> list[str]:
    body = etree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))
    return [words(found) for found in body.iter(f"{W}p")]


# -- headings -----------------------------------------------------------------------------------
def test_word_numbers_headings_so_the_number_is_not_in_the_text() -> None:
    made = one(document(heading(2, "Mērķis", "1.")))
    assert words(made) == "Mērķis"
    assert value(made, "pPr/pStyle") == "Heading2"
    assert made.find(f"{W}pPr/{W}numPr") is None


def test_a_heading_without_a_number_takes_words_number_away() -> None:
    made = document(heading(1, "Virsraksts"), heading(2, "Pielikums"))
    first, second = paragraphs(made)
    assert first.find(f"{W}pPr/{W}numPr") is None
    number = value(second, "pPr/numPr/numId")
    numbering = part(made, "word/numbering.xml")
    (use,) = (found for found in numbering.findall(f"{W}num") if found.get(f"{W}numId") == number)
    (kind,) = (
        found
        for found in numbering.findall(f"{W}abstractNum")
        if found.get(f"{W}abstractNumId") == value(use, "abstractNumId")
    )
    assert {value(level, "lvlText") for level in kind.findall(f"{W}lvl")} == {""}


def test_heading_numbers_are_bound_to_the_heading_styles() -> None:
    levels = part(document(paragraph("a")), "word/numbering.xml").findall(f"{W}abstractNum[1]/{W}lvl")
    found = [(value(level, "pStyle"), value(level, "lvlText"), value(level, "suff")) for level in levels]
    assert found == [("Heading2", "%1.", "space"), ("Heading3", "%1.%2.", "space")]


def test_a_heading_in_another_look_is_still_a_heading() -> None:
    made = one(document(Heading(1, text("Par braucienu"), "subject")))
    assert value(made, "pPr/pStyle") == "Subject"
    assert value(made, "pPr/outlineLvl") == "0"
    assert made.find(f"{W}pPr/{W}keepNext") is not None


# -- lists --------------------------------------------------------------------------------------
def test_items_are_numbered_by_word() -> None:
    first, second = paragraphs(document(items("a", "b")))
    assert value(first, "pPr/numPr/numId") == value(second, "pPr/numPr/numId")
    assert words(first) == "a"


def test_bullet_lists_share_a_number_and_ordered_lists_begin_anew() -> None:
    made = document(items("a"), items("b"), items("c", ordered=True), items("d", ordered=True))
    numbers = [value(found, "pPr/numPr/numId") for found in paragraphs(made)]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    starts = part(made, "word/numbering.xml").findall(f".//{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["1", "1"]


def test_a_list_in_a_list_stands_one_level_deeper() -> None:
    nested = items("b", ordered=True)
    made = document(items(ListItem(text("a"), nested=nested), "c"))
    assert [value(found, "pPr/numPr/ilvl") for found in paragraphs(made)] == ["0", "1", "0"]
    levels = part(made, "word/numbering.xml").findall(f".//{W}lvl/{W}pPr/{W}ind")
    assert [level.get(f"{W}left") for level in levels][:2] == ["567", "907"]
