"""Whatever is sent to whatever route: an answer with a sentence, and no file harmed or told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.season import SEASON
from tests.web.hostile.conftest import ADDRESS, CANARY, Ground
from tests.web.hostile.surface import Asking, found_in, routes, walked

NASTY = (
    "", ".", "..", "../citur/kanarija.txt", "../../../../../../etc/passwd", "/etc/passwd",
    "..\\citur\\kanarija.txt", "rezekne-2012/../../citur/slepens/trip.yaml", "saite/trip.yaml",
    "saite.yaml", "sezona.xlsx", "~/.ssh/id_rsa", "file:///etc/passwd", "rezekne-2012/photos/saite.jpg",
    "rezekne-2012/trip.yaml/", "rezekne-2012/trip.yaml\0.png", "%2e%2e%2fcitur%2fkanarija.txt",
    "C:\\Windows\\win.ini", "\\\\server\\share", "CON", "nul.yaml", ".parskats", "rezekne-2012//trip.yaml",
    "a" * 5000, "\0", "\r\nSet-Cookie: a=b", "\ud7ff\ufffe", "-1", "1e999", "NaN", "9" * 400, "0x10",
    "null", "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "' OR 1=1 --", "costs[-1].amount",
    "costs[999999999].amount", "costs[", "journey.destination", "__class__.__mro__", "[[[[[[",
    "project..title",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.integers().map(str))
METHODS = st.sampled_from(["GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"])
HEADERS = st.sampled_from([{}, {"HX-Request": "true"}, {"Range": "bytes=0-"}, {"Last-Event-ID": "-1"}])
FUZZ = settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def shown(insider: TestClient) -> list[Asking]:
    """Every request that the pages of the folder would send."""
    for one in [one for one in found_in(walked(insider)) if one.files]:
        files = [(name, ("sezona.xlsx", SEASON.read_bytes())) for name in one.files]
        insider.post(one.path, data=dict(one.fields), files=files)
    return sorted(found_in(walked(insider)), key=repr)


@pytest.fixture(scope="module", autouse=True)
def unharmed(ground: Ground, insider: TestClient) -> Any:
    """What lies beside the folder is the same after all tests of the module."""
    before = ground.beside()
    yield
    assert ground.beside() == before


def is_well(answer: Any) -> None:
    """An answer of any request: no defect, no traceback, no secret, and the headers of the guard."""
    assert answer.status_code < 500 or answer.status_code == 503, answer.text
    assert CANARY.encode() not in answer.content
    assert b"Traceback" not in answer.content
    assert b"root:x:0" not in answer.content
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers or "a=b" not in answer.headers["set-cookie"]
    assert_leads_home(answer.headers)


def assert_leads_home(headers: Mapping[str, str]) -> None:
    for name in ("location", "hx-redirect", "hx-location", "hx-push-url"):
        assert re.match(rf"({ADDRESS})?/(?![/\\])", headers.get(name, "/")), headers[name]


@pytest.mark.parametrize("route", routes(), ids=lambda route: f"{min(route.methods)} {route.path}")
@FUZZ
@given(data=st.data())
def test_any_request_of_any_route_is_answered(
    insider: TestClient, shown: Sequence[Asking], route: Route, data: st.DataObject
) -> None:
    if route.path.endswith("/events"):
        pytest.skip("a stream has no end")
    real = ["rezekne-2012/trip.yaml", *(value for one in shown for _, value in one.fields)]
    words = st.one_of(WORDS, st.sampled_from(real))
    names = st.one_of(st.sampled_from(sorted({name for one in shown for name in one.names})), WORDS)
    path = data.draw(st.sampled_from(_known(route, shown)) | st.builds(_filled, st.just(route), words))
    pairs = data.draw(st.lists(st.tuples(names, words), max_size=4))
    query = data.draw(st.lists(st.tuples(names, words), max_size=3))
    method = data.draw(METHODS)
    body: dict[str, Any] = {"data": _joined(pairs)} if method != "GET" else {}
    is_well(insider.request(method, path or "/", params=_joined(query), headers=data.draw(HEADERS), **body))


@FUZZ
@given(data=st.data())
def test_any_change_of_what_a_page_would_send_is_answered(
    insider: TestClient, shown: Sequence[Asking], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from([one for one in shown if one.method != "GET"]))
    fields = _joined(one.fields)
    for name in data.draw(st.lists(st.sampled_from(sorted(one.names) or [""]), max_size=3)):
        fields[name] = [data.draw(WORDS)]
    for name in data.draw(st.lists(st.sampled_from(sorted(one.names) or [""]), max_size=2)):
        fields.pop(name, None)
    files = [(name, _file(data)) for name in one.files] or None
    is_well(insider.request(one.method, one.path, data=fields, files=files, headers=data.draw(HEADERS)))


@FUZZ
@given(data=st.data())
def test_any_body_is_answered(insider: TestClient, shown: Sequence[Asking], data: st.DataObject) -> None:
    route = data.draw(st.sampled_from([one for one in routes() if one.methods and "POST" in one.methods]))
    path = data.draw(st.sampled_from(_known(route, shown)))
    kind = data.draw(st.sampled_from(KINDS))
    is_well(insider.post(path, content=data.draw(BODIES), headers={"Content-Type": kind}))


KINDS = (
    "multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded",
    "text/plain", "application/json", "multipart/form-data; boundary=" + "x" * 300,
    "application/x-www-form-urlencoded; charset=x",
)  # fmt: skip
HEAD = b"--x\r\nContent-Disposition: form-data"
BODIES = st.one_of(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"--x\r\n",
            HEAD + b"\r\n\r\nx\r\n--x--",
            b"a=%zz&%00=1&&&=;",
            HEAD + b'; name="file"; filename="../../citur/kanarija.txt"\r\n\r\nPK\r\n--x--\r\n',
            HEAD + b'; name="file"; filename="a\\"/../b.xlsx"\r\n\r\nPK\x03\x04\r\n--x--\r\n',
            b"a=1&" * 20_000,
            (HEAD + b'; name="a"\r\n\r\n1\r\n') * 2_000 + b"--x--\r\n",
        ]
    ),
)


def _filled(route: Route, word: str) -> str:
    """Return a path of a route with a word in the place of what varies."""
    return re.sub(r"\{[^}]*\}", lambda _: quote(word, safe="/."), route.path)


def _known(route: Route, shown: Sequence[Asking]) -> list[str]:
    """Return the paths of a route that the pages show; else one that could be."""
    paths = {urlsplit(one.path).path for one in shown}
    found = sorted(path for path in paths if route.path_regex.match(unquote(path)))
    return found or [_filled(route, "rezekne-2012/trip.yaml")]


def _joined(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _file(data: st.DataObject) -> tuple[str, bytes]:
    return data.draw(WORDS.filter(bool)), data.draw(BODIES)
