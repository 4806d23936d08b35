"""`make golden`: rewrite the expected results after a change that was meant. CI refuses it."""

from __future__ import annotations

import os
import sys

from tests import (
    excel_page,
    golden,
    invalid_templates,
    invalid_workbooks,
    refresh_messages,
    season,
    sentences,
)
from tests.checks import page as checks_page
from tests.invalid import refresh as invalid


def main() -> None:
    """Rewrite catalogues, golden texts, sentences, twins and tables; a person then reads the difference."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        sys.exit("Expected results are refreshed and read by people, not by CI.")
    for sentence in refresh_messages.refresh():
        print(f"Not translated: {sentence}")
    golden.refresh()
    checks_page.refresh()
    sentences.refresh()
    invalid.refresh()
    invalid_templates.refresh()
    invalid_workbooks.refresh()
    excel_page.refresh()
    season.refresh()
    print("Expected results written; read them before committing: git diff tests docs data generator/locale")


if __name__ == "__main__":
    main()
