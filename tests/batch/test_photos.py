"""A batch keeps the photos it has reduced beside its results, and the next one takes them from there."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch.order import Order
from generator.batch.result import State
from generator.batch.run import PHOTOS
from generator.batch.sources import items
from generator.batch.unit import make
from generator.cli import main
from generator.images import preparing
from generator.settings import Settings
from tests.batch.seasons import raw_trip, tree, write_trip
from tests.test_images import encoded, photo

HTML = Order(Settings(format=("html",)))


@pytest.fixture(autouse=True)
def season(tmp_path, monkeypatch) -> Path:
    """Two trips, each with a large photo of its own, and one that both have."""
    monkeypatch.chdir(tmp_path)
    preparing._PREPARED.clear()
    for number in (1, 2):
        photos = [{"file": f"{name}.jpg", "caption": "A", "alt": "B"} for name in ("own", "both")]
        folder = write_trip(Path("season") / f"t-{number}", raw_trip(f"t-{number}", photos=photos)).parent
        (folder / "own.jpg").write_bytes(encoded(photo(1500, 1000 + number)))
        (folder / "both.jpg").write_bytes(encoded(photo(1600, 900)))
    return Path("season")


def batch(output: str, *words: str) -> dict[str, bytes]:
    """Make the season; return its results without the photos that are kept."""
    assert main(["batch", "season", "-o", output, "-f", "html", "-j", "1", "-q", *words]) == 0
    return {name: data for name, data in tree(Path(output)).items() if not name.startswith(PHOTOS)}


def test_the_results_are_the_same_with_kept_photos_and_without():
    fresh = batch("fresh", "--fresh-photos")
    assert batch("out") == batch("out") == fresh
    assert len(list(Path("out", PHOTOS).iterdir())) == 3
    assert not Path("fresh", PHOTOS).exists()


def test_the_photos_of_an_earlier_batch_are_not_reduced_again(season, monkeypatch):
    batch("out")
    preparing._PREPARED.clear()
    monkeypatch.setattr(preparing, "_encoded", lambda *_: pytest.fail("reduced anew"))
    order = replace(HTML, photos=Path("out", PHOTOS))
    results = [make(item, order) for item in items([season], Path("scratch"))]
    assert [one.state for one in results] == [State.DONE, State.DONE]


def test_a_unit_that_is_not_told_where_keeps_no_photos(season):
    first, second = items([season], Path("scratch"))
    make(first, replace(HTML, photos=Path("kept")))
    assert len(list(Path("kept").iterdir())) == 2
    make(second, HTML)
    assert len(list(Path("kept").iterdir())) == 2


def test_the_zip_holds_no_kept_photos():
    import zipfile

    batch("out", "--zip", "all.zip")
    with zipfile.ZipFile("all.zip") as archive:
        assert not [name for name in archive.namelist() if PHOTOS in name]
