"""Template folders: the first that has a file gives it, the shipped one is last."""

import os
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.templating import template_folders


def test_the_shipped_folder_has_the_documents_in_order() -> None:
    kinds = template_folders().kinds()
    assert [kind.name for kind in kinds if kind.default] == ["activity-report", "funding-annex"]
    assert [kind.name for kind in kinds if not kind.default] == ["participant-list", "publicity-text"]
    assert kinds[0].attaches == ("funding-annex", "participant-list")


def test_a_file_of_an_earlier_folder_wins(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "blocks.html").write_text("own")
    folders = template_folders([tmp_path])
    assert folders.find("shared/blocks.html") == tmp_path / "shared" / "blocks.html"
    assert folders.find("shared/page.html") is not None


def test_a_new_kind_is_a_folder(tmp_path: Path) -> None:
    kind = tmp_path / "thank-you-letter"
    kind.mkdir()
    (kind / "template.html").write_text("")
    (kind / "kind.toml").write_text(
        'file = "pateicibas-vestule"\ntitle = "Pateicības vēstule"\norder = 5\n', "utf-8"
    )
    assert [kind.name for kind in template_folders([tmp_path]).kinds()][-1] == "thank-you-letter"


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="does not exist"):
        template_folders([tmp_path / "nowhere"])


@pytest.mark.parametrize("text", ["file = ", 'title = "A"', 'file = "a"\ntitle = "A"\norder = "x"'])
def test_a_kind_that_cannot_be_read_is_a_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "k").mkdir()
    (tmp_path / "k" / "template.html").write_text("")
    (tmp_path / "k" / "kind.toml").write_text(text)
    with pytest.raises(TemplateError) as caught:
        template_folders([tmp_path]).kinds()
    assert [one.id for one in caught.value.faults] == ["kind.unreadable"]


def test_the_inputs_are_every_template_file_in_use() -> None:
    inputs = template_folders().inputs()
    assert "templates/theme.toml" in inputs
    assert "templates/activity-report/template.html" in inputs
    assert all(len(digest) == 64 for digest in inputs.values())


# -- what else may lie in a folder of templates ---------------------------------------------------
def kind(folder: Path, name: str, **values: str) -> None:
    """Make a kind of document; values are written as TOML."""
    (folder / name).mkdir()
    (folder / name / "template.html").write_text("")
    values = {"file": f'"{name}"', "title": '"A"'} | values
    text = "".join(f"{key} = {value}\n" for key, value in values.items())
    (folder / name / "kind.toml").write_text(text, "utf-8")


def ids_of(folder: Path) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        template_folders([folder]).kinds()
    return [one.id for one in caught.value.faults]


@pytest.mark.parametrize("name", ["theme.toml", "odd.html", "odd/template.html", "odd/kind.toml"])
def test_a_folder_where_a_file_is_meant_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(parents=True)
    folders = template_folders([tmp_path])
    assert folders.inputs() == template_folders().inputs()
    assert folders.kinds() == template_folders().kinds()
    assert folders.theme() is template_folders().theme()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["theme.toml", "odd.html", "odd/template.html"])
def test_a_pipe_or_a_link_to_nowhere_is_never_opened(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    for make in (os.mkfifo, lambda path: path.symlink_to("nowhere")):
        make(path)
        folders = template_folders([tmp_path])
        assert folders.inputs() == template_folders().inputs()
        assert folders.kinds() == template_folders().kinds()
        path.unlink()


@pytest.mark.parametrize("name", ["theme.toml", "own/kind.toml"])
def test_a_file_that_may_not_be_read_is_a_fault_of_the_template(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind(tmp_path, "own")
    (tmp_path / "theme.toml").write_text("")

    def denied(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", denied)
    folders = template_folders([tmp_path])
    with pytest.raises(TemplateError) as caught:
        folders.theme() if name == "theme.toml" else folders.kinds()
    (one,) = caught.value.faults
    assert (one.id, one.place.file) == ("template.unreadable", str(tmp_path / name))


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "../secret.html", "shared/../../secret.html", "C:\\x.html"]
)
def test_nothing_outside_a_folder_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.html").write_text("")
    (tmp_path / "own" / "shared").mkdir(parents=True)
    assert template_folders([tmp_path / "own"]).find(name) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("file", '"../x"'), ("file", '""'), ("file", '"con"'), ("file", '["a"]'), ("file", "5"),
        ("title", "{a = 1}"), ("title", '" "'), ("order", "inf"), ("order", "true"), ("order", '"1"'),
        ("attaches", '"funding-annex"'), ("attaches", '[["a"]]'), ("needs", "5"), ("needs", "[1]"),
        ("attach", '["funding-annex"]'),
    ],
)  # fmt: skip
def test_a_kind_says_what_cannot_be_used(tmp_path: Path, key: str, value: str) -> None:
    kind(tmp_path, "own", **{key: value})
    assert ids_of(tmp_path) == ["kind.unreadable"]


def test_every_kind_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    kind(tmp_path, "first", order="inf")
    kind(tmp_path, "second", file='"con"')
    assert ids_of(tmp_path) == ["kind.unreadable", "kind.unreadable"]


def test_two_kinds_never_take_the_same_files(tmp_path: Path) -> None:
    kind(tmp_path, "own", file='"Aktivitates-parskats"')
    assert ids_of(tmp_path) == ["kind.file-taken"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own")
def test_a_kind_may_be_a_link_and_a_ring_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "own").mkdir()
    kind(tmp_path / "elsewhere", "letter")
    (tmp_path / "own" / "letter").symlink_to(tmp_path / "elsewhere" / "letter")
    (tmp_path / "own" / "letter" / "ring").symlink_to(tmp_path / "own")
    (tmp_path / "own" / "ring").symlink_to(tmp_path / "own")
    folders = template_folders([tmp_path / "own"])
    assert "letter" in [one.name for one in folders.kinds()]
    assert "templates/letter/kind.toml" in folders.inputs()
