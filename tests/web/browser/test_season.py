"""A season of fifty trips: stopped, resumed, followed through a lost connection, and the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.web.words import Words
from tests.trips import EXAMPLE, ROOT
from tests.web.browser.windows import Watch, Windows, comes, downloaded
from tests.web.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

TRIPS = 50
LONG = 180_000
"""Milliseconds a season may take on a busy machine."""
_ = Words("lv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty trips, one of them with a fault; each has photos of its own, so that a season lasts a while."""
    served = tmp_path_factory.mktemp("season") / "braucieni"
    text = EXAMPLE.read_text(encoding="utf-8")
    for number in range(1, TRIPS + 1):
        one = served / f"brauciens-{number:02}"
        (one / "photos").mkdir(parents=True)
        for photo in (EXAMPLE.parent / "photos").iterdir():
            (one / "photos" / photo.name).write_bytes(photo.read_bytes() + bytes([number]))
        changed = text.replace("id: rezekne-2012", f"id: brauciens-{number:02}")
        broken = changed.replace("kind: pieredzes", "kid: pieredzes") if number == 7 else changed
        (one / "trip.yaml").write_text(broken, encoding="utf-8")
    return served


def begun(page: Page) -> None:
    """Choose all trips, Word and PDF, and begin."""
    page.goto(page.url.split("/season")[0].rstrip("/") + "/season")
    page.locator("#season-trips").get_by_role("button", name=_("season.all")).click()
    page.get_by_role("button", name=_("season.start")).click()


def wait_for(page: Page, number: int) -> None:
    """Wait until some trips are behind it."""
    reached = "(number) => document.querySelector('#season-progress progress')?.value >= number"
    page.wait_for_function(reached, arg=number, timeout=LONG)


def made(folder: Path) -> dict[str, str]:
    """Return the prints of the documents of a folder of results."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".docx", ".pdf")
    }


def test_a_season_is_stopped_and_resumed_and_gives_the_bytes_of_the_command_line(
    page: Page, windows: Windows, served: Served, folder: Path, tmp_path: Path, judge
) -> None:
    from playwright.sync_api import expect

    page.goto(windows.address + "/season")
    judge(page, "season-choice")
    begun(page)
    wait_for(page, 5)
    page.get_by_role("button", name=_("season.stop")).click()
    expect(page.get_by_text(_("season.stopped"))).to_be_visible(timeout=LONG)
    there = len(list((folder / "output").glob("brauciens-*")))
    assert 4 <= there < TRIPS
    judge(page, "season-stopped")
    page.get_by_role("button", name=_("season.go-on")).click()
    expect(page.get_by_text(_("season.done"))).to_be_visible(timeout=LONG)
    judge(page, "season-done")
    page.get_by_role("link", name=_("season.summary-open")).click()
    expect(page.get_by_role("heading", name=_("season.summary"))).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(TRIPS + 1)
    judge(page, "season-summary")
    assert made(folder / "output") == by_command_line(folder, tmp_path / "batch")


def by_command_line(folder: Path, output: Path) -> dict[str, str]:
    """Return the prints of what `parskats batch` makes of the same trips."""
    sources = sorted(map(str, folder.glob("*/trip.yaml")))
    command = [sys.executable, "-m", "generator", "batch", *sources, "-o", str(output), "-j", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ})
    assert done.returncode == 6, done.stderr  # one trip is at fault
    found = made(output)
    assert len(found) == 2 * 2 * (TRIPS - 1)
    return found


def test_a_file_of_the_summary_can_be_had(page: Page, windows: Windows, folder: Path, tmp_path: Path) -> None:
    page.goto(windows.address + "/season/summary")
    link = page.get_by_role("link", name=re.compile("DOCX – brauciens-01: ")).first
    assert downloaded(page, link.click, tmp_path).read_bytes()[:2] == b"PK"


def test_the_trip_at_fault_is_named_with_a_link_to_its_form(page: Page, windows: Windows) -> None:
    page.goto(windows.address + "/season/summary")
    mend = page.locator(".mend")
    comes(lambda: "brauciens-07" in mend.inner_text())
    link = mend.get_by_role("link").first
    comes(lambda: link.get_attribute("href") == "/trip/brauciens-07/trip.yaml")


def test_a_season_goes_on_after_the_machine_has_slept(page: Page, served: Served, folder: Path) -> None:
    from playwright.sync_api import expect

    shutil.rmtree(folder / "output", ignore_errors=True)
    begun(page)
    wait_for(page, 1)
    served.pause()
    page.wait_for_timeout(2000)
    served.go_on()
    expect(page.get_by_text(_("season.done"))).to_be_visible(timeout=LONG)
    assert len(list((folder / "output").glob("brauciens-*"))) == TRIPS - 1


def test_a_season_whose_page_has_died_is_resumed_by_the_next_one(
    chromium, folder: Path, watch: Watch
) -> None:
    from playwright.sync_api import expect

    shutil.rmtree(folder / "output", ignore_errors=True)
    watch.allow("Failed to load resource", "ERR_")
    windows = Windows(chromium, "", watch)
    with serving(folder) as first:
        windows.link = first.link
        page = windows.open("/season")
        begun(page)
        wait_for(page, 5)
        first.kill()
        expect(page.locator("#season-said")).to_have_text(_("layout.lost"), timeout=LONG)
    page.close()
    finished = len(list((folder / "output").glob("brauciens-*/manifest.json")))
    assert finished < TRIPS - 1
    with serving(folder) as second:
        windows.link = second.link
        page = windows.open("/season")
        begun(page)
        expect(page.get_by_text(_("season.done"))).to_be_visible(timeout=LONG)
        kept = int(re.findall(r"(\d+)\.", page.locator("#season-progress").inner_text())[-1])
        assert kept >= finished
    windows.close()
    assert len(list((folder / "output").glob("brauciens-*"))) == TRIPS - 1


def test_a_season_that_runs_before_the_judges(page: Page, served: Served, folder: Path, judge) -> None:
    shutil.rmtree(folder / "output", ignore_errors=True)
    begun(page)
    wait_for(page, 1)
    served.pause()
    judge(page, "season-running", sent=False)
    served.go_on()
    page.get_by_role("button", name=_("season.stop")).click()


def test_who_opens_the_page_later_sees_the_season_that_runs(
    page: Page, windows: Windows, folder: Path
) -> None:
    from playwright.sync_api import expect

    shutil.rmtree(folder / "output", ignore_errors=True)
    begun(page)
    wait_for(page, 1)
    other = windows.beside(page, "/season")
    expect(other.get_by_role("button", name=_("season.stop"))).to_be_visible()
    other.get_by_role("button", name=_("season.stop")).click()
    expect(page.get_by_text(_("season.stopped"))).to_be_visible(timeout=LONG)


def test_a_season_that_ends_out_of_reach_is_seen_as_soon_as_the_page_can_be_reached(
    page: Page, served: Served, folder: Path, watch: Watch
) -> None:
    from playwright.sync_api import expect

    shutil.rmtree(folder / "output", ignore_errors=True)
    watch.allow("Failed to load resource", "ERR_")
    page.route("**/static/icon.svg", lambda route: route.abort())
    begun(page)
    expect(page.locator("#season-said")).to_have_text(_("layout.lost"), timeout=LONG)
    page.unroute("**/static/icon.svg")
    expect(page.get_by_role("link", name=_("season.summary-open"))).to_be_visible(timeout=LONG)
