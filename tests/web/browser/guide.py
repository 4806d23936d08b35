"""`make screenshots`: draw the pictures of `docs/lietotajam.md` anew, from sample data."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image

from generator.web.words import Words
from tests.season import SEASON
from tests.trips import ROOT
from tests.web.browser.windows import Watch, Windows, browser, missing
from tests.web.served import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES: Final = ROOT / "docs" / "images"
SCREEN: Final = {"width": 1200, "height": 760}
TAKEN: Final = ("Cēsis", "Kuldīga", "Liepāja", "Talsi", "jekabpils-2012")
_COLOURS: Final = 96
_LONG: Final = 120_000
_ = Words("lv")


def begin(page: Page) -> None:
    """Nothing in the folder but a workbook that is looked through."""
    page.locator("#upload-file").set_input_files(SEASON)
    page.get_by_role("button", name=_("start.upload-do"), exact=True).click()
    page.get_by_role("heading", name=_("upload.faults")).wait_for()


def take(page: Page) -> None:
    """Some trips of the workbook taken over; the documents of one are made."""
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    for name in TAKEN:
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name=_("upload.as-trips-do")).click()
    page.locator(".card").nth(len(TAKEN) - 1).wait_for()
    go(page, "/download/cesis-2012/trip.yaml")
    page.get_by_role("button", name=_("downloads.render")).click()
    page.get_by_text(_("downloads.current")).wait_for()
    go(page, "/")
    page.get_by_text(_("state.rendered")).wait_for()


def fill(page: Page) -> None:
    """A new trip with a date that is no day."""
    page.get_by_label(_("start.new-name")).fill("Kuldīga 2024")
    page.get_by_role("button", name=_("start.new-do")).click()
    page.locator("#f-journey-destination-name").fill("Kuldīga")
    frame = page.frame_locator("iframe[name=preview-frame]")
    frame.locator("main").get_by_text("Kuldīgu").first.wait_for()
    page.locator("#f-journey-start").fill("31.09.2024.")
    page.locator("#n-journey-start .fault").first.wait_for()
    page.locator("#s-journey").evaluate("(one) => one.scrollIntoView()")
    page.mouse.wheel(0, -90)
    page.wait_for_timeout(1000)


def check(page: Page) -> None:
    """The checks of a trip that fails some."""
    go(page, "/checks/liepaja-2012/trip.yaml")


def finish(page: Page) -> None:
    """The documents of a trip."""
    go(page, "/download/cesis-2012/trip.yaml")


def season(page: Page) -> None:
    """The summary of a season in which one trip is at fault."""
    go(page, "/season")
    for box in page.locator("#season-trips").get_by_role("checkbox").all():
        box.set_checked("kuldiga-2024" not in str(box.get_attribute("value")))
    page.get_by_role("button", name=_("season.start")).click()
    page.get_by_text(_("season.done")).wait_for()
    page.get_by_role("link", name=_("season.summary-open")).click()
    page.get_by_role("heading", name=_("season.summary")).wait_for()


STEPS: Final[dict[str, Callable[[Page], None]]] = {
    "lapa-excel": begin,
    "lapa-sakums": take,
    "lapa-veidlapa": fill,
    "lapa-parbaudes": check,
    "lapa-dokumenti": finish,
    "lapa-sezona": season,
}
"""The pictures, and the steps from each to the next one."""


def go(page: Page, path: str) -> None:
    """Open a path of the page."""
    page.goto("/".join(page.url.split("/")[:3]) + path)


def drawn(page: Page, name: str) -> Path:
    """Keep the window as a picture of few colours."""
    page.mouse.move(0, 0)
    shot = page.screenshot(animations="disabled", caret="hide")
    file = PICTURES / f"{name}.png"
    with Image.open(BytesIO(shot)) as image:
        image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def main() -> int:
    """Draw them all."""
    if missing():
        print(missing())
        return 1
    folder = Path(tempfile.mkdtemp()) / "braucieni"
    folder.mkdir()
    with browser() as chromium, serving(folder) as served:
        windows = Windows(chromium, served.link, Watch())
        page = windows.open(viewport=SCREEN)
        page.set_default_timeout(_LONG)
        for name, step in STEPS.items():
            step(page)
            file = drawn(page, name)
            print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1000} kB", flush=True)
        windows.close()
    shutil.rmtree(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
