import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import md5
from io import BytesIO
from pathlib import Path

import pikepdf

from generator.document.nodes import Document, Section
from generator.document.properties import Attachment
from tests.layout.building import heading
from tests.writers.pdf.reading import A_3A, faults_of
from tests.writers.pdf.sample import PICTURES, PROPERTIES, body, pdf_of

DATA = Attachment("trip.json", '{"id": "rēzekne"}\n'.encode(), "application/json")
SOURCE = Document("Pārskats", "lv-LV", (Section((heading("V", 1), body("a"))),))


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """An open file: what is read of it lives only as long."""
    with pikepdf.open(BytesIO(data)) as file:
        yield file


def pdf(*attachments: Attachment, kind: str = "activity-report") -> bytes:
    return pdf_of(SOURCE, PICTURES, replace(PROPERTIES, kind=kind, attachments=attachments))


def test_a_file_without_attachments_is_of_part_2() -> None:
    data = pdf()
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    with opened(data) as file:
        assert not file.attachments


def test_a_file_with_its_data_inside_is_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf(DATA)
    assert faults_of(pdf(DATA), tmp_path, A_3A) == []


def test_the_data_comes_out_as_it_went_in() -> None:
    with opened(pdf(DATA)) as whole:
        attached = whole.attachments["trip.json"]
        file = attached.get_file()
        assert file.read_bytes() == DATA.content
        assert file.mime_type == "application/json"
        assert (file.size, file.md5) == (len(DATA.content), md5(DATA.content).digest())
        assert attached.description == "Pārskats"


def test_the_data_is_the_source_of_the_document() -> None:
    with opened(pdf(DATA)) as file:
        (specification,) = file.Root.AF
        assert specification.AFRelationship == "/Source"
        assert specification.F == specification.UF == "trip.json"


def test_several_files_stand_in_the_order_of_their_names() -> None:
    with opened(pdf(DATA, replace(DATA, name="b.json"), replace(DATA, name="a.json"))) as file:
        assert list(file.attachments) == ["a.json", "b.json", "trip.json"]


def test_the_metadata_names_the_kind_of_document() -> None:
    with opened(pdf()) as file, file.open_metadata() as metadata:
        assert set(metadata["dc:type"]) == {"activity-report"}
    assert not re.search(rb"<dc:type>", pdf(kind=""))


def test_the_metadata_names_the_kinds_made_together() -> None:
    data = pdf_of(SOURCE, PICTURES, replace(PROPERTIES, kind="a", related=("b", "c")))
    with opened(data) as file, file.open_metadata() as metadata:
        assert set(metadata["dc:relation"]) == {"b", "c"}


def test_pages_are_labelled_as_the_footers_count_them() -> None:
    with opened(pdf()) as file:
        first, label = file.Root.PageLabels.Nums
        assert (first, label.S) == (0, "/D")
