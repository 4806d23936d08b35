import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.document.nodes import Document, Figure, Image, PageField
from generator.images import Picture
from generator.layout import lay_out
from generator.writers.pdf import write
from tests.layout.building import document_of, heading, paragraph, theme_of
from tests.layout.strategies import documents
from tests.writers.pdf.reading import faults_of, pages_of, words_in
from tests.writers.pdf.sample import (
    PROPERTIES,
    body,
    costs,
    pdf_of,
    pdf_with,
    photo,
    rich,
    rich_pdf,
    words_of,
)

PRINT_DIGEST = """
from hashlib import sha256
from tests.writers.pdf.sample import rich_pdf
print(sha256(rich_pdf()).hexdigest())
"""


def test_a_rich_document_is_pdf_a_2a_and_pdf_ua_1(tmp_path: Path) -> None:
    assert faults_of(rich_pdf(), tmp_path) == []


def test_a_short_document_is_too(tmp_path: Path) -> None:
    assert faults_of(pdf_with(), tmp_path) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_png_of_each_colour_mode_is_archivable(mode: str, tmp_path: Path) -> None:
    picture: Picture = photo(mode, "png")
    document = document_of(heading("V", 1), Figure(Image("p", "Attēls"), "figure"))
    assert faults_of(pdf_of(document, {"p": picture}), tmp_path) == []


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_of_each_colour_mode_is_archivable(mode: str, tmp_path: Path) -> None:
    document = document_of(heading("V", 1), Figure(Image("p", "Attēls"), "figure"))
    assert faults_of(pdf_of(document, {"p": photo(mode)}), tmp_path) == []


def test_the_words_of_the_structure_are_the_words_of_the_tree() -> None:
    assert words_in(rich_pdf()) == words_of(rich())


@settings(max_examples=60, deadline=None)
@given(documents)
def test_so_they_are_in_any_document(document: Document) -> None:
    theme = theme_of(12)
    data = write(document, lay_out(document, theme, {}), theme, {}, PROPERTIES)
    assert words_in(data) == words_of(document)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_any_document_is_archivable_and_accessible(tmp_path: Path, document: Document) -> None:
    theme = theme_of(12)
    data = write(document, lay_out(document, theme, {}), theme, {}, PROPERTIES)
    assert faults_of(data, tmp_path) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf_of(rich()) == pdf_of(rich())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    root = str(Path(__file__).parents[3])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONPATH": root}
    command = [sys.executable, "-c", PRINT_DIGEST]
    printed = subprocess.run(command, capture_output=True, check=True, text=True, env=environment, cwd=root)
    assert printed.stdout.strip() == sha256(rich_pdf()).hexdigest()


def test_documents_written_at_the_same_time_do_not_disturb_each_other() -> None:
    with ThreadPoolExecutor(4) as pool:
        written = set(pool.map(lambda _: pdf_of(rich()), range(8)))
    assert written == {rich_pdf()}


def test_many_rows_stay_archivable(tmp_path: Path) -> None:
    assert faults_of(pdf_with(costs(400)), tmp_path) == []


def test_more_letters_than_one_font_holds_are_shown(tmp_path: Path) -> None:
    letters = "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x400, 0x45F)))
    document = document_of(heading("V", 1), body(" ".join(letters)))
    data = pdf_of(document)
    assert faults_of(data, tmp_path) == []
    assert "".join(pages_of(data)[0].words) == "V" + letters


def test_page_fields_in_the_text_are_in_the_file() -> None:
    data = pdf_with(paragraph("no ", PageField("count"), role="body"))
    assert pages_of(data)[0].words[-2:] == ["no", "1"]
