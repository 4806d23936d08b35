"""A page of a temporary folder with the sample trips, asked as a browser that is let in asks."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from generator.web.application import application
from generator.web.crew import Crew
from generator.web.desk import Desk
from generator.web.keys import Keys
from generator.web.server import Server, bound
from generator.web.store import Store
from tests.trips import ROOT

os.environ["PYTHONPATH"] = str(ROOT)  # the processes of the page find the checkout, wherever a test stands

PORT = 8765
ADDRESS = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample trips and the sample season."""
    shutil.copytree(ROOT / "data" / "trips", tmp_path / "braucieni")
    return tmp_path / "braucieni"


@pytest.fixture(scope="session")
def crew() -> Iterator[Crew]:
    """The watched processes of every page of these tests."""
    with Crew(1) as crew:
        yield crew


@pytest.fixture
def desk(folder: Path, crew: Crew) -> Desk:
    """The desk of that folder."""
    return Desk(Store.of(folder), Keys(), PORT, crew)


@pytest.fixture
def live(folder: Path, crew: Crew) -> Iterator[Desk]:
    """The desk of a page that really is served, on a port of this machine."""
    ready = threading.Event()
    with bound(0) as door:
        desk = Desk(Store.of(folder), Keys(), door.getsockname()[1], crew)
        server = Server(desk, ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        assert ready.wait(10)
        yield desk
        server.should_exit = True
        thread.join()


@pytest.fixture
def stranger(desk: Desk) -> Iterator[TestClient]:
    """A browser that has not opened the first link; it follows no redirects."""
    with TestClient(
        application(desk), ADDRESS, headers={"Origin": ADDRESS}, follow_redirects=False
    ) as client:
        yield client


@pytest.fixture
def client(desk: Desk, stranger: TestClient) -> TestClient:
    """A browser that has opened the first link; it follows no redirects."""
    assert stranger.get(f"/?token={desk.keys.link}").status_code == 303
    return stranger
