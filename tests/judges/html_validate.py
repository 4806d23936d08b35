"""html-validate: the rules of HTML, without a network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.judges import tools
from tests.judges.judge import Complaint, run, unjudged

NAME = "html-validate"
SUFFIXES = (".html",)

_WORKER = tools.HERE / "html_validate.mjs"
_SHOWN = 3


def version() -> str:
    """Return the version of the package."""
    tools.node()
    described = json.loads((tools.module(NAME) / "package.json").read_text("utf-8"))
    return f"{described['version']}, recommended rules and heading-level"


def judge(files: Sequence[Path], shown: int = _SHOWN) -> list[Complaint]:
    """Return what it has against the files, no more than `shown` of each."""
    asked = run([tools.node(), _WORKER, tools.HOME], "\n".join(map(str, files)))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    complaints = [Complaint(Path(one["file"]), says) for one in answers for says in one["faults"][:shown]]
    return complaints + unjudged(files, [Path(one["file"]) for one in answers], asked.stderr)
