"""The cases of a work: a folder for each trip, with its data and photos, and the texts the peers print."""

from __future__ import annotations

import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final
from unittest.mock import patch

from generator import load_trip
from generator.pipeline import laid_out_documents
from tests.benchmarks import fields, photos, sentences, trips
from tests.benchmarks.peers.assets import HOME, ROOT
from tests.benchmarks.peers.case import ANNEX, REPORT, fields_file
from tests.benchmarks.works import Work

CASES: Final = HOME / "cases"
_SIZES: Final = {"small": photos.SMALL, "camera": photos.CAMERA}
_PHOTOS: Final = 2


def prepare(work: Work, calls: int) -> list[Path]:
    """Return the folders of so many trips of a work; those of an earlier run serve again.

    Unless the program or its templates have changed since: then the peers may have other words to print.
    """
    stamp = CASES / "made-by.txt"
    today = _stamp()
    if not stamp.is_file() or stamp.read_text() != today:
        shutil.rmtree(CASES, ignore_errors=True)
        CASES.mkdir(parents=True)
        stamp.write_text(today)
    return [written(CASES / work.name / "trips" / f"{number:04}", number, work) for number in range(calls)]


def _stamp() -> str:
    """Return the SHA-256 of everything that shapes a case."""
    digest = sha256()
    program = [path for name in ("generator", "templates", "data") for path in (ROOT / name).rglob("*")]
    ours = [Path(module.__file__ or "") for module in (fields, photos, sentences, trips)]
    for path in (*sorted(program), *ours, Path(__file__)):
        if path.suffix in (".py", ".html", ".toml", ".ttf"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def written(folder: Path, number: int, work: Work) -> Path:
    """Write a trip, its photos, and its texts as the templates of today say them."""
    if fields_file(folder, ANNEX).is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    raw = trips.raw_trip(number, work.costs, _PHOTOS if work.photos else 0)
    _write_json(folder / "trip.json", raw)
    if work.photos:
        for at in range(_PHOTOS):
            (folder / trips.photo_name(at)).write_bytes(photos.photo(_SIZES[work.photos], at, number))
    with patch("generator.templating.environment.MOST_CHARACTERS", sys.maxsize):
        # peers get their texts even of a trip that parskats itself would refuse as too large
        made = laid_out_documents(load_trip(raw, folder=folder))
    _write_json(fields_file(folder, REPORT), fields.of_report(made["activity-report"]))
    _write_json(fields_file(folder, ANNEX), fields.of_annex(made["funding-annex"]))
    return folder


def _write_json(file: Path, data: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
