"""Uploads: kept aside, looked through, taken over when a person says so; and whatever else may be sent."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from generator import load_trip
from generator.errors import BadValue
from generator.tripfiles import examine
from generator.web.desk import Desk
from generator.web.store import NotThere
from generator.web.uploads import MAX_BYTES, MAX_FILES, Kind
from generator.web.uploads.kept import kind_of
from tests.invalid_workbooks import workbook
from tests.trips import ROOT
from tests.web.conftest import ADDRESS

SEASON = (ROOT / "data" / "trips" / "season-2012.xlsx").read_bytes()
SALDUS = ROOT / "data" / "trips" / "saldus-2024"
TRIP = (SALDUS / "trip.yaml").read_bytes()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def whole_trip(folder: str, **more: bytes) -> dict[str, bytes]:
    """Return the files of the trip to Saldus under a folder of a ZIP."""
    found = {path.relative_to(SALDUS).as_posix(): path.read_bytes() for path in SALDUS.rglob("*.*")}
    return {f"{folder}{name}": content for name, content in {**found, **more}.items()}


def given_to(client: TestClient, content: bytes, name: str = "datne") -> str:
    """Put a file in, and return the address of what was kept aside."""
    answer = client.post("/upload", files={"file": (name, content)})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def refused(client: TestClient, content: bytes, name: str = "datne") -> str:
    answer = client.post("/upload", files={"file": (name, content)})
    assert answer.status_code == 422
    found = re.search(r'id="upload-fault">(.*?)</p>', answer.text, re.DOTALL)
    assert found
    return found[1]


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder but for the page's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".parskats" not in path.parts
    }


def said(client: TestClient, answer: Response) -> str:
    """Return what the page that an answer leads to says first, in the place that is read aloud."""
    text = client.get(answer.headers["location"]).text
    found = re.search(r'<div id="notices" class="notices" role="status"[^>]*>(.*?)</div></div>', text)
    return found[1] if found else ""


@pytest.fixture
def empty(folder: Path) -> Path:
    """The folder, without anything in it."""
    for one in folder.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    return folder


# -- kept aside -----------------------------------------------------------------------------------
def test_what_is_put_in_is_kept_aside_and_changes_nothing(client: TestClient, folder: Path) -> None:
    before = tree(folder)
    address = given_to(client, workbook("cells-unreadable"), "sezona.xlsx")
    page = client.get(address)
    assert page.status_code == 200
    assert client.get("/").text.count(f'href="{address}"') == 1
    assert tree(folder) == before


def test_the_name_of_a_file_never_reaches_the_file_system(
    client: TestClient, folder: Path, desk: Desk
) -> None:
    name = "../../<b>nav</b>/..\\..\\sezona\u202e.xlsx"
    address = given_to(client, SEASON, name)
    kept = desk.shelf.get(address.rpartition("/")[2])
    assert kept.path.name == "upload.xlsx"
    assert kept.path.is_relative_to(folder / ".parskats")
    text = client.get(address).text
    assert "<b>nav" not in text
    assert "\u202e" not in text


def test_several_files_are_kept_aside_each_by_itself(client: TestClient) -> None:
    answer = client.post("/upload", files=[("file", ("a.xlsx", SEASON)), ("file", ("b.yaml", TRIP))])
    assert (answer.status_code, answer.headers["location"]) == (303, "/#uploads")
    text = client.get("/").text
    assert ">a.xlsx</a>" in text
    assert ">b.yaml</a>" in text


def test_too_many_files_are_refused(client: TestClient, desk: Desk) -> None:
    many = [("file", (f"{number}.yaml", b"a: b")) for number in range(MAX_FILES + 1)]
    assert client.post("/upload", files=many).status_code == 400
    assert desk.shelf.all() == []


def test_the_oldest_make_room(client: TestClient, desk: Desk) -> None:
    for number in range(MAX_FILES + 3):
        desk.shelf.keep(f"{number}.yaml", b"a: b")
    kept = [one.name for one in desk.shelf.all()]
    assert len(kept) == MAX_FILES
    assert kept[0] == f"{MAX_FILES + 2}.yaml"


def test_without_a_file_it_is_said_what_to_choose(client: TestClient) -> None:
    assert "Datne nav izvēlēta" in refused(client, b"", "")
    assert client.post("/upload", data={"x": "y"}).status_code == 422


@pytest.mark.parametrize("content", [b"", b"  \n"])
def test_an_empty_file_is_refused(client: TestClient, content: bytes) -> None:
    assert "ir tukša" in refused(client, content, "tukšs.xlsx")


@pytest.mark.parametrize("head", [b"%PDF-1.7\0", b"\x89PNG\r\n\x1a\n\0", b"MZ\x90\0", b"\x7fELF\x02\x01"])
def test_what_is_no_source_of_trips_is_refused_whatever_it_is_called(client: TestClient, head: bytes) -> None:
    assert "nav ne darbgrāmata" in refused(client, head + bytes(100), "sezona.xlsx")


def test_a_file_that_is_too_large_is_refused(client: TestClient, desk: Desk) -> None:
    assert "lielāka par 20 MB" in refused(client, b"a: b\n" + b"#" * MAX_BYTES)
    assert desk.shelf.all() == []


def test_a_request_that_is_too_large_is_a_page_that_says_so(client: TestClient, desk: Desk) -> None:
    answer = client.post("/upload", files={"file": ("a.yaml", b"#" * (MAX_BYTES + 2_000_000))})
    assert answer.status_code == 413
    assert "lielāka par 20 MB" in answer.text
    assert desk.shelf.all() == []


@pytest.mark.parametrize("way", ["x", "0" * 16, "..%2f..", "A" * 16])
def test_an_upload_that_is_not_there_is_said_to_be_so(client: TestClient, way: str) -> None:
    assert client.get(f"/upload/{way}").status_code == 404


def test_a_link_on_the_shelf_leads_nowhere(client: TestClient, desk: Desk, tmp_path: Path) -> None:
    kept = desk.shelf.keep("a.yaml", TRIP)
    (tmp_path / "secret").write_text("secret: x", encoding="utf-8")
    kept.path.unlink()
    kept.path.symlink_to(tmp_path / "secret")
    with pytest.raises(NotThere):
        desk.shelf.get(kept.id)


def test_a_link_in_the_place_of_the_shelf_is_not_followed(
    client: TestClient, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / ".parskats").symlink_to(tmp_path / "elsewhere")
    assert client.post("/upload", files={"file": ("a.yaml", TRIP)}).status_code == 409
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert client.get("/").status_code == 200


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_any_bytes_have_a_kind_or_a_fault(content: bytes) -> None:
    with contextlib.suppress(BadValue):
        assert kind_of(content, "x") in Kind


# -- looked through -------------------------------------------------------------------------------
def test_faults_of_a_workbook_stand_by_sheet_with_cell_value_reason_and_mend(client: TestClient) -> None:
    text = client.get(given_to(client, workbook("cells-unreadable"), "sezona.xlsx")).text
    sheets = re.findall(r"<h3>(Lapa .*?)</h3>", text)
    assert sheets == ["Lapa „Braucieni”", "Lapa „Izmaksas”", "Lapa „Projekts”"]
    rows = [
        [
            " ".join(re.sub(r"<.*?>", " ", cell).split())
            for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)
    ]
    assert [
        "Q2 kļūda",
        "31.02.2012.",
        "Kalendārā nav tādas dienas: „31.02.2012.”.",
        "Pārbaudiet dienu un mēnesi.",
    ] in rows


def test_the_annotated_copy_has_every_fault_at_its_cell(client: TestClient) -> None:
    address = given_to(client, workbook("cells-unreadable"), "Mana sezona.xlsx")
    answer = client.get(f"{address}/annotated.xlsx")
    assert answer.status_code == 200
    assert "mana-sezona-piezimes.xlsx" in answer.headers["content-disposition"]
    book = openpyxl.load_workbook(BytesIO(answer.content))
    comment = book["Izmaksas"]["F2"].comment
    assert comment is not None
    assert "divi lati" in comment.text


def test_the_annotated_copy_speaks_the_language_of_the_page(client: TestClient) -> None:
    address = given_to(client, workbook("cells-unreadable"))
    answer = client.get(f"{address}/annotated.xlsx?lang=en")
    assert "What is wrong" in {
        str(cell.value) for cell in next(openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0].rows)
    }


@pytest.mark.parametrize("kind", ["damaged", "password", "old-format", "unpacks-too-large", "document-type"])
def test_a_workbook_that_cannot_be_read_says_why_and_is_not_taken_over(
    client: TestClient, folder: Path, kind: str
) -> None:
    before = tree(folder)
    address = given_to(client, workbook(kind), "a.xlsx")
    text = client.get(address).text
    assert "<table" in text
    assert "nav ko pārņemt" in text
    assert client.get(f"{address}/annotated.xlsx").status_code == 422
    assert client.post(f"{address}/take", data={"as": "workbook"}).status_code == 422
    assert tree(folder) == before


def test_faults_of_a_trip_file_stand_with_their_lines(client: TestClient) -> None:
    text = client.get(given_to(client, TRIP.replace(b"13.06.2024.", b"31.06.2024."), "saldus.yaml")).text
    assert "Kalendārā nav tādas dienas" in text
    assert ">saldus.yaml</h3>" in text


def test_a_workbook_of_the_folder_tells_its_trips_and_faults(client: TestClient) -> None:
    text = client.get("/workbook/season-2012.xlsx").text
    assert "Braucieni: 12" in text
    assert "Kļūdas: 3" in text


def test_a_workbook_of_the_folder_can_be_looked_through(client: TestClient) -> None:
    answer = client.post("/look/season-2012.xlsx")
    assert answer.status_code == 303
    assert "Kas jālabo" in client.get(answer.headers["location"]).text


@pytest.mark.parametrize("way", ["/workbook/", "/look/"])
@pytest.mark.parametrize(
    "key", ["nav.xlsx", "..%2f..%2fetc%2fpasswd", ".parskats%2fx.xlsx", "%2fx.xlsx", "%00"]
)
def test_a_workbook_that_is_not_there_is_said_to_be_so(client: TestClient, way: str, key: str) -> None:
    ask = client.get if way == "/workbook/" else client.post
    assert ask(way + key).status_code == 404


# -- taken over -----------------------------------------------------------------------------------
def test_a_workbook_is_kept_as_it_is(client: TestClient, folder: Path) -> None:
    address = given_to(client, SEASON, "Sezona 2012.xlsx")
    answer = client.post(f"{address}/take", data={"as": "workbook"})
    assert answer.status_code == 303
    assert "Darbgrāmata ir saglabāta mapē ar nosaukumu sezona-2012.xlsx." in said(client, answer)
    assert (folder / "sezona-2012.xlsx").read_bytes() == SEASON
    assert client.get(address).status_code == 404


def test_trips_of_a_workbook_become_trip_folders(client: TestClient, empty: Path) -> None:
    address = given_to(client, SEASON, "season.xlsx")
    keys = ["cesis-2012/trip.yaml", "jekabpils-2012/trip.yaml"]
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": keys})
    assert "Pārņemti braucieni: 2." in said(client, answer)
    assert sorted(tree(empty)) == keys
    assert load_trip(empty / "cesis-2012" / "trip.yaml").journey.destination.name == "Cēsis"
    broken = examine(empty / "jekabpils-2012" / "trip.yaml")
    assert [one.id for one in broken.faults] == ["date.impossible"], (
        "a faulty trip comes as it stands in its cells"
    )


def test_pictures_that_lie_in_the_folder_come_along_with_the_trips_of_a_workbook(
    client: TestClient, empty: Path
) -> None:
    from generator.tripfiles.workbook import write

    shutil.copytree(SALDUS / "photos", empty / "photos")
    content = write((load_trip(SALDUS / "trip.yaml"),))
    address = given_to(client, content)
    assert (
        client.post(f"{address}/take", data={"as": "trips", "trip[]": "saldus-2024/trip.yaml"}).status_code
        == 303
    )
    assert load_trip(empty / "saldus-2024" / "trip.yaml").source.pictures


def test_a_trip_file_becomes_a_trip_folder_with_its_comments(client: TestClient, empty: Path) -> None:
    content = b"# mans piezimes\n" + TRIP
    address = given_to(client, content, "saldus.yaml")
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": "saldus-2024/trip.yaml"})
    assert answer.headers["location"] == "/trip/saldus-2024/trip.yaml"
    assert tree(empty) == {"saldus-2024/trip.yaml": content}


def test_a_trip_file_finds_the_project_it_shares_where_it_will_stand(client: TestClient, empty: Path) -> None:
    text = TRIP.decode()
    head, rest = text.split("\nproject:\n", 1)
    project, tail = re.split(r"\n(?=[a-z])", rest, maxsplit=1)
    (empty / "kopejs.yaml").write_text(re.sub(r"(?m)^  ", "", project), encoding="utf-8")
    address = given_to(client, f"{head}\nproject: ../kopejs.yaml\n{tail}".encode())
    assert "../kopejs.yaml" not in client.get(address).text


def test_a_project_file_becomes_a_file_that_trips_can_name(client: TestClient, empty: Path) -> None:
    address = given_to(client, b"agreement: {number: '1'}\ntitle: Projekts\n", "Mans projekts.yaml")
    assert "tiks saglabāts kā mans-projekts.yaml" in client.get(address).text
    client.post(f"{address}/take", data={"as": "trips", "trip[]": "mans-projekts.yaml"})
    assert list(tree(empty)) == ["mans-projekts.yaml"]


def test_trips_of_a_zip_come_with_what_they_name_and_with_nothing_else(
    client: TestClient, empty: Path
) -> None:
    more = {"parskats.toml": b'output = "/tmp/elsewhere"', "virus.exe": b"MZ", "photos/cits.jpg": b"x"}
    address = given_to(client, zipped(whole_trip("sezona/saldus/", **more)), "braucieni.zip")
    client.post(f"{address}/take", data={"as": "trips", "trip[]": "sezona/saldus/trip.yaml"})
    assert sorted(tree(empty)) == [
        "sezona/saldus/photos/01-saldus.jpg",
        "sezona/saldus/photos/02-seminars.jpg",
        "sezona/saldus/trip.yaml",
    ]
    assert load_trip(empty / "sezona" / "saldus" / "trip.yaml").id == "saldus-2024"


def test_a_trip_at_the_top_of_a_zip_gets_a_folder(client: TestClient, empty: Path) -> None:
    address = given_to(client, zipped(whole_trip("")), "saldus.zip")
    client.post(f"{address}/take", data={"as": "trips", "trip[]": "saldus-2024/trip.yaml"})
    assert load_trip(empty / "saldus-2024" / "trip.yaml").id == "saldus-2024"


def test_a_workbook_in_a_zip_is_taken_over_as_a_workbook(client: TestClient, empty: Path) -> None:
    address = given_to(client, zipped({"sezona/season.xlsx": SEASON}), "season.zip")
    assert "Braucieni: 12" in client.get(address).text
    client.post(f"{address}/take", data={"as": "trips", "trip[]": "sezona/season.xlsx"})
    assert tree(empty) == {"sezona/season.xlsx": SEASON}


def test_nothing_is_overwritten_and_nothing_is_taken_over_by_halves(client: TestClient, folder: Path) -> None:
    before = tree(folder)
    content = zipped(
        {**whole_trip("jauns/"), **whole_trip("saldus-2024/", **{"trip.yaml": TRIP + b"# cits\n"})}
    )
    address = given_to(client, content, "a.zip")
    keys = ["jauns/trip.yaml", "saldus-2024/trip.yaml"]
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": keys})
    assert answer.status_code == 409
    assert "„saldus-2024/trip.yaml” mapē jau ir" in answer.text
    assert tree(folder) == before
    assert client.get(address).status_code == 200, "she can leave it out and take the rest"


def test_what_is_there_already_word_for_word_is_said_to_be_so(client: TestClient, folder: Path) -> None:
    address = given_to(client, SEASON, "season-2012.xlsx")
    answer = client.post(f"{address}/take", data={"as": "workbook"})
    assert answer.status_code == 409
    assert "Tas viss mapē jau ir" in answer.text


def test_what_is_there_already_is_said_so_and_not_marked(client: TestClient, folder: Path) -> None:
    content = zipped({**whole_trip("jauns/"), **whole_trip("saldus-2024/")})
    text = client.get(given_to(client, content, "a.zip")).text
    assert re.findall(r'name="trip\[\]" value="([^"]*)" checked', text) == ["jauns/trip.yaml"]
    assert text.count("jau ir mapē</span>") == 1


def test_a_workbook_of_the_folder_is_not_to_be_kept_again(client: TestClient, folder: Path) -> None:
    text = client.get(client.post("/look/season-2012.xlsx").headers["location"]).text
    assert "Darbgrāmata season-2012.xlsx mapē jau ir." in text
    assert 'href="/season?workbook=season-2012.xlsx"' in text
    assert 'value="workbook"' not in text


def test_one_trip_that_was_taken_over_is_opened(client: TestClient, empty: Path) -> None:
    address = given_to(client, zipped(whole_trip("saldus/")), "a.zip")
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": "saldus/trip.yaml"})
    assert answer.headers["location"] == "/trip/saldus/trip.yaml"


def test_a_workbook_of_a_zip_that_was_taken_over_is_told_on_the_first_page(
    client: TestClient, empty: Path
) -> None:
    address = given_to(client, zipped({"s/sezona.xlsx": SEASON}), "a.zip")
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": "s/sezona.xlsx"})
    assert "Pārņemti braucieni: 1." in said(client, answer)


def test_no_mark_counts_nothing(client: TestClient, empty: Path) -> None:
    text = client.get(given_to(client, zipped(whole_trip("saldus/")), "a.zip")).text
    assert "Kļūdas: 0" not in text
    assert "Brīdinājumi: 0" not in text


@pytest.mark.parametrize(
    "trip", [[], ["../../x/trip.yaml"], ["nav/trip.yaml"], ["/etc/passwd"], ["saldus-2024/../trip.yaml"]]
)
def test_only_what_was_found_can_be_chosen(client: TestClient, folder: Path, trip: list[str]) -> None:
    before = tree(folder)
    address = given_to(client, zipped(whole_trip("")), "saldus.zip")
    assert client.post(f"{address}/take", data={"as": "trips", "trip[]": trip}).status_code == 422
    assert tree(folder) == before


def test_a_folder_that_is_a_link_elsewhere_is_not_written_into(
    client: TestClient, empty: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (empty / "saldus-2024").symlink_to(tmp_path / "elsewhere")
    address = given_to(client, TRIP)
    answer = client.post(f"{address}/take", data={"as": "trips", "trip[]": "saldus-2024/trip.yaml"})
    assert answer.status_code == 409
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_upload_is_forgotten_when_she_says_so(client: TestClient, desk: Desk, folder: Path) -> None:
    address = given_to(client, zipped(whole_trip("")), "saldus.zip")
    client.get(address)
    assert "Datne ir atmesta." in said(client, client.post(f"{address}/drop"))
    assert desk.shelf.all() == []
    assert list((folder / ".parskats" / "uploads").iterdir()) == []


# -- hostile --------------------------------------------------------------------------------------
def test_a_trip_of_an_upload_reads_nothing_outside_the_folder(client: TestClient, empty: Path) -> None:
    (empty.parent / "secret.yaml").write_text("title: SLEPENS\nagreement: {number: '1'}\n", encoding="utf-8")
    head, rest = TRIP.decode().split("\nproject:\n", 1)
    tail = re.split(r"\n(?=[a-z])", rest, maxsplit=1)[1]
    for way in ("../../secret.yaml", "../../../secret.yaml", str(empty.parent / "secret.yaml")):
        text = client.get(given_to(client, f"{head}\nproject: {way}\n{tail}".encode())).text
        assert "SLEPENS" not in text
        assert "<table" in text


@pytest.mark.parametrize(
    "names",
    [
        ["../../x/trip.yaml"],
        ["/tmp/x/trip.yaml"],
        ["C:\\x\\trip.yaml"],
        ["a/../../b/trip.yaml"],
        ["a\\..\\..\\trip.yaml"],
    ],
)
def test_a_zip_whose_names_lead_out_is_refused(client: TestClient, empty: Path, names: list[str]) -> None:
    address = given_to(client, zipped(dict.fromkeys(names, TRIP)), "a.zip")
    assert "nav ko pārņemt" in client.get(address).text
    client.post(f"{address}/take", data={"as": "trips", "trip[]": names})
    assert tree(empty) == {}
    assert not (empty.parent / "x").exists()


def test_a_link_in_a_zip_is_no_link_when_it_is_unpacked(client: TestClient, empty: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a/trip.yaml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    text = client.get(given_to(client, out.getvalue())).text
    assert "root:" not in text
    assert "<table" in text


def bomb() -> bytes:
    """Return a ZIP whose one file is a thousand times larger unpacked."""
    return zipped({"a/trip.yaml": b"#" * 150_000_000})


def lying_bomb() -> bytes:
    """Return a ZIP that says its file is small."""
    content = bytearray(zipped({"a/trip.yaml": b"#" * 150_000_000}))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = content.rfind(mark)
        content[place + at : place + at + 4] = struct.pack("<I", 1000)
    return bytes(content)


def overlapping() -> bytes:
    """Return a ZIP with very many files."""
    return zipped({f"{number}/trip.yaml": b"a: b" for number in range(1500)}, zipfile.ZIP_STORED)


@pytest.mark.parametrize("make", [bomb, lying_bomb, overlapping])
def test_a_zip_made_to_harm_is_refused(client: TestClient, empty: Path, make: object) -> None:
    assert callable(make)
    text = client.get(given_to(client, make(), "a.zip")).text
    assert "nav ko pārņemt" in text
    kept = sum(path.stat().st_size for path in (empty / ".parskats").rglob("*") if path.is_file())
    assert kept < MAX_BYTES


def test_a_file_that_takes_too_much_is_given_up_and_the_page_goes_on(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.errors import fault
    from generator.web.crew import Crew, Lost

    async def lost(*_: object) -> None:
        raise Lost([fault("work.time", limit=60)])

    monkeypatch.setattr(Crew, "run", lost)
    page = client.get(given_to(client, SEASON))
    assert page.status_code == 200
    assert "tika apturēts" in page.text
    assert "Atmest šo datni" in page.text


SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_text_of_an_upload_is_escaped_everywhere(client: TestClient) -> None:
    raw = TRIP.decode().replace("name: Saldus", f"name: {json.dumps(SCRIPT)}", 1)
    assert raw != TRIP.decode()
    address = given_to(client, raw.encode(), f"{SCRIPT}.yaml")
    for text in (client.get(address).text, client.get("/").text):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert "&lt;script&gt;" in client.get(address).text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(min_size=1, max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x03\x04xl/workbook.xml", b"{", b"format: 1\n"]),
)
def test_any_upload_is_told_of_and_harms_nothing(
    client: TestClient, folder: Path, content: bytes, head: bytes
) -> None:
    before = tree(folder)
    answer = client.post("/upload", files={"file": ("x", head + content)})
    assert answer.status_code in (303, 422)
    if answer.status_code == 303:
        address = unquote(answer.headers["location"])
        assert client.get(address).status_code == 200
        assert client.post(f"{address}/drop", headers={"Origin": ADDRESS}).status_code == 303
    assert tree(folder) == before
