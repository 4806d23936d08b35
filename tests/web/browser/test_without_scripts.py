"""Without JavaScript the main way works: plain forms, and a page after each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.web.words import Words
from tests.season import SEASON
from tests.web.browser.windows import Windows, comes, downloaded, went

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ = Words("lv")


@pytest.fixture
def plain(windows: Windows) -> Page:
    """A window that runs no script."""
    return windows.open(java_script_enabled=False)


def test_from_a_new_trip_to_a_finished_document(plain: Page, folder: Path, tmp_path: Path) -> None:
    plain.get_by_label(_("start.new-name")).fill("Madona 2013")
    went(plain, plain.get_by_role("button", name=_("start.new-do")).click)
    plain.locator("#f-journey-destination-name").fill("Madona")
    went(plain, plain.locator("form[data-chapter=journey] > button.save").click)
    comes(lambda: plain.locator("#f-journey-destination-name").input_value() == "Madona")
    assert "name: Madona" in (folder / "madona-2013" / "trip.yaml").read_text(encoding="utf-8")

    count = plain.locator(".l-goals > li").count()
    went(plain, plain.locator("#a-journey-goals").click)
    comes(lambda: plain.locator(".l-goals > li").count() == count + 1)
    went(plain, plain.locator("#undo").click)
    comes(lambda: plain.locator(".l-goals > li").count() == count)

    went(plain, plain.get_by_role("link", name=_("form.documents")).click)
    link = plain.get_by_role("link", name="Aktivitātes pārskats: PDF")
    assert downloaded(plain, link.click, tmp_path).read_bytes()[:5] == b"%PDF-"


def test_a_form_of_an_older_state_is_refused(plain: Page, windows: Windows, watch, folder: Path) -> None:
    watch.allow("409")
    plain.goto(windows.address + "/trip/talsi-2016/trip.yaml")
    file = folder / "talsi-2016" / "trip.yaml"
    changed = file.read_text(encoding="utf-8") + "# cita programma\n"
    file.write_text(changed, encoding="utf-8")
    plain.locator("#f-journey-destination-name").fill("Cits")
    went(plain, plain.locator("form[data-chapter=journey] > button.save").click)
    plain.get_by_role("link", name=_("form.load")).wait_for()
    assert file.read_text(encoding="utf-8") == changed


def test_the_preview_and_the_pages_are_shown(plain: Page, windows: Windows) -> None:
    plain.goto(windows.address + "/trip/rezekne-2012/trip.yaml")
    frame = plain.frame_locator("iframe[name=preview-frame]")
    frame.get_by_role("heading", level=1).first.wait_for()
    went(plain, plain.locator("#preview-as-pages").click)
    comes(lambda: plain.locator("ol.sheets img").count() >= 3)


def test_a_workbook_is_looked_through_and_taken_over(plain: Page, folder: Path) -> None:
    plain.locator("#upload-file").set_input_files(SEASON)
    went(plain, plain.get_by_role("button", name=_("start.upload-do"), exact=True).click)
    plain.get_by_role("heading", name=_("upload.faults")).wait_for()
    went(plain, plain.get_by_role("button", name=_("upload.as-trips-do")).click)
    plain.get_by_role("heading", name=_("start.title")).wait_for()
    assert (folder / "ludza-2012" / "trip.yaml").is_file()


def test_a_season_is_made(plain: Page, windows: Windows, folder: Path) -> None:
    plain.goto(windows.address + "/season")
    for box in plain.locator("#season-trips input[type=checkbox]").all():
        box.set_checked("saldus-2024" in str(box.get_attribute("value")))
    went(plain, plain.get_by_role("button", name=_("season.start")).click)
    for _number in range(60):
        plain.goto(windows.address + "/season")
        if plain.get_by_text(_("season.done")).is_visible():
            break
        plain.wait_for_timeout(500)
    went(plain, plain.get_by_role("link", name=_("season.summary-open")).click)
    assert (folder / "output" / "saldus-2024" / "aktivitates-parskats.docx").is_file()
