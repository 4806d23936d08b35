"""The file the DOCX writer makes: valid, the same every time, and telling nothing of the machine."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from generator.document.nodes import BulletList, Document, Section
from generator.document.properties import Properties
from generator.layout.boxes import Layout, Page
from generator.writers.docx import write
from tests.writers.docx import samples
from tests.writers.docx.samples import W, document, paragraph, part, parts, rich, written

ROOT = Path(__file__).parents[3]


def faults(content: bytes, tmp_path: Path) -> list[str]:
    """Return what a foreign checker of the format finds."""
    file = tmp_path / "made.docx"
    file.write_bytes(content)
    checked = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file)
    return [str(error) for error in checked.errors]


# -- valid --------------------------------------------------------------------------------------
def test_a_rich_document_has_no_fault(tmp_path: Path) -> None:
    assert faults(written(rich()), tmp_path) == []


def test_the_smallest_document_has_no_fault(tmp_path: Path) -> None:
    assert faults(written(samples.sections(Section(()))), tmp_path) == []


def test_the_checker_would_have_found_a_fault(tmp_path: Path) -> None:
    good = written(rich())
    with ZipFile(BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    spoilt = BytesIO()
    with ZipFile(spoilt, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content.replace(b"<w:keepNext/>", b"<w:keepNextOne/>"))
    assert faults(spoilt.getvalue(), tmp_path)


def test_python_docx_opens_it_and_reads_the_words() -> None:
    opened = docx.Document(BytesIO(written(document(paragraph("Labdien & sveiki")))))
    assert [one.text for one in opened.paragraphs] == ["Labdien & sveiki"]


def test_every_relation_leads_somewhere_and_is_used() -> None:
    made = parts(rich())
    relations = etree.fromstring(made["word/_rels/document.xml.rels"])
    targets = [one.get("Target") for one in relations if one.get("TargetMode") != "External"]
    assert all(f"word/{target}" in made for target in targets)
    used = {value for found in part(rich()).iter() for key, value in found.items() if "relationships" in key}
    assert used <= {one.get("Id") for one in relations}


def test_every_style_that_the_text_names_exists() -> None:
    styles = {one.get(f"{W}styleId") for one in part(rich(), "word/styles.xml").iter(f"{W}style")}
    named = {
        found.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for found in part(rich()).iter(W + tag)
    }
    assert named <= styles


def test_word_opens_it_without_compatibility_mode_and_without_asking() -> None:
    settings = part(rich(), "word/settings.xml")
    modes = [found.get(f"{W}val") for found in settings.iter(f"{W}compatSetting")]
    assert modes[0] == "15"
    assert settings.find(f"{W}updateFields") is None


def test_spaces_between_paragraphs_add_up_as_in_the_other_formats() -> None:
    assert part(rich(), "word/settings.xml").find(f".//{W}doNotUseHTMLParagraphAutoSpacing") is not None


def test_numbers_are_latvian() -> None:
    settings = part(rich(), "word/settings.xml")
    found = [settings.find(W + name) for name in ("decimalSymbol", "listSeparator", "themeFontLang")]
    assert [one.get(f"{W}val") for one in found if one is not None] == [",", ";", "lv-LV"]


# -- the same every time ------------------------------------------------------------------------
def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(rich()) == written(rich())


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    script = (
        "import hashlib; from tests.writers.docx.samples import rich, written;"
        "print(hashlib.sha256(written(rich())).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(written(rich())).hexdigest()


def test_one_document_leaves_nothing_behind_for_the_next() -> None:
    alone = written(document(samples.items("a", ordered=True)))
    written(rich())
    assert written(document(samples.items("a", ordered=True))) == alone


def test_a_list_used_twice_is_two_lists() -> None:
    shared: BulletList = samples.items("a", ordered=True)
    root = part(document(shared, shared))
    assert [found.get(f"{W}val") for found in root.iter(f"{W}numId")] == ["2", "3"]


def test_entries_carry_no_time_and_pictures_are_not_packed_twice() -> None:
    with ZipFile(BytesIO(written(rich()))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.compress_type for entry in entries if "media" in entry.filename} == {ZIP_STORED}


# -- what the file says about itself ------------------------------------------------------------
def opened(made: Document, properties: Properties = samples.PROPERTIES) -> docx.document.Document:
    layout = Layout(made, samples.theme(), (Page(595, 842, tuple),))
    return docx.Document(BytesIO(write(made, layout, samples.theme(), samples.pictures(), properties)))


def test_title_author_subject_keywords_and_language_are_those_of_the_document() -> None:
    core = opened(rich()).core_properties
    assert (core.title, core.author, core.subject) == (
        "Pārskats",
        "Daugavpils pilsētas dome",
        "Pieredzes apmaiņa",
    )
    assert (core.keywords, core.language) == ("ESF", "lv-LV")
    assert core.last_modified_by == ""


def test_the_dates_are_those_given_in_universal_time() -> None:
    riga = Properties(datetime(2012, 9, 3, 15, 30, tzinfo=timezone(timedelta(hours=3))), "x")
    core = opened(document(paragraph("a")), riga).core_properties
    assert core.created == core.modified
    assert core.created == datetime(2012, 9, 3, 12, 30, tzinfo=UTC)


def test_a_title_longer_than_a_property_may_be_is_shortened() -> None:
    core = opened(document(paragraph("a"), title="ā" * 300)).core_properties
    assert core.title == "ā" * 254 + "…"


def test_the_program_is_named_and_nothing_of_the_machine() -> None:
    made = parts(rich())["docProps/app.xml"].decode()
    assert "<Application>parskats 0.1.0</Application>" in made
    assert not any(word in made for word in ("Template", "Company", "TotalTime"))


def test_another_language_of_the_document_goes_into_styles_and_properties() -> None:
    made = document(paragraph("a"), lang="en")
    assert b'w:lang w:val="en-GB"' in parts(made)["word/styles.xml"]
    assert opened(made).core_properties.language == "en-GB"
