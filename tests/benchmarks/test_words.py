"""Every peer makes the same two documents as we do, with the same words in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks import cases, tools
from tests.benchmarks.comparing import expected, misnumbered, parted, said
from tests.benchmarks.turns import Worker
from tests.benchmarks.works import PEERS, WORKS, Peer
from tests.judges.judge import Absent

WRITERS = [peer for peer in PEERS.values() if peer.name != "reduction"]


@pytest.fixture(scope="module", params=["report", "given"])
def trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(tmp_path_factory.mktemp("cases") / "trips" / "0000", 7, WORKS[request.param])


@pytest.mark.parametrize("peer", WRITERS, ids=lambda peer: peer.name)
def test_every_writer_makes_our_two_documents_word_for_word(peer: Peer, trip: Path, tmp_path: Path) -> None:
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
    wanted, files = expected(trip), sorted(tmp_path.iterdir())
    assert {file.stem for file in files} == set(wanted)
    assert len(files) == len(wanted) * len({file.suffix for file in files})
    for file in files:
        assert parted(said(file), wanted[file.stem]) == ""
        assert file.suffix != ".pdf" or misnumbered(file) == []


def test_a_word_that_is_missing_is_found() -> None:
    assert parted("kopāLs5,00", "kopāLs50,00") == "'kopāLs5,00' where ours says 'kopāLs50,00'"


def test_a_page_with_the_number_of_another_file_is_found(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "annex.pdf"))
    for footer in ("", "2. lpp. no 3", "7. lpp. no 8"):
        canvas.drawString(100, 100, footer)
        canvas.showPage()
    canvas.save()
    assert misnumbered(tmp_path / "annex.pdf") == [3]


def test_letters_that_end_too_soon_are_found() -> None:
    assert parted("abc", "abcd") == "3 letters where ours has 4"
