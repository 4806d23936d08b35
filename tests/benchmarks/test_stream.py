"""The memory of a streamed batch, as the system tells it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import stream

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="read from the files of Linux")


def test_every_trip_is_a_line_of_its_own_words(tmp_path: Path) -> None:
    stream.write(tmp_path / "trips.jsonl", 3)
    lines = (tmp_path / "trips.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == len(set(lines)) == 3


def test_the_peak_of_a_process_is_told_and_that_of_none_is_nothing() -> None:
    assert 5 < stream.peak(os.getpid()) < 10_000
    assert stream.peak(2**22 + 1) == 0


def test_processes_begun_by_a_process_are_found() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert child.pid in stream.children(os.getpid())
    finally:
        child.communicate(b"\n")
