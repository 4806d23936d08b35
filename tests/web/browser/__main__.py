"""`make test-browser`: the page in a real browser; here what is missing is a failure, nothing is skipped."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.judges import tools
from tests.web.browser.conftest import MUST
from tests.web.browser.judged import PICTURES

HERE = Path(__file__).parent


def main() -> int:
    """Return the exit code of pytest; what is wanted of it may follow on the command line."""
    trouble = tools.install_node()
    if trouble:
        print(f"cannot install: {trouble.strip()[-500:]}", flush=True)
        return 1
    os.environ[MUST] = "1"
    code = pytest.main(["-q", "-n", "2", "--dist", "loadfile", str(HERE), *sys.argv[1:]])
    print(f"pictures of every page: {PICTURES.relative_to(tools.ROOT)}")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
