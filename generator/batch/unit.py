"""The unit of work: one trip in; its files in their folder, its bytes, or its faults out.

It is one plain function of what can be pickled, so that any queue of tasks can call it. Whatever
is wrong with a trip stands in its result.
"""

from __future__ import annotations

import os
import posixpath
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator import manifest, tripfiles
from generator.batch.names import folder_name
from generator.batch.order import Order
from generator.batch.result import Result, State, spent_on
from generator.batch.sources import Item
from generator.errors import BadValue, DataError, Fault, OutputError, ParskatsError, Place, Severity, fault
from generator.manifest import Manifest, Origin
from generator.model import Trip
from generator.pipeline import Rendered, checked, inputs, render_trip
from generator.request import Request
from generator.settings import Settings, requested, template_folders
from generator.settings import inputs as settings_inputs
from generator.tripfiles import Examined
from generator.tripfiles.content import Content
from generator.tripfiles.normal import json_data


def make(item: Item, order: Order) -> Result:
    """Return what became of one trip; raises nothing but MemoryError and what ends a process."""
    try:
        return _made(item, order)
    except ParskatsError as error:
        return Result(item.label, faults=error.faults)
    except MemoryError:
        raise
    except Exception as error:
        defect = fault("run.defect", Place(item.label), kind=type(error).__name__, reason=str(error))
        return Result(item.label, faults=(defect,))


def _made(item: Item, order: Order) -> Result:
    """Return what became of a trip; for one that is there already its pictures are not decoded.

    They were when it was made, and the SHA-256 of each says whether they are the same.
    """
    if item.faults:
        return Result(item.label, faults=item.faults)
    if order.resume or order.only:
        found = examined(item, order, decode=False)
        if (known := _kept_or_left_out(item, order, found)) is not None:
            return known
    found = examined(item, order)
    id = str(found.sound.get("id", ""))
    if found.trip is None:
        return Result(item.label, id, faults=found.faults)
    try:
        return _Task.of(item, order, found.trip).made()
    except ParskatsError as error:
        return Result(item.label, id, faults=error.faults)


def _kept_or_left_out(item: Item, order: Order, found: Examined) -> Result | None:
    """Return the result of a trip that is not to be made, because it is there or not asked for."""
    id = str(found.sound.get("id", ""))
    asked = not order.only or id in order.only
    kept = None
    if found.trip is not None and (order.resume or not asked):
        with suppress(ParskatsError):  # what is wrong is told when the trip is made
            kept = _Task.of(item, order, found.trip).kept()
    return kept if asked else kept or Result(item.label, id, state=State.LEFT_OUT)


def examined(item: Item, order: Order, *, decode: bool = True) -> Examined:
    """Return what is found in an item; a trip that was loaded before is sound.

    Without `decode` its pictures are only looked at.
    """
    if isinstance(item.source, Trip):
        return Examined(item.source, (), dict(item.source), item.source.source)
    return tripfiles.examine(
        item.source,
        name=item.name,
        folder=item.folder,
        first_line=item.first_line,
        decode=decode,
        within=order.within,
    )


def asked_of(item: Item, order: Order, trip: Trip) -> tuple[Settings, Request]:
    """Return the settings that hold for a trip, and what they ask of it; raises UsageError."""
    settings = order.settings_in(item.home)
    templates = template_folders(settings, (item.folder, *_project_folder(item, trip)))
    return settings, requested(settings, templates)


@dataclass(frozen=True, slots=True)
class _Task:
    """A trip that was read, with all that decides about its documents and their folder."""

    item: Item
    order: Order
    trip: Trip
    settings: Settings
    request: Request
    name: str

    @classmethod
    def of(cls, item: Item, order: Order, trip: Trip) -> _Task:
        """Return the task of a trip; raises UsageError for its settings, DataError for its name."""
        settings, request = asked_of(item, order, trip)
        try:
            return cls(item, order, trip, settings, request, folder_name(order.name, trip))
        except BadValue as bad:
            raise DataError([bad.fault.at(trip.source.place("id"))]) from bad

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
    def made(self) -> Result:
        """Return the result of the trip made anew: written, staged, or as bytes."""
        rendered = render_trip(self.trip, self.request)
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
        try:
            staged = Path(tempfile.mkdtemp(dir=self.order.work)) / self.name
        except OSError as error:
            raise OutputError([manifest.output_fault(folder, error)]) from error
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
        known = source == file if isinstance(source, Path) else isinstance(source, Content) and file.exists()
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
    file = trip.source.place("project.title").file
    if not file or file == item.name:
        return ()
    inside = posixpath.relpath(file, posixpath.dirname(item.name) or ".")
    return (Path(os.path.normpath(item.folder / inside)).parent,)
