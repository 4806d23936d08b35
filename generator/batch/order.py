"""What is asked for every trip of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.frozen import dataclass
from generator.settings import Settings, resolve


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for every trip of a batch: able to travel between processes.

    Without `output` the documents come back as bytes. `name` is the pattern of the folders' names;
    with `resume` a trip whose folder holds what it would become is not made again; with `only`
    trips of other ids are left out. `found_by`, the words and the environment of a command line,
    has the settings of each trip looked for beside it, as `parskats render` does. `work` is where
    folders wait for their place, `photos` where reduced photos are kept for other processes and for
    the next batch. With `within` a trip can name no file beyond that folder.
    """

    settings: Settings = Settings()
    output: Path | None = None
    name: str = "{id}"
    resume: bool = False
    only: frozenset[str] = frozenset()
    found_by: tuple[Mapping[str, object], Mapping[str, str]] | None = None
    work: Path | None = None
    photos: Path | None = None
    within: Path | None = None

    def settings_in(self, home: Path) -> Settings:
        """Return the settings that hold for a trip at home in a folder; raises UsageError."""
        if self.found_by is None:
            return self.settings
        return resolve(*self.found_by, home)
