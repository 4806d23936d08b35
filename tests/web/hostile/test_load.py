"""A real process under a crowd: everybody is answered, and memory stays bounded."""

from __future__ import annotations

import http.client
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tests.trips import EXAMPLE
from tests.web.served import Served, serving

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")

CROWD = 200
BOUND = 300_000_000
"""Bytes that the page and its processes may grow by, whatever is sent."""
MB = 1_000_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page over a folder with one trip."""
    folder = tmp_path_factory.mktemp("crowd")
    shutil.copytree(EXAMPLE.parent, folder / "rezekne-2012")
    with serving(folder) as one:
        yield one


@pytest.fixture(scope="module")
def cookie(served: Served) -> str:
    """The cookie of the link."""
    parts = urlsplit(served.link)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    connection.request("GET", f"/?{parts.query}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return str(answer.getheader("set-cookie")).partition(";")[0]


def asked(served: Served, cookie: str, method: str, path: str, body: object = None, **headers: str) -> int:
    """Return the status of the answer to one request of a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", urlsplit(served.address).port, timeout=90)
    try:
        connection.request(
            method, path, body, {"Cookie": cookie, "Origin": served.address, **headers}, encode_chunked=False
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (BrokenPipeError, ConnectionResetError):
        return 413  # it stops reading, and some systems lose the answer with the connection
    finally:
        connection.close()


class Watched:
    """The most memory that the page holds while a block runs, above what it held before."""

    def __init__(self, served: Served) -> None:
        self.served, self.grown = served, 0

    def __enter__(self) -> Watched:
        self._before, self._over = self.served.memory(), threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.02):
            self.grown = max(self.grown, self.served.memory() - self._before)


TRIP = "rezekne-2012/trip.yaml"
PAGES = ("/", f"/trip/{TRIP}", f"/preview/{TRIP}", f"/checks/{TRIP}")


def test_a_crowd_is_answered_within_bounded_memory(served: Served, cookie: str) -> None:
    asked(served, cookie, "GET", PAGES[2])
    with Watched(served) as watched, ThreadPoolExecutor(CROWD) as crowd:
        found = Counter(
            crowd.map(lambda number: asked(served, cookie, "GET", PAGES[number % len(PAGES)]), range(CROWD))
        )
    assert set(found) <= {200, 503}, found
    assert found[200] > CROWD / 2, found
    assert watched.grown < BOUND


def form(size: int) -> bytes:
    """Return a form with a file of some size."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\x03\x04'
    return head + bytes(size) + b"\r\n--x--\r\n"


KIND = {"Content-Type": "multipart/form-data; boundary=x"}


def test_uploads_that_are_too_large_are_refused_within_bounded_memory(served: Served, cookie: str) -> None:
    body = form(30 * MB)
    with Watched(served) as watched, ThreadPoolExecutor(8) as crowd:
        found = set(crowd.map(lambda _: asked(served, cookie, "POST", "/upload", body, **KIND), range(16)))
    assert found == {413}
    assert watched.grown < BOUND


def test_many_uploads_at_the_limit_are_answered_within_bounded_memory(served: Served, cookie: str) -> None:
    body = form(19 * MB)
    with Watched(served) as watched, ThreadPoolExecutor(8) as crowd:
        found = set(crowd.map(lambda _: asked(served, cookie, "POST", "/upload", body, **KIND), range(16)))
    assert found <= {303, 422, 413, 503}, found
    assert watched.grown < BOUND


def test_the_page_answers_as_before_after_all_of_it(served: Served, cookie: str) -> None:
    started = time.perf_counter()
    assert asked(served, cookie, "GET", "/") == 200
    assert time.perf_counter() - started < 5
    assert sorted(one.name for one in served.folder.iterdir() if one.name[0] != ".") == ["rezekne-2012"]
