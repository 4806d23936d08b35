"""The memory of a batch does not grow with the number of its trips."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.seasons import raw_trip, write_lines, write_season, write_trip
from tests.trips import EXAMPLE, raw_example

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="memory is measured as POSIX tells it")

SCRIPT = """
import json, resource, sys
from functools import partial
from pathlib import Path
from generator.batch import crews
from generator.batch import run as whole
from generator.batch.order import Order
from generator.settings import Settings
from tests.batch import units
from tests.batch.seasons import Seen

if __name__ == "__main__":
    crews.Workers = partial(crews.Workers, unit=units.weighed)
    seen = Seen()
    order = Order(Settings(format=tuple(sys.argv[2].split(","))))
    whole.run(whole.Plan([Path(sys.argv[1])], order, Path("out"), jobs=2), seen)
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    print(json.dumps([parent, max(int(one.id) for one in seen.results), len(seen.results)]))
"""


@pytest.fixture
def measure(tmp_path):
    def measure(source: Path, formats: str) -> tuple[int, int, int]:
        """Return the megabytes of the parent and of the largest worker, and how many trips there were."""
        script = tmp_path / "measure.py"
        script.write_text(SCRIPT, encoding="utf-8")
        # The system counts what a process was before it began: a shell between is small, pytest is not.
        command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, str(script), str(source), formats]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        parent, worker, trips = json.loads(done.stdout.splitlines()[-1])
        return parent, worker, trips

    return measure


def test_the_parent_is_no_larger_with_many_lines_than_with_few(measure, tmp_path):
    few = write_lines(tmp_path / "few.jsonl", (raw_trip(f"t-{n}") for n in range(10)))
    many = write_lines(tmp_path / "many.jsonl", (raw_trip(f"t-{n}") for n in range(300)))
    small, _, _ = measure(few, "html")
    large, worker, trips = measure(many, "html")
    assert trips == 300
    assert large < 150
    assert worker < 200
    assert large - small < 10


def test_a_season_of_folders_with_photos_stays_small(measure, tmp_path):
    season = write_season(tmp_path / "season", 40)
    photos = {path.name: path.read_bytes() for path in (EXAMPLE.parent / "photos").iterdir()}
    for n in range(12):
        folder = write_trip(season / f"photos-{n}", {**raw_example(), "id": f"photos-{n}"}).parent
        (folder / "photos").mkdir()
        for name, content in photos.items():
            (folder / "photos" / name).write_bytes(content + bytes([n]))  # each its own content
    parent, worker, trips = measure(season, "docx,pdf")
    assert trips == 52
    assert parent < 150
    assert worker < 200
