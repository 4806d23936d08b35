"""qpdf: whether the objects and the cross-reference table of a PDF are whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.judges import tools
from tests.judges.judge import Complaint, run

NAME = "qpdf --check"
SUFFIXES = (".pdf",)


def version() -> str:
    """Return the version of the program."""
    asked = run([tools.program("qpdf", "qpdf"), "--version"])
    return asked.stdout.splitlines()[0].removeprefix("qpdf version ")


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return the errors and the warnings of the program."""
    return [Complaint(file, says) for file in files if (says := _says(file))]


def _says(file: Path) -> str:
    checked = run([tools.program("qpdf", "qpdf"), "--check", file])
    if checked.returncode == 0:
        return ""
    return " ".join(checked.stderr.replace(str(file), "").split())[:300] or f"exit code {checked.returncode}"
