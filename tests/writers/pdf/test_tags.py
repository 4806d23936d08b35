import re

import pytest

from generator.document.nodes import Blank, Figure, Image, Link, Text
from generator.errors import DataError, Place, TemplateError
from tests.layout.building import lines_of
from tests.writers.pdf.reading import artifacts_of, dictionaries_of, elements_of, pages_of, streams_of
from tests.writers.pdf.sample import body, costs, pdf_of, pdf_with, rich, rich_pdf


def kinds(*parents: str) -> list[list[str]]:
    """The kinds of the kids of each element of a kind, in the rich document."""
    return [[kid.kind for kid in one.kids] for kind in parents for one in elements_of(rich_pdf(), kind)]


# -- elements -----------------------------------------------------------------------------------
def test_headings_are_tagged_by_their_level() -> None:
    found = [one.kind for page in pages_of(rich_pdf()) for one in page.walk() if re.match(r"H\d", one.kind)]
    assert found == ["H1", "H2", "H3", "H2", "H2", "H2"]


def test_a_list_item_holds_its_label_and_its_body() -> None:
    assert all(kids == ["Lbl", "LBody"] for kids in kinds("LI"))
    assert [one.words for one in elements_of(rich_pdf(), "Lbl")] == [["1."], ["2."], ["–"], ["–"]]


def test_a_list_in_a_list_stands_in_the_body_of_its_item() -> None:
    outer = elements_of(rich_pdf(), "LBody")[1]
    assert [kid.kind for kid in outer.kids] == ["text", "L"]


def test_a_table_holds_caption_head_body_and_foot() -> None:
    assert kinds("Table")[-1] == ["Caption", "THead", "TBody", "TFoot"]


def test_a_table_without_head_and_foot_has_a_body_only() -> None:
    assert kinds("Table")[0] == ["TBody"]


def test_header_cells_have_a_scope_and_spans() -> None:
    data = pdf_with(costs(1))
    attributes = [re.search(rb"/A<<(.*?)>>", one) for one in dictionaries_of(data, b"/S/TH/")]
    assert [found[1] for found in attributes if found] == [
        b"/O/Table/Scope/Column/RowSpan 2",
        b"/O/Table/Scope/Column/RowSpan 2",
        b"/O/Table/Scope/Column/ColSpan 2",
        b"/O/Table/Scope/Column",
        b"/O/Table/Scope/Column",
        b"/O/Table/Scope/Row",
        b"/O/Table/Scope/Row/ColSpan 2",
    ]


def test_a_table_has_its_summary() -> None:
    (element,) = dictionaries_of(pdf_with(costs(1)), b"/S/Table/")
    assert b"/Summary<feff" + "Izmaksas pa pozīcijām".encode("utf-16-be").hex().encode() in element


def test_a_caption_stands_beside_its_picture() -> None:
    assert kinds("Div") == [["Figure", "Caption"]] * 2


def test_pictures_have_their_alternative_text_and_decorations_none() -> None:
    assert [one.alt for one in elements_of(rich_pdf(), "Figure")] == [
        "ES emblēma",
        "Sarunas (domē)",
        "Objekts",
    ]


def test_a_picture_has_its_box() -> None:
    assert all(b"/BBox[" in one for one in dictionaries_of(rich_pdf(), b"/S/Figure/"))


def test_another_language_is_a_span_that_names_it() -> None:
    assert [(one.lang, one.words) for one in elements_of(rich_pdf(), "Span")] == [
        ("en", ["experience", "exchange"])
    ]


def test_a_line_to_write_on_makes_no_element() -> None:
    assert [one.words for one in elements_of(pdf_with(body(Blank(50)), body("a")), "P")] == [["a"]]


def test_a_paragraph_over_a_page_break_is_one_element() -> None:
    data = pdf_with(body(*lines_of("a", 60)))
    (element,) = dictionaries_of(data, b"/S/P/")
    assert element.count(b"/MCR") == 1


# -- links --------------------------------------------------------------------------------------
def test_a_link_over_two_lines_has_two_annotations() -> None:
    data = rich_pdf()
    assert len(dictionaries_of(data, b"/Subtype/Link")) == 2
    assert dictionaries_of(data, b"/S/Link/")[0].count(b"/OBJR") == 2


def test_an_annotation_describes_its_link_and_is_printed() -> None:
    (annotation,) = dictionaries_of(pdf_with(body(Link("https://a.lv/", (Text("fondi"),)))), b"/Subtype/Link")
    assert b"/Contents(fondi)" in annotation
    assert b"/F 4" in annotation


def test_an_address_is_percent_encoded_once() -> None:
    (annotation,) = dictionaries_of(
        pdf_with(body(Link("https://a.lv/?q=ā b%20c", (Text("x"),)))), b"/Subtype/Link"
    )
    assert b"/URI(https://a.lv/?q=%C4%81%20b%20c)" in annotation


# -- artifacts ----------------------------------------------------------------------------------
def test_running_header_footer_and_repeated_heads_are_artifacts() -> None:
    text = " ".join(artifacts_of(rich_pdf()))
    pages = len(pages_of(rich_pdf()))
    assert text.count("Līgums Nr. 1DP/1.5") == pages - 1
    assert f"{pages}. lpp. no {pages}" in text
    assert "Pozīcija" in text


def test_a_repeated_head_is_in_the_structure_once() -> None:
    data = pdf_with(costs(100))
    assert [one.words for one in elements_of(data, "THead")][0][:2] == ["Nr.", "Pozīcija"]
    assert len([one for one in elements_of(data, "TH") if one.words == ["Pozīcija"]]) == 1
    assert "".join(artifacts_of(data)).count("Pozīcija") == len(pages_of(data)) - 1


def test_rules_and_grounds_are_marked_as_artifacts() -> None:
    content = [data for head, data in streams_of(pdf_with(costs(1))) if b" Tf" in data][0]
    outside = re.sub(rb"/\w+ <<.*?>> BDC.*?EMC", b"", content, flags=re.DOTALL)
    assert outside.strip() == b""


# -- pictures -----------------------------------------------------------------------------------
def test_the_emblem_is_painted_as_vectors() -> None:
    data = pdf_with(Figure(Image("emblem:european-union", "ES"), "figure"))
    content = b"".join(body for _, body in streams_of(data))
    assert not dictionaries_of(data, b"/Subtype/Image")
    assert content.count(b" m ") >= 13


def test_a_jpeg_goes_in_as_it_is() -> None:
    from tests.writers.pdf.sample import photo

    data = pdf_with(Figure(Image("a.jpg", "A", field="photos[0]"), "figure"))
    assert photo().data in data


def test_a_picture_shown_twice_is_held_once() -> None:
    shown = [Figure(Image("a.jpg", "A", field="photos[0]"), "figure") for _ in range(2)]
    assert len(dictionaries_of(pdf_with(*shown), b"/Subtype/Image")) == 1


# -- letters the fonts lack -----------------------------------------------------------------------
def test_a_letter_the_fonts_lack_is_refused_as_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateError, match="漢"):
        pdf_with(body(Text("漢", at=Place("template.html", 3, 4))))


def test_a_letter_the_fonts_lack_is_refused_as_a_fault_of_the_data() -> None:
    with pytest.raises(DataError, match="漢"):
        pdf_with(body(Text("漢", field="trip.title")))


def test_the_sample_uses_every_kind_of_element() -> None:
    kinds = {one.kind for page in pages_of(pdf_of(rich())) for one in page.walk()}
    expected = "Document H1 H2 H3 P L LI Lbl LBody Table THead TBody TFoot TR TH TD Caption Figure Link Span"
    assert kinds >= set(expected.split())
