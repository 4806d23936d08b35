"""Every route of the table is behind the same door: host, origin and cookie are asked first."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.web.hostile.conftest import ADDRESS, Ground
from tests.web.hostile.surface import routes

EVERY = pytest.mark.parametrize("route", routes(), ids=lambda route: f"{min(route.methods)} {route.path}")


def _asked(client: TestClient, route: Route, headers: dict[str, str]) -> int:
    path = re.sub(r"\{[^}]*\}", "rezekne-2012/trip.yaml", route.path)
    method = "POST" if "POST" in (route.methods or ()) else "GET"
    return client.request(method, path, headers=headers).status_code


def _tree(ground: Ground) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in ground.folder.rglob("*")}


@EVERY
def test_a_foreign_name_that_leads_here_is_refused(insider: TestClient, ground: Ground, route: Route) -> None:
    before = _tree(ground)
    host = {"Host": "evil.example:8766", "Origin": "http://evil.example:8766"}
    assert _asked(insider, route, host) == 403
    assert _tree(ground) == before


@EVERY
@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:8766"]
)
def test_a_request_of_another_page_is_refused(
    insider: TestClient, ground: Ground, route: Route, origin: str
) -> None:
    before = _tree(ground)
    assert _asked(insider, route, {"Origin": origin, "Sec-Fetch-Site": "cross-site"}) == 403
    assert _tree(ground) == before


@EVERY
def test_who_has_no_cookie_gets_nothing(insider: TestClient, ground: Ground, route: Route) -> None:
    before = _tree(ground)
    assert _asked(insider, route, {"Cookie": "parskats-8766=wrong", "Origin": ADDRESS}) == 403
    assert _tree(ground) == before
