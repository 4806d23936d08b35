"""What is said of every invalid trip file, and the twins that hold the sentences.

Each `<case>.yaml` has a twin for every language, `<case>.en.txt` and `<case>.lv.txt`: one line for a
fault, `line:column field [id] what is wrong | how to mend it`. After a sentence was changed run
`python -m tests.invalid.refresh` and read the difference; it never runs in CI.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator import checks
from generator.errors import Fault, Severity
from generator.messages import translator
from generator.tripfiles import examine

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "lv")
CASES = sorted(path.stem for path in HERE.glob("*.yaml"))


def said(case: str, lang: str) -> str:
    """Return a line for every fault of a case: of its structure, then of its sound sections.

    Notes are left out: a case gives only what it needs, and they would tell what else it could give.
    """
    name = f"{case}.yaml"
    found = examine((HERE / name).read_bytes(), name=name, folder=HERE)
    checked = checks.run(found.sound, found.source)
    faults = (*found.faults, *(one for one in checked.faults if one.severity is not Severity.INFORMATION))
    return "".join(f"{_line(one, name, lang)}\n" for one in faults)


def twin(case: str, lang: str) -> Path:
    """Return the file that holds what is expected to be said of a case."""
    return HERE / f"{case}.{lang}.txt"


def _line(one: Fault, name: str, lang: str) -> str:
    translate = translator(lang)
    place = str(one.place).removeprefix(f"{name}:")
    field = f" {one.place.field}" if one.place.field else ""
    id = one.id if one.severity is Severity.ERROR else f"{one.id}, {one.severity}"
    return f"{place}{field} [{id}] {one.message.sentence(translate)} | {one.hint.sentence(translate)}"


def refresh() -> None:
    """Write every twin anew and remove those without a case."""
    for path in HERE.glob("*.txt"):
        path.unlink()
    for case in CASES:
        for lang in LANGUAGES:
            twin(case, lang).write_text(said(case, lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        sys.exit("twins are refreshed and read by people, not by CI")
    refresh()
