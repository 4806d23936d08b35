"""Machines that are not as expected: closed and full streams, strange names, a hand on Ctrl-C."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]
POSIX = pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")


@pytest.fixture
def trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The trip file of a new trip; its folder is the current one."""
    for name in [name for name in os.environ if name.startswith("PARSKATS_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    assert main(["init", ".", "-q"]) == 0
    return Path("trip.yaml")


def shell(words: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, which closes and redirects streams."""
    command = f'"$PYTHON" -m generator {words}'
    env = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    return subprocess.run(["sh", "-c", command], env=env, capture_output=True, text=True, check=False)


# -- streams --------------------------------------------------------------------------------------
@POSIX
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("render trip.yaml >&-", 0),
        ("render trip.yaml --json >&-", 0),
        ("render trip.yaml >&- 2>&-", 0),
        ("check missing.yaml 2>&-", 3),
        ("schema >&-", 0),
        ("--version >&-", 0),
        ("--help >&-", 0),
        ("2>&-", 2),
    ],
)
def test_a_closed_stream_changes_no_exit_code_and_is_no_defect(trip: Path, words: str, code: int) -> None:
    done = shell(words)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


@POSIX
def test_a_closed_standard_input_is_an_empty_trip(trip: Path) -> None:
    done = shell("render - --lang en <&-")
    assert (done.returncode, done.stderr.splitlines()[0]) == (3, "-:1:1: error: The file is empty.")


def test_a_standard_input_that_cannot_be_read_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken(BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sys, "stdin", TextIOWrapper(Broken()))
    assert main(["check", "-", "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("-: error: The file “-” cannot be read: Input/output error.")


@POSIX
@FULL
@pytest.mark.parametrize("words", ["render trip.yaml", "--help", "--version", "schema", "render --help"])
def test_a_full_standard_output_is_an_output_that_cannot_be_written(trip: Path, words: str) -> None:
    done = shell(f"{words} >/dev/full")
    assert done.returncode == 5
    assert done.stderr.startswith("<stdout>: ")


@POSIX
@FULL
def test_a_full_standard_error_changes_no_exit_code(trip: Path) -> None:
    assert shell("check missing.yaml 2>/dev/full").returncode == 3


def test_help_under_json_is_one_object(trip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--help", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True


# -- names ----------------------------------------------------------------------------------------
@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_not_utf_8_is_no_defect(trip: Path) -> None:
    odd = Path(os.fsdecode(b"\xff.yaml"))
    trip.rename(odd)
    assert main(["render", str(odd), "-q", "-f", "html"]) == 0
    manifest = next(Path("output").glob("*/manifest.json")).read_text(encoding="utf-8")
    assert "\udcff.yaml" in [one["name"] for one in json.loads(manifest)["inputs"]]


def test_braces_in_the_name_of_a_folder_are_only_letters(
    trip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("{x}").mkdir()
    shutil.copy(trip, "{x}")
    Path("{x}/parskats.toml").write_text('format = "html"\n', encoding="utf-8")
    assert main(["info", "{x}/trip.yaml"]) == 0
    assert "{x}/parskats.toml:1:1" in capsys.readouterr().out.replace("\\", "/")


# -- a hand on Ctrl-C -----------------------------------------------------------------------------
@POSIX
def test_an_interrupt_before_the_program_is_loaded_leaves_no_traceback(trip: Path) -> None:
    code = (
        "import builtins, os, runpy, signal, sys\n"
        "load = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "runpy.run_path(os.environ['MAIN'], run_name='__main__')\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "MAIN": str(ROOT / "generator" / "__main__.py")}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


def test_an_interrupt_while_files_are_put_in_place_leaves_the_earlier_ones(
    trip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["render", str(trip), "-q"]) == 0
    (folder,) = Path("output").iterdir()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        earlier = Path(source).parent.name.endswith(".earlier")
        if Path(target).name == "finansejuma-pielikums.docx" and not earlier:
            signal.raise_signal(signal.SIGINT)
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    text = trip.read_text(encoding="utf-8").replace("kind: pieredzes", "kind: jauns pieredzes")
    trip.write_text(text, encoding="utf-8")
    assert main(["render", str(trip), "-q"]) == 130
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# -- nothing to make ------------------------------------------------------------------------------
@pytest.mark.parametrize("words", [["-f", ","], ["--document", ","]])
def test_a_list_without_names_is_refused_and_removes_nothing(trip: Path, words: list[str]) -> None:
    assert main(["render", str(trip), "-q"]) == 0
    (folder,) = Path("output").iterdir()
    before = sorted(folder.iterdir())
    assert main(["render", str(trip), *words]) == 2
    assert sorted(folder.iterdir()) == before
