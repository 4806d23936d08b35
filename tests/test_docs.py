"""Documents that tell of the program stay true."""

import re
from pathlib import Path

import pytest

from generator.document.html import ATTRIBUTES
from generator.errors import ExitCode
from generator.templating.filters import FILTERS
from generator.version import VERSION

ROOT = Path(__file__).parents[1]
TEMPLATES = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_told_with_an_example(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| `\{{\{{.*\| {name}", TEMPLATES, re.MULTILINE)


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_every_element_is_told(name: str) -> None:
    assert f"`<{name}>`" in TEMPLATES


def test_every_attribute_is_told() -> None:
    names = {attribute for attributes in ATTRIBUTES.values() for attribute in attributes.split()}
    assert {name for name in names if f"`{name}`" not in TEMPLATES and f"`{name}=" not in TEMPLATES} == set()


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_in_the_readme(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \|", README, re.MULTILINE)


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{VERSION}]" in CHANGELOG


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=str)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
