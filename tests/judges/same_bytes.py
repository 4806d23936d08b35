"""Our own witness: the same bytes from another process, with nothing around it as it was.

The other process has another PYTHONHASHSEED, time zone, locale and working folder, and renders the
trips in the opposite order, so that nothing remembered from one can show in the next.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.version import PROGRAM
from tests.judges import tools
from tests.judges.judge import Complaint, run

NAME = "same bytes (ours)"
SUFFIXES = (".html", ".docx", ".pdf")

_ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "1"}
_WORKER = """
import json, os, sys
from hashlib import sha256
from pathlib import Path
from tests.judges.cases import made

os.chdir(sys.argv[1])
for folder in map(Path, sys.stdin.read().splitlines()):
    files = reversed(made(folder).items())
    print(json.dumps({str(folder / name): sha256(content).hexdigest() for name, content in files}))
"""


def version() -> str:
    """Return the version of the program itself."""
    return PROGRAM


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return the files that another process makes otherwise."""
    folders = sorted({file.parent for file in files}, reverse=True)
    environment = {**os.environ, **_ELSEWHERE, "PYTHONPATH": str(tools.ROOT)}
    with TemporaryDirectory() as elsewhere:
        command = [sys.executable, "-c", _WORKER, elsewhere]
        asked = run(command, "\n".join(map(str, folders)), environment)
    made: dict[str, str] = {}
    for line in asked.stdout.splitlines():
        made |= json.loads(line)
    return [Complaint(file, says) for file in files if (says := _says(file, made, asked.stderr))]


def _says(file: Path, made: dict[str, str], error: str) -> str:
    if str(file) not in made:
        return f"not judged: {error.strip()[-300:]}"
    same = made[str(file)] == sha256(file.read_bytes()).hexdigest()
    return "" if same else "other bytes in another process"
