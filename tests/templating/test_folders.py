"""Template folders: the first that has a file gives it, the shipped one is last."""

from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.templating import template_folders


def test_the_shipped_folder_has_both_documents_in_order() -> None:
    kinds = template_folders().kinds()
    assert [kind.name for kind in kinds] == ["activity-report", "funding-annex"]
    assert kinds[0].attaches == ("funding-annex",)


def test_a_file_of_an_earlier_folder_wins(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "blocks.html").write_text("own")
    folders = template_folders([tmp_path])
    assert folders.find("shared/blocks.html") == tmp_path / "shared" / "blocks.html"
    assert folders.find("shared/page.html") is not None


def test_a_new_kind_is_a_folder(tmp_path: Path) -> None:
    kind = tmp_path / "participant-list"
    kind.mkdir()
    (kind / "template.html").write_text("")
    (kind / "kind.toml").write_text(
        'file = "dalibnieku-saraksts"\ntitle = "Dalībnieku saraksts"\norder = 3\n', "utf-8"
    )
    assert [kind.name for kind in template_folders([tmp_path]).kinds()][-1] == "participant-list"


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
