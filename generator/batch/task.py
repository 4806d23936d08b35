"""A trip that was read, and all that decides about its documents and their folder."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from generator import manifest
from generator.batch.names import folder_name
from generator.batch.order import Order
from generator.batch.result import Result, State, spent_on
from generator.batch.sources import Item
from generator.errors import BadValue, DataError, Fault, Severity
from generator.frozen import dataclass
from generator.manifest import Manifest, Origin
from generator.model import Trip
from generator.pipeline import Rendered, checked, inputs
from generator.request import Request
from generator.settings import Settings, requested, template_folders
from generator.settings import inputs as settings_inputs
from generator.tripfiles.content import Content
from generator.tripfiles.normal import json_data


def asked_of(item: Item, order: Order, trip: Trip) -> tuple[Settings, Request]:
    """Return the settings that hold for a trip, and what they ask of it; raises UsageError."""
    settings = order.settings_in(item.home)
    templates = template_folders(settings, (item.folder, *_project_folder(item, trip)))
    return settings, requested(settings, templates)


@dataclass(frozen=True, slots=True)
class Task:
    """A trip that was read, with all that decides about its documents and their folder."""

    item: Item
    order: Order
    trip: Trip
    settings: Settings
    request: Request
    name: str

    @classmethod
    def of(cls, item: Item, order: Order, trip: Trip) -> Task:
        """Return the task of a trip; raises UsageError for its settings, DataError for its name."""
        settings, request = asked_of(item, order, trip)
        try:
            return cls(item, order, trip, settings, request, folder_name(order.name, trip))
        except BadValue as bad:
            raise DataError([bad.fault.at(trip.source.place("id"))]) from bad

    def without_pictures(self) -> Task:
        """Return the task without the bytes of its pictures: what is left to do needs none."""
        source = replace(self.trip.source, pictures={})
        return replace(self, trip=self.trip.sourced(source))

    # -- a folder that is there already ---------------------------------------------------------------
    def kept(self) -> Result | None:
        """Return the result of a folder that holds what the trip would become, or None."""
        folder = self._folder
        if folder is None or not (folder / manifest.FILE_NAME).is_file():
            return None
        warnings = self._weighed(checked(self.trip, self.request))
        origin = self._origin(inputs(self.request.templates))
        try:
            stored = manifest.read_manifest(folder)
            if not manifest.is_current(stored, folder, self.trip.id, origin):
                return None
        except (DataError, OSError):
            return None
        return self._result(stored, folder, warnings, kept=True)

    # -- a folder that is made ------------------------------------------------------------------------
    def finished(self, rendered: Rendered) -> Result:
        """Return the result of the trip made anew: written, staged, or as bytes; raises ParskatsError."""
        warnings = self._weighed(rendered.warnings)
        folder = self._folder
        if folder is None:
            contents = {name: file.content for name, file in rendered.files.items()}
            known = (self.item.label, self.trip.id, self.name, State.DONE)
            return Result(*known, faults=warnings, spent=spent_on(self.trip), contents=contents)
        written = self._written(folder, rendered)
        staged = str(written) if written != folder else ""
        return self._result(manifest.read_manifest(written), written, warnings, staged=staged)

    def _written(self, folder: Path, rendered: Rendered) -> Path:
        """Write the files, or stage them where the order has room for it; return their folder."""
        origin = self._origin(rendered.inputs)
        if self.order.work is None:
            manifest.write_folder(folder, self.trip.id, rendered.files, origin)
            return folder
        staged = manifest.fresh(self.order.work)
        manifest.stage_folder(staged, folder, self.trip.id, rendered.files, origin)
        return staged

    # -- what both need -------------------------------------------------------------------------------
    @property
    def _folder(self) -> Path | None:
        return None if self.order.output is None else self.order.output / self.name

    def _origin(self, shared: Mapping[str, str]) -> Origin:
        """Return what the files are made from; a trip that came from no bytes of its own is an input, too."""
        source = self.item.source
        read = {**self.trip.source.inputs, **shared, **settings_inputs(self.settings.file)}
        if isinstance(source, (Trip, Mapping)):
            read["trip"] = manifest.sha256(json_data(self.trip))
        file = Path(self.item.name)  # what was unpacked for the batch alone has another name
        given = isinstance(source, (bytes, Content)) and file.exists()
        known = source == file if isinstance(source, Path) else given
        return Origin(file if known else None, self.request, read)

    def _weighed(self, warnings: tuple[Fault, ...]) -> tuple[Fault, ...]:
        """Return the warnings; raises DataError with them under `strict`."""
        if self.settings.strict and any(one.severity is Severity.WARNING for one in warnings):
            raise DataError(warnings)
        return warnings

    def _result(self, stored: Manifest, folder: Path, warnings: Iterable[Fault], **more: Any) -> Result:
        return Result(
            self.item.label,
            self.trip.id,
            self.name,
            State.DONE,
            files=tuple(asdict(one) for one in stored.files),
            faults=tuple(warnings),
            manifest=manifest.sha256((folder / manifest.FILE_NAME).read_bytes()),
            spent=spent_on(self.trip),
            **more,
        )


def _project_folder(item: Item, trip: Trip) -> tuple[Path, ...]:
    """Return the folder of the trip's project file, where it has one."""
    file = trip.source.project_file
    if not file:
        return ()
    inside = posixpath.relpath(file, posixpath.dirname(item.name) or ".")
    return (Path(os.path.normpath(item.folder / inside)).parent,)
