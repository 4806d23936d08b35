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
    """Return what veraPDF has against the files, once for each clause."""
    asked = run([tools.python(), _WORKER], "\n".join(map(str, files)))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    judged = [Path(one["file"]) for one in answers if len(one["flavours"]) == 2]
    complaints = [
        Complaint(Path(one["file"]), f"{flavour} {says}")
        for one in answers
        for flavour, faults in one["flavours"].items()
        for says in faults[:_SHOWN]
    ]
    why = f"exit code {asked.returncode}: {asked.stderr or asked.stdout}"
    return complaints + unjudged(files, judged, why)
