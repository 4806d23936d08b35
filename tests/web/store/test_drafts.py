"""Trip files being written: whole, by one alone, and every change can be taken back."""

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from generator.errors import DataError, OutputError
from generator.manifest import lock
from generator.model import Trip
from generator.model.records import Project
from generator.tripfiles.editing import Add, Put
from generator.web.store import NotThere, Store
from generator.web.store import drafts as module
from generator.web.store.drafts import Changed, Drafts
from generator.web.store.history import KEPT, Stack

TRIP = "a/trip.yaml"


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    (tmp_path / "a").mkdir()
    (tmp_path / TRIP).write_text("id: x  # mans\n", encoding="utf-8")
    return Drafts(Store.of(tmp_path))


def text(drafts: Drafts) -> str:
    return drafts.of(TRIP).content.decode()


def put(drafts: Drafts, value: str) -> str:
    """Put a value upon the present version, and return the new version."""
    return drafts.save(TRIP, drafts.of(TRIP).version, [Put("id", value)]).version


def test_a_change_is_saved_upon_the_version_that_was_seen(drafts: Drafts) -> None:
    draft = drafts.of(TRIP)
    saved = drafts.save(TRIP, draft.version, [Put("id", "y")])
    assert (saved.content, saved.version != draft.version) == (b"id: y  # mans\n", True)
    assert text(drafts) == "id: y  # mans\n"


def test_a_change_upon_another_version_is_refused_and_nothing_is_written(drafts: Drafts) -> None:
    seen = drafts.of(TRIP).version
    put(drafts, "y")
    with pytest.raises(Changed) as caught:
        drafts.save(TRIP, seen, [Put("id", "z")])
    assert caught.value.faults[0].id == "draft.changed"
    assert text(drafts) == "id: y  # mans\n"


def test_a_change_that_cannot_be_made_writes_nothing(drafts: Drafts) -> None:
    with pytest.raises(DataError):
        drafts.save(TRIP, drafts.of(TRIP).version, [Put("id", "y"), Put("goals[3]", "x")])
    assert text(drafts) == "id: x  # mans\n"
    assert not drafts.of(TRIP).undoable


def test_changes_are_taken_back_and_made_again_one_by_one(drafts: Drafts) -> None:
    put(drafts, "y")
    put(drafts, "z")
    assert drafts.undo(TRIP, drafts.of(TRIP).version).content == b"id: y  # mans\n"
    first = drafts.undo(TRIP, drafts.of(TRIP).version)
    assert (first.content, first.undoable, first.redoable) == (b"id: x  # mans\n", False, True)
    drafts.redo(TRIP, first.version)
    last = drafts.redo(TRIP, drafts.of(TRIP).version)
    assert (last.content, last.undoable, last.redoable) == (b"id: z  # mans\n", True, False)


def test_a_change_and_the_change_back_are_two_changes(drafts: Drafts) -> None:
    for value in ("y", "x", "y"):
        put(drafts, value)
    seen = [drafts.undo(TRIP, drafts.of(TRIP).version).content for _ in range(4)]
    assert seen == [b"id: x  # mans\n", b"id: y  # mans\n", b"id: x  # mans\n", b"id: x  # mans\n"]


def test_after_a_new_change_nothing_is_made_again(drafts: Drafts) -> None:
    put(drafts, "y")
    drafts.undo(TRIP, drafts.of(TRIP).version)
    put(drafts, "z")
    assert not drafts.of(TRIP).redoable


def test_nothing_is_undone_upon_what_another_program_has_written(drafts: Drafts) -> None:
    put(drafts, "y")
    (drafts.store.root / TRIP).write_text("id: foreign\n", encoding="utf-8")
    now = drafts.of(TRIP)
    assert not now.undoable
    assert drafts.undo(TRIP, now.version).content == b"id: foreign\n"
    put(drafts, "z")
    assert drafts.undo(TRIP, drafts.of(TRIP).version).content == b"id: foreign\n"
    assert not drafts.of(TRIP).undoable


def test_an_undo_upon_another_version_is_refused(drafts: Drafts) -> None:
    seen = put(drafts, "y")
    put(drafts, "z")
    with pytest.raises(Changed):
        drafts.undo(TRIP, seen)


def test_what_changes_nothing_is_no_change(drafts: Drafts) -> None:
    assert not drafts.save(TRIP, drafts.of(TRIP).version, [Put("id", "x")]).undoable


def test_only_the_last_changes_are_kept(drafts: Drafts) -> None:
    for number in range(KEPT + 5):
        put(drafts, f"n{number}")
    undone = 0
    while drafts.of(TRIP).undoable:
        drafts.undo(TRIP, drafts.of(TRIP).version)
        undone += 1
    assert undone == KEPT


def test_what_went_away_with_a_change_is_told(drafts: Drafts) -> None:
    draft = drafts.save(TRIP, drafts.of(TRIP).version, [Add("sites", {"name": "A"})])
    assert draft.lost == ()


def test_the_page_s_own_folder_may_be_removed_at_any_time(drafts: Drafts) -> None:
    import shutil

    put(drafts, "y")
    shutil.rmtree(drafts.store.root / ".parskats")
    assert not drafts.of(TRIP).undoable
    put(drafts, "z")
    assert text(drafts) == "id: z  # mans\n"


def test_a_project_file_is_a_project(drafts: Drafts) -> None:
    (drafts.store.root / "p.yaml").write_text("title: A\nagreement: {number: 1}\n", encoding="utf-8")
    assert (drafts.of("p.yaml").root, drafts.of(TRIP).root) == (Project, Trip)


def test_what_is_not_there_is_said_to_be_so(drafts: Drafts) -> None:
    with pytest.raises(NotThere):
        drafts.of("b/trip.yaml")
    with pytest.raises(NotThere):
        drafts.save("../trip.yaml", "", [])


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "getuid"), reason="permissions of POSIX")
def test_the_permissions_of_the_file_stay(drafts: Drafts) -> None:
    (drafts.store.root / TRIP).chmod(0o640)
    put(drafts, "y")
    assert (drafts.store.root / TRIP).stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_file_stays_a_link(drafts: Drafts) -> None:
    (drafts.store.root / "link.yaml").symlink_to(drafts.store.root / TRIP)
    drafts.save("link.yaml", drafts.of("link.yaml").version, [Put("id", "y")])
    assert (drafts.store.root / "link.yaml").is_symlink()
    assert text(drafts) == "id: y  # mans\n"


# -- many at once -----------------------------------------------------------------------------------
def count_up(root: str, times: int) -> None:
    """Add an item so many times, each upon what is there."""
    drafts = Drafts(Store.of(Path(root)))
    made = 0
    while made < times:
        try:
            drafts.save(TRIP, drafts.of(TRIP).version, [Add("sites", f"s{os.getpid()}")])
        except Changed:
            continue
        made += 1


def test_processes_and_threads_do_not_overwrite_each_other(drafts: Drafts) -> None:
    root = str(drafts.store.root)
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=count_up, args=(root, 10)) for _ in range(2)]
    others += [threading.Thread(target=count_up, args=(root, 10)) for _ in range(2)]  # type: ignore[list-item]
    for one in others:
        one.start()
    for one in others:
        one.join()
    assert text(drafts).count("  - s") == 40


def save_for_ever(root: str) -> None:
    drafts = Drafts(Store.of(Path(root)))
    for number in range(10_000):
        drafts.save(TRIP, drafts.of(TRIP).version, [Put("id", f"n{number}")])
        if number % 3 == 2:
            drafts.undo(TRIP, drafts.of(TRIP).version)


def test_a_program_killed_at_any_moment_leaves_a_whole_file_that_can_be_changed_and_undone(
    drafts: Drafts,
) -> None:
    context = multiprocessing.get_context("spawn")
    for moment in (0.0, 0.003, 0.007, 0.013):
        process = context.Process(target=save_for_ever, args=(str(drafts.store.root),))
        before = text(drafts)
        process.start()
        while text(drafts) == before:
            time.sleep(0.001)
        time.sleep(moment)
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        now = text(drafts)
        assert now.startswith("id: n")
        assert now.endswith("  # mans\n")
        put(drafts, "after")
        assert drafts.undo(TRIP, drafts.of(TRIP).version).content.decode() == now


def test_a_version_that_another_window_takes_away_meanwhile_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = Stack(tmp_path / "undo")
    stack.push(b"older", upon="a")
    stack.push(b"newer", upon="b")
    seen = sorted(stack.folder.iterdir())
    seen[-1].unlink()
    monkeypatch.setattr(Stack, "_entries", lambda _: seen)
    assert stack.top("a") == b"older"
    assert stack.top("b") is None


def test_a_change_cut_short_before_the_file_was_replaced_is_passed_over(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(drafts, "y")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "write_file", killed)
        with pytest.raises(KeyboardInterrupt):
            put(drafts, "z")
    assert drafts.undo(TRIP, drafts.of(TRIP).version).content == b"id: x  # mans\n"


def test_one_who_never_lets_go_is_told_after_a_while(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    version = put(drafts, "y")
    (path,) = (drafts.store.root / ".parskats" / "versions").glob("*/lock")
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with path.open("w") as file:
        assert lock(file)
        with pytest.raises(OutputError) as caught:
            drafts.save(TRIP, version, [Put("id", "z")])
    assert caught.value.faults[0].id == "draft.busy"
    assert put(drafts, "z")
