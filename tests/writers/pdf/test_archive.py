import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pypdfium2

from generator.document.nodes import Document, Section
from generator.writers.pdf.codes import COMMON, ESCAPED, FIXED, RARE, SLOTS
from tests.layout.building import heading, lines_of
from tests.writers.pdf.reading import dictionaries_of, objects_of, pages_of, streams_of
from tests.writers.pdf.sample import PROPERTIES, PROSE, body, pdf_of, pdf_with, rich, rich_pdf

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def metadata() -> ElementTree.Element:
    return next(
        ElementTree.fromstring(data) for head, data in streams_of(rich_pdf()) if b"/Type/Metadata" in head
    )


def test_the_information_says_what_the_document_says() -> None:
    found = pypdfium2.PdfDocument(rich_pdf()).get_metadata_dict()
    assert found["Title"] == "Aktivitātes <pārskats> & co"
    assert found["Author"] == "Daugavpils pilsētas dome"
    assert found["Producer"] == PROPERTIES.producer
    assert found["CreationDate"] == found["ModDate"] == "D:20120914000000+00'00'"


def test_the_metadata_says_the_same() -> None:
    texts = [element.text for element in metadata().iter() if element.text and element.text.strip()]
    assert "Aktivitātes <pārskats> & co" in texts
    assert texts.count("2012-09-14T00:00:00+00:00") == 3
    assert texts.count(PROPERTIES.producer) == 2


def test_the_metadata_is_not_compressed() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in rich_pdf()


def test_the_catalogue_names_language_and_title_display() -> None:
    (catalog,) = dictionaries_of(rich_pdf(), b"/StructTreeRoot")[:1]
    whole = b"".join(dictionaries_of(rich_pdf(), b"/Catalog"))
    assert b"(lv-LV)" in whole
    assert b"/DisplayDocTitle true" in whole
    assert catalog


def test_pages_are_tabbed_by_structure() -> None:
    pages = [one for one in objects_of(rich_pdf()).values() if re.search(rb"/Type /Page\b", one)]
    assert len(pages) == len(pypdfium2.PdfDocument(rich_pdf()))
    assert all(b"/Tabs /S" in page for page in pages)


def test_the_identifier_follows_the_content() -> None:
    first, second = pdf_with(body("a")), pdf_with(body("b"))
    assert _identifier(first) == _identifier(pdf_with(body("a")))
    assert _identifier(first) != _identifier(second)


def _identifier(data: bytes) -> bytes:
    found = re.search(rb"/ID\[<(\w{32})><(\w{32})>\]", data)
    assert found
    assert found[1] == found[2]
    return found[1]


def test_empty_properties_are_left_out() -> None:
    data = pdf_of(Document("T", "lv", (Section((body("a"),)),)))
    assert not dictionaries_of(data, b"/Author")
    assert b"dc:creator" not in data.replace(b"xmlns", b"")


def test_fonts_are_embedded_subsets_with_a_tag() -> None:
    names = [re.search(rb"/FontName/(\S+)/Flags", one) for one in dictionaries_of(rich_pdf(), b"/FontFile2")]
    assert {re.sub(rb"^[A-Z]{6}\+", b"", found[1]) for found in names if found} == {
        b"Arimo-Regular",
        b"Tinos-Regular",
        b"Tinos-Bold",
        b"Tinos-Italic",
        b"Tinos-BoldItalic",
    }


def test_no_code_means_the_character_zero() -> None:
    maps = [data for head, data in streams_of(rich_pdf()) if b"beginbfchar" in data]
    assert len(maps) == 5
    for one in maps:
        assert b"<0000>" not in one
        assert all(int(count) <= 100 for count in re.findall(rb"(\d+) beginbfchar", one))


def test_a_character_has_one_code_that_needs_no_escape() -> None:
    assert len(set(FIXED.values())) == len(FIXED)
    assert not ESCAPED & {*FIXED.values(), *SLOTS}
    assert set(FIXED.values()) >= COMMON | RARE


def test_documents_of_running_text_share_their_font() -> None:
    first, second = (_fonts(pdf_with(body(PROSE, more))) for more in ("5 %", "ABD:"))
    assert first & second


def test_a_face_of_a_few_characters_holds_no_others() -> None:
    assert min(map(len, _fonts(pdf_with(body("a"))))) < 1000


def test_rare_letters_among_others_are_read_as_they_are() -> None:
    words = pages_of(pdf_with(body("Резекне (Rēzekne), «дом» \\ Ελλάδα")))[0].words
    assert words[1:] == ["Резекне", "(Rēzekne),", "«дом»", "\\", "Ελλάδα"]


def test_a_face_of_rare_letters_alone_names_no_other_font() -> None:
    assert pages_of(pdf_with(body("Резекне")))[0].words[1:] == ["Резекне"]


def _fonts(data: bytes) -> set[bytes]:
    return {content for head, content in streams_of(data) if b"/Length1" in head}


def test_no_break_space_and_soft_hyphen_keep_their_characters() -> None:
    maps = b"".join(data for head, data in streams_of(rich_pdf()) if b"beginbfchar" in data)
    assert b"<00a0>" in maps
    assert b"<202f>" in maps


def test_the_outline_holds_the_headings_in_their_order() -> None:
    toc = list(pypdfium2.PdfDocument(rich_pdf()).get_toc())
    assert [(one.level, one.get_title()) for one in toc] == [
        (0, "Aktivitātes pārskats"),
        (1, "1. Mērķis"),
        (2, "1.1. Norise"),
        (1, "2. Finansējums"),
        (1, "3. Attēli"),
        (1, "4. Pielikums"),
    ]


def test_an_outline_entry_leads_to_its_page() -> None:
    data = pdf_with(body(*lines_of("a", 60)), heading("Beigas"))
    last = list(pypdfium2.PdfDocument(data).get_toc())[-1]
    assert last.get_dest().get_index() == 1


def test_a_document_without_headings_has_no_outline() -> None:
    data = pdf_of(Document("T", "lv", (Section((body("a"),)),)))
    assert not dictionaries_of(data, b"/Outlines")


def test_dates_are_those_of_the_properties_in_utc() -> None:
    assert PROPERTIES.created == datetime(2012, 9, 14, tzinfo=UTC)
    assert rich().title in pypdfium2.PdfDocument(rich_pdf()).get_metadata_value("Title")
