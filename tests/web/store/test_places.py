"""Keys: names of files in the folder, and nothing that leads out of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.web.store import NotThere, Store, version

OUT = [
    "",
    ".",
    "..",
    "/",
    "/etc/passwd",
    "../outside.yaml",
    "a/../../outside.yaml",
    "a/..",
    "a//trip.yaml",
    "a/./trip.yaml",
    "a/",
    "//host/share/trip.yaml",
    "C:/trip.yaml",
    "C:trip.yaml",
    "..\\outside.yaml",
    "a\\..\\..\\outside.yaml",
    "trip.yaml\0.png",
    "a/con/trip.yaml",
    "a/NUL.yaml",
    "a/trip.yaml:stream",
    "a/trip.yaml.",
    "a/trip.yaml ",
    ".parskats/uploads/trip.yaml",
    ".hidden/trip.yaml",
    "a/.trip.yaml",
    "~/trip.yaml\n",
    "\ud800.yaml",
    "a" * 300 + ".yaml",
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    root = tmp_path / "mape"
    (root / "a").mkdir(parents=True)
    for name in ("a/trip.yaml", "a/season.xlsx", "a/photo.jpg", "a/parskats.toml", "a/ceļš uz Rēzekni.yaml"):
        (root / name).write_text("x", encoding="utf-8")
    (tmp_path / "outside.yaml").write_text("secret", encoding="utf-8")
    return Store.of(root)


@pytest.mark.parametrize("key", ["a/trip.yaml", "a/season.xlsx", "a/ceļš uz Rēzekni.yaml"])
def test_a_file_of_a_known_kind_is_found_by_its_key(store: Store, key: str) -> None:
    assert store.key(store.path(key)) == key


@pytest.mark.parametrize("key", [*OUT, "a/photo.jpg", "a/parskats.toml", "a", "a/nav.yaml"])
def test_nothing_else_is_found(store: Store, key: str) -> None:
    with pytest.raises(NotThere):
        store.path(key)


@pytest.mark.parametrize("key", OUT)
def test_no_place_for_a_new_file_leads_out(store: Store, key: str) -> None:
    with pytest.raises(NotThere):
        store.inside(key)


@given(st.text(alphabet="ab./\\:~ \0\n%-ā", max_size=20))
def test_whatever_a_key_is_its_place_lies_in_the_folder(key: str) -> None:
    store = Store(Path("/srv/mape"))
    try:
        place = store.inside(key)
    except NotThere:
        return
    assert os.path.normpath(place) == str(place)
    assert place.is_relative_to(store.root)
    assert place != store.root
    assert store.key(place) == key


def test_a_link_that_leads_out_is_not_followed(store: Store) -> None:
    (store.root / "a" / "link.yaml").symlink_to(store.root.parent / "outside.yaml")
    (store.root / "up").symlink_to(store.root.parent, target_is_directory=True)
    (store.root / "self").symlink_to(store.root, target_is_directory=True)
    (store.root / "round").symlink_to(store.root / "round")
    for key in ("a/link.yaml", "up/outside.yaml", "self", "round/trip.yaml"):
        with pytest.raises(NotThere):
            store.path(key)


def test_a_link_that_stays_in_the_folder_is_followed(store: Store) -> None:
    (store.root / "b").symlink_to(store.root / "a", target_is_directory=True)
    assert store.path("b/trip.yaml").read_text(encoding="utf-8") == "x"


def test_a_path_outside_has_no_key(store: Store) -> None:
    for path in (store.root.parent / "outside.yaml", store.root, store.root / "a" / ".x.yaml"):
        with pytest.raises(NotThere):
            store.key(path)


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_the_folder_of_the_page_is_for_the_person_herself(store: Store) -> None:
    folder = store.private("uploads")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder == store.root / ".parskats" / "uploads"


def test_the_version_of_a_file_is_that_of_its_bytes() -> None:
    assert version(b"") == "e3b0c44298fc1c14"
    assert version(b"a") != version(b"b")


# -- what is told of places -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("{root}/rezekne/trip.yaml:3:1", "rezekne/trip.yaml:3:1"),
        ("Datni „{root}/a b.xlsx” nevar izlasīt.", "Datni „a b.xlsx” nevar izlasīt."),
        ("Mape {root} ir tukša.", "Mape braucieni ir tukša."),
        ("{root}2/trip.yaml", "braucieni2/trip.yaml"),
        ("{above}/parskats.toml", "parskats.toml"),
        ("foto/{root}/a.jpg", "foto/a.jpg"),
        ("12/2012, /home un /", "12/2012, /home un /"),
    ],
)
def test_no_text_tells_where_the_folder_lies(tmp_path: Path, told: str, seen: str) -> None:
    root = tmp_path.resolve() / "braucieni"
    root.mkdir()
    assert Store.of(root).told(told.format(root=root, above=root.parent)) == seen


def test_a_folder_that_is_a_whole_disk_takes_no_slash_away() -> None:
    root = Path(Path.cwd().anchor)
    assert Store.of(root).told("12/2012 un a/b") == "12/2012 un a/b"
