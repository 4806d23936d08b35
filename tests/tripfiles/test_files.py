"""Files that a trip names: a project that trips share, photos, and nothing from anywhere else."""

import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import DataError, Severity
from generator.tripfiles import Examined, examine, load
from tests.tripfiles.sound import MAPPING, PHOTOS, PROJECT, TEXT, sharing


def jpeg(width: int = 600) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, 40), "#003399").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def trips(tmp_path: Path) -> Path:
    """A folder `trips/rezekne` to put files in."""
    folder = tmp_path / "trips" / "rezekne"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "ēka.jpg").write_bytes(jpeg())
    return folder


def examined(folder: Path, text: str) -> Examined:
    (folder / "trip.yaml").write_text(text, encoding="utf-8")
    return examine(folder / "trip.yaml", name="rezekne/trip.yaml")


def ids(found: Examined) -> list[str]:
    return [one.id for one in found.faults]


# -- a folder beyond which nothing is read --------------------------------------------------------
@pytest.mark.parametrize("link", [False, True])
def test_nothing_is_read_beyond_the_folder_it_may_come_from(trips: Path, link: bool) -> None:
    (trips.parent / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (trips / "trip.yaml").write_text(sharing("../project.yaml"), encoding="utf-8")
    assert ids(examine(trips / "trip.yaml", within=trips.parent)) == []
    if link:
        (trips / "here").symlink_to(trips.parent, target_is_directory=True)
        (trips / "trip.yaml").write_text(sharing("here/project.yaml"), encoding="utf-8")
    assert ids(examine(trips / "trip.yaml", within=trips)) == ["path.outside"]


# -- the project file ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path", ["project.yaml", "../project.yaml", "./../../project.yaml", "..\\project.yaml"]
)
def test_trips_share_a_project_file(trips: Path, path: str) -> None:
    target = trips / path.replace("\\", "/")
    target.write_text(PROJECT, encoding="utf-8")
    found = examined(trips, sharing(path))
    assert found.trip == load(TEXT.encode())


def test_a_project_file_is_an_input_with_places_of_its_own(trips: Path) -> None:
    (trips.parent / "project.yaml").write_text(f"format: 1\n{PROJECT}", encoding="utf-8")
    found = examined(trips, sharing("../project.yaml"))
    assert str(found.source.place("project.total")) == "project.yaml:8:8"
    assert str(found.source.place("project.fund.forms")) == "project.yaml:4:7"
    assert found.source.project_file == "project.yaml"
    assert found.source.inputs == {
        "trip.yaml": hashlib.sha256((trips / "trip.yaml").read_bytes()).hexdigest(),
        "../project.yaml": hashlib.sha256((trips.parent / "project.yaml").read_bytes()).hexdigest(),
    }


def test_a_project_in_the_trip_has_no_file_of_its_own(trips: Path) -> None:
    assert examined(trips, TEXT).source.project_file == ""


def test_faults_of_a_project_file_are_placed_in_it(trips: Path) -> None:
    (trips.parent / "project.yaml").write_text(PROJECT.replace("24 415,44", "daudz"), encoding="utf-8")
    found = examined(trips, sharing("../project.yaml"))
    (fault,) = found.faults
    assert (str(fault.place), fault.place.field) == ("project.yaml:7:8", "project.total")
    assert "project" not in found.sound


def test_pictures_of_a_project_lie_in_its_folder(trips: Path) -> None:
    (trips.parent / "logos").mkdir()
    (trips.parent / "logos" / "vk.jpg").write_bytes(jpeg(90))
    logos = "logos: [{file: logos/vk.jpg, alt: Valsts kanceleja}]\n"
    (trips.parent / "project.yaml").write_text(PROJECT + logos, encoding="utf-8")
    found = examined(trips, sharing("../project.yaml"))
    assert ids(found) == []
    assert found.source.pictures == {"project.logos[0].file": jpeg(90)}
    assert "../logos/vk.jpg" in found.source.inputs
    assert found.source.warnings == ()


def test_a_project_file_of_another_format_is_refused(trips: Path) -> None:
    (trips / "project.yaml").write_text(f"format: 7\n{PROJECT}", encoding="utf-8")
    assert ids(examined(trips, sharing("project.yaml"))) == ["format.other"]


def test_a_project_file_cannot_name_another(trips: Path) -> None:
    (trips / "project.yaml").write_text("project: other.yaml\n", encoding="utf-8")
    assert "field.unknown" in ids(examined(trips, sharing("project.yaml")))


def test_a_project_file_more_than_three_levels_up_is_refused(trips: Path) -> None:
    assert ids(examined(trips, sharing("../../../../project.yaml"))) == ["path.outside"]


def test_a_path_may_name_the_project_of_a_mapping_too(trips: Path) -> None:
    (trips / "project.yaml").write_text(PROJECT, encoding="utf-8")
    assert load({**MAPPING, "project": "project.yaml"}, folder=trips) == load(MAPPING)


# -- photos -------------------------------------------------------------------------------------
def test_photos_are_read_as_they_are(trips: Path) -> None:
    found = examined(trips, TEXT + PHOTOS.format(file="photos/ēka.jpg"))
    assert found.source.pictures == {"photos[0].file": jpeg()}
    assert set(found.source.inputs) == {"trip.yaml", "photos/ēka.jpg"}


def test_photos_of_bytes_are_looked_up_in_the_folder_given(trips: Path) -> None:
    trip = load((TEXT + PHOTOS.format(file="photos/ēka.jpg")).encode(), folder=trips)
    assert list(trip.source.pictures) == ["photos[0].file"]


def test_a_name_with_marks_is_found_in_either_spelling(trips: Path) -> None:
    assert ids(examined(trips, TEXT + PHOTOS.format(file="photos/e\u0304ka.jpg"))) == []


def test_a_link_that_leaves_the_folder_is_refused(trips: Path) -> None:
    (trips.parent / "secret.jpg").write_bytes(jpeg())
    try:
        (trips / "photos" / "link.jpg").symlink_to(trips.parent / "secret.jpg")
        (trips / "outside").symlink_to(trips.parent)
    except OSError:
        pytest.skip("links cannot be made here")
    for name in ("photos/link.jpg", "outside/secret.jpg"):
        found = examined(trips, TEXT + PHOTOS.format(file=name))
        assert ids(found) == ["path.outside"]
        assert found.source.pictures == {}


def test_a_link_within_the_folder_is_followed(trips: Path) -> None:
    try:
        (trips / "link.jpg").symlink_to(trips / "photos" / "ēka.jpg")
    except OSError:
        pytest.skip("links cannot be made here")
    assert ids(examined(trips, TEXT + PHOTOS.format(file="link.jpg"))) == []


def test_a_link_to_itself_is_told(trips: Path) -> None:
    try:
        (trips / "loop.jpg").symlink_to(trips / "loop.jpg")
    except OSError:
        pytest.skip("links cannot be made here")
    assert ids(examined(trips, TEXT + PHOTOS.format(file="loop.jpg"))) == ["file.not-a-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(trips: Path) -> None:
    os.mkfifo(trips / "pipe.jpg")
    assert ids(examined(trips, TEXT + PHOTOS.format(file="pipe.jpg"))) == ["file.not-a-file"]


def test_a_file_of_many_megabytes_is_not_read(trips: Path) -> None:
    with (trips / "large.jpg").open("wb") as file:
        file.truncate(40_000_001)
    assert ids(examined(trips, TEXT + PHOTOS.format(file="large.jpg"))) == ["file.bytes"]


def test_a_file_that_may_not_be_read_is_told(trips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    text = (TEXT + PHOTOS.format(file="photos/ēka.jpg")).encode()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (fault,) = examine(text, folder=trips).faults
    assert (fault.id, fault.values["reason"]) == ("file.unreadable", "Permission denied")


@pytest.mark.parametrize("name", ["a" * 300 + ".jpg", "photos/ēka.jpg/x.jpg", "photos//", ".", "a\tb.jpg"])
def test_odd_names_are_told(trips: Path, name: str) -> None:
    found = examined(trips, TEXT + PHOTOS.format(file=f'"{name}"'))
    assert len(found.faults) == 1
    assert found.faults[0].place.field == "photos[0].file"


def test_what_is_worth_knowing_of_a_photo_is_a_warning(trips: Path) -> None:
    (trips / "small.jpg").write_bytes(jpeg(589))
    trip = load((TEXT + PHOTOS.format(file="small.jpg")).encode(), folder=trips, name="trip.yaml")
    (warning,) = trip.source.warnings
    assert (warning.id, warning.severity) == ("picture.small", Severity.WARNING)
    assert str(warning.place) == "trip.yaml:21:11"


def test_a_section_whose_photo_is_missing_is_not_sound(trips: Path) -> None:
    found = examined(trips, TEXT + PHOTOS.format(file="nav.jpg"))
    assert "photos" not in found.sound
    assert "journey" in found.sound


# -- the trip file itself -----------------------------------------------------------------------
def test_a_missing_trip_file_is_told_with_the_one_that_was_meant(trips: Path) -> None:
    (trips / "trip.yaml").write_text(TEXT, encoding="utf-8")
    for name, id in (("trip.yml", "file.misspelt"), ("x.yaml", "file.missing")):
        with pytest.raises(DataError) as refused:
            load(trips / name)
        assert [one.id for one in refused.value.faults] == [id]
        assert refused.value.faults[0].place.file == str(trips / name)


def test_a_trip_file_that_a_person_gave_may_be_a_link(trips: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text(TEXT, encoding="utf-8")
    try:
        (trips / "trip.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert load(trips / "trip.yaml") == load(TEXT.encode())


def test_a_trip_file_of_many_megabytes_is_not_read(trips: Path) -> None:
    with (trips / "trip.yaml").open("wb") as file:
        file.truncate(5_000_001)
    assert [one.id for one in examine(trips / "trip.yaml").faults] == ["file.too-large"]


def test_a_folder_is_not_a_trip_file(trips: Path) -> None:
    assert [one.id for one in examine(trips).faults] == ["file.not-a-file"]


def test_every_photo_that_only_fails_when_it_is_decoded_is_told_at_once(trips: Path) -> None:
    damaged = bytearray(jpeg())
    tables = damaged.index(b"\xff\xc4") + 5
    damaged[tables : tables + 16] = b"\xff" * 16
    for name in ("a.jpg", "b.jpg"):
        (trips / name).write_bytes(damaged)
    photos = "".join(f"  - {{file: {name}, caption: A, alt: A}}\n" for name in ("a.jpg", "b.jpg"))
    found = examined(trips, f"{TEXT}photos:\n{photos}")
    assert [(one.id, one.place.field) for one in found.faults] == [
        ("picture.damaged", "photos[0].file"),
        ("picture.damaged", "photos[1].file"),
    ]
