"""Every fault that the judges must see can be put into the documents of today."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import load_trip
from generator.model import Trip
from generator.pipeline import render_trip
from generator.request import Request
from tests.judges import faults
from tests.judges.faults import DOCX, HTML, PDF, Fault
from tests.judges.selftest import DOCUMENT
from tests.trips import EXAMPLE, raw_example


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """The documents of the shipped example, to be signed electronically, with its data inside."""
    raw = raw_example()
    raw["report"]["signature"] = "electronic"
    trip: Trip = load_trip(raw, folder=EXAMPLE.parent)
    made = render_trip(trip, Request(formats=("docx", "pdf", "html"), attach_data=True))
    return {name: file.content for name, file in made.files.items()}


@pytest.mark.parametrize("fault", DOCX | HTML, ids=lambda fault: fault.name)
def test_a_fault_can_be_put_into_a_document(fault: Fault, files: Mapping[str, bytes]) -> None:
    good = files[f"{DOCUMENT}{fault.suffix}"]
    assert (DOCX | HTML)[fault](good) != good


def test_every_fault_can_be_put_into_a_pdf(files: Mapping[str, bytes], tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(files[f"{DOCUMENT}.pdf"])
    command = [
        sys.executable,
        str(Path(faults.__file__).with_name("faults_pdf.py")),
        str(good),
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {file.stem for file in tmp_path.glob("pdf-*.pdf")} == {fault.name for fault in PDF}
