"""The checks as a list: each with its findings, its field, and the way to accept them."""

import re
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from generator.web.store import version

KEY = "rezekne-2012/trip.yaml"


@pytest.fixture
def trip(folder: Path) -> Path:
    """A trip with an error: a sum that is not quantity times price."""
    path = folder / KEY
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    amount: 12,00\n", "    amount: 13,00\n", 1), encoding="utf-8")
    return path


def silence(client: TestClient, trip: Path, **fields: str) -> Response:
    return client.post(f"/silence/{KEY}", data={"version": version(trip.read_bytes()), **fields})


def group(page: str, state: str) -> str:
    """The part of a page that shows the checks which ended so."""
    found = re.search(rf'id="g-{state}".*?(?=id="g-|</main>)', page, re.DOTALL)
    return found[0] if found else ""


def test_a_finding_is_told_with_its_field_and_its_source(client: TestClient, trip: Path) -> None:
    failed = group(client.get(f"/checks/{KEY}").text, "failed")
    assert 'href="/trip/rezekne-2012/trip.yaml#f-costs-2-amount"' in failed
    assert "Brauciena izmaksas 3 › Summa" in failed
    assert "Apzīmējums: cost.amount" in failed


def test_checks_that_passed_are_listed_too(client: TestClient, trip: Path) -> None:
    assert "agreement" in group(client.get(f"/checks/{KEY}").text, "passed")


def test_a_trip_without_faults_is_said_to_be_so(client: TestClient) -> None:
    assert "Kļūdu un brīdinājumu nav" in client.get("/checks/talsi-2016/trip.yaml").text


def test_faults_of_the_data_come_first(client: TestClient, trip: Path) -> None:
    text = trip.read_text(encoding="utf-8").replace("start: 31.08.2012.\n  order", "start: x\n  order")
    trip.write_text(text, encoding="utf-8")
    page = client.get(f"/checks/{KEY}").text
    assert "Datu kļūdas" in page
    assert 'href="/trip/rezekne-2012/trip.yaml#f-journey-start"' in page
    assert group(page, "not_run")


def test_a_rule_is_accepted_with_a_reason_and_no_more(client: TestClient, trip: Path) -> None:
    before = trip.read_bytes()
    answer = silence(client, trip, rule="cost.amount", reason="Noapaļots čekā")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/checks/{KEY}#c-cost-amount")
    accepted = group(client.get(f"/checks/{KEY}").text, "silenced")
    assert "Iemesls: Noapaļots čekā" in accepted
    written = "\nsilenced:\n  - rule: cost.amount\n    reason: Noapaļots čekā\n"
    assert written in trip.read_text(encoding="utf-8")
    silence(client, trip, rule="cost.amount", back="silenced[0]")
    assert group(client.get(f"/checks/{KEY}").text, "failed")
    assert trip.read_bytes().replace(b"\nsilenced: []\n", b"") == before


def test_without_a_reason_nothing_is_accepted_and_it_is_said_why(client: TestClient, trip: Path) -> None:
    before = trip.read_bytes()
    answer = silence(client, trip, rule="cost.amount", reason="  ")
    assert answer.status_code == 422
    assert "Ierakstiet iemeslu" in answer.text
    assert trip.read_bytes() == before


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "text.glyph", "reason": "x"},
        {"rule": "nowhere", "reason": "x"},
        {"rule": "", "reason": "x"},
        {"rule": "cost.amount", "back": "costs[0]"},
        {"rule": "cost.amount", "back": "silenced[7]"},
        {"rule": "cost.amount", "back": "project.silenced.x"},
        {"rule": "cost.amount", "back": "xsilenced[0]"},
    ],
)
def test_what_cannot_be_accepted_is_refused(client: TestClient, trip: Path, fields: dict[str, str]) -> None:
    before = trip.read_bytes()
    assert silence(client, trip, **fields).status_code == 422
    assert trip.read_bytes() == before


def test_accepting_upon_another_version_is_refused(client: TestClient, trip: Path) -> None:
    data = {"version": "0", "rule": "cost.amount", "reason": "x"}
    assert client.post(f"/silence/{KEY}", data=data).status_code == 409


def test_a_trip_that_is_not_there_has_no_checks(client: TestClient) -> None:
    assert client.get("/checks/nowhere.yaml").status_code == 404
    assert client.post("/silence/nowhere.yaml", data={"rule": "x"}).status_code == 404
