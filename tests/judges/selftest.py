"""`python -m tests.judges.selftest`: whether each judge sees the faults that it is there to see.

Faults are put into the documents of the shipped example, made to be signed electronically and with its
data inside, one into each copy. Every judge is asked
about every broken file of its formats; the table names all who complained, and the test fails when
one who must did not, or when a judge complains of the good files.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.judges import cases, same_bytes, tools
from tests.judges.faults import DOCX, HTML, PDF, Fault, broken_pdf
from tests.judges.judge import Absent, Complaint
from tests.judges.panel import Verdict, hear, say
from tests.trips import EXAMPLE

FOLDER = tools.HOME / "selftest"
DOCUMENT = "aktivitates-parskats"
FAULTS: tuple[Fault, ...] = (*PDF, *DOCX, *HTML)


def main() -> int:
    """Return 0 when every fault is caught by those who must catch it."""
    started = time.perf_counter()
    for trouble in tools.install():
        print(f"cannot install: {trouble.strip()[-500:]}", flush=True)
    try:
        broken = _prepared()
    except Absent as missing:
        print(f"ABSENT {missing}")
        return 1
    print("The good files of the shipped example:", flush=True)
    good = hear(sorted(FOLDER.glob("good/*.*")), say)
    faults = sum(bool(fault.judges) for fault in FAULTS)
    print(f"{faults} faults and {len(broken) - faults} controls, each in a copy of its own:", flush=True)
    verdicts = hear(broken)
    missed = _table(verdicts, good)
    seconds = time.perf_counter() - started
    print(f"{len(FAULTS) - len(missed)} of {len(FAULTS)} as they should be ({seconds:.0f} s)")
    return 1 if missed or _unjust(good) or any(one.absent for one in verdicts) else 0


# -- broken files -------------------------------------------------------------------------------
def _prepared() -> list[Path]:
    """Write the good files and a copy for every fault; return the broken files."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    good = FOLDER / "good"
    shutil.copytree(EXAMPLE.parent, good)
    trip = good / cases.TRIP
    text = trip.read_text(encoding="utf-8")
    trip.write_text(text.replace("signature: handwritten", "signature: electronic"), encoding="utf-8")
    for says in cases.rendered(good):
        raise Absent(f"the shipped example is refused: {says}")
    contents = broken_pdf(good / f"{DOCUMENT}.pdf", FOLDER)
    for fault, change in (DOCX | HTML).items():
        contents[fault.name] = change((good / f"{DOCUMENT}{fault.suffix}").read_bytes())
    return [_written(fault, contents[fault.name], good) for fault in FAULTS]


def _written(fault: Fault, content: bytes, good: Path) -> Path:
    folder = FOLDER / fault.name
    shutil.copytree(good, folder)
    file = folder / f"{DOCUMENT}{fault.suffix}"
    file.write_bytes(content)
    return file


# -- the table ----------------------------------------------------------------------------------
def _table(verdicts: Sequence[Verdict], good: Sequence[Verdict]) -> list[Fault]:
    """Print who caught what; return the faults that one who must catch them did not."""
    missed = []
    for fault in FAULTS:
        pairs = zip(verdicts, good, strict=True)
        caught = [verdict.name for verdict, before in pairs if _complains(verdict, before, fault)]
        without = [judge.NAME for judge in fault.judges if judge.NAME not in caught]
        others = [name for name in caught if name != same_bytes.NAME or same_bytes in fault.judges]
        unjust = others if not fault.judges else []
        said = f"NOT by {', '.join(without)}; " if without else "WRONGLY by " if unjust else ""
        print(f"{fault.name:32}{said}{', '.join(others) or '-'}")
        missed += [fault] if without or unjust else []
    return missed


def _complains(verdict: Verdict, good: Verdict, fault: Fault) -> bool:
    """Whether a judge says of the broken file what it does not say of the good one."""
    name = f"{DOCUMENT}{fault.suffix}"
    accused = [one.says for one in verdict.complaints if one.file == FOLDER / fault.name / name]
    known = [one.says for one in good.complaints if one.file.name == name]
    return any(says not in known for says in accused)


def _unjust(good: Sequence[Verdict]) -> list[Complaint]:
    """Print and return what is said against the good files."""
    complaints = [complaint for verdict in good for complaint in verdict.complaints]
    for complaint in complaints:
        print(f"  a good file is accused: {complaint}")
    return complaints


if __name__ == "__main__":
    sys.exit(main())
