"""Single files: written whole or not at all."""

import os
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.manifest import disk, write_file


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_file(path, b"1")
    write_file(path, b"2")
    assert path.read_bytes() == b"2"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_it_is_written_elsewhere_on_the_disk_first_where_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    seen: list[str] = []

    def replace(source: str, target: Path) -> None:
        seen.append(os.path.dirname(source))
        os.rename(source, target)

    monkeypatch.setattr(disk.os, "replace", replace)
    write_file(tmp_path / "a", b"1", work)
    assert seen == [str(work)]


def test_when_it_cannot_be_put_in_place_the_earlier_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(disk.os, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write_file(path, b"2")
    assert caught.value.faults[0].id == "output.denied"
    assert path.read_bytes() == b"1"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_file(tmp_path / "none" / "a", b"1")


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"1")
    (tmp_path / "b").write_bytes(b"1")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
