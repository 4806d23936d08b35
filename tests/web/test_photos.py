"""Pictures in the form: taken in beside the trip under safe names, and shown small."""

from io import BytesIO
from pathlib import Path

import pytest
from httpx2 import Response
from PIL import Image
from starlette.testclient import TestClient

from generator.web.store import version

KEY = "rezekne-2012/trip.yaml"


def picture(colour: str = "green", kind: str = "JPEG", size: tuple[int, int] = (900, 600)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


@pytest.fixture
def trip(folder: Path) -> Path:
    """The file of the trip."""
    return folder / KEY


def send(
    client: TestClient, trip: Path, field: str, *files: tuple[str, bytes], part: bool = True, **more: str
) -> Response:
    data = {"version": version(trip.read_bytes()), "field": field, **more}
    sent = [(f"file:{field}", (name, content, "image/jpeg")) for name, content in files]
    headers = {"HX-Request": "true"} if part else {}
    return client.post(f"/photo/{KEY}", data=data, files=sent or None, headers=headers)


def names(trip: Path) -> list[str]:
    return sorted(path.name for path in (trip.parent / "photos").iterdir())


def test_a_picture_comes_beside_the_trip_and_its_field_names_it(client: TestClient, trip: Path) -> None:
    answer = send(client, trip, "photos[0].file", ("Jauns attēls.JPG", picture()))
    assert answer.status_code == 200
    assert (trip.parent / "photos" / "jauns-attels.jpg").read_bytes() == picture()
    assert "  - file: photos/jauns-attels.jpg  " in trip.read_text(encoding="utf-8")


def test_pictures_for_the_list_get_rows_that_ask_for_words(client: TestClient, trip: Path) -> None:
    answer = send(client, trip, "photos", ("a.jpg", picture("red")), ("b.png", picture("blue", "PNG")))
    assert 'name="set:photos[3].file"' in answer.text
    assert 'data-focus="f-photos-3-caption"' in answer.text
    assert 'data-for="n-photos-3-alt" data-state="error"' in answer.text
    text = trip.read_text(encoding="utf-8")
    assert "  - file: photos/b.png\n    caption:\n    alt:\n" in text


def test_the_content_decides_what_a_file_is_called(client: TestClient, trip: Path) -> None:
    send(client, trip, "photos[0].file", ("../../x/.htaccess.exe", picture(kind="PNG")))
    assert "htaccess.png" in names(trip)


@pytest.mark.parametrize(
    "name", ["../../../evil.jpg", "/etc/passwd", "con.jpg", "..\\..\\x.jpg", "…", "a\0b.jpg"]
)
def test_a_file_name_never_reaches_the_file_system_as_given(
    client: TestClient, folder: Path, trip: Path, name: str
) -> None:
    others = {path for path in folder.rglob("*") if path.is_file()}
    send(client, trip, "photos[0].file", (name, picture()))
    new = {path for path in folder.rglob("*") if path.is_file()} - others
    new = {path for path in new if ".parskats" not in path.parts}
    assert len(new) == 1
    assert {path.parent for path in new} == {trip.parent / "photos"}


def test_no_picture_takes_the_place_of_another(client: TestClient, trip: Path) -> None:
    before = (trip.parent / "photos" / "01-koncertzale.jpg").read_bytes()
    send(client, trip, "photos[1].file", ("01-koncertzale.jpg", picture()))
    assert (trip.parent / "photos" / "01-koncertzale.jpg").read_bytes() == before
    assert "photos/01-koncertzale-2.jpg" in trip.read_text(encoding="utf-8")
    send(client, trip, "photos[0].file", ("01-koncertzale.jpg", picture()))
    assert names(trip).count("01-koncertzale-2.jpg") == 1
    assert "01-koncertzale-3.jpg" not in names(trip)


@pytest.mark.parametrize("content", [b"", b"no picture", picture()[:500], b"\xff\xd8\xff" + b"\0" * 100])
def test_what_is_no_picture_is_refused_and_leaves_nothing(
    client: TestClient, trip: Path, content: bytes
) -> None:
    before, files = trip.read_bytes(), names(trip)
    assert send(client, trip, "photos[0].file", ("a.jpg", content)).status_code == 422
    assert (trip.read_bytes(), names(trip)) == (before, files)


@pytest.mark.parametrize(
    "field", ["", "id", "costs", "photos[0]", "photos[9].file", "nowhere[0].file", "a..b"]
)
def test_a_field_that_names_no_picture_takes_none(client: TestClient, trip: Path, field: str) -> None:
    before = trip.read_bytes()
    assert send(client, trip, field, ("a.jpg", picture())).status_code == 422
    assert trip.read_bytes() == before


def test_no_picture_chosen_is_said(client: TestClient, trip: Path) -> None:
    answer = send(client, trip, "photos[0].file", part=False)
    assert answer.status_code == 422
    assert "Attēls nav izvēlēts" in answer.text


def test_texts_that_come_with_a_picture_are_saved_too(client: TestClient, trip: Path) -> None:
    answer = send(
        client, trip, "photos[0].file", ("a.jpg", picture()), part=False,
        section="photos", **{"set:photos[0].caption": "Cits paraksts"},
    )  # fmt: skip
    assert (answer.status_code, answer.headers["location"]) == (303, f"/trip/{KEY}#s-photos")
    assert "caption: Cits paraksts" in trip.read_text(encoding="utf-8")


def test_upon_another_version_no_picture_is_taken_in(client: TestClient, trip: Path) -> None:
    files = names(trip)
    assert send(client, trip, "photos[0].file", ("a.jpg", picture()), version="0").status_code == 409
    assert names(trip) == files


def test_a_logo_comes_into_a_folder_of_logos(client: TestClient, trip: Path) -> None:
    send(client, trip, "project.logos", ("zīme.png", picture(kind="PNG")))
    assert (trip.parent / "logos" / "zime.png").is_file()
    assert "    - file: logos/zime.png\n      alt:\n" in trip.read_text(encoding="utf-8")


def test_a_folder_that_leads_elsewhere_takes_nothing(client: TestClient, folder: Path, trip: Path) -> None:
    (trip.parent / "logos").symlink_to(folder.parent)
    assert send(client, trip, "project.logos", ("a.jpg", picture())).status_code == 404
    assert not (folder.parent / "a.jpg").exists()


# -- shown --------------------------------------------------------------------------------------------
def test_a_picture_is_shown_small_and_upright(client: TestClient, trip: Path) -> None:
    out, turned = BytesIO(), Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (1200, 800)).save(out, "JPEG", exif=turned)
    send(client, trip, "photos[0].file", ("a.jpg", out.getvalue()))
    answer = client.get(f"/photo/{KEY}", params={"field": "photos[0].file"})
    assert answer.headers["content-type"] == "image/jpeg"
    assert Image.open(BytesIO(answer.content)).size == (320, 480)


@pytest.mark.parametrize("field", ["", "id", "photos", "photos[9].file", "journey.kind", "a..b"])
def test_what_is_no_picture_is_not_shown(client: TestClient, field: str) -> None:
    assert client.get(f"/photo/{KEY}", params={"field": field}).status_code == 404


@pytest.mark.parametrize("name", ["../../secret.jpg", "/etc/passwd", "photos/none.jpg", "trip.yaml"])
def test_a_picture_beyond_the_folder_or_none_is_not_shown(
    client: TestClient, folder: Path, trip: Path, name: str
) -> None:
    (folder.parent / "secret.jpg").write_bytes(picture())
    data = {"version": version(trip.read_bytes()), "set:photos[0].file": name}
    client.post(f"/change/{KEY}", data=data)
    assert client.get(f"/photo/{KEY}", params={"field": "photos[0].file"}).status_code == 404
