"""What a judge is: a name, a version, and what it has against files."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LONGEST = 1800
"""Seconds after which a judge that says nothing is given up."""


@dataclass(frozen=True, order=True)
class Complaint:
    """What a judge has against one file."""

    file: Path
    says: str

    @property
    def place(self) -> str:
        """The trip and the file."""
        return f"{self.file.parent.name}/{self.file.name}"

    def __str__(self) -> str:
        return f"{self.place}: {self.says}"


class Absent(Exception):
    """A judge that cannot be asked; the text says what is missing and the command that installs it."""


class Judge(Protocol):
    """One judge: each is a module of this shape."""

    @property
    def NAME(self) -> str:
        """The name that is printed."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """The files it judges: `(".pdf",)`."""

    def version(self) -> str:
        """Return the version; raises Absent when the judge is not there."""

    def judge(self, files: Sequence[Path]) -> list[Complaint]:
        """Return what it has against the files; a file it did not judge is a complaint too."""


def has_attachment(file: Path) -> bool:
    """Return whether a PDF says of itself that it is PDF/A-3, which may carry other files."""
    return b"<pdfaid:part>3</pdfaid:part>" in file.read_bytes()


def run(
    command: Sequence[str | Path], text: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Return a finished command, whatever its exit code; `text` is its standard input."""
    return subprocess.run(
        list(map(str, command)), input=text, capture_output=True, text=True, encoding="utf-8",
        timeout=LONGEST, env=environment,
    )  # fmt: skip


def unjudged(files: Sequence[Path], judged: Sequence[Path], why: str) -> list[Complaint]:
    """Return a complaint for every file a judge was given and said nothing of."""
    missing = set(files) - set(judged)
    return [Complaint(file, f"not judged: {' '.join(why.split())[-300:]}") for file in sorted(missing)]
