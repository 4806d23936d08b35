"""The form: what is typed is in the file or said not to be, whatever happens to windows and connections."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.web.words import Words
from tests.trips import EXAMPLE
from tests.web.browser.windows import Watch, Windows, comes, went
from tests.web.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEY = "rezekne-2012/trip.yaml"
FORM = f"/trip/{KEY}"
GOAL = "#f-journey-goals-0"
_ = Words("lv")


@pytest.fixture
def file(folder: Path) -> Path:
    """The file of the sample trip, as it was shipped."""
    shutil.rmtree(folder / ".parskats", ignore_errors=True)
    shutil.copy(EXAMPLE, folder / KEY)
    return folder / KEY


@pytest.fixture
def form(windows: Windows, file: Path) -> Page:
    """The form of the sample trip."""
    return windows.open(FORM)


def typed(page: Page, text: str, field: str = GOAL) -> None:
    """Type a text in the place of that of a field, key by key."""
    page.locator(field).select_text()
    page.keyboard.type(text)


def pressed(page: Page, button: str, done: Callable[[], bool]) -> None:
    """Press a button, once for each time that it was saved while she typed, until something holds."""
    while not done():
        version = page.locator("#trip").get_attribute("data-version")
        page.locator(f"{button}:enabled").click()
        page.locator(f"#trip:not([data-version='{version}'])").wait_for()


def holds(file: Path, text: str) -> bool:
    return text in file.read_text(encoding="utf-8")


def test_what_is_typed_is_saved_by_itself_and_nothing_else_changes(form: Page, file: Path, judge) -> None:
    before = file.read_text(encoding="utf-8")
    typed(form, "iepazīt pilsētu")
    comes(lambda: holds(file, "iepazīt pilsētu"))
    after = file.read_text(encoding="utf-8")
    changed = [one for one in after.splitlines() if one not in before.splitlines()]
    assert changed == ["    - iepazīt pilsētu"]
    assert len(after.splitlines()) == len(before.splitlines())
    form.get_by_text(_("form.sound")).wait_for()


def test_a_fault_stands_beside_its_field_while_she_types(form: Page, judge) -> None:
    field = form.locator("#f-journey-start")
    typed(form, "31.06.2012.", "#f-journey-start")
    form.locator("#n-journey-start .fault.error").wait_for()
    comes(lambda: field.get_attribute("aria-invalid") == "true")
    comes(lambda: "n-journey-start" in (field.get_attribute("aria-describedby") or ""))
    judge(form, "trip-fault")
    typed(form, "31.08.2012.", "#f-journey-start")
    form.locator("#n-journey-start .fault.error").wait_for(state="detached")


def test_undo_gives_back_every_byte_and_redo_takes_them_again(form: Page, file: Path) -> None:
    before = file.read_bytes()
    typed(form, "iepazīt pilsētu")
    comes(lambda: holds(file, "iepazīt pilsētu"))
    pressed(form, "#undo", lambda: file.read_bytes() == before)
    pressed(form, "#redo", lambda: holds(file, "iepazīt pilsētu"))
    comes(lambda: form.locator(GOAL).input_value() == "iepazīt pilsētu")


def test_rows_are_added_moved_and_removed(form: Page, file: Path) -> None:
    rows = form.locator(".l-goals > li")
    count = rows.count()
    form.locator("#a-journey-goals").click()
    form.locator(f"#f-journey-goals-{count}:focus").wait_for()
    form.keyboard.type("redzēt ezeru")
    comes(lambda: holds(file, "redzēt ezeru"))
    form.locator(f"#up-journey-goals-{count}").click()
    form.locator(f"#up-journey-goals-{count - 1}:focus").wait_for()
    comes(lambda: form.locator(f"#f-journey-goals-{count - 1}").input_value() == "redzēt ezeru")
    rows.nth(count - 1).locator("button[name=remove]").click()
    comes(lambda: not holds(file, "redzēt ezeru"))
    comes(lambda: rows.count() == count)


# -- two windows ------------------------------------------------------------------------------------
def test_two_windows_never_overwrite_each_other(
    form: Page, windows: Windows, file: Path, watch: Watch, judge
) -> None:
    watch.allow("409")
    other = windows.beside(form, FORM)
    typed(form, "no pirmā loga")
    comes(lambda: holds(file, "no pirmā loga"))
    typed(other, "no otrā loga", "#f-activity-title")
    other.locator("#changed").wait_for()
    judge(other, "trip-changed-elsewhere")
    comes(lambda: other.locator("#f-activity-title").input_value() == "no otrā loga")
    assert holds(file, "no pirmā loga")
    assert not holds(file, "no otrā loga")
    other.on("dialog", lambda dialog: dialog.accept())
    went(other, other.get_by_role("link", name=_("form.load")).click)
    comes(lambda: other.locator(GOAL).input_value() == "no pirmā loga")
    typed(other, "no otrā loga", "#f-activity-title")
    comes(lambda: holds(file, "no otrā loga") and holds(file, "no pirmā loga"))


def test_a_change_of_another_program_is_not_overwritten(form: Page, file: Path, watch: Watch) -> None:
    watch.allow("409")
    text = file.read_text(encoding="utf-8").replace("Pieredzes apmaiņas braucieni", "Citi braucieni")
    file.write_text(text, encoding="utf-8")
    typed(form, "iepazīt pilsētu")
    form.locator("#changed").wait_for()
    assert file.read_text(encoding="utf-8") == text


# -- a lost connection --------------------------------------------------------------------------------
def test_without_a_connection_typing_goes_on_and_is_saved_when_it_is_back(
    form: Page, file: Path, watch: Watch, judge
) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    before = file.read_bytes()
    form.context.set_offline(True)
    typed(form, "iepazīt pilsētu")
    form.locator("#said.unsaved").wait_for()
    form.locator("#notices").get_by_text(_("layout.lost")).wait_for()
    judge(form, "trip-lost", sent=False)
    typed(form, "iepazīt ezeru")
    assert file.read_bytes() == before
    form.context.set_offline(False)
    comes(lambda: holds(file, "iepazīt ezeru"))
    form.locator("#said:not(.unsaved)").get_by_text(_("form.sound")).wait_for()
    comes(lambda: form.locator("#notices").inner_text().strip() == "")


def test_typing_never_waits_for_the_program(form: Page, file: Path, served: Served) -> None:
    served.pause()
    started = time.monotonic()
    typed(form, "iepazīt pilsētu un tās ļaudis")
    comes(lambda: form.locator(GOAL).input_value() == "iepazīt pilsētu un tās ļaudis")
    assert time.monotonic() - started < 5
    served.go_on()
    comes(lambda: holds(file, "iepazīt pilsētu un tās ļaudis"))


# -- the preview ----------------------------------------------------------------------------------------
def test_the_preview_follows_what_is_typed(form: Page) -> None:
    frame = form.frame_locator("iframe[name=preview-frame]")
    frame.get_by_text("AKTIVITĀTES PĀRSKATS").or_(frame.get_by_role("heading", level=1)).first.wait_for()
    typed(form, "iepazīt pilsētu")
    frame.get_by_text("iepazīt pilsētu").first.wait_for()


def test_a_mark_in_the_preview_leads_to_its_field_and_back(form: Page) -> None:
    frame = form.frame_locator("iframe[name=preview-frame]")
    mark = frame.locator("[data-field='journey.goals[1]']").first
    mark.click()
    form.locator("#f-journey-goals-1:focus").wait_for()
    form.locator("#f-report-number").focus()
    form.keyboard.press("F8")
    frame.locator("[data-field='report.number'].parskats-shown").first.wait_for()
    comes(lambda: form.evaluate("document.activeElement.tagName") == "IFRAME")
    form.keyboard.press("Enter")
    form.locator("#f-report-number:focus").wait_for()


def test_the_pages_of_the_pdf_are_one_click_away(form: Page, judge) -> None:
    form.locator("#preview-as-pages").click()
    first = form.locator("#preview-pages img").first
    first.wait_for()
    form.wait_for_function("() => document.querySelector('#preview-pages img').naturalWidth > 500")
    comes(lambda: form.locator("#preview-pages img").count() >= 3)
    form.locator("#preview-zoom").select_option("150")
    form.wait_for_function("() => document.querySelector('#preview-pages img').naturalWidth > 2000")
    judge(form, "trip-pages")
    form.locator("#preview-as-text").click()
    form.locator("iframe[name=preview-frame]").wait_for()


# -- the checks -------------------------------------------------------------------------------------------
def test_a_warning_leads_to_its_field_and_is_silenced_with_a_reason(
    form: Page, windows: Windows, file: Path, watch: Watch, judge
) -> None:
    watch.allow("422")
    typed(form, "01.09.2012.", "#f-journey-start")
    form.locator("#n-journey-start .fault.warning").first.wait_for()
    form.goto(windows.address + f"/checks/{KEY}")
    judge(form, "checks-warned")
    check = form.locator("li.check").filter(has_text="date.day-off")
    check.locator("summary").click()
    check.get_by_role("button", name=_("checks.silence-do")).click()
    check.get_by_text(_("checks.reason-missing")).wait_for()
    check.get_by_label(_("checks.reason")).fill("Uzņēmēji mūs varēja pieņemt tikai sestdienā.")
    check.get_by_label(_("checks.reason")).press("Enter")
    form.get_by_role("heading", name=_("checks.silenced")).first.wait_for()
    judge(form, "checks-silenced")
    assert holds(file, "date.day-off")
    assert holds(file, "tikai sestdienā")


# -- the language -------------------------------------------------------------------------------------------
def test_the_language_changes_and_the_place_stays(form: Page, windows: Windows, judge) -> None:
    went(form, form.get_by_role("button", name="English").click)
    form.locator("html[lang=en]").wait_for(state="attached")
    assert FORM in form.url
    comes(lambda: form.locator(GOAL).input_value().startswith("sekmēt"))
    judge(form, "trip-english")
    went(form, form.get_by_role("button", name="Latviski").click)
    form.locator("html[lang=lv]").wait_for(state="attached")
