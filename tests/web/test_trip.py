"""The form of a trip in the page: shown, saved as it is filled in, and taken back."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from generator.web.desk import Desk
from generator.web.store import version
from generator.web.store.drafts import Drafts

KEY = "rezekne-2012/trip.yaml"
PART = {"HX-Request": "true"}


@pytest.fixture
def trip(folder: Path) -> Path:
    """The file of the trip."""
    return folder / KEY


def seen(trip: Path) -> str:
    return version(trip.read_bytes())


def post(client: TestClient, trip: Path, what: str = "change", part: bool = True, **fields: str) -> Response:
    """Send a form upon the version that is there."""
    headers = PART if part else {}
    return client.post(f"/{what}/{KEY}", data={"version": seen(trip), **fields}, headers=headers)


def put(client: TestClient, trip: Path, path: str, text: str, part: bool = True) -> Response:
    return post(client, trip, part=part, **{f"set:{path}": text})


# -- shown --------------------------------------------------------------------------------------------
def test_the_form_shows_what_was_typed(client: TestClient) -> None:
    page = client.get(f"/trip/{KEY}")
    assert page.status_code == 200
    assert 'name="set:costs[2].amount"' in page.text
    assert 'value="12,00"' in page.text
    assert "Autobusa noma Daugavpils–Rēzekne–Daugavpils" in page.text
    assert "Dokumentā: Ls\u00a024\u00a0415,44" in page.text


def test_every_input_has_a_label_and_no_two_have_one_id(client: TestClient) -> None:
    text = client.get(f"/trip/{KEY}").text
    ids = re.findall(r'\bid="([^"]+)"', text)
    labels = re.findall(r'<label for="([^"]+)"', text)
    inputs = re.findall(r'<(?:input|select|textarea) id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(inputs) == set(labels)
    assert len(inputs) > 300


def test_what_describes_an_input_is_there(client: TestClient) -> None:
    text = client.get(f"/trip/{KEY}").text
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    described = {one for all in re.findall(r'aria-describedby="([^"]+)"', text) for one in all.split()}
    assert described <= ids


def test_text_from_the_data_is_never_markup(client: TestClient, trip: Path) -> None:
    evil = '"><script>alert(1)</script>'
    for path in (
        "journey.destination.name",
        "costs[0].item",
        "journey.reason",
        "budget[0].name",
        "report.number",
    ):
        put(client, trip, path, evil)
    put(client, trip, "costs[1].amount", evil)
    for page in (client.get(f"/trip/{KEY}"), client.get(f"/checks/{KEY}"), put(client, trip, "id", evil)):
        assert "<script>alert" not in page.text


def test_a_fault_stands_beside_its_field(client: TestClient, trip: Path) -> None:
    put(client, trip, "journey.start", "31.13.2012.")
    text = client.get(f"/trip/{KEY}").text
    beside = text[text.index('id="n-journey-start"') :][:300]
    assert "31.13.2012." in beside
    assert (
        'aria-describedby="d-journey-start n-journey-start" aria-required="true" aria-invalid="true"' in text
    )


def test_a_trip_that_is_not_there_and_a_workbook_have_no_form(client: TestClient) -> None:
    for key in ("nowhere/trip.yaml", "season-2012.xlsx", "rezekne-2012/photos/01-koncertzale.jpg"):
        assert client.get(f"/trip/{key}").status_code == 404


def test_a_file_that_cannot_be_read_says_where(client: TestClient, trip: Path) -> None:
    trip.write_text("id: 'x\n", encoding="utf-8")
    for path in (f"/trip/{KEY}", f"/checks/{KEY}"):
        page = client.get(path)
        assert page.status_code == 422
        assert "1. rinda" in page.text
    assert put(client, trip, "id", "y").status_code == 422
    assert trip.read_text(encoding="utf-8") == "id: 'x\n"


def test_a_name_with_odd_letters_has_a_form(client: TestClient, folder: Path, trip: Path) -> None:
    (folder / "Cēsis 50% #1").mkdir()
    odd = folder / "Cēsis 50% #1" / "trip.yaml"
    odd.write_bytes(trip.read_bytes())
    key = quote("Cēsis 50% #1/trip.yaml")
    page = client.get(f"/trip/{key}")
    assert f'action="/change/{key}"' in page.text
    answer = client.post(f"/change/{key}", data={"version": seen(odd), "set:id": "x"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/trip/{key}")


# -- saved --------------------------------------------------------------------------------------------
def test_a_change_is_in_the_file_and_nothing_else_is(client: TestClient, trip: Path) -> None:
    before = trip.read_text(encoding="utf-8")
    answer = put(client, trip, "costs[2].amount", "13,00")
    assert answer.status_code == 200
    assert trip.read_text(encoding="utf-8") == before.replace("    amount: 12,00\n", "    amount: 13,00\n", 1)


def test_the_answer_has_no_field_in_which_somebody_may_be_typing(client: TestClient, trip: Path) -> None:
    answer = put(client, trip, "costs[2].amount", "13,00")
    assert "set:" not in answer.text
    assert f'data-version="{seen(trip)}"' in answer.text
    assert 'data-for="n-costs-2-amount" data-state="error"' in answer.text
    assert "Saglabāts plkst." in answer.text


def test_what_is_said_of_a_field_stands_in_the_answer(client: TestClient, trip: Path) -> None:
    answer = put(client, trip, "project.total", "24415,4")
    assert "Dokumentā: Ls\u00a024\u00a0415,40" in unescape(answer.text)


def test_the_name_of_the_trip_comes_with_the_answer(client: TestClient, trip: Path) -> None:
    answer = put(client, trip, "journey.destination.name", "Kuldīga")
    assert '<div id="name">Kuldīga</div>' in answer.text
    assert '<h1 id="name">Kuldīga</h1>' in client.get(f"/trip/{KEY}").text


def test_an_empty_field_is_asked_for_without_words_of_the_file(client: TestClient, trip: Path) -> None:
    answer = put(client, trip, "photos[0].caption", "")
    assert "Šis ir jāaizpilda." in answer.text
    assert "caption”" not in answer.text


def test_an_answer_without_changes_writes_nothing(client: TestClient, trip: Path, folder: Path) -> None:
    before = trip.stat().st_mtime_ns
    assert put(client, trip, "costs[2].amount", "12,00").status_code == 200
    assert trip.stat().st_mtime_ns == before
    assert not (folder / ".parskats" / "versions").exists()


def test_two_windows_do_not_overwrite_each_other(client: TestClient, trip: Path) -> None:
    first = seen(trip)
    put(client, trip, "report.number", "1")
    now = trip.read_bytes()
    for headers in (PART, {}):
        data = {"version": first, "set:report.number": "2"}
        answer = client.post(f"/change/{KEY}", data=data, headers=headers)
        assert answer.status_code == 409
        assert "citā logā" in answer.text
        assert f'href="/trip/{KEY}"' in answer.text
    assert trip.read_bytes() == now


def test_without_a_version_nothing_is_written(client: TestClient, trip: Path) -> None:
    before = trip.read_bytes()
    assert client.post(f"/change/{KEY}", data={"set:id": "x"}).status_code == 409
    assert trip.read_bytes() == before


def test_a_form_without_scripts_leads_back_to_its_section(client: TestClient, trip: Path) -> None:
    answer = post(client, trip, part=False, section="report", **{"set:report.number": "7"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/trip/{KEY}#s-report")
    assert "  number: 7 " in trip.read_text(encoding="utf-8")


def test_a_whole_section_sent_back_as_it_was_shown_changes_nothing(client: TestClient, trip: Path) -> None:
    """What a browser without scripts sends: every field of every section."""
    before = trip.read_bytes()
    answer = client.post(
        f"/change/{KEY}", data={"version": seen(trip), **shown_in(client.get(f"/trip/{KEY}").text)}
    )
    assert answer.status_code == 303
    assert trip.read_bytes() == before


def shown_in(page: str) -> dict[str, str]:
    """The fields of a page as a browser sends them."""
    inputs = re.findall(r'<input [^>]*name="(set:[^"]+)"[^>]*value="([^"]*)"', page)
    texts = re.findall(r'<textarea [^>]*name="(set:[^"]+)"[^>]*>\n([^<]*)</textarea>', page)
    selects = re.findall(r'<select [^>]*name="(set:[^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL)
    chosen = [(name, re.findall(r'value="([^"]*)" selected', options)[0]) for name, options in selects]
    found = {unescape(name): unescape(value) for name, value in [*inputs, *texts, *chosen]}
    assert len(found) > 300
    return {name: value.replace("\n", "\r\n") for name, value in found.items()}


@pytest.mark.parametrize("path", ["nowhere", "journey", "costs[99].item", "a..b", "__proto__.x", "costs[0]"])
def test_a_field_that_the_form_does_not_have_is_refused(client: TestClient, trip: Path, path: str) -> None:
    before = trip.read_bytes()
    assert put(client, trip, path, "x").status_code == 422
    assert trip.read_bytes() == before


# -- rows ---------------------------------------------------------------------------------------------
def test_a_row_is_added_and_its_section_comes_anew(client: TestClient, trip: Path) -> None:
    answer = post(client, trip, add="costs")
    assert 'id="c-costs"' in answer.text
    assert 'name="set:costs[5].item"' in answer.text
    assert 'data-focus="f-costs-5-item"' in answer.text
    assert "set:journey" not in answer.text
    assert trip.read_text(encoding="utf-8").count("\n  - item:") == 6


def test_a_row_is_moved_and_the_person_goes_on_there(client: TestClient, trip: Path) -> None:
    answer = post(client, trip, move="costs[0]:1")
    assert 'data-focus="down-costs-1"' in answer.text
    rows = re.findall(r"\n  - item: (\w+)", trip.read_text(encoding="utf-8"))
    assert rows[:2] == ["Dienas", "Autobusa"]


def test_comments_that_go_with_a_row_are_told(client: TestClient, trip: Path) -> None:
    answer = post(client, trip, remove="photos[0]")
    assert "# zīmēts paraugattēls" in answer.text
    assert 'data-focus="f-photos-0-file"' in answer.text
    without = post(client, trip, part=False, remove="photos[0]", section="photos")
    assert without.headers["location"] == f"/trip/{KEY}?gone=1#s-photos"
    assert "piezīmes (1)" in client.get(f"/trip/{KEY}?gone=1").text


def test_that_there_were_no_deviations_is_an_answer(client: TestClient, trip: Path) -> None:
    assert "Pārskatā būs norādīts, ka to nebija" in client.get(f"/trip/{KEY}").text
    assert "Par to vēl nekas nav norādīts" in post(client, trip, remove="deviations").text
    assert "Pārskatā būs norādīts, ka to nebija" in post(client, trip, none="deviations").text
    assert "deviations: []" in trip.read_text(encoding="utf-8")


# -- taken back ---------------------------------------------------------------------------------------
def test_a_change_is_taken_back_and_made_again(client: TestClient, trip: Path) -> None:
    before = trip.read_bytes()
    put(client, trip, "report.number", "1")
    after = trip.read_bytes()
    answer = post(client, trip, "undo")
    assert 'id="form"' in answer.text
    assert trip.read_bytes() == before
    assert post(client, trip, "redo", part=False).status_code == 303
    assert trip.read_bytes() == after


def test_an_undo_upon_another_version_is_refused(client: TestClient, trip: Path) -> None:
    put(client, trip, "report.number", "1")
    assert client.post(f"/undo/{KEY}", data={"version": "0"}, headers=PART).status_code == 409


def test_whether_something_can_be_taken_back_is_seen(client: TestClient, trip: Path) -> None:
    assert 'id="undo" disabled' in client.get(f"/trip/{KEY}").text
    put(client, trip, "report.number", "1")
    assert 'id="undo" disabled' not in client.get(f"/trip/{KEY}").text


# -- projects -----------------------------------------------------------------------------------------
@pytest.fixture
def project(folder: Path, desk: Desk, trip: Path) -> Path:
    """The project of the trip in a file of its own."""
    text = trip.read_text(encoding="utf-8")
    start, end = text.index("project:\n"), text.index("\nactivity:\n") + 1
    lines = text[start:end].splitlines()[1:]
    (folder / "projekti").mkdir()
    path = folder / "projekti" / "kapacitate.yaml"
    path.write_text("\n".join(line[2:] for line in lines) + "\n", encoding="utf-8")
    trip.write_text(text[:start] + "project: ../projekti/kapacitate.yaml\n\n" + text[end:], encoding="utf-8")
    assert Drafts(desk.folder).of("projekti/kapacitate.yaml")
    return path


def test_a_project_in_its_own_file_is_led_to(client: TestClient, project: Path) -> None:
    page = client.get(f"/trip/{KEY}")
    assert 'href="/trip/projekti/kapacitate.yaml"' in page.text
    assert "set:project.title" not in page.text


def test_a_project_file_has_the_same_kind_of_form(client: TestClient, project: Path) -> None:
    page = client.get("/trip/projekti/kapacitate.yaml")
    assert page.status_code == 200
    assert 'name="set:agreement.number"' in page.text
    assert "Kļūdu nav" in page.text


def test_faults_of_a_project_stand_at_its_own_fields(client: TestClient, project: Path) -> None:
    data = {"version": version(project.read_bytes()), "set:agreement.date": "33.33.2012."}
    answer = client.post("/change/projekti/kapacitate.yaml", data=data, headers=PART)
    assert 'data-for="n-agreement-date" data-state="error"' in answer.text
    assert "date: 33.33.2012.  " in project.read_text(encoding="utf-8")
    assert 'data-for="n-project" data-state="error"' in put(client, project.parents[1] / KEY, "id", "x").text


@pytest.mark.parametrize("name", ["../../x.yaml", "/etc/passwd", "nowhere.yaml", "..", "", "\0", "a" * 5000])
def test_a_project_that_is_not_there_is_led_to_by_nothing(client: TestClient, trip: Path, name: str) -> None:
    text = trip.read_text(encoding="utf-8")
    start, end = text.index("project:\n"), text.index("\nactivity:\n") + 1
    trip.write_text(f'{text[:start]}project: "{name}"\n\n{text[end:]}'.replace("\0", "\\0"), encoding="utf-8")
    page = client.get(f"/trip/{KEY}")
    assert page.status_code == 200
    assert "Atvērt projektu" not in page.text
