"""page-validation, a second and stricter judge of PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

import page

from tests.judges.judge import Complaint

NAME = "page-validation"
SUFFIXES = (".pdf",)

_PROFILES = {"ua1": page.ValidationProfile.PDF_UA_1, "2a": page.ValidationProfile.PDF_A_2A}
_SHOWN = 3


def version() -> str:
    """Return the version of the package."""
    return version_of("page-validation")


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what it has against the files, profile by profile."""
    return [
        Complaint(file, f"{name} {says}")
        for file in files
        for name in _PROFILES
        for says in _faults(file, name)
    ]


def _faults(file: Path, name: str) -> list[str]:
    try:
        report = page.validate_pdf(str(file), profile=_PROFILES[name])
    except page.PageError as error:
        return [f"cannot be read: {error}"]
    listed = [" ".join(str(one).split())[:200] for one in report.failures[:_SHOWN]]
    return listed or ([] if report.is_compliant else ["not compliant"])
