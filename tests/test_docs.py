"""Documents that tell of the program stay true."""

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest

import generator
from generator.cli.verbs import program
from generator.cli.words import Run
from generator.context import context_of
from generator.document.language import ATTRIBUTES
from generator.document.marks import without_marks
from generator.errors import ExitCode
from generator.latvian.style import CHOICES
from generator.messages import translator
from generator.model import Trip
from generator.settings import OPTIONS, Settings
from generator.templating import Folders, fill
from generator.templating.filters import FILTERS
from generator.tripfiles.workbook import MAX_BYTES
from generator.tripfiles.workbook.survey import MAX_CELLS, MAX_ROWS, MAX_UNPACKED
from generator.version import VERSION
from generator.web.forms.fields import sections
from generator.web.words import WORDS
from tests import excel_page
from tests.trips import example

ROOT = Path(__file__).parents[1]
TEMPLATES = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
SCALE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
EXCEL = (ROOT / "docs" / "excel.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "lietotajam.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_told_with_an_example(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| `\{{\{{.*\\\| {name}", TEMPLATES, re.MULTILINE)


EXAMPLES = re.findall(r"^\|(?: `\w+`)? \| `(\{\{ .* \}\})` \| (.*) \|$", TEMPLATES, re.MULTILINE)


@pytest.mark.parametrize(("source", "gives"), EXAMPLES)
def test_every_example_of_a_filter_gives_what_is_told(source: str, gives: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(source.replace("\\|", "|"), encoding="utf-8")
    filled = fill("a.html", context_of(example()), Folders((tmp_path,)))
    assert without_marks(filled).replace("\u00a0", " ") == gives


def test_no_row_of_the_table_of_filters_is_without_an_example() -> None:
    table = TEMPLATES.partition("## The filters")[2].partition("Cases are")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ") and not line.startswith("| filter")]
    assert len(rows) == len(EXAMPLES)
    assert len(EXAMPLES) >= len(FILTERS)


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_every_element_is_told(name: str) -> None:
    assert f"`<{name}>`" in TEMPLATES


def test_every_attribute_is_told() -> None:
    names = {attribute for attributes in ATTRIBUTES.values() for attribute in attributes.split()}
    assert {name for name in names if f"`{name}`" not in TEMPLATES and f"`{name}=" not in TEMPLATES} == set()


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_in_the_readme(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \|", README, re.MULTILINE)


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_of_latvian_is_told_with_its_values(name: str) -> None:
    known = ", ".join(f"`{one}`" for one in CHOICES[name])
    assert re.search(rf"^\| `{name}` \| {known} \|", SETTINGS, re.MULTILINE)


@pytest.mark.parametrize("name", [name for name, option in OPTIONS.items() if option.in_file])
def test_every_setting_is_told(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|.*`PARSKATS_{name.upper()}`", SETTINGS, re.MULTILINE)


def test_every_sheet_and_column_of_a_workbook_is_told() -> None:
    assert excel_page.START + excel_page.columns() + excel_page.END in EXCEL


def test_the_limits_of_workbooks_are_told() -> None:
    plain = " ".join(EXCEL.split())
    assert f"{MAX_BYTES // 1_000_000} MB (atpakota {MAX_UNPACKED // 1_000_000} MB)" in plain
    assert f"{MAX_ROWS:,} aizpildītu rindu un {MAX_CELLS:,} šūnu".replace(",", " ") in plain


@pytest.mark.parametrize("label", sorted(set(re.findall(r"\*\*(.+?)\*\*", " ".join(GUIDE.split())))))
def test_what_the_guide_says_of_the_page_stands_on_it(label: str) -> None:
    latvian = translator("lv")
    assert label in {latvian(one) for one in (*WORDS.values(), *(part.title for part in sections(Trip)))}


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{VERSION}]" in CHANGELOG


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=str)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_library_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data" / "trips", tmp_path / "data" / "trips")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert len(list(tmp_path.glob("*.docx"))) == 2
    assert len(list(tmp_path.glob("*.pdf"))) == 2


PYTHON = [
    pytest.param(code, id=f"{path.name}-{number}")
    for path in sorted((ROOT / "docs").glob("*.md"))
    for number, code in enumerate(
        re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL), 1
    )
]


@pytest.mark.parametrize("code", PYTHON)
def test_every_program_in_the_documents_is_python(code: str) -> None:
    names = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    assert names, "a program names something"


@pytest.mark.parametrize("code", PYTHON)
def test_the_programs_in_the_documents_import_only_what_the_library_has(code: str) -> None:
    imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    ours = [alias.name for node in imports if node.module == "generator" for alias in node.names]
    assert set(ours) <= set(generator.__all__)


@pytest.mark.parametrize(
    "words", re.findall(r"`(parskats batch [^`]*)`|^    (parskats batch .*)$", README + SCALE, re.MULTILINE)
)
def test_the_batch_commands_in_the_documents_are_commands(words: tuple[str, str]) -> None:
    typed = shlex.split("".join(words).partition("   ")[0])[2:]
    with program.commands["batch"].make_context("batch", typed, obj=Run(typed, {}, Settings())) as context:
        assert context.params["sources"]
