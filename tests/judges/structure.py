"""Our own witness: a PDF read by its structure tree, as screen readers do, says the template's words.

None joined, none lost at the end of a line or a page, all in the order of the document.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.judges import tools
from tests.judges.documents import expected_words, parted
from tests.judges.judge import Absent, Complaint, run, unjudged

NAME = "structure words (ours)"
SUFFIXES = (".pdf",)

_WORKER = tools.HERE / "structure_worker.py"


def version() -> str:
    """Return the version of the library that opens the files."""
    asked = run([tools.python(), "-c", "import pikepdf; print(pikepdf.__version__)"])
    if asked.returncode:
        raise Absent(f"pikepdf does not start: {asked.stderr.strip()[-300:]}")
    return f"pikepdf {asked.stdout.strip()}"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return where the words of a structure tree part from those the template made."""
    asked = run([tools.python(), _WORKER], "\n".join(map(str, sorted(files))))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    complaints = []
    for one in answers:
        file = Path(one["file"])
        expected = expected_words(file.parent)[file.stem]
        if says := one["error"] or parted(one["words"], expected):
            complaints.append(Complaint(file, says))
    return complaints + unjudged(files, [Path(one["file"]) for one in answers], asked.stderr)
