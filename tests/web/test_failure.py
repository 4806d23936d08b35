"""What is shown when something fails: a sentence, and of a defect a report that tells no data."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from generator.errors import DataError, OutputError, fault
from generator.web.application import application
from generator.web.crew import Busy
from generator.web.desk import Desk
from generator.web.views import start
from tests.web.conftest import ADDRESS

SECRET = "Jānis Bērziņš 010190-11111 /home/janis"
PART = {"HX-Request": "true"}


@pytest.fixture
def failing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """Errors that the first page raises when it looks for uploads."""
    errors: list[Exception] = [ValueError(SECRET)]

    def fail(*_: object) -> None:
        raise errors[0] from KeyError(SECRET)

    monkeypatch.setattr(start, "listed", fail)
    return errors


def test_a_defect_is_a_page_with_a_report(client: TestClient, failing: list[Exception]) -> None:
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Programmā radās kļūme" in answer.text
    assert "ValueError" in answer.text
    assert "generator/web/views/start.py" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_report_tells_nothing_of_data_of_files_or_of_the_person(
    client: TestClient, failing: list[Exception], folder: Path
) -> None:
    text = client.get("/?name=Slepens").text
    for one in (
        "Bērziņš",
        "010190",
        "/home",
        str(folder.parent),
        str(Path.home()),
        "Slepens",
        "site-packages/",
    ):
        assert one not in text


def test_a_part_of_a_page_gets_a_part_that_says_it(client: TestClient, failing: list[Exception]) -> None:
    text = client.get("/", headers=PART).text
    assert "<html" not in text
    assert 'class="notice bad"' in text


def test_faults_are_told_with_what_mends_them(client: TestClient, failing: list[Exception]) -> None:
    failing[0] = DataError([fault("upload.none")])
    answer = client.get("/")
    assert answer.status_code == 422
    assert "Datne nav izvēlēta." in answer.text


@pytest.mark.parametrize(
    ("error", "status"), [(OutputError([fault("output.full")]), 409), (Busy([fault("work.busy")]), 503)]
)
def test_the_status_says_who_can_mend_it(
    client: TestClient, failing: list[Exception], error: Exception, status: int
) -> None:
    failing[0] = error
    assert client.get("/").status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_method_that_an_address_does_not_take_is_said_so(client: TestClient, method: str) -> None:
    answer = client.request(method, "/trips")
    assert answer.status_code == 405
    assert "nepieņem" in answer.text


def test_a_form_that_cannot_be_understood_is_said_so(client: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data"}
    assert client.post("/trips", content=b"--x", headers=headers).status_code == 400


def test_english_is_spoken_to_those_who_chose_it(desk: Desk) -> None:
    with TestClient(application(desk), ADDRESS, headers={"Origin": ADDRESS}) as client:
        assert "the link holds the key" in client.get("/?lang=en").text


@pytest.mark.parametrize("way", ["/pages/", "/download/"])
def test_no_page_tells_where_the_folder_lies_and_of_a_trip_it_leads_back_to_the_form(
    client: TestClient, folder: Path, way: str
) -> None:
    key = "rezekne-2012/trip.yaml"
    (folder / "rezekne-2012" / "parskats.toml").write_text("x = 1", encoding="utf-8")
    answer = client.get(way + key)
    assert answer.status_code == 422
    assert "rezekne-2012/parskats.toml:1:1" in answer.text
    assert str(folder.parent) not in answer.text
    assert f'href="/trip/{key}">Uz veidlapu</a>' in answer.text


def test_of_settings_above_the_folder_only_the_name_is_told(client: TestClient, folder: Path) -> None:
    (folder.parent / "parskats.toml").write_text("x = 1", encoding="utf-8")
    answer = client.get("/")
    assert answer.status_code == 422
    assert "parskats.toml:1:1" in answer.text
    assert str(folder.parent) not in answer.text
