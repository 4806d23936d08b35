"""One tree of errors: exit code, place, hint. Floor 0, imports nothing of ours."""

from generator.errors.catalogue import FAULTS, N_
from generator.errors.tree import (
    BadValue,
    DataError,
    ExitCode,
    Fault,
    Language,
    Message,
    OutputError,
    ParskatsError,
    Place,
    Severity,
    TemplateError,
    UsageError,
    fault,
)

__all__ = [
    "FAULTS",
    "N_",
    "BadValue",
    "DataError",
    "ExitCode",
    "Fault",
    "Language",
    "Message",
    "OutputError",
    "ParskatsError",
    "Place",
    "Severity",
    "TemplateError",
    "UsageError",
    "fault",
]
