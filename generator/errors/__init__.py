"""One tree of errors: exit code, place, hint. Floor 0, imports nothing of ours."""

from generator.errors.catalogue import CARRIED_IN_CELLS, FAULTS, GIVE_FORMS, IN_CELLS, N_
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
    column_letters,
    fault,
)

__all__ = [
    "FAULTS",
    "CARRIED_IN_CELLS",
    "GIVE_FORMS",
    "IN_CELLS",
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
    "column_letters",
    "fault",
]
