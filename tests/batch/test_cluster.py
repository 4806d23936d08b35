"""`--scheduler`: what is told when there is no cluster to be used. What it does is judged on a real one."""

import sys
from concurrent.futures import CancelledError, Future
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from generator import render_all
from generator.batch.cluster import cluster
from generator.batch.order import Order
from generator.batch.sources import items
from generator.cli import main
from generator.errors import UsageError
from generator.settings import Settings
from generator.version import PROGRAM
from tests.batch.seasons import raw_trip, tree, write_season

ADDRESS = "tcp://127.0.0.1:8786"


class KilledWorker(Exception):
    """What Dask raises for a task that has ended too many workers."""


class Client:
    """A client of a scheduler whose workers answer as they are told to."""

    versions: dict[str, object] = {}
    ends: Exception | None = None

    def __init__(self, address: str, **_: object) -> None:
        if isinstance(self.ends, OSError):
            raise self.ends

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get_executor(self, **_: object):
        return self

    def submit(self, function, *args, **_: object) -> Future:
        future: Future = Future()
        if self.ends is not None:
            future.set_exception(self.ends)
        else:
            future.set_result(function(*args))
        return future

    def run(self, function, **_: object) -> dict[str, object]:
        return self.versions or {ADDRESS: function()}

    def nthreads(self) -> dict[str, int]:
        if isinstance(self.ends, CancelledError):
            raise OSError("gone")
        return {"a": 2, "b": 1}


@pytest.fixture
def client(monkeypatch, tmp_path) -> type[Client]:
    """Dask as the program imports it, with a client that can be told what becomes of it."""
    monkeypatch.chdir(tmp_path)
    distributed = ModuleType("distributed")
    known = type("Client", (Client,), {})
    distributed.__dict__.update(Client=known, KilledWorker=KilledWorker)
    monkeypatch.setitem(sys.modules, "distributed", distributed)
    return known


def refused(address: str = ADDRESS) -> list[tuple[str, str]]:
    """Return the ids and places of the faults of a cluster that cannot be used."""
    with pytest.raises(UsageError) as error, cluster(address, Order()):
        pass
    return [(one.id, one.place.file) for one in error.value.faults]


def test_without_dask_the_fault_says_what_to_install(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    season = write_season(Path("season"), 1)
    code = main(["batch", str(season), "--scheduler", ADDRESS, "--lang", "en"])
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("--scheduler: error: A Dask cluster needs the library distributed")
    assert 'pip install "parskats[dask]"' in said
    assert not list(Path("output").iterdir())


@pytest.mark.parametrize("typed", ["127.0.0.1:8786", "http://127.0.0.1:8787", "tcp://host", "tcp://a b:1"])
def test_what_is_no_address_is_refused(typed, tmp_path, capsys):
    code = main(["batch", str(write_season(tmp_path / "season", 1)), "--scheduler", typed, "--lang", "en"])
    assert (code, capsys.readouterr().err.splitlines()[0]) == (
        2,
        f"--scheduler: error: “{typed}” is not the address of a scheduler.",
    )
    with pytest.raises(UsageError, match="address"):
        list(render_all([raw_trip("a")], scheduler=typed))


def test_a_scheduler_that_does_not_answer_is_told_with_its_address(client):
    client.ends = OSError("Timed out")
    assert refused() == [("cluster.unreachable", ADDRESS)]


def test_a_scheduler_without_workers_is_told_after_a_while(client, monkeypatch):
    client.submit = lambda *_, **__: SimpleNamespace(result=lambda timeout: Future().result(0))
    assert refused() == [("cluster.empty", ADDRESS)]


def test_workers_with_another_version_or_none_are_named(client):
    missing = ModuleNotFoundError("No module named 'generator'")
    client.versions = {"tcp://b:1": missing, "tcp://a:1": "parskats 0.0.1", "tcp://c:1": PROGRAM}
    assert refused() == [("cluster.version", "tcp://a:1"), ("cluster.without", "tcp://b:1")]


def test_as_many_trips_are_on_the_way_as_the_workers_have_threads(client):
    with cluster(ADDRESS, Order()) as crew:
        assert crew.size == 3


def one_trip(client: type[Client], ends: Exception | None):
    """Return what becomes of a trip that is sent to a cluster which ends it so."""
    job = next(items([write_season(Path("season"), 1)], Path("scratch")))
    with cluster(ADDRESS, Order(Settings(format=("html",)))) as crew:
        client.ends = ends
        return crew.end(job, crew.begin(job), 1)


def test_a_trip_comes_back_from_the_cluster(client):
    assert list(one_trip(client, None).contents) == ["aktivitates-parskats.html"]


def test_a_trip_that_ends_every_worker_fails_alone(client):
    assert [one.id for one in one_trip(client, KilledWorker("x")).faults] == ["cluster.died"]


def test_any_other_failure_of_the_cluster_is_told_of_the_trip(client):
    assert [one.id for one in one_trip(client, MemoryError()).faults] == ["run.defect"]


def test_a_scheduler_that_is_gone_ends_the_batch(client):
    with pytest.raises(UsageError, match="go on with --resume"):
        one_trip(client, CancelledError())


def test_it_is_noticed_also_when_nothing_is_on_the_way(client):
    with cluster(ADDRESS, Order()) as crew:
        client.ends = CancelledError()
        with pytest.raises(UsageError, match="go on with --resume"):
            assert crew.size


def test_a_cluster_that_cannot_be_used_leaves_earlier_results_as_they_are(client):
    season = write_season(Path("season"), 1)
    assert main(["batch", str(season), "-f", "html", "-q"]) == 0
    before = tree(Path("output"))
    client.ends = OSError("Timed out")
    assert main(["batch", str(season), "-f", "html", "-q", "--scheduler", ADDRESS]) == 2
    assert tree(Path("output")) == before


def test_the_library_takes_a_scheduler_too(client):
    (result,) = render_all([raw_trip("a")], scheduler=ADDRESS, format=["html"])
    assert list(result.contents) == ["aktivitates-parskats.html"]
