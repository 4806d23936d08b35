"""What a batch leaves for people and machines."""

import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from generator.batch.journal import Journal
from generator.batch.result import Result, Spent, State
from generator.batch.summary import write_all
from generator.errors import OutputError, Place, Severity, fault
from generator.messages import translator

ROOT = Path(__file__).parents[2]

FILE = {
    "name": "aktivitates-parskats.pdf",
    "document": "activity-report",
    "format": "pdf",
    "size": 1,
    "sha256": "0" * 64,
    "pages": 3,
}
SPENT = Spent("1", "Ceļš <& tilts>", "LVL", ("2012-08-01", "2012-08-31"), Decimal("1234.50"))
DONE = Result(
    "season/a/trip.yaml",
    "a",
    "a b",
    State.DONE,
    (FILE, {**FILE, "name": "aktivitates-parskats.docx"}),
    (fault("picture.cmyk", Place("season/a/trip.yaml", 3), severity=Severity.WARNING),),
    "1" * 64,
    SPENT,
)
FAILED = Result(
    "season/<b>/trip.yaml",
    "",
    faults=(fault("date.impossible", Place("season/<b>/trip.yaml", 4, 2), value="<script>"),),
)


@pytest.fixture
def written(tmp_path):
    def written(*results: Result, lang: str = "lv", complete: bool = True) -> Path:
        out, work = tmp_path / "out", tmp_path / "work"
        out.mkdir(exist_ok=True), work.mkdir(exist_ok=True)
        with Journal(work / "journal", translator(lang)) as journal:
            for result in results:
                journal.add(result)
            write_all(journal, out, work, lang=lang, complete=complete)
        return out

    return written


class Page(HTMLParser):
    """The elements of a page, in order, with the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict, list[str]]] = []
        self.open: list[int] = []
        self.feed(text)
        assert not self.open, "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        if tag != "meta":
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        assert self.elements[self.open.pop()][0] == tag, f"</{tag}> closes what was opened last"

    def handle_data(self, data):
        for at in self.open:
            self.elements[at][2].append(data)

    def texts(self, tag: str) -> list[str]:
        return ["".join(text).strip() for name, _, text in self.elements if name == tag]


def page(folder: Path) -> Page:
    return Page((folder / "summary.html").read_text(encoding="utf-8"))


def test_the_page_needs_no_other_file_and_runs_no_script(written):
    found = page(written(DONE, FAILED))
    assert not {"script", "link", "img", "iframe", "object"} & {name for name, _, _ in found.elements}
    links = [attributes["href"] for name, attributes, _ in found.elements if name == "a"]
    assert links == ["a%20b/", "a%20b/aktivitates-parskats.pdf", "a%20b/aktivitates-parskats.docx"]


def test_the_page_is_for_all_readers(written):
    found = page(written(DONE, FAILED))
    html = next(attributes for name, attributes, _ in found.elements if name == "html")
    assert (html["lang"], found.texts("title"), found.texts("h1")) == (
        "lv",
        ["Braucienu apstrādes kopsavilkums"],
        ["Braucienu apstrādes kopsavilkums"],
    )
    tables = [name for name, _, _ in found.elements if name == "table"]
    assert len(found.texts("caption")) == len(tables) == 3
    assert all(attributes.get("scope") for name, attributes, _ in found.elements if name == "th")


def test_what_stands_in_the_data_is_only_text_on_the_page(written):
    text = (written(DONE, FAILED) / "summary.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "Ceļš &lt;&amp; tilts&gt;" in text


def test_the_page_tells_faults_with_place_and_mend(written):
    cells = page(written(FAILED)).texts("td")
    assert cells[:3] == [
        "season/<b>/trip.yaml:4:2",
        "Kalendārā nav tādas dienas: „<script>”.",
        "Pārbaudiet dienu un mēnesi.",
    ]


def test_the_page_writes_money_and_days_as_people_do(written):
    cells = [cell.replace("\u00a0", " ") for cell in page(written(DONE)).texts("td")]
    assert "Ls 1 234,50" in cells
    assert "01.08.2012. – 31.08.2012." in cells


def test_the_page_can_be_english(written):
    assert page(written(DONE, lang="en")).texts("h1") == ["Summary of the batch"]


def test_a_season_without_faults_has_nothing_to_mend(written):
    assert "Jālabo" not in page(written(DONE)).texts("caption")


def test_no_summary_tells_a_time(written):
    out = written(DONE, FAILED)
    for path in out.iterdir():
        assert not re.search(r"\d\d:\d\d", path.read_text(encoding="utf-8")), path


SCHEMA = json.loads(
    re.search(
        r"```json schema\n(.*?)```", (ROOT / "docs" / "json.md").read_text(encoding="utf-8"), re.DOTALL
    )[1]
)


@pytest.mark.parametrize("results", [(), (DONE,), (FAILED,), (DONE, FAILED)])
def test_the_data_has_the_shape_that_is_told(written, results):
    stored = json.loads((written(*results) / "summary.json").read_text(encoding="utf-8"))
    jsonschema.validate(stored, SCHEMA)
    assert len(stored["trips"]) == len(results) == stored["counts"]["trips"]


def test_the_data_counts_pages_of_a_document_once(written):
    stored = json.loads((written(DONE) / "summary.json").read_text(encoding="utf-8"))
    assert (stored["counts"]["files"], stored["counts"]["pages"], stored["trips"][0]["pages"]) == (2, 3, 3)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_disk_that_takes_no_more_is_told(tmp_path):
    with Journal(Path("/dev/full"), translator("lv")) as journal:
        journal.add(DONE)
        with pytest.raises(OutputError) as caught:
            write_all(journal, tmp_path, tmp_path, lang="lv", complete=True)
    assert [one.id for one in caught.value.faults] == ["output.full"]


def test_names_that_are_not_utf_8_are_told_all_the_same(written):
    out = written(Result("a\udcff.yaml", faults=(fault("source.no-trips", Place("a\udcff.yaml")),)))
    stored = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert stored["trips"][0]["source"] == "a\udcff.yaml"
    assert "a\\udcff.yaml" in (out / "summary.html").read_text(encoding="utf-8")
