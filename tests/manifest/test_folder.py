"""The folder of results: whole files or none, and a manifest that tells the truth."""

import errno
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.latvian import LatvianStyle
from generator.manifest import Origin, write_folder
from generator.portable import is_portable
from generator.request import Request
from generator.version import PROGRAM


@dataclass
class Made:
    content: bytes
    document: str = "activity-report"
    format: str = "pdf"
    pages: int | None = 2


def made(**contents: bytes) -> dict[str, Made]:
    return {f"{name}.pdf": Made(content) for name, content in contents.items()}


def origin(folder: Path) -> Origin:
    home = folder.parents[1]
    request = Request(templates=(home / "looks",), style=LatvianStyle(quotes="«»"), date=None)
    return Origin(home / "trip.yaml", request, {"z.yaml": "1" * 64, "a.jpg": "2" * 64})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def listed(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output" / "trip"


def test_the_files_and_their_manifest_appear_in_a_new_folder(folder):
    returned = write_folder(folder, "trip", made(b=b"two", a=b"one"), origin(folder))
    assert names(folder) == ["a.pdf", "b.pdf", "manifest.json"]
    assert (folder / "a.pdf").read_bytes() == b"one"
    assert returned == listed(folder)


def test_the_manifest_tells_program_trip_files_and_inputs_in_order(folder):
    write_folder(folder, "trip", made(b=b"two", a=b"one"), origin(folder))
    assert listed(folder) == {
        "format": 1,
        "program": PROGRAM,
        "trip": "trip",
        "source": "../../trip.yaml",
        "request": {
            "formats": ["docx", "pdf"],
            "documents": None,
            "templates": ["../../looks"],
            "style": {"quotes": "«»"},
            "attach_data": False,
            "public": False,
            "date": None,
        },
        "files": [
            {
                "name": f"{name}.pdf",
                "document": "activity-report",
                "format": "pdf",
                "size": 3,
                "sha256": hashlib.sha256(content).hexdigest(),
                "pages": 2,
            }
            for name, content in (("a", b"one"), ("b", b"two"))
        ],
        "inputs": [{"name": "a.jpg", "sha256": "2" * 64}, {"name": "z.yaml", "sha256": "1" * 64}],
    }


def test_the_same_files_give_the_same_manifest_ending_in_a_line_end(folder):
    write_folder(folder, "trip", made(a=b"one"))
    first = (folder / "manifest.json").read_bytes()
    write_folder(folder, "trip", made(a=b"one"))
    assert (folder / "manifest.json").read_bytes() == first
    assert first.endswith(b"}\n")


def test_files_no_longer_made_are_removed(folder):
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    write_folder(folder, "trip", made(a=b"one"))
    assert names(folder) == ["a.pdf", "manifest.json"]


def test_files_of_others_are_left_alone(folder):
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    write_folder(folder, "trip", made(a=b"one"))
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_file_that_somebody_has_changed_is_not_removed(folder):
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    (folder / "b.pdf").write_bytes(b"changed by hand")
    write_folder(folder, "trip", made(a=b"one"))
    assert (folder / "b.pdf").read_bytes() == b"changed by hand"


@pytest.mark.parametrize(
    "name", ["../outside.pdf", "/etc/outside.pdf", "..", "sub/outside.pdf", "sub\\outside.pdf"]
)
def test_an_earlier_manifest_cannot_reach_outside_its_folder(folder, name):
    folder.mkdir(parents=True)
    outside = folder.parent / "outside.pdf"
    outside.write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    earlier = {"format": 1, "program": PROGRAM, "trip": "trip", "files": [{"name": name, "sha256": digest}]}
    (folder / "manifest.json").write_text(json.dumps(earlier))
    write_folder(folder, "trip", made(a=b"one"))
    assert outside.exists()


HEAD = f'{{"format": 1, "program": "{PROGRAM}", "trip": "trip"'
STORED = f'{{\n  "format": 1,\n  "program": "{PROGRAM}",\n  "trip": "trip"'


@pytest.mark.parametrize(
    "text",
    ["", "\0" * 900, f"{HEAD}}}", f'{HEAD}, "files": 3}}', f'{HEAD}, "files": [{{}}]}}', STORED, STORED[:30]],
)
def test_an_earlier_manifest_that_is_damaged_removes_nothing(folder, text):
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(text)
    (folder / "b.pdf").write_bytes(b"x")
    write_folder(folder, "trip", made(a=b"one"))
    assert names(folder) == ["a.pdf", "b.pdf", "manifest.json"]
    assert listed(folder)["trip"] == "trip"


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"name": "page", "icons": []}',
        '{"files": [{"name": "b.pdf"}]}',
        '{"format": 1, "program": "other 1", "trip": "trip"}',
        f'{{"format": 1, "program": "{PROGRAM}", "files": [{{"name": "b.pdf"}}]}}',
    ],
    ids=["list", "object", "of a web page", "with files", "of another program", "of a batch"],
)
def test_a_manifest_of_others_is_not_replaced(folder, text):
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(text)
    (folder / "b.pdf").write_bytes(b"x")
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"one"))
    assert [(one.id, one.place.file) for one in caught.value.faults] == [
        ("output.foreign", str(folder / "manifest.json"))
    ]
    assert names(folder) == ["b.pdf", "manifest.json"]
    assert (folder / "manifest.json").read_text() == text


@pytest.mark.parametrize("name", ["a.pdf", "b.pdf", "c.pdf", "manifest.json"])
def test_a_file_that_the_results_are_made_from_is_not_replaced(folder, name):
    write_folder(folder, "trip", made(a=b"one"))
    for mine in {"b.pdf", "c.pdf"} & {name}:
        (folder / mine).write_bytes(b"mine")
    before = {one: (folder / one).read_bytes() for one in names(folder)}
    source = folder / (name if name in ("a.pdf", "manifest.json") else "trip.yaml")
    inputs = {"b.pdf": "1" * 64, "templates/c.pdf": "2" * 64}
    with pytest.raises(OutputError) as caught:
        write_folder(
            folder,
            "trip",
            made(a=b"ONE", b=b"TWO", c=b"THREE"),
            Origin(source, Request(templates=(folder,)), inputs),
        )
    assert [(one.id, Path(one.place.file).name) for one in caught.value.faults] == [("output.input", name)]
    assert {one: (folder / one).read_bytes() for one in names(folder)} == before


class Broken:
    """Lets a number of calls through, then fails as the system would."""

    def __init__(self, call, times, error):
        self.call, self.times, self.error = call, times, error

    def __call__(self, *arguments, **more):
        self.times -= 1
        if self.times == 0:
            raise self.error
        return self.call(*arguments, **more)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_when_a_file_cannot_take_its_place_all_earlier_files_stay(folder, monkeypatch, times):
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    error = PermissionError(errno.EACCES, "held open")
    monkeypatch.setattr(os, "replace", Broken(os.replace, times, error))
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"ONE", b=b"TWO"))
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before
    assert [one.id for one in caught.value.faults] == ["output.denied"]


def test_when_an_old_file_cannot_be_removed_all_earlier_files_stay(folder, monkeypatch):
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    unlink = Broken(Path.unlink, 1, PermissionError(errno.EACCES, "held open"))
    monkeypatch.setattr(Path, "unlink", lambda path: unlink(path))
    with pytest.raises(OutputError):
        write_folder(folder, "trip", made(a=b"ONE"))
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_without_second_names_for_files_the_earlier_ones_are_copied(folder, monkeypatch):
    write_folder(folder, "trip", made(a=b"one"))
    monkeypatch.setattr(os, "link", Broken(os.link, 1, OSError(errno.EPERM, "no links here")))
    monkeypatch.setattr(os, "replace", Broken(os.replace, 2, OSError(errno.EIO, "broken")))
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"ONE"))
    assert (folder / "a.pdf").read_bytes() == b"one"
    assert names(folder) == ["a.pdf", "manifest.json"]
    assert caught.value.faults[0].id == "output.failed"


def test_a_full_disk_leaves_nothing_half_written(folder, monkeypatch):
    write_folder(folder, "trip", made(a=b"one"))
    write = Broken(Path.write_bytes, 2, OSError(errno.ENOSPC, "No space left on device"))
    monkeypatch.setattr(Path, "write_bytes", lambda path, content: write(path, content))
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"ONE", b=b"TWO"))
    assert caught.value.faults[0].id == "output.full"
    assert (names(folder), (folder / "a.pdf").read_bytes()) == (["a.pdf", "manifest.json"], b"one")


def test_an_interruption_leaves_the_earlier_files(folder, monkeypatch):
    write_folder(folder, "trip", made(a=b"one", b=b"two"))
    monkeypatch.setattr(os, "replace", Broken(os.replace, 2, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_folder(folder, "trip", made(a=b"ONE", b=b"TWO"))
    assert (names(folder), (folder / "a.pdf").read_bytes()) == (["a.pdf", "b.pdf", "manifest.json"], b"one")


@pytest.mark.parametrize("step", ["rename", "mkdir"])
def test_an_interruption_leaves_no_new_folder(tmp_path, monkeypatch, step):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "new", "trip", made(report=b"new"))
    assert names(tmp_path) == []


def test_a_new_folder_is_there_with_all_its_files_at_once(tmp_path, monkeypatch):
    seen = []
    move = os.rename

    def watched(source, target):
        seen.append((Path(target).exists(), names(Path(source))))
        move(source, target)

    monkeypatch.setattr(os, "rename", watched)
    write_folder(tmp_path / "far" / "new", "trip", made(a=b"one", b=b"two"))
    assert seen == [(False, ["a.pdf", "b.pdf", "manifest.json"])]
    assert names(tmp_path / "far") == ["new"]


def test_a_folder_that_somebody_makes_meanwhile_takes_the_files(tmp_path, monkeypatch):
    def late(source, target):
        Path(target).mkdir()
        (Path(target) / "own.txt").write_text("x")
        raise OSError(errno.ENOTEMPTY, "Directory not empty")

    monkeypatch.setattr(os, "rename", late)
    write_folder(tmp_path / "new", "trip", made(a=b"one"))
    assert names(tmp_path / "new") == ["a.pdf", "manifest.json", "own.txt"]
    assert names(tmp_path) == ["new"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_new_folder_may_be_read_by_whom_others_of_this_user_may(tmp_path):
    (tmp_path / "usual").mkdir()
    write_folder(tmp_path / "new", "trip", made(a=b"one"))
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_file_in_place_of_the_folder_is_told(folder):
    folder.parent.mkdir()
    folder.write_text("a file")
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"one"))
    (found,) = caught.value.faults
    assert (found.id, found.place.file) == ("output.not-folder", str(folder))


def test_a_file_above_the_folder_is_told(folder):
    folder.parent.write_text("a file")
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"one"))
    assert caught.value.faults[0].id == "output.not-folder"


def test_a_folder_in_place_of_a_file_is_told(folder):
    (folder / "a.pdf").mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        write_folder(folder, "trip", made(a=b"one"))
    (found,) = caught.value.faults
    assert (found.id, found.place.file) == ("output.not-file", str(folder / "a.pdf"))
    assert names(folder) == ["a.pdf"]


@pytest.mark.parametrize(
    "name", ["con", "AUX.pdf", "com1", "a:b", "a/b", "a\\b", "a.", "a ", "", "..", "a\tb", "a" * 256]
)
def test_names_that_some_system_refuses_are_not_portable(name):
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["rezekne-2012", "aktivitates-parskats.docx", "console", "com10", "a b"])
def test_ordinary_names_are_portable(name):
    assert is_portable(name)


def test_a_name_that_is_not_portable_is_refused_before_anything_is_written(folder):
    with pytest.raises(OutputError) as caught:
        write_folder(folder.parent / "con", "con", made(a=b"one"))
    assert [one.id for one in caught.value.faults] == ["output.name"]
    assert not folder.parent.exists()


def test_names_that_differ_only_in_case_are_refused(folder):
    with pytest.raises(OutputError):
        write_folder(folder, "trip", made(a=b"one", A=b"two"))
