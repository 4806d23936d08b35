"""A season: many trips in a thread of their own; stopped, resumed, and told to whoever looks."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from io import BytesIO
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.run import Plan, Watch
from generator.batch.sequence import Stopped
from generator.errors import FAULTS, OutputError, UsageError, fault
from generator.settings import Settings
from generator.web import seasons
from generator.web.desk import Desk
from generator.web.seasons import Season, Stage
from generator.web.views.summary import packed
from tests.batch.seasons import raw_trip, tree, write_season
from tests.trips import ROOT

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
HTML = Order(Settings(format=("html",)))


def plan(folder: Path, count: int, faulty: tuple[int, ...] = ()) -> Plan:
    return Plan([write_season(folder / "season", count, faulty)], HTML, folder / "out", jobs=2)


def wait_for(is_so: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it does not happen"
        time.sleep(0.02)


def ended(season: Season) -> Stage:
    wait_for(lambda: not season.progress().stage.runs)
    return season.progress().stage


@pytest.fixture
def season() -> Iterator[Season]:
    season = Season()
    yield season
    season.close()


# -- the season itself ----------------------------------------------------------------------------
def test_a_season_makes_every_trip_and_tells_those_that_failed(season: Season, tmp_path: Path) -> None:
    season.start(plan(tmp_path, 4, faulty=(2,)))
    assert ended(season) is Stage.DONE
    progress = season.progress()
    assert (progress.total, progress.seen, progress.done, progress.failed) == (4, 4, 3, 1)
    (failed,) = progress.trips
    assert failed.source.endswith("trip-002/trip.yaml")
    assert [one.id for one in failed.faults] == ["date.impossible"]
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["complete"]


def test_only_one_season_runs_at_a_time(season: Season, tmp_path: Path) -> None:
    one = plan(tmp_path, 3)
    season.start(one)
    with pytest.raises(UsageError) as caught:
        season.start(one)
    assert [one.id for one in caught.value.faults] == ["season.running"]
    assert ended(season) is Stage.DONE
    season.start(one)
    assert ended(season) is Stage.DONE


def test_a_season_that_is_stopped_leaves_whole_trips_and_goes_on_as_if_nothing_had_happened(
    season: Season, tmp_path: Path
) -> None:
    whole = plan(tmp_path / "whole", 12)
    season.start(whole)
    assert ended(season) is Stage.DONE
    shutil.copytree(tmp_path / "whole" / "season", tmp_path / "stopped" / "season")
    season.start(Plan([tmp_path / "stopped" / "season"], HTML, tmp_path / "stopped" / "out", jobs=2))
    wait_for(lambda: season.progress().done >= 2)
    season.stop()
    assert ended(season) is Stage.STOPPED
    done = season.progress().done
    there = [path for path in (tmp_path / "stopped" / "out").iterdir() if path.is_dir()]
    assert all((path / "manifest.json").is_file() for path in there)
    assert done <= len(there) < 12
    season.resume()
    assert ended(season) is Stage.DONE
    assert (season.progress().done, season.progress().kept) == (12, len(there))
    made, expected = tree(tmp_path / "stopped" / "out"), tree(tmp_path / "whole" / "out")
    assert {name for name in made if "/" in name} == {name for name in expected if "/" in name}
    assert all(made[name] == expected[name] for name in made if name.endswith(".html") and "/" in name)


def test_what_was_never_begun_cannot_go_on(season: Season) -> None:
    season.stop()
    with pytest.raises(UsageError) as caught:
        season.resume()
    assert [one.id for one in caught.value.faults] == ["season.none"]
    assert season.progress().stage is Stage.NONE


def test_a_folder_that_cannot_be_written_is_told(season: Season, tmp_path: Path) -> None:
    one = plan(tmp_path, 1)
    (tmp_path / "out").write_text("a file")
    season.start(one)
    assert ended(season) is Stage.FAILED
    assert season.progress().faults[0].id.startswith("output.")


def test_a_defect_ends_the_season_and_nothing_else(
    season: Season, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(plan: Plan, watch: Watch, stop: Future[None]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(seasons, "run", broken)
    season.start(plan(tmp_path, 1))
    assert ended(season) is Stage.FAILED
    assert [one.id for one in season.progress().faults] == ["run.defect"]


def test_every_change_is_a_new_one_and_the_rate_is_that_of_the_last_trips(
    season: Season, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = threading.Semaphore(0)

    def slowly(plan: Plan, watch: Watch, stop: Future[None]) -> None:
        watch.begin(lambda: 3)
        for number in range(3):
            steps.acquire()
            watch.see(Result(str(number), state=State.DONE))
        if stop.done():
            raise Stopped

    monkeypatch.setattr(seasons, "run", slowly)
    season.start(plan(tmp_path, 1))
    wait_for(lambda: season.progress().total == 3)
    changes = [season.progress().change]
    assert season.progress().left is None
    time.sleep(0.2)
    steps.release()
    wait_for(lambda: season.progress().seen == 1)
    now = season.progress()
    changes.append(now.change)
    assert 0 < now.rate <= 5.0
    assert now.left is not None
    assert now.left >= 2 / 5.0
    season.stop()
    assert season.progress().stage is Stage.STOPPING
    steps.release(2)
    assert ended(season) is Stage.STOPPED
    changes.append(season.progress().change)
    assert changes == sorted(set(changes))


def test_only_so_many_failed_trips_are_held(
    season: Season, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def all_fail(plan: Plan, watch: Watch, stop: Future[None]) -> None:
        watch.begin(lambda: 1000)
        for number in range(1000):
            watch.see(Result(str(number), faults=(fault("text.empty"),) * 50))

    monkeypatch.setattr(seasons, "run", all_fail)
    season.start(plan(tmp_path, 1))
    assert ended(season) is Stage.DONE
    progress = season.progress()
    assert (progress.failed, len(progress.trips)) == (1000, seasons.TOLD)
    assert (len(progress.trips[0].faults), progress.trips[0].errors) == (5, 50)


def test_closing_stops_the_season_and_waits_for_it(tmp_path: Path) -> None:
    season = Season()
    season.start(plan(tmp_path, 40))
    wait_for(lambda: season.progress().done >= 1)
    season.close()
    assert season.progress().stage is Stage.STOPPED
    assert not (tmp_path / "out" / ".parskats-work").exists()


# -- the page of the season -----------------------------------------------------------------------
CHOICE = {"trip[]": ["rezekne-2012/trip.yaml", "talsi-2016/trip.yaml"], "format[]": ["html"]}


def test_the_page_offers_the_trips_and_workbooks_of_the_folder(client: TestClient) -> None:
    page = client.get("/season").text
    assert re.findall(r'name="trip\[\]" value="([^"]*)" checked', page) == [
        "rezekne-2012/trip.yaml",
        "saldus-2024/trip.yaml",
        "talsi-2016/trip.yaml",
    ]
    assert re.findall(r'name="workbook\[\]" value="([^"]*)"', page) == ["season-2012.xlsx"]
    assert re.findall(r'name="document\[\]" value="([^"]*)" checked', page) == [
        "activity-report",
        "funding-annex",
    ]
    assert re.findall(r'name="format\[\]" value="([^"]*)" checked', page) == ["docx", "pdf"]


def test_trips_of_sample_data_and_with_faults_are_not_chosen_at_first(
    client: TestClient, folder: Path
) -> None:
    client.post("/trips", data={"name": "Cēsis 2013"})
    spoiled = folder / "talsi-2016" / "trip.yaml"
    spoiled.write_text(spoiled.read_text("utf-8").replace("start:", "stort:"), "utf-8")
    page = client.get("/season").text
    assert re.findall(r'name="trip\[\]" value="([^"]*)">', page) == [
        "cesis-2013/trip.yaml",
        "talsi-2016/trip.yaml",
    ]


def test_an_empty_folder_says_what_to_do_first(client: TestClient, folder: Path) -> None:
    for one in folder.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    assert "Braucienu vēl nav" in client.get("/season").text


def test_chosen_trips_are_made_told_and_can_be_had(client: TestClient, desk: Desk, folder: Path) -> None:
    assert client.post("/season/start", data=CHOICE).headers["location"] == "/season"
    assert ended(desk.season) is Stage.DONE
    page = client.get("/season").text
    assert "Sezona ir pabeigta." in page
    summary = client.get("/season/summary").text
    link = "/season/file/rezekne-2012/aktivitates-parskats.html"
    assert f'href="{link}"' in summary
    assert 'href="/trip/rezekne-2012/trip.yaml"' in summary
    assert "saldus-2024" not in summary
    file = client.get(link)
    assert file.content == (folder / "output" / "rezekne-2012" / "aktivitates-parskats.html").read_bytes()
    assert file.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in file.headers["content-security-policy"]


def test_the_summary_names_the_documents_and_gives_all_of_them_as_one_zip(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    client.post("/season/start", data={**CHOICE, "format[]": ["html", "docx"]})
    assert ended(desk.season) is Stage.DONE
    text = client.get("/season/summary").text
    assert re.findall(r'aria-label="([A-Z]+ – rezekne-2012: [^"]*)">', text) == [
        "DOCX – rezekne-2012: Aktivitātes pārskats",
        "HTML – rezekne-2012: Aktivitātes pārskats",
        "DOCX – rezekne-2012: Finansējuma pielikums",
        "HTML – rezekne-2012: Finansējuma pielikums",
    ]
    assert 'href="/season/all.zip"' in text
    answer = client.get("/season/all.zip")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''output.zip"
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    made = tree(folder / "output")
    assert found == {
        name: made[name]
        for name in made
        if name.count("/") == 1 and name[0] != "." and not name.endswith("manifest.json")
    }
    assert len(found) == 8


def test_a_season_of_which_nothing_is_there_has_no_zip(client: TestClient, desk: Desk, folder: Path) -> None:
    assert client.get("/season/all.zip").status_code == 404
    client.post("/season/start", data=CHOICE)
    assert ended(desk.season) is Stage.DONE
    shutil.rmtree(folder / "output" / "rezekne-2012")
    shutil.rmtree(folder / "output" / "talsi-2016")
    assert client.get("/season/all.zip").status_code == 404


def test_a_file_that_goes_while_the_zip_is_made_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    content = b"".join(packed({"x/a": tmp_path / "a", "x/b": tmp_path / "b"}))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.namelist() == ["x/a"]


def test_no_page_of_a_season_tells_where_the_folder_lies(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    (folder / "rezekne-2012" / "parskats.toml").write_text("x = 1", encoding="utf-8")
    (folder / "talsi-2016" / "trip.yaml").write_bytes(b"\xff")
    client.post("/season/start", data={**CHOICE, "workbook[]": "season-2012.xlsx"})
    assert ended(desk.season) is Stage.DONE
    for way in ("/season", "/season/summary", "/season/events"):
        text = client.get(way).text
        assert "rezekne-2012" in text
        assert str(folder.parent) not in text


def test_a_workbook_that_is_asked_for_is_alone_chosen_at_first(client: TestClient) -> None:
    page = client.get("/season?workbook=season-2012.xlsx").text
    assert re.findall(r'name="(?:trip|workbook)\[\]" value="([^"]*)" checked', page) == ["season-2012.xlsx"]
    usual = client.get("/season?workbook=nav.xlsx").text
    assert len(re.findall(r'name="trip\[\]" value="([^"]*)" checked', usual)) == 3


def test_a_fault_of_a_trip_leads_to_its_field(client: TestClient, desk: Desk, folder: Path) -> None:
    write_season(folder / "s", 1, faulty=(1,))
    client.post("/season/start", data={"trip[]": "s/trip-001/trip.yaml", "format[]": "html"})
    assert ended(desk.season) is Stage.DONE
    link = 'href="/trip/s/trip-001/trip.yaml#f-journey-start">Brauciens › Sākums</a>'
    assert link in client.get("/season").text
    assert link in client.get("/season/summary").text


def test_a_fault_of_what_nobody_knows_is_told_by_its_path(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    (folder / "s").mkdir()
    raw = {**raw_trip("odd"), "kid": [{"a b": 1}]}
    (folder / "s" / "odd.json").write_text(json.dumps(raw), "utf-8")
    client.post("/season/start", data={"trip[]": "s/odd.json", "format[]": "html"})
    assert ended(desk.season) is Stage.DONE
    for way in ("/season", "/season/summary"):
        assert 'href="/trip/s/odd.json#f-kid">kid</a>' in client.get(way).text


def test_trips_of_a_workbook_are_told_by_their_ids(client: TestClient, desk: Desk) -> None:
    client.post("/season/start", data={"workbook[]": "season-2012.xlsx", "format[]": "html"})
    assert ended(desk.season) is Stage.DONE
    summary = client.get("/season/summary").text
    assert "season-2012.xlsx cesis-2012" in summary
    assert "Izmaksas!" in summary


def test_nothing_chosen_begins_nothing(client: TestClient, desk: Desk) -> None:
    answer = client.post("/season/start", data={"format[]": "html"})
    assert answer.status_code == 422
    assert "Nav izvēlēts neviens brauciens." in answer.text
    assert desk.season.progress().stage is Stage.NONE


@pytest.mark.parametrize("key", ["../trip.yaml", "/etc/passwd", "nav.yaml", ".parskats/x.yaml", "a\0.yaml"])
def test_only_trips_of_the_folder_can_be_chosen(client: TestClient, desk: Desk, key: str) -> None:
    assert client.post("/season/start", data={"trip[]": key, "format[]": "html"}).status_code == 404
    assert desk.season.progress().stage is Stage.NONE


def test_documents_that_are_not_made_by_default_are_made_when_chosen(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    chosen = {
        "trip[]": CHOICE["trip[]"][:1],
        "format[]": "html",
        "document[]": ["participant-list"],
        "public": "yes",
    }
    client.post("/season/start", data=chosen)
    assert ended(desk.season) is Stage.DONE
    made = json.loads((folder / "output" / "rezekne-2012" / "manifest.json").read_text("utf-8"))
    assert made["request"]["documents"] == ["participant-list"]
    assert made["request"]["public"] is True


def test_the_default_documents_are_asked_for_as_on_the_command_line(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    both = ["activity-report", "funding-annex"]
    client.post(
        "/season/start", data={"trip[]": CHOICE["trip[]"][:1], "format[]": "html", "document[]": both}
    )
    assert ended(desk.season) is Stage.DONE
    made = json.loads((folder / "output" / "rezekne-2012" / "manifest.json").read_text("utf-8"))
    assert made["request"]["documents"] is None


def events(text: str) -> list[tuple[str, str]]:
    """Return the names and the data of server-sent events."""
    found = []
    for block in text.split("\n\n"):
        name = re.search(r"^event: (\w+)$", block, re.MULTILINE)
        if name:
            found.append((name[1], "\n".join(re.findall(r"^data: (.*)$", block, re.MULTILINE))))
    return found


def test_events_tell_the_present_state_first_and_the_end_last(client: TestClient, desk: Desk) -> None:
    client.post("/season/start", data=CHOICE)
    answer = client.get("/season/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = events(answer.text)
    assert [name for name, _ in found[:-1]] == ["progress"] * (len(found) - 1)
    assert found[-1] == ("end", "done")
    assert "Braucieni: 2 no 2" in found[-2][1]
    assert events(client.get("/season/events").text)[-2:] == found[-2:]


def test_events_are_told_in_the_language_of_who_listens(client: TestClient, desk: Desk) -> None:
    client.post("/season/start", data=CHOICE)
    assert ended(desk.season) is Stage.DONE
    assert "The season is finished." in client.get("/season/events?lang=en").text


def test_a_season_that_runs_is_seen_stopped_and_resumed_by_whoever_opens_the_page(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    keys = [f"s/trip-{number:03}/trip.yaml" for number in range(1, 31)]
    write_season(folder / "s", 30)
    client.post("/season/start", data={"trip[]": keys, "format[]": "html"})
    page = client.get("/season").text
    assert 'data-events="/season/events"' in page
    assert 'action="/season/stop"' in page
    wait_for(lambda: desk.season.progress().done >= 1)
    client.post("/season/stop")
    assert ended(desk.season) is Stage.STOPPED
    page = client.get("/season").text
    assert "Pabeigtie braucieni paliek." in page
    assert 'action="/season/resume"' in page
    client.post("/season/resume")
    assert ended(desk.season) is Stage.DONE
    progress = desk.season.progress()
    assert (progress.done, progress.kept >= 1) == (30, True)


def test_without_a_summary_there_is_no_page_of_it(client: TestClient, folder: Path) -> None:
    assert client.get("/season/summary").status_code == 404
    (folder / "output").mkdir()
    for odd in ("", "[]", '{"trips": [1]}', '{"trips": [], "counts": 1, "complete": true}'):
        (folder / "output" / "summary.json").write_text(odd, "utf-8")
        assert client.get("/season/summary").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "../rezekne-2012/trip.yaml",
        "rezekne-2012/manifest.json",
        "rezekne-2012/..%2F..%2Fx",
        ".git/x",
        "nav/x",
    ],
)
def test_only_files_that_a_manifest_lists_can_be_had(client: TestClient, folder: Path, path: str) -> None:
    client.post("/render/rezekne-2012/trip.yaml")
    assert client.get(f"/season/file/{path}").status_code == 404


@POSIX
def test_no_link_leads_out_of_the_folder_of_results(client: TestClient, folder: Path) -> None:
    client.post("/render/rezekne-2012/trip.yaml")
    made = folder / "output" / "rezekne-2012"
    secret = folder.parent / "secret"
    made.rename(secret)
    made.symlink_to(secret)
    assert client.get("/season/file/rezekne-2012/aktivitates-parskats.docx").status_code == 404


def test_a_folder_in_which_another_batch_works_is_told(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(plan: Plan, watch: Watch, stop: Future[None]) -> None:
        raise OutputError([fault("batch.busy")])

    monkeypatch.setattr(seasons, "run", busy)
    client.post("/season/start", data=CHOICE)
    assert ended(desk.season) is Stage.FAILED
    page = client.get("/season").text
    assert FAULTS["batch.busy"][0] not in page  # it is told in Latvian
    assert 'class="fault error"' in page
    assert 'action="/season/resume"' in page


# -- really served --------------------------------------------------------------------------------
def asking(desk: Desk) -> httpx2.Client:
    headers = {"Cookie": f"parskats-{desk.port}={desk.keys.session}", "Origin": desk.address}
    return httpx2.Client(base_url=desk.address, headers=headers, timeout=60)


def test_who_loses_the_connection_is_told_the_present_state_when_it_is_back(live: Desk) -> None:
    root = live.folder.root
    write_season(root / "s", 25)
    keys = [f"s/trip-{number:03}/trip.yaml" for number in range(1, 26)]
    with asking(live) as client:
        client.post("/season/start", data={"trip[]": keys, "format[]": "html"})
        with client.stream("GET", "/season/events") as lost:
            for line in lost.iter_lines():
                if line.startswith("event: progress"):
                    break  # the connection is closed in the middle of the stream
        with client.stream("GET", "/season/events") as back:
            found = events(back.read().decode())
    assert found[0][0] == "progress"
    assert found[-1] == ("end", "done")
    assert "Braucieni: 25 no 25" in found[-2][1]


def test_who_only_listens_takes_no_turn_of_others(live: Desk) -> None:
    write_season(live.folder.root / "s", 40)
    keys = [f"s/trip-{number:03}/trip.yaml" for number in range(1, 41)]
    with asking(live) as client:
        client.post("/season/start", data={"trip[]": keys, "format[]": "html"})
        streams = [client.stream("GET", "/season/events") for _ in range(20)]
        opened = [one.__enter__() for one in streams]
        assert all(one.status_code == 200 for one in opened)
        assert client.get("/season").status_code == 200
        for one in streams:
            one.__exit__(None, None, None)


@POSIX
def test_stopping_the_page_ends_a_season_cleanly(folder: Path) -> None:
    write_season(folder / "s", 60)
    keys = [f"s/trip-{number:03}/trip.yaml" for number in range(1, 61)]
    words = [sys.executable, "-m", "generator", "serve", "--folder", str(folder), "--lang", "en"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        link = run.stderr.readline().removeprefix("The page: ").strip()
        run.stderr.readline()
        address = link.partition("/?")[0]
        with httpx2.Client(headers={"Origin": address}, timeout=60, follow_redirects=True) as client:
            client.get(link)
            client.post(f"{address}/season/start", data={"trip[]": keys, "format[]": "html"})
            wait_for(lambda: bool(list((folder / "output").glob("*/manifest.json"))))
            run.send_signal(signal.SIGINT)
            _, err = run.communicate(timeout=30)
    assert (run.returncode, err) == (0, "")
    output = folder / "output"
    assert not (output / ".parskats-work").exists()
    assert all((one / "manifest.json").is_file() for one in output.iterdir() if one.is_dir())
