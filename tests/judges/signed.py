"""pyHanko signs every file that asks for a signature; the judges of archives then judge what it made."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.judges import page_validation, tools, verapdf
from tests.judges.judge import Absent, Complaint, run, unjudged

NAME = "signed (pyHanko)"
SUFFIXES = (".pdf",)

_WORKER = tools.HERE / "signing_worker.py"
_FOLDER = tools.HOME / "signed"


def version() -> str:
    """Return the version of the library that signs."""
    asked = run([tools.python(), "-c", "from importlib.metadata import version; print(version('pyhanko'))"])
    if asked.returncode:
        raise Absent(f"pyHanko does not start: {asked.stderr.strip()[-300:]}")
    return f"pyHanko {asked.stdout.strip()}"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what is wrong with the signatures, and what the judges of archives have against signed files.

    Files of which none asks for a signature are a complaint too.
    """
    shutil.rmtree(_FOLDER, ignore_errors=True)
    targets = {file: _FOLDER / file.parent.name / file.name for file in files}
    asked = run([tools.python(), _WORKER], "\n".join(f"{one}\t{to}" for one, to in targets.items()))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    complaints = [Complaint(Path(one["file"]), says) for one in answers for says in one["faults"]]
    signed = [targets[Path(one["file"])] for one in answers if one["fields"] and not one["faults"]]
    if files and not signed:
        complaints.append(Complaint(files[0], "no file asks for a signature"))
    for one in (*verapdf.judge(signed), *page_validation.judge(signed)):
        original = next(file for file, target in targets.items() if target == one.file)
        complaints.append(Complaint(original, f"signed: {one.says}"))
    return complaints + unjudged(files, [Path(one["file"]) for one in answers], asked.stderr)
