import re
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from generator.document.nodes import Block, SignatureField
from tests.layout.building import paragraph
from tests.writers.pdf.reading import dictionaries_of, faults_of, objects_of, words_in
from tests.writers.pdf.sample import body, pdf_with


def field(label: str = "Domes priekšsēdētāja") -> SignatureField:
    return SignatureField(label, 50, 12)


line = partial(paragraph, role="body")


def test_a_document_without_fields_has_no_form() -> None:
    assert dictionaries_of(pdf_with(body("a")), b"/AcroForm") == []


def test_a_field_is_an_empty_labelled_printed_signature_field() -> None:
    (widget,) = dictionaries_of(pdf_with(line(field())), b"/Subtype/Widget")
    assert b"/FT/Sig" in widget
    assert b"/F 4" in widget
    assert b"/V" not in widget
    assert b"/TU<feff" + "Domes priekšsēdētāja".encode("utf-16-be").hex().encode() in widget


def test_every_field_has_a_name_of_its_own_and_the_form_lists_all() -> None:
    data = pdf_with(line(field("A"), " ", field("B")), line(field("C")))
    widgets = dictionaries_of(data, b"/Subtype/Widget")
    assert [re.search(rb"/T\((.*?)\)", one)[1] for one in widgets] == [  # type: ignore[index]
        b"signature-1",
        b"signature-2",
        b"signature-3",
    ]
    (catalog,) = [one for one in dictionaries_of(data, b"/Catalog") if b"/AcroForm" in one]
    assert len(re.findall(rb"\d+ 0 R", re.search(rb"/Fields\[(.*?)\]", catalog)[1])) == 3  # type: ignore[index]


def test_a_field_has_its_size_and_lies_on_its_page() -> None:
    page = pypdfium2.PdfDocument(pdf_with(line(field())))[0]
    (widget,) = dictionaries_of(pdf_with(line(field())), b"/Subtype/Widget")
    x0, y0, x1, y1 = map(float, re.search(rb"/Rect\[(.*?)\]", widget)[1].split())  # type: ignore[index]
    assert (x1 - x0, y1 - y0) == (
        pytest.approx(50 * 72 / 25.4, abs=0.01),
        pytest.approx(12 * 72 / 25.4, abs=0.01),
    )
    assert 0 < x0 < x1 < page.get_width()
    assert 0 < y0 < y1 < page.get_height()


def test_a_field_is_a_form_in_the_structure_after_the_words_of_its_paragraph() -> None:
    data = pdf_with(line("Paraksts ", field()))
    objects = objects_of(data)
    (element,) = dictionaries_of(data, b"/S/P/")
    kids = re.search(rb"/K\[(\d+) (\d+) 0 R\]", element)
    assert kids
    form = objects[int(kids[2])]
    assert form.startswith(b"<</S/Form/")
    annotation = re.search(rb"/Type/OBJR/Pg \d+ 0 R/Obj (\d+) 0 R", form)
    assert annotation
    assert b"/Subtype/Widget" in objects[int(annotation[1])]


@pytest.mark.parametrize(
    "block",
    [line(field()), line("Paraksts ", field(), " un zīmogs")],
    ids=["alone", "among words"],
)
def test_a_file_with_fields_is_pdf_a_and_pdf_ua(block: Block, tmp_path: Path) -> None:
    assert faults_of(pdf_with(block), tmp_path) == []


def test_a_field_has_no_words() -> None:
    assert words_in(pdf_with(line("a ", field(), " b"))) == ["Virsraksts", "a", "b"]
