"""From her Excel: a workbook is looked through, sent back annotated, and taken over when she says so."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from generator.web.words import Words
from tests.season import SEASON
from tests.web.browser.windows import Windows, comes, downloaded, went

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ = Words("lv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it."""
    served = tmp_path_factory.mktemp("excel") / "braucieni"
    served.mkdir()
    return served


@pytest.fixture(autouse=True)
def emptied(folder: Path) -> None:
    """The folder is empty again; what the page keeps for itself may be deleted at any time, too."""
    for one in folder.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()


def given(page: Page, file: Path) -> None:
    """Put a file in on the first page."""
    page.locator("#upload-file").set_input_files(file)
    went(page, page.get_by_role("button", name=_("start.upload-do"), exact=True).click)


def trips(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/trip.yaml"))


def test_an_empty_folder_says_what_to_do_first(page: Page, judge) -> None:
    page.get_by_role("heading", name=_("start.empty")).wait_for()
    judge(page, "start-empty")


def test_faults_stand_by_sheet_with_cell_value_reason_and_mend(page: Page, folder: Path, judge) -> None:
    given(page, SEASON)
    page.get_by_role("heading", name=_("upload.sheet", name="Izmaksas")).wait_for()
    rows = page.locator("table.faultlist tbody tr")
    for row in rows.all():
        cells = [cell.inner_text().strip() for cell in row.get_by_role("cell").all()]
        assert all(cells), cells
    comes(lambda: rows.count() >= 2)
    judge(page, "upload-faults")
    assert trips(folder) == [], "nothing is taken over before she says so"


def test_the_annotated_copy_has_a_comment_at_every_fault(page: Page, tmp_path: Path) -> None:
    given(page, SEASON)
    link = page.get_by_role("link", name=_("upload.annotated"))
    copy = downloaded(page, link.click, tmp_path)
    book = load_workbook(copy)
    told = [row.locator("td").first.inner_text() for row in page.locator("table.faultlist tbody tr").all()]
    places = {word.split()[0] for word in told if word[0].isalpha()}
    noted = {
        cell.coordinate
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }
    assert places
    assert places <= noted


def test_a_workbook_is_forgotten_when_she_says_so(page: Page, folder: Path) -> None:
    given(page, SEASON)
    page.get_by_role("button", name=_("upload.drop")).click()
    page.get_by_role("heading", name=_("start.title")).wait_for()
    assert trips(folder) == []


def test_what_is_marked_is_taken_over(page: Page, folder: Path, judge) -> None:
    given(page, SEASON)
    page.get_by_role("checkbox", name="Cēsis").wait_for()
    page.get_by_role("checkbox", name="Valmiera").uncheck()
    page.get_by_role("button", name=_("upload.as-trips-do")).click()
    page.get_by_role("heading", name=_("start.title")).wait_for()
    assert "cesis-2012" in trips(folder)
    assert "valmiera-2012" not in trips(folder)
    assert len(trips(folder)) == 11
    comes(lambda: page.locator(".card").count() == 11)
    judge(page, "start-taken")


def test_what_is_there_is_never_replaced(page: Page, folder: Path, watch, judge) -> None:
    watch.allow("409")
    (folder / "cesis-2012").mkdir()
    (folder / "cesis-2012" / "trip.yaml").write_text("format: 1\nid: cesis-2012\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.glob("*/trip.yaml")}
    given(page, SEASON)
    there = page.get_by_role("checkbox", name="Cēsis")
    comes(lambda: not there.is_checked())
    there.check()
    page.get_by_role("button", name=_("upload.as-trips-do")).click()
    page.get_by_text(_("upload.refused")).wait_for()
    judge(page, "upload-refused", sent=False)
    assert {path: path.read_bytes() for path in folder.glob("*/trip.yaml")} == before


def test_a_workbook_is_kept_for_the_season(page: Page, windows: Windows, folder: Path, judge) -> None:
    given(page, SEASON)
    page.get_by_role("button", name=_("upload.as-book-do")).click()
    page.get_by_role("heading", name=_("start.workbooks")).wait_for()
    assert (folder / "season-2012.xlsx").read_bytes() == SEASON.read_bytes()
    page.get_by_role("button", name=_("start.look") + " season-2012.xlsx").click()
    page.get_by_role("heading", name="season-2012.xlsx").wait_for()
    page.goto(windows.address + "/")
    judge(page, "start-workbook")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"no workbook"), ("a.exe", b"MZ"), ("a.yaml", b"\xff\xfe\x00"), ("a.zip", b"PK")],
)
def test_what_is_no_trip_is_refused_with_a_sentence(
    page: Page, tmp_path: Path, watch, judge, name: str, content: bytes
) -> None:
    watch.allow("422")
    file = tmp_path / name
    file.write_bytes(content)
    given(page, file)
    page.locator(".fault.error, .notice.bad, .notice.warn").first.wait_for()
    judge(page, f"upload-refused-{name.partition('.')[2]}", sent=False)
