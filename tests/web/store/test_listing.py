"""What lies in the folder, and how far each trip is."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.settings import Settings
from generator.starting import copy_starter
from generator.web.desk import Desk
from generator.web.store import Store, listing
from generator.web.store.cards import Card, Cards, State
from generator.web.store.listing import Listed, listed

TRIP = "journey:\n"


def files(root: Path, *names: str, text: str = TRIP) -> Store:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Store.of(root)


def found(store: Store) -> Listed:
    return listed(store, store.root / "output")


def test_trips_workbooks_and_project_files_are_told_apart(tmp_path: Path) -> None:
    files(tmp_path, "season.xlsx", "b/trip.yaml", "a/rezekne.yaml", "cita/trip.json")
    files(tmp_path, "projekts.yaml", text="title: x\nagreement: {number: '1'}\n")
    store = files(tmp_path, "docker-compose.yaml", "lasi.txt", text="services:\n")
    assert found(store) == Listed(
        ["a/rezekne.yaml", "b/trip.yaml", "cita/trip.json"], ["season.xlsx"], ["projekts.yaml"]
    )


@pytest.mark.parametrize(
    "name", [".parskats/x/trip.yaml", "output/x/trip.yaml", ".git/trip.yaml", "a/.trip.yaml", "~$season.xlsx"]
)
def test_what_is_hidden_and_what_was_made_is_passed_over(tmp_path: Path, name: str) -> None:
    assert found(files(tmp_path, name)) == Listed()


def test_folders_are_looked_into_so_deep_and_no_deeper(tmp_path: Path) -> None:
    deep = "/".join("abcde"[: listing.MAX_DEPTH])
    store = files(tmp_path, f"{deep}/trip.yaml", f"{deep}/x/trip.yaml")
    assert found(store).trips == [f"{deep}/trip.yaml"]


def test_of_too_much_the_first_is_shown_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MAX_TRIPS", 3)
    store = files(tmp_path, *(f"{number}/trip.yaml" for number in range(5)))
    assert (found(store).trips, found(store).cut) == (["0/trip.yaml", "1/trip.yaml", "2/trip.yaml"], True)
    monkeypatch.setattr(listing, "MAX_FILES", 2)
    assert found(store).cut


def test_links_that_lead_out_are_passed_over(tmp_path: Path) -> None:
    files(tmp_path / "cits", "trip.yaml")
    store = files(tmp_path / "mape", "a/trip.yaml")
    (store.root / "b").symlink_to(tmp_path / "cits", target_is_directory=True)
    (store.root / "c.yaml").symlink_to(tmp_path / "cits" / "trip.yaml")
    assert found(store).trips == ["a/trip.yaml"]


# -- cards ----------------------------------------------------------------------------------------
KEY = "saldus-2024/trip.yaml"


def card(desk: Desk, key: str = KEY) -> Card:
    return desk.cards.of(desk.folder, key, desk.settings(desk.folder.inside(key).parent))


def edited(desk: Desk, old: str, new: str, key: str = KEY) -> None:
    path = desk.folder.path(key)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_card_tells_where_and_when(desk: Desk) -> None:
    assert (card(desk).destination, str(card(desk).start)) == ("Saldus", "2024-06-13")


def test_a_trip_without_errors_is_ready(desk: Desk) -> None:
    assert card(desk).state is State.READY


def test_a_trip_with_errors_is_to_be_corrected_and_its_errors_are_counted(desk: Desk) -> None:
    edited(desk, "start: 13.06.2024.", "start: 31.06.2024.")
    assert card(desk).state is State.FAULTS
    assert card(desk).errors


def test_a_trip_from_the_starter_is_a_draft(desk: Desk, folder: Path) -> None:
    copy_starter(folder / "jauns")
    assert card(desk, "jauns/trip.yaml").state is State.DRAFT


def test_a_trip_of_which_something_is_only_missing_is_a_draft(desk: Desk) -> None:
    edited(desk, "  kind:", "  # kind:")
    assert card(desk).state is State.DRAFT


def test_a_file_that_cannot_be_read_has_a_card_with_its_error(desk: Desk, folder: Path) -> None:
    (folder / "saldus-2024" / "trip.yaml").write_bytes(b"\xff\xfe\0journey: [")
    assert (card(desk).state, card(desk).name) == (State.FAULTS, "saldus-2024")


def test_documents_made_by_the_command_line_count_till_the_trip_changes(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert card(desk).state is State.READY
    monkeypatch.chdir(folder)
    assert main(["render", KEY, "-q", "-f", "html"]) == 0
    assert card(desk).state is State.RENDERED
    edited(desk, "# paraugdati", "# paraugi")
    assert card(desk).state is State.READY


def test_documents_that_are_gone_count_no_more(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    main(["render", KEY, "-q", "-f", "html"])
    shutil.rmtree(folder / "output")
    assert card(desk).state is State.READY


def test_an_id_that_leads_out_is_looked_up_nowhere(desk: Desk, folder: Path) -> None:
    edited(desk, "id: saldus-2024", "id: ../../saldus-2024")
    assert card(desk).state is State.FAULTS


def test_a_card_is_made_once_till_a_file_of_it_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = card(desk)
    assert card(desk) is first
    photo = desk.folder.root / "saldus-2024" / "photos" / "01-saldus.jpg"
    os.utime(photo, (1, 1))
    assert card(desk) is not first


def test_a_photo_that_was_missing_and_is_put_there_makes_the_card_anew(desk: Desk) -> None:
    photo = desk.folder.root / "saldus-2024" / "photos" / "01-saldus.jpg"
    content = photo.read_bytes()
    photo.unlink()
    assert card(desk).state is State.FAULTS
    photo.write_bytes(content)
    assert card(desk).state is State.READY


def test_a_project_above_the_folder_is_not_read(desk: Desk, folder: Path) -> None:
    store = Store.of(folder / "saldus-2024")
    (folder / "secret.yaml").write_text("title: x", encoding="utf-8")
    path = store.root / "trip.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nproject:\n", "\nproject: ../secret.yaml\nx:\n"), "utf-8"
    )
    got = Cards().of(store, "trip.yaml", replace(Settings(), output=store.root / "output"))
    assert got.state is State.FAULTS
