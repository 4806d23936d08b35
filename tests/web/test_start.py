"""The first page: cards of trips, a new trip, the language."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from generator.web.desk import Desk
from generator.web.views import start


def test_the_first_page_shows_a_card_for_every_trip(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.text.count('class="card"') == 3
    assert "Rēzekne" in page.text
    assert "31.08.2012." in page.text


def test_cards_for_which_there_is_no_time_come_when_they_are_looked_at(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "PATIENCE", -1)
    text = client.get("/").text
    assert text.count("Vēl nav apskatīts") == 3
    (first, *_) = re.findall(r'hx-get="(/card/.*?)"', text)
    part = client.get(first).text
    assert "Rēzekne" in part
    assert "hx-get" not in part
    assert client.get("/").text.count("Vēl nav apskatīts") == 2


def test_wrong_settings_beside_one_trip_are_its_fault_only(client: TestClient, folder: Path) -> None:
    (folder / "saldus-2024" / "parskats.toml").write_text("x = 1", encoding="utf-8")
    page = client.get("/")
    assert page.status_code == 200
    assert page.text.count('class="mark faults"') == 1


def test_wrong_settings_of_the_folder_are_told_with_their_place(client: TestClient, folder: Path) -> None:
    (folder / "parskats.toml").write_text("x = 1", encoding="utf-8")
    page = client.get("/")
    assert page.status_code == 422
    assert "parskats.toml:1:1" in page.text


def test_a_new_trip_is_made_from_the_starter(client: TestClient, folder: Path) -> None:
    answer = client.post("/trips", data={"name": "Cēsis 2013"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/trip/cesis-2013/trip.yaml")
    assert "id: cesis-2013" in (folder / "cesis-2013" / "trip.yaml").read_text(encoding="utf-8")


def test_a_new_trip_is_a_draft_until_its_data_are_no_samples(client: TestClient) -> None:
    client.post("/trips", data={"name": "Cēsis 2013"})
    assert 'class="mark draft"' in client.get("/").text


def test_a_trip_never_takes_the_place_of_another(client: TestClient, folder: Path) -> None:
    before = (folder / "rezekne-2012" / "trip.yaml").read_bytes()
    answer = client.post("/trips", data={"name": "Rēzekne 2012"})
    assert answer.status_code == 422
    assert "Mape „rezekne-2012” jau ir" in answer.text
    assert (folder / "rezekne-2012" / "trip.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["", "  ", "../..", "…", "/", "\0"])
def test_a_name_without_letters_and_digits_is_refused_beside_its_field(client: TestClient, name: str) -> None:
    answer = client.post("/trips", data={"name": name})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_an_empty_folder_says_what_to_do_first(client: TestClient, desk: Desk, folder: Path) -> None:
    import shutil

    for one in folder.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    assert "Šeit vēl nav neviena brauciena" in client.get("/").text


def test_from_a_form_that_was_refused_the_choice_of_language_leads_to_a_page(client: TestClient) -> None:
    text = client.post("/trips", data={"name": "…"}).text
    assert '<input type="hidden" name="back" value="/">' in text


def test_the_language_that_is_chosen_stays(client: TestClient) -> None:
    answer = client.post("/language", data={"lang": "en", "back": "/season"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/season")
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.parametrize(
    "back", ["https://example.com/", "//example.com", "/\\example.com", "javascript:x", ""]
)
def test_after_choosing_the_language_nobody_is_led_elsewhere(client: TestClient, back: str) -> None:
    assert client.post("/language", data={"lang": "en", "back": back}).headers["location"] == "/"


def test_a_page_that_is_not_there_is_said_to_be_so(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "Šādas lapas nav" in answer.text


def test_the_mark_of_the_page_is_found_under_its_old_name(client: TestClient) -> None:
    assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize(
    "query", ["done=taken&count=-1", "done=taken&count=x", "done=kept&about=../x.xlsx", "done=kept", "done=x"]
)
def test_nothing_is_said_to_be_done_that_cannot_have_been(client: TestClient, query: str) -> None:
    page = client.get(f"/?{query}")
    assert page.status_code == 200
    assert 'class="notice good"' not in page.text


def test_a_workbook_leads_to_its_faults_and_to_its_documents(client: TestClient) -> None:
    page = client.get("/").text
    assert 'action="/look/season-2012.xlsx"' in page
    assert 'href="/season?workbook=season-2012.xlsx"' in page


def test_a_project_file_leads_to_its_form(client: TestClient, folder: Path) -> None:
    (folder / "projekts.yaml").write_text("agreement: x\n", encoding="utf-8")
    (link,) = re.findall(r'href="(/trip/projekts[^"]*)"', client.get("/").text)
    assert client.get(link).status_code == 200


def test_the_address_of_a_new_trip_has_no_part_of_the_first_page(client: TestClient) -> None:
    assert 'action="/trips"' in client.get("/").text
