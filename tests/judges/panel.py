"""The panel: every judge, asked at the same time, and what is printed of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.judges import (
    axe,
    docx_fields,
    html_validate,
    libreoffice,
    open_xml_sdk,
    openxml_audit,
    page_validation,
    printed,
    qpdf,
    same_bytes,
    same_words,
    signed,
    structure,
    verapdf,
)
from tests.judges.judge import Absent, Complaint, Judge

JUDGES: tuple[Judge, ...] = (
    verapdf, axe, open_xml_sdk, libreoffice, openxml_audit, same_words, same_bytes, structure,
    signed, printed, page_validation, qpdf, html_validate, docx_fields,
)  # fmt: skip
"""The slowest first."""

_AT_ONCE = 3


@dataclass(frozen=True)
class Verdict:
    """What one judge said: how many files it was given, what it has against them, or why it is absent."""

    name: str
    version: str
    files: int
    complaints: tuple[Complaint, ...]
    seconds: float
    absent: str = ""

    @property
    def passed(self) -> bool:
        """Whether the judge was there, had something to judge, and nothing against it."""
        return not self.absent and not self.complaints and self.files > 0

    def __str__(self) -> str:
        said = "ABSENT" if self.absent else "pass" if self.passed else "FAIL"
        named = f"{said:7}{self.name:24}{self.files:5} files {self.seconds:6.1f} s   "
        return named + (self.absent or self.version) + self._counted()

    def _counted(self) -> str:
        return f"   {len(self.complaints)} complaints" if self.complaints else ""


def hear(
    files: Sequence[Path],
    tell: Callable[[Verdict], None] = lambda verdict: None,
    judges: Sequence[Judge] = JUDGES,
) -> list[Verdict]:
    """Return the verdict of every judge on the files; each is told as it comes."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda judge: _heard(judge, files, tell), judges))


def say(verdict: Verdict) -> None:
    """Print one line."""
    print(verdict, flush=True)


def _heard(judge: Judge, files: Sequence[Path], tell: Callable[[Verdict], None]) -> Verdict:
    own = [file for file in files if file.suffix in judge.SUFFIXES]
    started = time.perf_counter()
    try:
        version = judge.version()
        complaints = tuple(judge.judge(own))
        absent = ""
    except Absent as missing:
        version, complaints, absent = "", (), str(missing)
    verdict = Verdict(judge.NAME, version, len(own), complaints, time.perf_counter() - started, absent)
    tell(verdict)
    return verdict
