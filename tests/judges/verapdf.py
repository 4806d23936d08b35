"""veraPDF, the reference judge of PDF/A and PDF/UA: flavours 2a, or 3a with an attachment, and ua1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.judges import tools
from tests.judges.judge import Absent, Complaint, run, unjudged

NAME = "veraPDF 2a/3a + ua1"
SUFFIXES = (".pdf",)

_WORKER = tools.HERE / "verapdf_worker.py"
_SHOWN = 3


def version() -> str:
    """Return the version of the library inside the package, and of its Java."""
    asked = run([tools.python(), _WORKER, "--version"])
    if asked.returncode:
        raise Absent(f"veraPDF does not start: {asked.stderr.strip()[-300:]}")
    return asked.stdout.strip()


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what veraPDF has against the files, once for each clause.

    The bridge to Java may crash: files without an answer are asked of once more.
    """
    answers, why = _answers(files)
    if left := [file for file in files if file not in answers]:
        more, why = _answers(left)
        answers |= more
    complaints = [
        Complaint(file, f"{flavour} {says}")
        for file, flavours in answers.items()
        for flavour, faults in flavours.items()
        for says in faults[:_SHOWN]
    ]
    return complaints + unjudged(files, list(answers), why)


def _answers(files: Sequence[Path]) -> tuple[dict[Path, dict[str, list[str]]], str]:
    """Return the faults of each file by flavour, and how the judge ended."""
    asked = run([tools.python(), _WORKER], "\n".join(map(str, files)))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    found = {Path(one["file"]): one["flavours"] for one in answers if len(one["flavours"]) == 2}
    return found, f"exit code {asked.returncode}: {asked.stderr or asked.stdout}"
