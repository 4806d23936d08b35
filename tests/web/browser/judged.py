"""What others say of a page as it stands: axe-core, html-validate, and the width of the screen.

A picture of every state is kept in `build/screenshots/`, to be looked at.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.judges import html_validate, tools
from tests.trips import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES: Final = ROOT / "build" / "screenshots"
WIDTHS: Final = {390: 844, 768: 1024, 1440: 900}
"""The screens a page is looked at on: a phone, a tablet, a desk."""

_RUN: Final = """() => axe.run(document, {iframes: false, resultTypes: ["violations"]}).then((result) =>
  result.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${one.help}: ${node.html.slice(0, 160)}`)))"""
_TOO_WIDE: Final = """() => document.documentElement.scrollWidth > window.innerWidth
  ? [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .slice(-3).map((one) => `wider than the screen: ${one.outerHTML.slice(0, 120)}`) : []"""
_BOOLEAN: Final = (
    "async|autofocus|checked|defer|disabled|download|hidden|multiple|novalidate|open|readonly|required"
    "|selected"
)


def absent() -> str:
    """Return why nobody can judge, or nothing."""
    if shutil.which("node") is None:
        return "node is not there: apt-get install nodejs npm"
    there = all((tools.MODULES / name / "package.json").is_file() for name in ("axe-core", "html-validate"))
    return "" if there else "axe-core and html-validate are not there: make test-browser"


def complaints(page: Page, name: str, folder: Path, sent: bool) -> list[str]:
    """Return everything against a window as it stands; keep its pictures as `name-390.png` and so on."""
    before = page.viewport_size
    found = []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        pictured(page, f"{name}-{width}")
        found += [f"{width}: {one}" for one in [*page.evaluate(_TOO_WIDE), *axe(page)]]
    if before:
        page.set_viewport_size(before)
    return found + html(page, folder, sent)


def pictured(page: Page, name: str) -> Path:
    """Keep a picture of a window."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True, animations="disabled", caret="initial")
    return PICTURES / f"{name}.png"


def axe(page: Page) -> list[str]:
    """Return the violations axe-core finds; frames are documents of the program, judged by `make judges`."""
    page.evaluate(_axe())
    found: list[str] = page.evaluate(_RUN)
    return found


@cache
def _axe() -> str:
    return (tools.MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def html(page: Page, folder: Path, sent: bool) -> list[str]:
    """Return what html-validate says of the page as scripts have made it, and as it was sent."""
    files = {folder / "now.html": as_written(page.content())}
    if sent:
        files[folder / "sent.html"] = page.request.get(page.url).text()
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    return [f"{one.file.stem} {one.says}" for one in html_validate.judge(list(files), shown=50)]


def as_written(html: str) -> str:
    """Return a page that a browser wrote out as a person writes it: `required`, not `required=""`."""
    tag = re.compile(r"<[a-z][^<>]*>")
    bare = tag.sub(lambda found: re.sub(rf'(?<=\s)({_BOOLEAN})=""', r"\1", found[0]), html)
    return re.sub(r"[ \t]+$", "", bare, flags=re.MULTILINE)
