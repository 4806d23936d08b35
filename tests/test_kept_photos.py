"""Reduced photos kept in a folder: the same bytes, by many processes at once, whole or not used, bounded."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import images
from generator.errors import BadValue
from generator.images import keeping, preparing
from generator.images.keeping import Keep
from tests.test_images import encoded, photo, png_header

ROOT = Path(__file__).parents[1]
PHOTOS = {
    "large jpeg": encoded(photo(1800, 1200)),
    "with transparency": encoded(photo(1500, 900).convert("RGBA"), "PNG"),
    "for a printing press": encoded(photo(1400, 700).convert("CMYK")),
}


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    forget()
    yield
    images.keep_in(None)
    forget()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which photos are kept, which is not there yet."""
    images.keep_in(tmp_path / "kept")
    return tmp_path / "kept"


def forget() -> None:
    """Forget what this process has reduced, as the next one does."""
    preparing._PREPARED.clear()


def not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test fail when a photo is reduced anew."""
    monkeypatch.setattr(preparing, "_encoded", lambda *_: pytest.fail("reduced anew"))


@pytest.mark.parametrize("data", PHOTOS.values(), ids=PHOTOS)
def test_a_photo_that_was_kept_is_the_photo_reduced_anew(folder, monkeypatch, data):
    made = images.prepare(data)
    forget()
    not_again(monkeypatch)
    assert images.prepare(data) == made
    assert len(list(folder.iterdir())) == 1


def test_without_a_folder_nothing_is_kept(tmp_path):
    images.prepare(PHOTOS["large jpeg"])
    assert list(tmp_path.iterdir()) == []


def test_what_is_small_already_is_not_kept(folder):
    images.prepare(encoded(photo(600, 400)))
    assert not folder.exists()


def test_a_photo_that_cannot_be_used_is_not_kept(folder):
    with pytest.raises(BadValue):
        images.prepare(png_header(800, 600))
    assert not folder.exists()


@pytest.mark.parametrize("setting", ["LONGER_SIDE", "_QUALITY", "_SETTINGS_VERSION"])
def test_a_photo_kept_under_other_settings_is_reduced_anew(folder, monkeypatch, setting):
    images.prepare(PHOTOS["large jpeg"])
    forget()
    monkeypatch.setattr(preparing, setting, getattr(preparing, setting) - 1)
    images.keep_in(folder)
    images.prepare(PHOTOS["large jpeg"])
    assert len(list(folder.iterdir())) == 2


def test_a_photo_kept_by_other_libraries_is_reduced_anew(folder, monkeypatch):
    images.prepare(PHOTOS["large jpeg"])
    forget()
    monkeypatch.setattr(keeping, "_libraries", lambda: "others")
    images.prepare(PHOTOS["large jpeg"])
    assert len(list(folder.iterdir())) == 2


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _changed(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def _without_head(data: bytes) -> bytes:
    return data[:32]


@pytest.mark.parametrize("spoil", [_cut, _changed, _without_head, lambda data: b"", lambda data: b"\0" * 99])
def test_a_damaged_photo_is_passed_over_and_replaced(folder, spoil):
    made = images.prepare(PHOTOS["large jpeg"])
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    forget()
    assert images.prepare(PHOTOS["large jpeg"]) == made
    assert path.read_bytes() == whole


@pytest.mark.parametrize("data", PHOTOS.values(), ids=PHOTOS)
def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path, data):
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    images.keep_in(tmp_path / "kept")
    made = images.prepare(data)
    images.keep_in(None)
    forget()
    assert images.prepare(data) == made


def test_a_full_disk_leaves_nothing_half_written(folder, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert images.prepare(PHOTOS["large jpeg"])
    assert list(folder.iterdir()) == []


# -- bounded --------------------------------------------------------------------------------------
def test_what_is_asked_for_stays_and_what_is_not_makes_room(tmp_path):
    picture = images.prepare(PHOTOS["large jpeg"])
    keep = Keep(tmp_path, "", limit=int(len(picture.data) * 2.5))
    for name in (b"one", b"two", b"three"):
        keep.add(name, picture)
    assert [keep.find(name) is not None for name in (b"one", b"two", b"three")] == [True, True, False]
    long_ago = time.time() - keeping.UNUSED - 60
    for path in tmp_path.iterdir():
        os.utime(path, (long_ago, long_ago))
    assert keep.find(b"two")
    Keep(tmp_path, "", keep.limit).add(b"three", picture)
    assert [keep.find(name) is not None for name in (b"one", b"two", b"three")] == [False, True, True]


def test_what_a_killed_process_has_begun_is_removed_when_it_is_old(tmp_path):
    picture = images.prepare(PHOTOS["large jpeg"])
    for name, age in ((".begun-old", 7200), (".begun-new", 60)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    Keep(tmp_path, "").add(b"one", picture)
    assert {path.name for path in tmp_path.glob(".begun-*")} == {".begun-new"}


# -- many processes, and kills --------------------------------------------------------------------
WORKER = """
import sys
from pathlib import Path
from generator import images
from generator.images import preparing

images.keep_in(Path(sys.argv[1]))
begun = True
while begun:
    for path in sorted(Path(sys.argv[2]).iterdir(), key=lambda path: hash((path.name, sys.argv[3]))):
        picture = images.prepare(path.read_bytes())
        print(path.name, picture.width, len(picture.data), flush=True)
        preparing._PREPARED.clear()
    begun = sys.argv[4] == "until killed"
"""


@pytest.mark.skipif(os.name == "nt", reason="kills of POSIX")
def test_processes_that_work_at_once_and_are_killed_leave_only_whole_photos(folder, tmp_path):
    originals = tmp_path / "photos"
    originals.mkdir()
    data = PHOTOS["large jpeg"]
    for number in range(12):
        (originals / f"{number:02}.jpg").write_bytes(data + bytes([number]))
    chance = random.Random(seed := random.randrange(10**6))
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WORKER, str(folder), str(originals)]
    begun = [
        subprocess.Popen([*command, str(number), work], env=env, stdout=subprocess.PIPE, text=True)
        for number, work in enumerate(["until killed"] * 2 + ["once"] * 2)
    ]
    for process in begun[:2]:
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 6)):
            process.stdout.readline()
        time.sleep(chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
    said = [process.communicate(timeout=120)[0] for process in begun]
    made = images.prepare(data)
    assert [process.returncode for process in begun] == [-signal.SIGKILL] * 2 + [0, 0], f"seed {seed}"
    for lines in said[2:]:
        assert {tuple(line.split()[1:]) for line in lines.splitlines()} == {
            (str(made.width), str(len(made.data)))
        }
    kept = [path for path in folder.iterdir() if not path.name.startswith(".begun-")]
    assert len(kept) == 12 + 1, f"seed {seed}"
    assert {keeping._unpacked(path.read_bytes()) for path in kept} == {made}, f"seed {seed}"
