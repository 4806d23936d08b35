"""Windows of a real browser, and a watch that sees everything wrong in them.

Chromium of the system is driven (`CHROMIUM=/path` names another); nothing is ever downloaded.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
WIDE: Final = {"width": 1440, "height": 900}
PATIENCE: Final = 20_000
"""Milliseconds that something may take to appear on a busy machine."""

_VIOLATIONS: Final = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def chromium() -> str | None:
    """Return the path of Chromium, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def missing() -> str:
    """Return why no browser can be driven, or nothing."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed: make test-browser"
    return "" if chromium() else "there is no Chromium: apt-get install chromium"


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium, and end it with the block."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        one = _launched(playwright)
        try:
            yield one
        finally:
            one.close()


def _launched(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


@dataclass
class Watch:
    """What was wrong in windows: requests that leave the machine, errors of scripts, broken policies."""

    seen: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    """Parts of errors that a test is about: the status of an answer, a lost connection."""

    def allow(self, *parts: str) -> None:
        """Expect errors of the console that hold one of these parts."""
        self.allowed += parts

    def at(self, context: BrowserContext) -> None:
        """Watch every window of a context."""
        context.add_init_script(_VIOLATIONS)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"script: {error.error}"))

    def _request(self, request: Request) -> None:
        if is_foreign(request.url):
            self.seen.append(f"leaves the machine: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"console: {message.text} ({message.location.get('url', '')})")

    @property
    def wrong(self) -> list[str]:
        """What was seen and not expected."""
        return [one for one in self.seen if not any(part in one for part in self.allowed)]


def is_foreign(url: str) -> bool:
    """Return whether a request leaves the machine."""
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1"


@dataclass
class Windows:
    """Opens windows on a served page: each a browser of its own, with the cookie of the link."""

    browser: Browser
    link: str
    watch: Watch
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str = "/", **options: Any) -> Page:
        """Return a new window at a path; `viewport`, `java_script_enabled` and others may be given."""
        context = self.browser.new_context(**{"viewport": WIDE, "locale": "lv-LV", **options})
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        self.watch.at(context)
        page = context.new_page()
        page.goto(self.link)
        if path != "/":
            page.goto(self.address + path)
        return page

    def beside(self, page: Page, path: str = "/") -> Page:
        """Return a second window of the same browser."""
        other = page.context.new_page()
        other.goto(self.address + path)
        return other

    @property
    def address(self) -> str:
        """The address of the page, without a slash at its end."""
        return self.link.partition("/?")[0]

    def close(self) -> None:
        """Close them all."""
        for context in self.contexts:
            context.close()


def comes(condition: Callable[[], object]) -> None:
    """Wait until something holds: a page shows what a click has led to when it is ready, not at once."""
    until = time.monotonic() + PATIENCE / 1000
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    assert condition()


def went(page: Page, click: Callable[[], object]) -> None:
    """Do what leads to another page, and wait until all of that page is there."""
    with page.expect_navigation():
        click()


def downloaded(page: Page, click: Any, folder: Path) -> Path:
    """Return the file that a click downloads, kept in a folder under the name the page gives it."""
    with page.expect_download(timeout=60_000) as info:
        click()
    target = folder / info.value.suggested_filename
    info.value.save_as(target)
    return target
