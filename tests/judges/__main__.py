"""`python -m tests.judges`: the shipped example and a season of trips before every judge.

The seed is the date of the day, so each day tries other trips; it is printed, and `--seed` tries
one again. Trips that fail are kept under `.judges/failed/` with what is said against them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Sequence

from tests.judges import cases, cluster, tools
from tests.judges.judge import Complaint
from tests.judges.panel import JUDGES, Verdict, hear, say

TRIPS = 64
_SHOWN = 8


def main() -> int:
    """Return 0 when every judge was there and had nothing to say."""
    options = _options()
    started = time.perf_counter()
    print(f"seed {options.seed}, {options.trips} trips and the shipped example", flush=True)
    for trouble in tools.install():
        print(f"cannot install: {trouble.strip()[-500:]}", flush=True)
    refused = cases.prepare(options.seed, options.trips)
    files = cases.files()
    print(f"{len(files)} files in {time.perf_counter() - started:.0f} s", flush=True)
    verdicts = hear(files, say, (*JUDGES, cluster))
    complaints = refused + [one for verdict in verdicts for one in verdict.complaints]
    for name, against in [("rendering", refused), *((one.name, one.complaints) for one in verdicts)]:
        if against:
            print(f"  {name}")
            _tell(against)
    for folder in cases.keep(complaints, options.seed):
        print(f"  kept: {folder.relative_to(tools.ROOT)}")
    print(f"{_conclusion(refused, verdicts)} ({time.perf_counter() - started:.0f} s)")
    return 0 if not refused and all(verdict.passed for verdict in verdicts) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.judges", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(f"{dt.date.today():%Y%m%d}"))
    parser.add_argument("--trips", type=int, default=TRIPS)
    return parser.parse_args()


def _tell(complaints: Sequence[Complaint]) -> None:
    """Print each thing that is said once, with the files it is said of."""
    said: dict[str, list[Complaint]] = {}
    for complaint in complaints:
        said.setdefault(complaint.says, []).append(complaint)
    for says, about in list(said.items())[:_SHOWN]:
        more = f" and {len(about) - 1} more" if len(about) > 1 else ""
        print(f"    {about[0].place}{more}: {says}")
    if len(said) > _SHOWN:
        print(f"    ... and {len(said) - _SHOWN} other things")


def _conclusion(refused: list[Complaint], verdicts: list[Verdict]) -> str:
    failed = [verdict.name for verdict in verdicts if not verdict.passed]
    if refused:
        failed.insert(0, "rendering")
    return f"FAILED: {', '.join(failed)}" if failed else f"all {len(verdicts)} judges pass"


if __name__ == "__main__":
    sys.exit(main())
