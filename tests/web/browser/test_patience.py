"""No test of the browser asks a page once: what it shows comes when the page is ready."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__)
MODULES = sorted(path for path in HERE.parent.glob("test_*.py") if path != HERE)
READINGS = "count|input_value|inner_text|text_content|get_attribute|evaluate|is_visible|is_hidden|is_checked"
AT_ONCE = re.compile(rf"assert .*\.({READINGS})\(")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_test_looks_at_a_page_without_waiting(module: Path) -> None:
    lines = enumerate(module.read_text(encoding="utf-8").splitlines(), start=1)
    assert [number for number, line in lines if AT_ONCE.search(line)] == []
