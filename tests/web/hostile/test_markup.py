"""What people type is text: markup in every field of a trip is shown as it was typed, on every page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from starlette.testclient import TestClient

from tests.trips import LEAST, raw_example
from tests.web.hostile.conftest import Ground
from tests.web.hostile.surface import walked

MARK = "\"'><zzz onzzz=1></zzz><script>zzz()</script>{{7*7}}&amp;"
"""If it becomes markup anywhere, there is an element `zzz`, an attribute `onzzz`, or a script with text."""


PROSE = ("goals", "text", "title", "description", "conclusions", "kind", "caption")


def everywhere(value: Any, path: str = "") -> Any:
    """Return data with the mark after every text."""
    if isinstance(value, dict):
        return {key: everywhere(one, f"{path}.{key}") for key, one in value.items()}
    if isinstance(value, list):
        return [everywhere(one, path) for one in value]
    return f"{value}{MARK}"


def in_prose(value: Any, path: str = "") -> Any:
    """Return data with the mark where people write freely, so that the documents are still made."""
    if isinstance(value, dict):
        return {key: in_prose(one, f"{path}.{key}") for key, one in value.items()}
    if isinstance(value, list):
        return [in_prose(one, path) for one in value]
    free = path.rpartition(".")[2] in PROSE
    return f"{value} {MARK}" if free else value


CHANGED: list[Callable[[Any], Any]] = [everywhere, in_prose]


@pytest.fixture
def marked(ground: Ground, request: pytest.FixtureRequest) -> Any:
    """A folder whose trip has the mark in its fields, and in the names of its folder and of its fields."""
    folder = ground.folder / "zzz onzzz=1"
    shutil.copytree(ground.folder / "rezekne-2012", folder, symlinks=True)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("change", CHANGED, ids=lambda one: one.__name__)
def test_markup_in_the_data_is_text_on_every_page(
    insider: TestClient, marked: Path, change: Callable[[Any], Any]
) -> None:
    raw = {**raw_example(), "id": "zimes"}
    (marked / "trip.yaml").write_text(yaml.safe_dump(change(raw), allow_unicode=True), encoding="utf-8")
    pages = walked(insider)
    assert any("zzz" in page for page in pages.values()), "the mark is shown somewhere"
    assert {path: bad for path, page in pages.items() if (bad := come_alive(page))} == {}


def test_markup_in_the_names_of_fields_is_text_on_every_page(insider: TestClient, marked: Path) -> None:
    raw = {**LEAST, MARK: MARK, "costs": [{MARK: {MARK: MARK}}]}
    (marked / "trip.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    assert {path: bad for path, page in walked(insider).items() if (bad := come_alive(page))} == {}


def come_alive(page: str) -> list[str]:
    """Return what of the mark has become markup in a page, and what a policy would have to stop."""
    if not page.strip():
        return []
    tree = html.fromstring(page)
    bad = tree.xpath("//zzz | //*[@onzzz] | //script[normalize-space()] | //*[@*[starts-with(name(), 'on')]]")
    evaluated = ["evaluated"] if "49&amp;" in page or "49&" in page else []
    return [html.tostring(one, encoding="unicode")[:200] for one in bad] + evaluated
