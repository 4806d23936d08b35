"""What holds for a trip: the values of all places, the strongest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.errors import BadValue, UsageError
from generator.latvian.style import CHOICES, LatvianStyle
from generator.settings.options import OPTIONS, Settings
from generator.settings.places import (
    BUILT_IN,
    LATVIAN,
    from_command_line,
    from_environment,
    from_file,
)

FILE_NAME = "parskats.toml"


def find_file(folder: Path) -> Path | None:
    """Return the `parskats.toml` of a folder or of the nearest folder above it that has one."""
    above = folder.absolute()
    return next((path / FILE_NAME for path in (above, *above.parents) if (path / FILE_NAME).is_file()), None)


def resolve(typed: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Settings:
    """Return the settings for a trip in `folder`; raises UsageError with every fault found."""
    path = find_file(folder)
    in_file, faults = from_file(_shown(path)) if path else ([], [])
    values: dict[str, Any] = {}
    origins = dict.fromkeys([*OPTIONS, *(f"{LATVIAN}.{name}" for name in CHOICES)], BUILT_IN)
    for given in (*in_file, *from_environment(environ), *from_command_line(typed)):
        try:
            values[given.name] = given.read()
            origins[given.name] = given.origin
        except BadValue as bad:
            faults.append(bad.fault.at(given.place))
    if faults:
        raise UsageError(faults)
    style = {name: values.pop(f"{LATVIAN}.{name}") for name in CHOICES if f"{LATVIAN}.{name}" in values}
    return Settings(**values, latvian=LatvianStyle(**style), file=path, origins=origins)


def _shown(path: Path) -> Path:
    """Return a path as seen from the current folder when it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def early(words: list[str], environ: Mapping[str, str]) -> Settings:
    """Return what can be told before the words are understood: language, JSON, traceback."""
    typed: dict[str, object] = {
        name: True for name in ("json", "verbose") if any(flag in words for flag in OPTIONS[name].flags)
    }
    joined = " ".join(words)
    if found := re.findall(r"(?:^| )--lang[ =](\w+)", joined):
        typed["lang"] = found[-1]
    values = {}
    for given in (*from_environment(environ), *from_command_line(typed)):
        if given.name in ("json", "verbose", "lang"):
            try:
                values[given.name] = given.read()
            except BadValue:
                continue
    return Settings(**values)  # type: ignore[arg-type]
