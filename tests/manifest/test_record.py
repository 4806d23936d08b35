"""A manifest read back says what was written; a damaged one is refused."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.errors import DataError
from generator.latvian import LatvianStyle
from generator.manifest import FILE_NAME, Listed, Origin, changed_files, read_manifest, sha256, write_folder
from generator.request import Request
from generator.version import PROGRAM
from tests.manifest.test_folder import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "output" / "trip"


def written(folder: Path) -> Origin:
    request = Request(
        ("pdf",),
        ("activity-report",),
        (folder.parent / "looks",),
        LatvianStyle(quotes="«»", group_from=5),
        attach_data=True,
        public=True,
        date=datetime(2012, 9, 5, 10, 30, tzinfo=UTC),
    )
    origin = Origin(folder.parent / "trip.yaml", request, {"trip.yaml": "1" * 64})
    write_folder(folder, "trip", made(a=b"one"), origin)
    return origin


def test_what_is_read_is_what_was_written(folder):
    origin = written(folder)
    read = read_manifest(folder)
    assert (read.program, read.trip) == (PROGRAM, "trip")
    assert read.files == (Listed("a.pdf", "activity-report", "pdf", 3, sha256(b"one"), 2),)
    assert read.origin.inputs == origin.inputs
    assert read.origin.source is not None
    assert read.origin.source.resolve() == origin.source.resolve()
    assert read.origin.request.as_json(folder) == origin.request.as_json(folder)
    assert read.origin.request.style == origin.request.style
    assert read.origin.request.date == origin.request.date


def test_a_tree_that_has_moved_leads_to_its_files_of_today(folder, tmp_path):
    written(folder)
    shutil.move(tmp_path / "output", tmp_path / "moved")
    source = read_manifest(tmp_path / "moved" / "trip").origin.source
    assert source is not None
    assert source.resolve() == (tmp_path / "moved" / "trip.yaml").resolve()


def test_files_changed_and_gone_are_told_apart(folder):
    write_folder(folder, "trip", made(a=b"one", b=b"two", c=b"three"))
    (folder / "a.pdf").write_bytes(b"ONE")
    (folder / "b.pdf").unlink()
    assert changed_files(read_manifest(folder), folder) == {"a.pdf": True, "b.pdf": False}


def test_a_folder_without_a_manifest_is_refused(tmp_path):
    with pytest.raises(DataError) as caught:
        read_manifest(tmp_path)
    assert [one.id for one in caught.value.faults] == ["manifest.missing"]


def test_a_manifest_of_another_format_is_refused(folder):
    written(folder)
    path = folder / FILE_NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 99}))
    with pytest.raises(DataError) as caught:
        read_manifest(folder)
    assert [one.id for one in caught.value.faults] == ["manifest.format"]


@pytest.mark.parametrize(
    "change",
    [
        {"request": None},
        {"request": {}},
        {"files": [{"name": "../a.pdf"}]},
        {"files": 3},
        {"inputs": [[]]},
        {"source": 7},
        {"request": {"style": {"quotes": "?"}}},
    ],
    ids=str,
)
def test_a_damaged_manifest_is_refused(folder, change):
    written(folder)
    path = folder / FILE_NAME
    stored = json.loads(path.read_text())
    for name, value in change.items():
        stored[name] = stored[name] | value if isinstance(value, dict) and value else value
    path.write_text(json.dumps(stored))
    with pytest.raises(DataError) as caught:
        read_manifest(folder)
    assert [one.id for one in caught.value.faults] == ["manifest.unreadable"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\udc80"], ids=repr)
def test_a_file_that_is_no_manifest_is_refused(folder, text):
    folder.mkdir(parents=True)
    (folder / FILE_NAME).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(DataError) as caught:
        read_manifest(folder)
    assert [one.id for one in caught.value.faults] == ["manifest.unreadable"]
