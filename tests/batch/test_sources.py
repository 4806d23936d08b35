"""Where trips come from: files, lines, folders and ZIPs; what is refused, and with which words."""

import errno
import os
import shutil
import struct
import time
import zipfile
from pathlib import Path

import pytest

from generator.batch.sources import archives, items, lines
from generator.tripfiles import examine
from tests.batch.seasons import faulty_trip, raw_trip, write_lines, write_season, write_trip


@pytest.fixture
def found(tmp_path):
    def found(*paths: Path):
        return list(items(paths, tmp_path / "scratch"))

    return found


def labels(found, below: Path) -> list[str]:
    return [item.label.removeprefix(f"{below.as_posix()}/") for item in found]


def ids(found) -> list[str]:
    read = [examine(one.source, name=one.name, folder=one.folder, first_line=one.first_line) for one in found]
    return [str(one.sound.get("id")) for one in read]


# -- files and folders ----------------------------------------------------------------------------
def test_a_trip_file_is_one_trip(found, tmp_path):
    path = write_trip(tmp_path, raw_trip("first"), "anything.yaml")
    assert ids(found(path)) == ["first"]


def test_a_folder_gives_the_trips_of_its_folders_in_the_order_of_their_names(found, tmp_path):
    season = write_season(tmp_path / "season", 3)
    write_trip(season / "a" / "b", raw_trip("deep"))
    assert labels(found(season), season) == [
        "a/b/trip.yaml",
        "trip-001/trip.yaml",
        "trip-002/trip.yaml",
        "trip-003/trip.yaml",
    ]


def test_in_a_folder_a_file_with_a_journey_is_a_trip_and_a_project_file_is_none(found, tmp_path):
    write_trip(tmp_path / "season", raw_trip("first"), "rezekne.yml")
    write_trip(tmp_path / "season", raw_trip("x")["project"], "project.yaml")
    (tmp_path / "season" / "notes.txt").write_text("journey: none", encoding="utf-8")
    assert ids(found(tmp_path / "season")) == ["first"]


def test_a_file_called_trip_is_a_trip_however_broken(found, tmp_path):
    season = tmp_path / "season"
    season.mkdir()
    (season / "trip.yaml").write_text("", encoding="utf-8")
    assert labels(found(season), season) == ["trip.yaml"]


def test_what_is_hidden_in_a_folder_is_passed_over(found, tmp_path):
    season = write_season(tmp_path / "season", 1)
    write_trip(season / ".parskats-work" / "x", raw_trip("hidden"))
    assert ids(found(season)) == ["trip-001"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_the_folder_above_is_not_followed_for_ever(found, tmp_path):
    season = write_season(tmp_path / "season", 1)
    (season / "again").symlink_to(season)
    assert ids(found(season)) == ["trip-001"]


def test_a_source_without_trips_is_told(found, tmp_path):
    (tmp_path / "empty").mkdir()
    (item,) = found(tmp_path / "empty")
    assert [one.id for one in item.faults] == ["source.no-trips"]


def test_the_same_sources_give_the_same_items_again(found, tmp_path):
    season = write_season(tmp_path / "season", 2)
    write_lines(season / "more.jsonl", [raw_trip("line")])
    assert found(season) == found(season)


# -- JSON lines -----------------------------------------------------------------------------------
def test_every_line_of_a_file_is_a_trip_called_by_its_number(found, tmp_path):
    path = write_lines(tmp_path / "season.jsonl", [raw_trip("first"), raw_trip("second")])
    season = found(path)
    assert ids(season) == ["first", "second"]
    assert labels(season, tmp_path) == ["season.jsonl:1", "season.jsonl:2"]


def test_a_fault_in_a_line_is_placed_in_its_line_of_the_file(found, tmp_path):
    path = write_lines(tmp_path / "season.jsonl", [raw_trip("first"), faulty_trip("second")])
    second = found(path)[1]
    (fault,) = examine(second.source, name=second.name, first_line=second.first_line).faults
    assert (fault.id, fault.place.line, fault.place.file) == ("date.impossible", 2, path.as_posix())
    assert path.read_text(encoding="utf-8").splitlines()[1][fault.place.column - 1 :].startswith('"31.02')


def test_blank_lines_are_no_trips_but_count(found, tmp_path):
    path = tmp_path / "season.jsonl"
    path.write_bytes(b"\n  \n{}\r\n\n")
    assert labels(found(path), tmp_path) == ["season.jsonl:3"]


def test_a_line_that_is_too_long_is_refused_and_the_next_one_is_read(found, tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "MAX_BYTES", 20)
    path = tmp_path / "season.jsonl"
    path.write_bytes(b"x" * 200 + b"\n{}\n")
    long, short = found(path)
    assert ([one.id for one in long.faults], long.label[-2:]) == (["file.too-large"], ":1")
    assert (short.faults, short.label[-2:]) == ((), ":2")


# -- ZIPs -----------------------------------------------------------------------------------------
def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return path


def trip_bytes(tmp_path: Path, id: str) -> bytes:
    return write_trip(tmp_path / "typed" / id, raw_trip(id)).read_bytes()


def refused(found, path: Path) -> tuple[str, dict]:
    (item,) = found(path)
    (fault,) = item.faults
    return fault.id, dict(fault.values)


def test_a_zip_gives_the_trips_in_it_called_by_their_names_there(found, tmp_path):
    members = {f"2012/{id}/trip.yaml": trip_bytes(tmp_path, id) for id in ("one", "two")}
    season = found(zipped(tmp_path / "season.zip", members))
    assert ids(season) == ["one", "two"]
    assert labels(season, tmp_path) == ["season.zip/2012/one/trip.yaml", "season.zip/2012/two/trip.yaml"]


def test_a_zip_in_a_folder_is_opened_and_one_in_a_zip_is_not(found, tmp_path):
    (tmp_path / "season").mkdir()
    inner = zipped(tmp_path / "inner.zip", {"a/trip.yaml": trip_bytes(tmp_path, "inner")}).read_bytes()
    members = {"trip.yaml": trip_bytes(tmp_path, "outer"), "inner.zip": inner}
    zipped(tmp_path / "season" / "outer.zip", members)
    assert ids(found(tmp_path / "season")) == ["outer"]


@pytest.mark.parametrize(
    "name",
    ["../trip.yaml", "a/../../trip.yaml", "/etc/trip.yaml", "C:/trip.yaml", "..\\trip.yaml", "\\\\x\\y\\t"],
)
def test_a_zip_with_a_name_that_leads_out_is_refused_and_writes_nothing(found, tmp_path, name):
    path = zipped(tmp_path / "evil.zip", {"trip.yaml": trip_bytes(tmp_path, "one"), name: b"format: 1"})
    before = {one for one in tmp_path.rglob("*") if "scratch" not in one.parts}
    assert refused(found, path) == ("zip.name", {"name": name})
    assert {one for one in tmp_path.rglob("*") if one.is_file()} <= before


def test_a_zip_with_one_name_twice_is_refused(found, tmp_path):
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("trip.yaml", "format: 1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("trip.yaml", "format: 1")
    assert refused(found, path)[0] == "zip.name"


def declared(path: Path, size: int) -> Path:
    """Let every member of a ZIP say that it unpacks to so many bytes."""
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(data)
    return path


def test_a_member_of_four_gigabytes_is_refused_before_it_is_read(found, tmp_path):
    path = declared(zipped(tmp_path / "huge.zip", {"photo.jpg": b"x"}), 4_000_000_000)
    start = time.monotonic()
    assert refused(found, path) == ("zip.member", {"name": "photo.jpg", "limit": 40})
    assert time.monotonic() - start < 1


def test_a_member_of_ten_gigabytes_is_refused_before_it_is_read(found, tmp_path):
    path = tmp_path / "huge.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("photo.jpg")
        with archive.open(entry, "w", force_zip64=True) as file:
            file.write(b"x")
        archive.filelist[0].file_size = 10_000_000_000
    assert refused(found, path)[0] == "zip.member"


def test_many_members_that_only_a_bomb_has_are_refused(found, tmp_path):
    nothing = bytes(3_000_000)
    path = zipped(tmp_path / "bomb.zip", {f"{n}.jpg": nothing for n in range(40)})
    assert path.stat().st_size < 500_000
    assert refused(found, path)[0] == "zip.large"


def test_a_member_that_is_larger_than_it_says_is_refused(found, tmp_path):
    path = declared(zipped(tmp_path / "lie.zip", {"a.jpg": bytes(10_000_000)}), 100)
    assert refused(found, path)[0] == "zip.damaged"


@pytest.mark.parametrize("wide", [False, True])
def test_a_directory_too_large_to_be_held_is_refused(found, tmp_path, wide):
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, 0xFFFFFFFF if wide else 900_000_000, 0, 0)
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 900_000_000, 0)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 100, 1)
    path = tmp_path / "large.zip"
    path.write_bytes(bytes(100) + (record + locator if wide else b"") + end)
    assert refused(found, path)[0] == "zip.large"


def test_a_zip_with_a_password_is_told(found, tmp_path):
    path = zipped(tmp_path / "secret.zip", {"trip.yaml": b"format: 1"})
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert refused(found, path) == ("zip.encrypted", {"name": "trip.yaml"})


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all", b"PK\x05\x06" + bytes(5)])
def test_what_is_no_zip_is_told(found, tmp_path, content):
    path = tmp_path / "season.zip"
    path.write_bytes(content)
    assert refused(found, path)[0] == "zip.damaged"


def test_a_zip_cut_anywhere_is_refused_or_read_and_never_a_defect(found, tmp_path):
    whole = zipped(tmp_path / "whole.zip", {"trip.yaml": trip_bytes(tmp_path, "one")}).read_bytes()
    for cut in range(0, len(whole), 7):
        path = tmp_path / f"{cut}.zip"
        path.write_bytes(whole[:cut])
        assert refused(found, path)[0] == "zip.damaged"


def test_a_packing_that_is_not_plain_is_refused(found, tmp_path):
    path = zipped(tmp_path / "season.zip", {"trip.yaml": b"format: 1"}, zipfile.ZIP_LZMA)
    assert refused(found, path)[0] == "zip.damaged"


def test_a_damaged_zip_is_told_alike_when_it_is_met_again(found, tmp_path):
    members = {"a/trip.yaml": trip_bytes(tmp_path, "one"), "b/trip.yaml": trip_bytes(tmp_path, "two")}
    path = zipped(tmp_path / "season.zip", members, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"id: two", b"id: tow"))
    assert [refused(found, path)[0], refused(found, path)[0]] == ["zip.damaged"] * 2
    assert not [one for one in (tmp_path / "scratch").iterdir() if one.suffix != ".part"]


def test_a_zip_that_finds_no_room_is_told(found, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    path = zipped(tmp_path / "season.zip", {"trip.yaml": trip_bytes(tmp_path, "one")})
    monkeypatch.setattr(shutil, "copyfileobj", full)
    assert refused(found, path)[0] == "output.full"


def test_a_zip_is_unpacked_once(tmp_path):
    path = zipped(tmp_path / "season.zip", {"trip.yaml": trip_bytes(tmp_path, "one")})
    first = archives.unpacked(path, tmp_path)
    stamp = (first / "trip.yaml").stat().st_mtime_ns
    assert archives.unpacked(path, tmp_path) == first
    assert (first / "trip.yaml").stat().st_mtime_ns == stamp


def test_settings_of_a_zip_come_from_it_or_from_beside_it(found, tmp_path):
    trip = trip_bytes(tmp_path, "one")
    (beside,) = found(zipped(tmp_path / "plain.zip", {"a/trip.yaml": trip}))
    (inside,) = found(zipped(tmp_path / "own.zip", {"a/trip.yaml": trip, "parskats.toml": b"strict = true"}))
    assert beside.home == tmp_path
    assert inside.home == inside.folder


def test_what_a_system_hides_in_a_zip_is_passed_over(found, tmp_path):
    members = {
        "__MACOSX/a/trip.yaml": b"x",
        ".git/trip.yaml": b"x",
        "a/trip.yaml": trip_bytes(tmp_path, "one"),
    }
    assert ids(found(zipped(tmp_path / "season.zip", members))) == ["one"]
