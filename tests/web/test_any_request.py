"""Any request to any route: a page with a sentence, never a defect, and no file harmed."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

from generator.web.application import ROUTES

STARTS_WORK: Final = ("/season/start", "/season/resume", "/season/events", "/render/{key:path}")
"""Routes that begin long work or never end; their own tests try them."""
PATHS = sorted({one.path for one in ROUTES if isinstance(one, Route)} - set(STARTS_WORK))
KEYS = st.one_of(
    st.sampled_from(
        [
            "saldus-2024/trip.yaml",
            "season-2012.xlsx",
            "saldus-2024/photos/01-saldus.jpg",
            "../../etc/passwd",
            "..\\..\\x",
            "/etc/passwd",
            ".parskats/uploads",
            "saldus-2024",
            "saldus-2024/trip.yaml/",
            "saldus-2024/trip.yaml\0",
            "con.yaml",
        ]
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    st.binary(min_size=1, max_size=20).map(lambda raw: raw.decode("latin-1")),
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["name", "lang", "back", "as", "trip[]", "file", "document", "page", "zoom", "what", "version"]
    ),
    st.one_of(st.text(st.characters(codec="utf-8"), max_size=40), st.integers().map(str)),
    max_size=4,
)


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", PATHS)
def test_whatever_is_asked_for_is_answered_and_harms_nothing(
    client: TestClient, folder: Path, path: str
) -> None:
    before = files(folder)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(KEYS, FIELDS, st.sampled_from(["GET", "POST", "POST", "HEAD", "PUT"]), st.booleans())
    def ask(key: str, fields: dict[str, str], method: str, part: bool) -> None:
        address = path
        for name in ("{key:path}", "{id}", "{folder}", "{name}"):
            address = address.replace(name, quote(key, safe="" if name != "{key:path}" else "/"))
        headers = {"HX-Request": "true"} if part else {}
        given = {"params": fields} if method in ("GET", "HEAD") else {"data": fields}
        answer = client.request(method, address, headers=headers, **given)  # type: ignore[arg-type]
        assert answer.status_code != 500, answer.text[-3000:]
        assert "Traceback" not in answer.text
        assert "root:x" not in answer.text

    ask()
    after = files(folder)
    assert {path: after.get(path) for path in before} == before
