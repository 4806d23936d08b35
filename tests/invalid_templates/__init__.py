"""Templates with faults, and what is said of each in both languages."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from generator import TemplateError, render
from generator.errors import Fault
from generator.messages import translator
from tests.trips import example

HERE = Path(__file__).parent
LANGUAGES = ("en", "lv")
CASES = sorted(path.stem for path in HERE.glob("*.html"))


@cache
def faults_of(case: str) -> tuple[Fault, ...]:
    """Return the faults found when the case stands in the place of the annex's template."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "funding-annex"
        folder.mkdir()
        (folder / "template.html").write_bytes((HERE / f"{case}.html").read_bytes())
        try:
            render(example(), ["html"], templates=[name])
        except TemplateError as error:
            return error.faults
    return ()


def said(case: str, lang: str) -> str:
    """Return a line for every fault: file:line:column [id] what is wrong | how to mend it."""
    translate = translator(lang)
    lines = []
    for one in faults_of(case):
        file = "/".join(Path(one.place.file).parts[-2:])
        what, mend = one.message.sentence(translate), one.hint.sentence(translate)
        lines.append(f"{file}:{one.place.line}:{one.place.column} [{one.id}] {what} | {mend}\n")
    return "".join(lines)


def refresh() -> None:
    """Write every twin anew."""
    for path in HERE.glob("*.txt"):
        path.unlink()
    for case in CASES:
        for lang in LANGUAGES:
            (HERE / f"{case}.{lang}.txt").write_text(said(case, lang), encoding="utf-8")
