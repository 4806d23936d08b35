"""openxml-audit, a second judge of DOCX, in Python."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

from tests.judges.judge import Complaint

NAME = "openxml-audit"
SUFFIXES = (".docx",)

_SHOWN = 3


def version() -> str:
    """Return the version of the package."""
    return f"{version_of('openxml-audit')}, Microsoft 365"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what it has against the files."""
    validator = OpenXmlValidator(FileFormat.MICROSOFT_365)
    return [Complaint(file, says) for file in files for says in _faults(validator, file)]


def _faults(validator: OpenXmlValidator, file: Path) -> list[str]:
    result = validator.validate(file)
    listed = [" ".join(str(error).split())[:250] for error in result.errors[:_SHOWN]]
    return listed or ([] if result.is_valid else ["not valid"])
