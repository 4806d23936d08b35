"""`verify`: an edited document, a swapped photo, another template: each is told, nothing else is."""

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import DataError, Fault, Severity, UsageError
from generator.verification import verify_folder
from tests.trips import EXAMPLE


@pytest.fixture
def trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example with its results beside it, both of them free to be changed."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE.parent, tmp_path / "trip")
    file = tmp_path / "trip" / "trip.yaml"
    assert main(["render", str(file), "-o", "out", "-q", "-f", "docx,pdf,html"]) == 0
    return file


RESULTS = Path("out/rezekne-2012")


def ids(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    """The faults by their ids, with the name of the file or input each is about."""
    return [(one.id, str(one.values.get("name") or Path(one.place.file).name)) for one in faults]


def test_results_left_alone_are_the_same(trip):
    assert verify_folder(RESULTS) == ()


def test_an_edited_document_is_told(trip):
    path = RESULTS / "aktivitates-parskats.docx"
    path.write_bytes(path.read_bytes() + b" ")
    assert ids(verify_folder(RESULTS)) == [("verify.file-changed", "aktivitates-parskats.docx")]


def test_a_document_taken_away_is_told(trip):
    (RESULTS / "aktivitates-parskats.html").unlink()
    assert ids(verify_folder(RESULTS)) == [("verify.file-missing", "aktivitates-parskats.html")]


def test_a_swapped_photo_is_told_with_the_documents_it_changes(trip):
    photos = sorted((trip.parent / "photos").iterdir())
    shutil.copy(photos[0], photos[1])
    assert ids(verify_folder(RESULTS)) == [
        ("verify.input-changed", f"photos/{photos[1].name}"),
        *(("verify.result-differs", f"aktivitates-parskats.{format}") for format in ("docx", "html", "pdf")),
    ]


def test_a_template_of_today_that_was_not_used_then_is_told(trip, tmp_path):
    assert main(["template", "copy", "trip/templates", "-q"]) == 0
    assert main(["render", str(trip), "-o", "out", "-q"]) == 0
    theme = tmp_path / "trip" / "templates" / "theme.toml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("leading = 14.5", "leading = 15"))
    assert ("verify.input-changed", "templates/theme.toml") in ids(verify_folder(RESULTS))


def test_a_changed_text_is_told(trip):
    text = trip.read_text(encoding="utf-8")
    trip.write_text(text.replace("name: Festivālu parks", "name: Zaļais parks"), encoding="utf-8")
    assert ids(verify_folder(RESULTS))[0] == ("verify.input-changed", "trip.yaml")


def test_settings_that_came_later_are_told(trip):
    (trip.parent / "parskats.toml").write_text('strict = true\n[latvian]\nquotes = "«»"\n', encoding="utf-8")
    assert ids(verify_folder(RESULTS)) == [("verify.input-new", "parskats.toml")]


def test_another_version_is_a_note_and_no_difference(trip):
    manifest = RESULTS / "manifest.json"
    stored = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(stored | {"program": "parskats 0.0.1"}), encoding="utf-8")
    (found,) = verify_folder(RESULTS)
    assert (found.id, found.severity) == ("verify.program", Severity.INFORMATION)


def test_the_date_that_was_asked_for_then_is_used_again(trip, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert main(["render", str(trip), "-o", "out", "-q", "-f", "pdf"]) == 0
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert verify_folder(RESULTS) == ()


def test_a_trip_file_that_has_moved_is_named(trip, tmp_path):
    shutil.move(tmp_path / "trip", tmp_path / "elsewhere")
    with pytest.raises(DataError) as caught:
        verify_folder(RESULTS)
    assert [one.id for one in caught.value.faults] == ["file.missing"]
    assert verify_folder(RESULTS, tmp_path / "elsewhere" / "trip.yaml") == ()


def test_a_faulty_trip_file_tells_its_faults_and_the_differences_too(trip):
    (RESULTS / "aktivitates-parskats.html").unlink()
    trip.write_text(
        trip.read_text(encoding="utf-8").replace("total: 24415.44", "total: daudz"), encoding="utf-8"
    )
    with pytest.raises(DataError) as caught:
        verify_folder(RESULTS)
    assert [one.id for one in caught.value.faults] == ["verify.file-missing", "amount.unreadable"]


def test_results_of_standard_input_need_the_trip_file_named(trip, monkeypatch, tmp_path):
    manifest = RESULTS / "manifest.json"
    stored = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(stored | {"source": None}), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        verify_folder(RESULTS)
    assert [one.id for one in caught.value.faults] == ["verify.no-source"]
    assert verify_folder(RESULTS, trip) == ()


def test_the_command_ends_with_7_when_anything_differs_and_0_when_nothing_does(trip, capsys):
    assert main(["verify", str(RESULTS), "--lang", "en"]) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    (RESULTS / "aktivitates-parskats.html").unlink()
    assert main(["verify", str(RESULTS), "--lang", "en"]) == 7
    assert "no longer here" in capsys.readouterr().err


def test_the_command_ends_with_3_where_there_is_nothing_to_verify(trip, capsys):
    assert main(["verify", "trip"]) == 3
    assert main(["verify", "nowhere"]) == 3
