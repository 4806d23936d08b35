"""Every other page and state before the judges: what no way of a person leads to by itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.web.words import Words
from tests.trips import EXAMPLE, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.web.browser.windows import Watch, Windows
    from tests.web.served import Served

_ = Words("lv")
PROJECT = "title: Paraugprojekts\nagreement: {number: 1DP/1}\n"
FAULTY = "format: 1\nid: kludains\njourney:\n  start: 31.02.2012.\n  kid: brauciens\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sample trips, one with faults, one that is no YAML at all, a project file, a workbook."""
    served = tmp_path_factory.mktemp("looks") / "braucieni"
    shutil.copytree(ROOT / "data" / "trips", served)
    (served / "projekts.yaml").write_text(PROJECT, encoding="utf-8")
    for name, text in {"kludains": FAULTY, "salauzts": "format: 1\njourney: {kind: [\n"}.items():
        (served / name).mkdir()
        (served / name / "trip.yaml").write_text(text, encoding="utf-8")
    return served


PAGES = {
    "start-mixed": "/",
    "start-narrow-english": "/?lang=en",
    "trip-faulty": "/trip/kludains/trip.yaml",
    "trip-project": "/trip/projekts.yaml",
    "checks-faulty": "/checks/kludains/trip.yaml",
    "checks-sound": "/checks/rezekne-2012/trip.yaml",
    "documents-none": "/download/talsi-2016/trip.yaml",
    "pages": "/pages/rezekne-2012/trip.yaml",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_before_the_judges(windows: Windows, judge, name: str) -> None:
    page = windows.open(PAGES[name])
    page.wait_for_load_state()
    judge(page, name)


REFUSED = {
    "failure-missing": ("/nowhere", 404),
    "failure-no-trip": ("/trip/nav/trip.yaml", 404),
    "trip-broken": ("/trip/salauzts/trip.yaml", 422),
    "failure-method": ("/season/start", 405),
    "failure-summary": ("/season/summary", 404),
    "failure-documents": ("/download/kludains/trip.yaml?what=pdf", 422),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_there_is_said_by_a_page(windows: Windows, watch: Watch, judge, name: str) -> None:
    path, status = REFUSED[name]
    watch.allow(f"status of {status}")
    page = windows.open()
    answer = page.goto(windows.address + path)
    assert answer is not None
    assert answer.status == status
    assert "Traceback" not in page.content()
    judge(page, name)


def test_who_has_no_key_is_told_where_it_is(chromium: Browser, served: Served, watch: Watch, judge) -> None:
    watch.allow("status of 403")
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    watch.at(context)
    page = context.new_page()
    page.goto(served.address)
    page.get_by_text(_("failure.token")).wait_for()
    assert EXAMPLE.parent.name not in page.content()
    judge(page, "failure-token")
    context.close()
