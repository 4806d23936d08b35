"""The guard of instructions: bounds with slack, and plain words where nothing can be counted."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.benchmarks import guard

BOUNDS = {"python": "3.11", "millions": {"docx": 100.0, "pdf": 200.0}}


def test_a_work_within_the_slack_passes() -> None:
    assert guard.judged({"docx": 102.9, "pdf": 150.0}, BOUNDS) == []


def test_a_work_beyond_the_slack_is_named() -> None:
    assert guard.judged({"docx": 104.0}, BOUNDS) == [
        "docx takes 104.0 million instructions, +4.0% of its bound"
    ]


def test_what_is_written_is_read_again() -> None:
    found = tomllib.loads(guard.written({"docx": 100.04, "cold-start": 7.0}))
    assert found == {"python": guard.interpreter(), "millions": {"docx": 100.0, "cold-start": 7.0}}


def test_the_bounds_that_are_kept_name_every_work() -> None:
    kept = tomllib.loads(guard.BOUNDS.read_text(encoding="utf-8"))
    assert set(kept["millions"]) == {*guard.COUNTED, guard.COLD}


def test_without_a_counter_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing(name: str, *rest: Any) -> None:
        return None

    monkeypatch.setattr("shutil.which", nothing)
    monkeypatch.setattr("sys.argv", ["guard"])
    assert guard.main() == 0
    assert capsys.readouterr().out.startswith("NOT GUARDED: neither valgrind nor perf")


def test_bounds_of_another_interpreter_are_not_held_against_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tomllib.loads(guard.BOUNDS.read_text(encoding="utf-8"))
    monkeypatch.setattr("sys.argv", ["guard"])
    monkeypatch.setattr(guard, "counts", lambda count: dict.fromkeys(kept["millions"], 1e6))
    monkeypatch.setattr(guard, "counter", lambda: guard.by_valgrind)
    monkeypatch.setattr(guard, "interpreter", lambda: "another")
    assert guard.main() == 0
    assert "NOT GUARDED: the bounds are of" in capsys.readouterr().out


def test_a_slower_program_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tomllib.loads(guard.BOUNDS.read_text(encoding="utf-8"))
    monkeypatch.setattr("sys.argv", ["guard"])
    monkeypatch.setattr(guard, "counts", lambda count: dict.fromkeys(kept["millions"], 1e6))
    monkeypatch.setattr(guard, "counter", lambda: guard.by_valgrind)
    monkeypatch.setattr(guard, "interpreter", lambda: kept["python"])
    assert guard.main() == 1
    assert "SLOWER: docx takes" in capsys.readouterr().out
