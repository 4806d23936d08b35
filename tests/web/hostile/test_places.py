"""Nothing outside of the folder is read or written: by no address, no link, no data, no archive."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.trips import EXAMPLE
from tests.web.hostile.conftest import CANARY, Ground
from tests.web.hostile.surface import askings, routes, walked

KEYS = (
    "../citur/slepens/trip.yaml", "citur/../../citur/slepens/trip.yaml",
    "rezekne-2012/../../citur/slepens/trip.yaml", "saite/trip.yaml", "saite.yaml", "sezona.xlsx",
    "rezekne-2012/photos/saite.jpg", "..\\citur\\slepens\\trip.yaml", "./rezekne-2012/../saite.yaml",
    ".parskats/../saite.yaml", "//citur/slepens/trip.yaml",
)  # fmt: skip
KEYED = [route for route in routes() if "{" in route.path and "/events" not in route.path]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("route", KEYED, ids=lambda route: f"{min(route.methods)} {route.path}")
def test_no_address_leads_out(insider: TestClient, ground: Ground, route: Route, key: str) -> None:
    before = ground.beside()
    path = re.sub(r"\{[^}]*\}", quote(key), route.path)
    for target in (path, path.replace("..", "%2e%2e"), path.replace("/", "%2f").replace("%2f", "/", 2)):
        answer = insider.request("POST" if "POST" in (route.methods or ()) else "GET", target)
        assert answer.status_code in (400, 404, 405, 422), answer.text
        assert CANARY not in answer.text
    assert ground.beside() == before


FIELDS = {
    "photos": "photos:\n"
    "  - {file: ../../citur/kanarija.jpg, caption: A, alt: A}\n"
    "  - {file: photos/saite.jpg, caption: B, alt: B}\n",
    "project": "project: ../../projekts.yaml\n",
    "earlier": "earlier: [../../citur/slepens/trip.yaml, ../saite.yaml]\n",
    "absolute": "project: /etc/passwd\nphotos:\n  - {file: /etc/hostname, alt: A}\n",
}


@pytest.fixture
def reaching(ground: Ground) -> Iterator[Path]:
    """The file of a trip that may name others."""
    folder = ground.folder / "sniedzas"
    shutil.copytree(EXAMPLE.parent / "photos", folder / "photos")
    (folder / "photos" / "saite.jpg").symlink_to(ground.outside / "kanarija.jpg")
    yield folder / "trip.yaml"
    shutil.rmtree(folder)


@pytest.mark.parametrize("field", FIELDS)
def test_a_trip_that_names_files_outside_is_told_so_and_they_stay_unread(
    insider: TestClient, ground: Ground, reaching: Path, field: str
) -> None:
    reaching.write_text(_trip_with(FIELDS[field]), encoding="utf-8")
    pages = walked(insider)
    assert [path for path, page in pages.items() if CANARY in page or "root:x:" in page] == []
    assert [path for path, page in pages.items() if any(map(is_magenta, pictures(insider, page)))] == []


def pictures(insider: TestClient, page: str) -> Iterator[bytes]:
    """Yield the pictures of a page: those within it, and those it asks for."""
    for found in re.findall(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)", page):
        yield b64decode(found)
    for source in re.findall(r'<img src="(/[^"]+)"', page):
        answer = insider.get(unescape(source))
        if (
            answer.headers["content-type"].startswith("image/")
            and "svg" not in answer.headers["content-type"]
        ):
            yield answer.content


def is_magenta(content: bytes) -> bool:
    with Image.open(io.BytesIO(content)) as image:
        red, green, blue = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    return red > 200 and green < 60 and blue > 200


def _trip_with(sections: str) -> str:
    """Return the sample trip with some sections in the place of its own."""
    whole = EXAMPLE.read_text(encoding="utf-8").replace("id: rezekne-2012", "id: sniedzas")
    for name in re.findall(r"^(\w+):", sections, re.MULTILINE):
        whole = re.sub(rf"(?ms)^{name}:.*?(?=^\w|\Z)", "", whole)
    return whole + sections


def _archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "format: 1\nid: zip\n")
    return made.getvalue()


@pytest.mark.parametrize(
    "name", ["../../citur/ievilkts.yaml", "/tmp/ievilkts.yaml", "..\\..\\ievilkts.yaml", "C:\\ievilkts.yaml"]
)
def test_an_archive_that_reaches_out_writes_nothing_there(
    insider: TestClient, ground: Ground, name: str
) -> None:
    before = ground.beside()
    for form in [one for path, page in walked(insider).items() for one in askings(page, path) if one.files]:
        files = [(field, ("../../citur/a.zip", _archive(name, "trip.yaml"))) for field in form.files]
        answer = insider.post(form.path, data=dict(form.fields), files=files, follow_redirects=True)
        assert answer.status_code < 500
        for again in [
            one for one in askings(answer.text, form.path) if one.method == "POST" and "take" in one.path
        ]:
            assert insider.post(again.path, data=dict(again.fields)).status_code < 500
    assert ground.beside() == before
    assert not list(ground.folder.rglob("ievilkts*"))
    assert not Path("/tmp/ievilkts.yaml").exists()
