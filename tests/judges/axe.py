"""axe-core in headless Chromium: accessibility of the preview, on a wide and on a narrow screen.

A page that asks the network for anything is a complaint too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.judges import tools
from tests.judges.judge import Complaint, run, unjudged

NAME = "axe-core"
SUFFIXES = (".html",)

_WORKER = tools.HERE / "axe.mjs"
_SHOWN = 3


def version() -> str:
    """Return the versions of the package and of the browser."""
    tools.node()
    tools.module("playwright-core")
    described = json.loads((tools.module(NAME) / "package.json").read_text("utf-8"))
    return f"{described['version']}, {run([_browser(), '--version']).stdout.strip()}"


def _browser() -> str:
    return tools.program("chromium", "chromium")


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what it has against the files."""
    asked = run([tools.node(), _WORKER, tools.HOME, _browser()], "\n".join(map(str, files)))
    answers = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    complaints = [Complaint(Path(one["file"]), says) for one in answers for says in one["faults"][:_SHOWN]]
    return complaints + unjudged(files, [Path(one["file"]) for one in answers], asked.stderr)
