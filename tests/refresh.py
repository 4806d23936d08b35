"""`make golden`: rewrite the expected results after a change that was meant. CI refuses it."""

from __future__ import annotations

import os
import sys

from tests.golden import FOLDER, texts


def main() -> None:
    """Rewrite the golden texts, and remove those of trips that are gone."""
    if os.environ.get("CI"):
        sys.exit("Expected results are not refreshed in CI.")
    wanted = texts()
    for left_over in set(FOLDER.glob("*.txt")) - set(wanted):
        left_over.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(wanted)} golden texts written; read them before committing: git diff tests/golden")


if __name__ == "__main__":
    main()
