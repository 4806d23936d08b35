"""What a font file says is kept beside it; whatever befalls it, the same is read."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.layout import font_files
from generator.layout.font_files import read_font
from generator.resources import fonts_folder


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A font file in a folder of its own."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Path(shutil.copy(fonts_folder() / "Tinos-Regular.ttf", tmp_path))


def kept(font: Path) -> list[Path]:
    return sorted((font.parent / "__pycache__").glob("*"))


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_files, "_read", None)


def test_what_was_kept_is_what_reportlab_reads(font: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_font(font)
    forbid_reading(monkeypatch)
    assert read_font(font) == first
    assert [path.name for path in kept(font)] == [f"Tinos-Regular.{sys.implementation.cache_tag}.pyc"]


def test_a_font_that_has_changed_is_read_again(font: Path) -> None:
    read_font(font)
    shutil.copy(fonts_folder() / "Arimo-Regular.ttf", font)
    assert read_font(font).name == "Arimo-Regular"


@pytest.mark.parametrize("damage", [b"", b"\x80", b"parakstits"])
def test_what_is_damaged_is_read_again(font: Path, damage: bytes) -> None:
    first = read_font(font)
    (file,) = kept(font)
    whole = file.read_bytes()
    for content in (damage, whole[:-20], whole[:-20] + damage, damage + whole, whole.replace(b"T", b"t")):
        file.write_bytes(content)
        assert read_font(font) == first


def test_one_wrong_byte_is_seen(font: Path) -> None:
    first = read_font(font)
    (file,) = kept(font)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert read_font(font) == first


def test_a_folder_that_takes_no_files_stops_nothing(font: Path) -> None:
    (font.parent / "__pycache__").write_text("")
    assert read_font(font).name == "Tinos-Regular"


def test_nothing_is_kept_when_python_keeps_nothing(font: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    read_font(font)
    assert kept(font) == []


def test_nothing_is_kept_of_what_a_reader_without_a_date_says(
    font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "_readers", lambda: ("nowhere.py",))
    assert read_font(font).name == "Tinos-Regular"
    assert kept(font) == []


def test_a_table_is_what_the_file_holds_in_its_place(font: Path) -> None:
    assert read_font(font).table("head")[12:16] == b"\x5f\x0f\x3c\xf5"
