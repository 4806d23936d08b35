"""A trip file looked at: what it may see, and of what it tells."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.latvian import LatvianStyle
from generator.model import Trip
from generator.model.records import Project, Record
from generator.web.forms.look import Look, look
from generator.web.store.drafts import Draft
from tests.trips import EXAMPLE

PICTURE = EXAMPLE.parent / "photos" / "01-koncertzale.jpg"
TEXT = EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """The folder that is served, with a secret picture and a secret project beside it."""
    shutil.copy(PICTURE, tmp_path / "secret.jpg")
    (tmp_path / "secret.yaml").write_text("title: SLEPENS\n", encoding="utf-8")
    folder = tmp_path / "served"
    shutil.copytree(EXAMPLE.parent, folder / "trip")
    return folder


def looked_at(served: Path, content: str, name: str = "trip.yaml", root: type[Record] = Trip) -> Look:
    draft = Draft(f"trip/{name}", content.encode(), root)
    return look(draft, served / draft.key, served, LatvianStyle())


def told(seen: Look) -> list[tuple[str, str]]:
    return [(one.id, one.place.field) for one in seen.faults]


def without_project(project: str) -> str:
    head, rest = TEXT.split("\nproject:", 1)
    _, tail = re.split(r"\n(?=[a-z])", rest, maxsplit=1)
    return f"{head}\nproject: {project}\n{tail}"


def test_a_picture_beyond_the_folder_is_not_seen(served: Path) -> None:
    seen = looked_at(served, TEXT.replace("photos/01-koncertzale.jpg", "../../secret.jpg"))
    assert told(seen) == [("path.outside", "photos[0].file")]
    assert "photos[0].file" not in seen.pictures


def test_a_project_above_the_trip_is_seen(served: Path) -> None:
    (served / "project.yaml").write_text("title: Paraugs\n", encoding="utf-8")
    seen = looked_at(served, without_project("../project.yaml"))
    assert ("field.missing", "project.agreement") in told(seen)


def test_a_project_beyond_the_folder_is_not_seen(served: Path) -> None:
    seen = looked_at(served, without_project("../../secret.yaml"))
    assert told(seen) == [("path.outside", "project")]


def test_a_mark_of_a_project_beyond_the_folder_is_not_seen(served: Path) -> None:
    project = "logos:\n  - {file: ../../secret.jpg, alt: Zīme}\n"
    (served / "trip" / "project.yaml").write_text(project, encoding="utf-8")
    seen = looked_at(served, project, "project.yaml", Project)
    assert ("path.outside", "logos[0].file") in told(seen)
    assert seen.pictures == {}
