"""Every peer prints the same words as our two documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import cases, tools
from tests.benchmarks.comparing import expected, parted, said
from tests.benchmarks.turns import Worker
from tests.benchmarks.works import PEERS, WORKS, Peer
from tests.judges.judge import Absent

WRITERS = [peer for peer in PEERS.values() if peer.name != "reduction"]


@pytest.fixture(scope="module", params=["report", "given"])
def trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(tmp_path_factory.mktemp("cases") / "trips" / "0000", 7, WORKS[request.param])


@pytest.mark.parametrize("peer", WRITERS, ids=lambda peer: peer.name)
def test_every_writer_prints_the_words_of_our_documents(peer: Peer, trip: Path, tmp_path: Path) -> None:
    try:
        if not peer.ours:
            tools.make_templates()
        worker = Worker(peer)
    except Absent as absent:
        pytest.skip(str(absent))
    try:
        answer = worker.call(trip, tmp_path)
    finally:
        worker.close()
    assert "error" not in answer
    for suffix in sorted({file.suffix for file in tmp_path.iterdir()}):
        files = sorted(tmp_path.glob(f"*{suffix}"))
        assert parted(said(files), expected(trip)) == ""


def test_a_word_that_is_missing_is_found() -> None:
    assert parted("kopāLs5,00", "kopāLs50,00") == "'kopāLs5,00' where ours says 'kopāLs50,00'"


def test_letters_that_end_too_soon_are_found() -> None:
    assert parted("abc", "abcd") == "3 letters where ours has 4"
