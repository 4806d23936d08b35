"""A folder with a secret beside it, served to a hostile hand that has the cookie."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from PIL import Image
from starlette.testclient import TestClient

from generator.web.application import application
from generator.web.crew import Crew
from generator.web.desk import Desk
from generator.web.keys import Keys
from generator.web.store import Store
from tests.trips import EXAMPLE, ROOT, raw_example

PORT = 8766
ADDRESS = f"http://127.0.0.1:{PORT}"
CANARY = "KANARIJPUTNINS"
"""A word that stands only outside of the folder."""
MAGENTA = (255, 0, 255)
"""The colour of a picture that lies only outside of the folder."""


@dataclass(frozen=True)
class Ground:
    """The folder that is served, and what lies beside it and must stay as it is, and unread."""

    folder: Path
    outside: Path

    def beside(self) -> dict[str, str]:
        """Return a print of everything outside of the folder."""
        return {
            path.relative_to(self.folder.parent).as_posix(): _print(path)
            for path in sorted(self.folder.parent.rglob("*"))
            if self.folder not in path.parents and path != self.folder
        }


def _print(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"


def prepared(above: Path) -> Ground:
    """Make a folder with one sample trip, links that lead out of it, and secrets outside."""
    folder, outside = above / "braucieni", above / "citur"
    shutil.copytree(EXAMPLE.parent, folder / "rezekne-2012")
    shutil.copytree(EXAMPLE.parent, outside / "slepens")
    secret = (
        EXAMPLE.read_text(encoding="utf-8").replace("Rēzekne", CANARY).replace("id: rezekne", "id: slepens")
    )
    (outside / "slepens" / "trip.yaml").write_text(secret, encoding="utf-8")
    (outside / "slepens" / "trip.json").write_text(f'{{"format": "1", "id": "{CANARY}"}}', encoding="utf-8")
    (outside / "kanarija.txt").write_text(CANARY, encoding="utf-8")
    project = {**raw_example()["project"], "title": CANARY}
    (above / "projekts.yaml").write_text(yaml.safe_dump(project, allow_unicode=True), encoding="utf-8")
    Image.new("RGB", (300, 200), MAGENTA).save(outside / "kanarija.jpg")
    shutil.copy(ROOT / "data" / "trips" / "season-2012.xlsx", outside / "sezona.xlsx")
    if hasattr(os, "symlink"):
        (folder / "saite").symlink_to(outside / "slepens", target_is_directory=True)
        (folder / "saite.yaml").symlink_to(outside / "slepens" / "trip.yaml")
        (folder / "sezona.xlsx").symlink_to(outside / "sezona.xlsx")
        (folder / "rezekne-2012" / "photos" / "saite.jpg").symlink_to(outside / "kanarija.jpg")
    return Ground(folder, outside)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """The folder and what lies beside it."""
    return prepared(tmp_path_factory.mktemp("ground"))


@pytest.fixture(scope="module")
def desk(ground: Ground, crew: Crew) -> Desk:
    """The desk of that folder."""
    return Desk(Store.of(ground.folder), Keys(), PORT, crew)


@pytest.fixture(scope="module")
def insider(desk: Desk) -> Iterator[TestClient]:
    """A hand that has the cookie and says that it comes from the page."""
    with TestClient(
        application(desk), ADDRESS, headers={"Origin": ADDRESS}, follow_redirects=False
    ) as client:
        assert client.get(f"/?token={desk.keys.link}").status_code == 303
        yield client
