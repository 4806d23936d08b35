"""Tests in a real browser: each module has a `parskats serve` process and a Chromium of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.trips import ROOT
from tests.web.browser import judged
from tests.web.browser.windows import Watch, Windows, browser, missing
from tests.web.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MUST = "PARSKATS_TEST_BROWSER"
"""Set by `make test-browser`: there what is missing is a failure, elsewhere the tests are skipped."""


def _need(why: str) -> None:
    if why and os.environ.get(MUST):
        pytest.fail(why)
    if why:
        pytest.skip(why)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, for the tests of a module."""
    _need(missing())
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served: the sample trips and the sample season."""
    served = tmp_path_factory.mktemp("page") / "braucieni"
    shutil.copytree(ROOT / "data" / "trips", served)
    return served


@pytest.fixture(scope="module")
def served(chromium: Browser, folder: Path) -> Iterator[Served]:
    """The page of that folder, in a process of its own."""
    with serving(folder) as one:
        yield one


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What must not happen in any window of a test."""
    one = Watch()
    yield one
    assert one.wrong == []


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let the fixtures of a test know that it has failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def windows(
    chromium: Browser, served: Served, watch: Watch, request: pytest.FixtureRequest
) -> Iterator[Windows]:
    """Opens windows; they are closed before the watch has its say. Those of a failed test are pictured."""
    one = Windows(chromium, served.link, watch)
    yield one
    if request.node.stash.get(FAILED, False):
        for number, page in enumerate(page for context in one.contexts for page in context.pages):
            judged.pictured(page, f"failed-{request.node.name}-{number}")
    one.close()


@pytest.fixture
def page(windows: Windows) -> Page:
    """One window, at the first page."""
    return windows.open()


@pytest.fixture
def judge(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Let axe-core, html-validate and the widths of three screens judge a window; keep its pictures.

    What they say fails the test at its end, so that the way of a person goes on. `sent=False` for a
    window whose server does not answer.
    """
    _need(judged.absent())
    said: dict[str, None] = {}

    def judging(page: Page, name: str, sent: bool = True) -> None:
        said.update(dict.fromkeys(f"{name}: {one}" for one in judged.complaints(page, name, tmp_path, sent)))

    yield judging
    if said:
        pytest.fail("\n".join(list(said)[:40]), pytrace=False)
