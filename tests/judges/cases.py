"""The trips on trial: each in a folder of its own with its data, its photos and its documents."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from generator import load_trip, render
from generator.errors import ParskatsError
from generator.pipeline import document_kinds
from tests.judges import tools
from tests.judges.brim import filled
from tests.judges.judge import Complaint
from tests.judges.seasons import Draft, season
from tests.trips import EXAMPLES

FORMATS = ("docx", "pdf", "html")
TRIP = "trip.yaml"
CASES = tools.HOME / "trips"
FAILED = tools.HOME / "failed"


def prepare(seed: int, count: int) -> list[Complaint]:
    """Write the examples and a season of trips, render them all; return what could not be rendered."""
    shutil.rmtree(CASES, ignore_errors=True)
    examples = [shutil.copytree(path.parent, CASES / path.parent.name) for path in EXAMPLES]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        troubles = list(pool.map(partial(_case, folder=CASES), season(seed, count)))
    refused = [Complaint(folder / TRIP, says) for folder in examples for says in rendered(folder)]
    return refused + [complaint for trouble in troubles for complaint in trouble]


def _case(draft: Draft, folder: Path) -> list[Complaint]:
    at = folder / draft.id
    says = written(draft, at) or rendered(at)
    return [Complaint(at / TRIP, one) for one in says]


def written(draft: Draft, folder: Path) -> list[str]:
    """Write the data and the photos of a trip; return what hinders it."""
    for name, content in draft.pictures.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    folder.mkdir(parents=True, exist_ok=True)
    typed, says = draft.raw, []
    if draft.full:
        try:
            typed = filled(draft.raw, draft.full, folder)
        except (ParskatsError, ValueError) as error:
            says = [f"cannot be filled: {error}"]
    (folder / TRIP).write_text(
        yaml.dump(typed, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return says


class _Plain(yaml.SafeDumper):
    """Writes equal values twice: trip files have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def carries_data(folder: Path) -> bool:
    """Return whether the PDF files of a trip carry its data: those of every second trip, by its name."""
    return folder.name == "good" or _lot(folder) % 2 == 0


def documents_of(folder: Path) -> tuple[str, ...] | None:
    """Return the kinds of document made of a trip: of most of a season the default ones, else all."""
    drafted = folder.name.startswith("trip-")
    return None if drafted and _lot(folder) % 4 != 1 else document_kinds()


def _lot(folder: Path) -> int:
    """Return a number drawn by the name of a trip's folder."""
    return sha256(folder.name.encode()).digest()[0]


def made(folder: Path) -> dict[str, bytes]:
    """Return the documents of the trip in a folder, in every format; raises ParskatsError."""
    trip = load_trip(folder / TRIP)
    return render(trip, FORMATS, documents=documents_of(folder), attach_data=carries_data(folder))


def rendered(folder: Path) -> list[str]:
    """Write every document of the trip in a folder; return why there are none."""
    try:
        for name, content in made(folder).items():
            (folder / name).write_bytes(content)
    except ParskatsError as error:
        return [f"refused: {' '.join(str(error).split())[:400]}"]
    except Exception as error:  # a defect is told, and the other trips go on
        return [f"{type(error).__name__}: {error}"]
    return []


def files(folder: Path = CASES) -> list[Path]:
    """Return all the documents, in order."""
    return sorted(file for format in FORMATS for file in folder.glob(f"*/*.{format}"))


def keep(complaints: Iterable[Complaint], seed: int) -> Sequence[Path]:
    """Keep the folders of the trips that failed, each with what is said against it."""
    shutil.rmtree(FAILED, ignore_errors=True)
    kept: dict[Path, list[str]] = {}
    for complaint in complaints:
        folder = FAILED / f"{seed}-{complaint.file.parent.name}"
        if folder not in kept:
            shutil.copytree(complaint.file.parent, folder)
        kept.setdefault(folder, []).append(str(complaint))
    for folder, says in kept.items():
        (folder / "complaints.txt").write_text("\n".join(says) + "\n", encoding="utf-8")
    return sorted(kept)
