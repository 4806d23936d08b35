"""By the keyboard alone: every step can be reached and seen, and nothing holds the focus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.web.words import Words
from tests.trips import LEAST
from tests.web.browser.windows import Windows, downloaded

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_ = Words("lv")
MOST = 700
"""How often the tab key is pressed at most."""
_FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const framed = one.tagName === "IFRAME";
  return { what: one.outerHTML.slice(0, 100), seen: framed || (inside && ring) };
}"""


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press the tab key until something has the focus."""
    for _number in range(MOST):
        page.keyboard.press(key)
        if target.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError(f"the tab key never comes to {target}")


def walk(page: Page) -> list[str]:
    """Press the tab key until it leaves the page; return what had the focus and did not show it."""
    unseen = []
    for _number in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused is None:
            return unseen
        if not focused["seen"]:
            unseen.append(focused["what"])
    raise AssertionError(f"the tab key is caught on {page.url}: {focused}")


def test_the_first_stop_leads_past_the_menu(page: Page) -> None:
    page.keyboard.press("Tab")
    page.locator(".skip:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator("main:focus").wait_for()


def test_the_focus_is_seen_everywhere_and_nothing_holds_it(windows: Windows, folder: Path) -> None:
    key = "mazais/trip.yaml"
    (folder / "mazais").mkdir()
    (folder / key).write_text(yaml.safe_dump(LEAST, allow_unicode=True), encoding="utf-8")
    page = windows.open()
    for path in ("/", "/season", f"/checks/{key}", f"/download/{key}", f"/trip/{key}"):
        page.goto(windows.address + path)
        page.wait_for_load_state()
        assert walk(page) == [], path


def test_from_a_new_trip_to_a_finished_document(page: Page, folder: Path, tmp_path: Path) -> None:
    tab_to(page, page.get_by_label(_("start.new-name")))
    page.keyboard.type("Cēsis 2013")
    page.keyboard.press("Enter")
    destination = page.locator("#f-journey-destination-name")
    destination.wait_for()
    tab_to(page, destination)
    page.keyboard.press("Control+A")
    page.keyboard.type("Cēsis")
    page.keyboard.press("Tab")
    page.locator("#said").get_by_text(_("form.sound")).wait_for()
    text = folder / "cesis-2013" / "trip.yaml"
    page.wait_for_timeout(500)
    assert "name: Cēsis" in text.read_text(encoding="utf-8")
    tab_to(page, page.get_by_role("link", name=_("form.documents")), key="Shift+Tab")
    page.keyboard.press("Enter")
    word = page.get_by_role("link", name="Aktivitātes pārskats: " + _("downloads.docx"))
    word.wait_for()
    tab_to(page, word)
    made = downloaded(page, lambda: page.keyboard.press("Enter"), tmp_path)
    assert made.read_bytes()[:2] == b"PK"


def test_the_arrow_keys_lead_through_the_preview_and_enter_to_the_field(windows: Windows) -> None:
    page = windows.open("/trip/rezekne-2012/trip.yaml")
    frame = page.frame_locator("iframe[name=preview-frame]")
    frame.locator("[data-field]").first.wait_for()
    page.locator("#f-report-number").focus()
    page.keyboard.press("F8")
    frame.locator("[data-field='report.number']:focus").wait_for()
    page.keyboard.press("ArrowDown")
    path = str(frame.locator("[data-field]:focus").get_attribute("data-field"))
    assert path != "report.number"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('.form')")
