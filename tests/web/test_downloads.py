"""The finished documents of a trip: downloads, and the folder of results as the command line writes it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from generator import load_trip, render
from generator.cli import main
from tests.batch.seasons import tree

KEY = "rezekne-2012/trip.yaml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / KEY
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_document_is_downloaded_as_the_library_makes_it(client: TestClient, folder: Path) -> None:
    made = render(load_trip(folder / KEY))
    for what, media in (("docx", DOCX), ("pdf", "application/pdf")):
        answer = client.get(f"/download/{KEY}?what={what}&document=funding-annex")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == media
        name = f"rezekne-2012-finansejuma-pielikums.{what}"
        assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"
        assert answer.content == made[f"finansejuma-pielikums.{what}"]


def test_both_documents_in_both_formats_are_one_zip(client: TestClient, folder: Path) -> None:
    first = client.get(f"/download/{KEY}?what=zip")
    with zipfile.ZipFile(BytesIO(first.content)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    made = render(load_trip(folder / KEY))
    assert found == {f"rezekne-2012/{name}": content for name, content in made.items()}
    assert client.get(f"/download/{KEY}?what=zip").content == first.content


def test_a_document_that_is_made_only_when_asked_for_can_be_downloaded(client: TestClient) -> None:
    answer = client.get(f"/download/{KEY}?what=pdf&document=participant-list")
    assert answer.content.startswith(b"%PDF")


def test_a_trip_with_a_fault_is_not_downloaded_and_the_fault_is_told(
    client: TestClient, folder: Path
) -> None:
    spoil(folder, 'position: "2.1"', 'position: "9.9"')
    answer = client.get(f"/download/{KEY}?what=pdf")
    assert answer.status_code == 422
    assert "9.9" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query",
    ["what=exe", "what=html", "what=pdf&document=", "what=pdf&document=..%2F..%2Fx", "what=zip&document=x"],
)
def test_only_what_there_is_can_be_downloaded(client: TestClient, query: str) -> None:
    answer = client.get(f"/download/{KEY}?{query}")
    known = query == "what=pdf&document="  # an empty name is none
    assert answer.status_code == (200 if known else 404 if "exe" in query or "html" in query else 422)


def test_written_documents_are_to_the_byte_what_the_command_line_writes(
    client: TestClient, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert client.post(f"/render/{KEY}").headers["location"] == f"/download/{KEY}"
    by_page = tree(folder / "output" / "rezekne-2012")
    assert main(["verify", str(folder / "output" / "rezekne-2012")]) == 0
    assert main(["render", str(folder / KEY), "-o", str(folder / "output"), "-q"]) == 0
    assert tree(folder / "output" / "rezekne-2012") == by_page
    capsys.readouterr()


def test_a_settings_file_decides_where_documents_are_written_and_which(
    client: TestClient, folder: Path
) -> None:
    (folder / "parskats.toml").write_text('output = "parskati"\nformat = "html"\n', encoding="utf-8")
    client.post(f"/render/{KEY}")
    assert sorted(path.suffix for path in (folder / "parskati" / "rezekne-2012").iterdir()) == [
        ".html", ".html", ".json",
    ]  # fmt: skip


def test_a_trip_with_a_fault_leaves_what_was_written_before(client: TestClient, folder: Path) -> None:
    client.post(f"/render/{KEY}")
    before = tree(folder / "output")
    spoil(folder, 'position: "2.1"', 'position: "9.9"')
    assert client.post(f"/render/{KEY}").status_code == 422
    assert tree(folder / "output") == before


def test_the_page_of_documents_says_what_lies_in_the_folder(client: TestClient, folder: Path) -> None:
    assert "Tur vēl nav saglabāts neviens dokuments." in client.get(f"/download/{KEY}").text
    client.post(f"/render/{KEY}")
    written = client.get(f"/download/{KEY}").text
    assert "Tās atbilst pašreizējiem brauciena datiem." in written
    assert "aktivitates-parskats.docx" in written
    docx = folder / "output" / "rezekne-2012" / "aktivitates-parskats.docx"
    docx.write_bytes(docx.read_bytes() + b" ")
    (folder / "output" / "rezekne-2012" / "finansejuma-pielikums.pdf").unlink()
    changed = client.get(f"/download/{KEY}").text
    assert "aktivitates-parskats.docx (mainīta pēc izveides)" in changed
    assert "finansejuma-pielikums.pdf (izdzēsta)" in changed
    assert "Kopš to izveides ir mainīts brauciens vai kāda datne." in changed


def test_an_id_that_is_a_path_leads_to_no_other_folder(client: TestClient, folder: Path) -> None:
    client.post(f"/render/{KEY}")
    secret = folder / "secret"
    (folder / "output" / "rezekne-2012").rename(secret)
    spoil(folder, "id: rezekne-2012", "id: ../secret")
    answer = client.get(f"/download/{KEY}")
    assert answer.status_code == 200
    assert "aktivitates-parskats.docx" not in answer.text


@pytest.mark.parametrize("key", ["nav.yaml", "season-2012.xlsx", "../x/trip.yaml"])
def test_what_is_no_trip_of_the_folder_is_not_there(client: TestClient, key: str) -> None:
    assert client.get(f"/download/{key}").status_code == 404
    assert client.get(f"/download/{key}?what=pdf").status_code == 404
    assert client.post(f"/render/{key}").status_code == 404


# -- a trip that has errors -------------------------------------------------------------------------
def test_the_page_of_documents_says_beforehand_that_a_trip_has_errors(
    client: TestClient, folder: Path
) -> None:
    spoil(folder, 'position: "2.1"', 'position: "9.9"')
    answer = client.get(f"/download/{KEY}")
    assert answer.status_code == 200
    assert "Dokumentus vēl nevar izveidot" in answer.text
    assert f'href="/checks/{KEY}"' in answer.text
    assert "?what=" not in answer.text
    assert f'action="/render/{KEY}"' not in answer.text


@pytest.mark.parametrize("way", [f"/download/{KEY}?what=zip", f"/render/{KEY}"])
def test_a_fault_of_a_document_is_told_as_the_form_tells_it(
    client: TestClient, folder: Path, way: str
) -> None:
    spoil(folder, 'position: "2.1"', 'position: "9.9"')
    answer = client.post(way) if "render" in way else client.get(way)
    assert answer.status_code == 422
    assert re.search(rf'<a href="/trip/{KEY}#f-costs-\d+-position">[^<]+ \d+ › [^<]+</a>', answer.text)
    assert f'<a href="/trip/{KEY}">Veidlapa</a>' in answer.text
    assert str(folder.parent) not in answer.text


def test_a_fault_that_only_making_the_documents_finds_is_told_there(client: TestClient, folder: Path) -> None:
    photo = next((folder / "rezekne-2012").rglob("*.jpg"))
    photo.write_bytes(photo.read_bytes()[:2000])
    answer = client.get(f"/download/{KEY}?what=pdf")
    assert answer.status_code == 422
    assert f'<a href="/trip/{KEY}#f-photos-' in answer.text
    assert str(folder.parent) not in answer.text


def test_a_trip_that_cannot_be_read_has_no_documents(client: TestClient, folder: Path) -> None:
    (folder / KEY).write_text("id: [", encoding="utf-8")
    answer = client.get(f"/download/{KEY}")
    assert answer.status_code == 422
    assert "Datni nevar izlasīt" in answer.text


@pytest.mark.parametrize("way", [f"/download/{KEY}", f"/pages/{KEY}"])
def test_the_ways_of_a_trip_lead_from_its_documents_too(client: TestClient, way: str) -> None:
    text = client.get(way).text
    assert f'<a href="/trip/{KEY}">Veidlapa</a>' in text
    assert f'<a href="/checks/{KEY}">Pārbaudes</a>' in text
    assert f'<a href="/download/{KEY}" aria-current="page">Dokumenti</a>' in text


def test_what_is_not_filled_in_is_asked_for_in_the_words_of_the_form(
    client: TestClient, folder: Path
) -> None:
    text = (folder / KEY).read_text(encoding="utf-8")
    (folder / KEY).write_text(re.sub(r"(?m)^(\s*-?\s*caption:).*$", r"\1", text, count=1), encoding="utf-8")
    page = client.get(f"/download/{KEY}").text
    assert "kola" not in page
    assert "Content-Type" not in page, "an empty hint is no head of a catalogue"
    assert re.search(rf'<a href="/trip/{KEY}#f-photos-\d+-caption">', page)
    assert "kola" not in client.get(f"/preview/{KEY}").text
