"""Shipped templates keep their code beside them; whatever befalls it, the words stay the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.document import marks
from generator.document.marks import read_place
from generator.latvian.style import DEFAULT, LatvianStyle
from generator.templating import Folders, compiled, fill
from generator.templating.environment import _environment

SOURCE = '<p>{{ 1234 | amount }} {{ "Rēzekne" | in }}</p>'


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands for the one that is shipped."""
    monkeypatch.setattr(compiled, "templates_folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "a.html").write_text(SOURCE, encoding="utf-8")
    yield tmp_path
    _environment.cache_clear()


def anew(folder: Path, style: LatvianStyle = DEFAULT) -> str:
    """The filled template, as a process that has just begun fills it."""
    _environment.cache_clear()
    return fill("a.html", {}, Folders((folder,)), style)


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*"))


def test_code_is_kept_and_says_the_same(shipped: Path) -> None:
    first = anew(shipped)
    (file,) = kept(shipped)
    written = file.stat().st_mtime_ns
    assert anew(shipped) == first
    assert file.stat().st_mtime_ns == written


def test_kept_code_is_not_compiled_again(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew(shipped)
    monkeypatch.setattr("generator.templating.bounds.Sandbox._parse", None)
    assert "Rēzeknē" in anew(shipped)


def test_places_of_kept_code_are_read_in_another_process(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew(shipped)
    monkeypatch.setattr(marks, "_FILES", {})
    read_place.cache_clear()
    mark = anew(shipped).partition("\ufdd0")[2].partition("\ufdd1")[0]
    assert str(read_place(mark)) == "a.html:1:1"


def test_a_template_that_has_changed_is_compiled_again(shipped: Path) -> None:
    anew(shipped)
    (shipped / "a.html").write_text("cits", encoding="utf-8")
    assert anew(shipped) == "cits"


def test_a_style_is_no_part_of_kept_code(shipped: Path) -> None:
    assert "1234,00" in anew(shipped, LatvianStyle(group_from=5))
    assert "1\u00a0234,00" in anew(shipped, LatvianStyle(group_from=4))


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x80", b"parakstits"])
def test_damaged_code_is_compiled_again(shipped: Path, damage: bytes) -> None:
    first = anew(shipped)
    (file,) = kept(shipped)
    for content in (damage, file.read_bytes()[:-20], file.read_bytes()[:9] + damage):
        file.write_bytes(content)
        assert anew(shipped) == first


def test_a_folder_that_takes_no_files_stops_nothing(shipped: Path) -> None:
    (shipped / "__pycache__").write_text("")
    assert "Rēzeknē" in anew(shipped)


def test_nothing_is_kept_when_python_keeps_nothing(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    anew(shipped)
    assert kept(shipped) == []


def test_nothing_is_written_into_folders_of_others(shipped: Path) -> None:
    own = shipped.parent / f"{shipped.name}-own"
    own.mkdir()
    (own / "a.html").write_text(SOURCE, encoding="utf-8")
    assert "Rēzeknē" in anew(own)
    assert kept(own) == []
