"""page-validation, a second and stricter judge of PDF/UA-1 and PDF/A-2a, or 3a with an attachment."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

import page

from tests.judges.judge import Complaint, has_attachment

NAME = "page-validation"
SUFFIXES = (".pdf",)

_PROFILES = {
    "ua1": page.ValidationProfile.PDF_UA_1,
    "2a": page.ValidationProfile.PDF_A_2A,
    "3a": page.ValidationProfile.PDF_A_3A,
}
_SHOWN = 3


def version() -> str:
    """Return the version of the package."""
    return version_of("page-validation")


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what it has against the files, profile by profile."""
    return [
        Complaint(file, f"{name} {says}")
        for file in files
        for name in _flavours(file)
        for says in _faults(file, name)
    ]


def _flavours(file: Path) -> tuple[str, str]:
    """Return the profiles of a file: part 3 of PDF/A when it says so itself."""
    return "ua1", "3a" if has_attachment(file) else "2a"


def _faults(file: Path, name: str) -> list[str]:
    try:
        report = page.validate_pdf(str(file), profile=_PROFILES[name])
    except page.PageError as error:
        return [f"cannot be read: {error}"]
    listed = [" ".join(str(one).split())[:200] for one in report.failures[:_SHOWN]]
    return listed or ([] if report.is_compliant else ["not compliant"])
