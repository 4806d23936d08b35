"""Where the value of an option comes from, and what is said when it cannot be used."""

import json
from pathlib import Path

import pytest

from generator.batch.names import FIELDS
from generator.errors import UsageError
from generator.latvian import LatvianStyle
from generator.latvian.style import CHOICES
from generator.request import DEFAULT_FORMATS
from generator.settings import (
    FORMATS,
    OPTIONS,
    Settings,
    early,
    find_file,
    resolve,
    template_folders,
    variable,
)
from generator.settings.values import NAME_FIELDS

TYPED = {
    "output": "x",
    "templates": "x",
    "name": "x-{id}",
    "memory_limit": 500,
    "time_limit": 5,
    "jobs": 3,
    "port": 8765,
    "scheduler": "tcp://a:1",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> Path:
    path = folder / "parskats.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(folder, typed=None, environ=None):
    with pytest.raises(UsageError) as caught:
        resolve(typed or {}, environ or {}, folder)
    return caught.value.faults


def test_without_anything_the_built_in_values_hold(folder):
    settings = resolve({}, {}, folder)
    assert (settings.format, settings.output, settings.lang) == (("docx", "pdf"), Path("output"), "lv")
    assert {str(origin.sentence()) for origin in settings.origins.values()} == {"built in"}


def test_the_file_wins_over_the_built_in_value(folder):
    write(folder, '\nlang = "en"\n')
    settings = resolve({}, {}, folder)
    assert settings.lang == "en"
    assert settings.origins["lang"].sentence() == "parskats.toml:2:1"


def test_the_environment_wins_over_the_file(folder):
    write(folder, 'format = "html"')
    settings = resolve({}, {"PARSKATS_FORMAT": "pdf"}, folder)
    assert settings.format == ("pdf",)
    assert settings.origins["format"].sentence() == "environment variable PARSKATS_FORMAT"


def test_the_command_line_wins_over_the_environment(folder):
    settings = resolve({"format": ("docx,html",)}, {"PARSKATS_FORMAT": "pdf"}, folder)
    assert settings.format == ("docx", "html")
    assert settings.origins["format"].sentence() == "command line"


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_can_come_from_the_environment(folder, name):
    value = {**TYPED, "lang": "en", "format": "html", "document": "a"}.get(name, "1")
    settings = resolve({}, {variable(name): str(value)}, folder)
    assert getattr(settings, name) != getattr(Settings(), name)


@pytest.mark.parametrize(("name", "option"), [pair for pair in OPTIONS.items() if pair[1].in_file])
def test_every_lasting_option_can_come_from_the_file(folder, name, option):
    typed = {"lang": "en", "format": ["html"], **TYPED}.get(name, "x" if option.metavar else True)
    value = json.dumps(typed)
    write(folder, f"{name} = {value}")
    assert getattr(resolve({}, {}, folder), name) != getattr(Settings(), name)


def test_an_empty_variable_is_no_value(folder):
    assert resolve({}, {"PARSKATS_LANG": ""}, folder).lang == "lv"


def test_a_name_given_twice_is_kept_once(folder):
    assert resolve({"format": ("pdf,docx", "pdf")}, {}, folder).format == ("pdf", "docx")


def test_the_file_is_found_in_a_folder_above(folder):
    path = write(folder, "strict = true")
    below = folder / "trips" / "first"
    below.mkdir(parents=True)
    assert find_file(below) == path
    assert resolve({}, {}, below).strict


def test_paths_in_the_file_are_seen_from_the_file(tmp_path, monkeypatch):
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    project.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    write(project, 'output = "results"')
    assert resolve({}, {}, project).output == project / "results"


def test_an_unknown_key_is_told_with_its_line_and_the_nearest_name(folder):
    write(folder, '# comment\nlang = "lv"\n  formt = "pdf"\n')
    (found,) = faults_of(folder)
    assert (found.id, str(found.place)) == ("setting.unknown", "parskats.toml:3:3")
    assert found.hint.sentence() == "Did you mean “format”?"


def test_an_unknown_table_is_told_with_its_line(folder):
    write(folder, "[batch]\njobs = 2\n")
    (found,) = faults_of(folder)
    assert (str(found.place), found.hint.sentence()) == (
        "parskats.toml:1:2",
        "The settings are: output, format, document, templates, attach_data, public, strict, jobs, name, "
        "time_limit, memory_limit, port, open, scheduler, lang, latvian.",
    )


def test_options_of_one_run_have_no_place_in_the_file(folder):
    write(folder, "quiet = true")
    assert [one.id for one in faults_of(folder)] == ["setting.unknown"]


def test_all_faults_are_told_at_once(folder):
    write(folder, 'format = ["docx", 3]\nstrict = "maybe"\nnew = 1\n')
    found = faults_of(folder, {"lang": "de"}, {"PARSKATS_JSON": "perhaps"})
    assert {(one.id, str(one.place), one.place.field) for one in found} == {
        ("setting.text", "parskats.toml:1:1", "format"),
        ("answer.unreadable", "parskats.toml:2:1", "strict"),
        ("setting.unknown", "parskats.toml:3:1", "new"),
        ("answer.unreadable", "", "PARSKATS_JSON"),
        ("option.unknown", "", "--lang"),
    }


@pytest.mark.parametrize(
    ("content", "id", "place"),
    [
        (b"lang = lv\n", "setting.syntax", "parskats.toml:1:8"),
        (b'lang = "lv"\nformat = "pdf', "setting.syntax", "parskats.toml:2"),
        (b'lang = "\xe0"\n', "setting.encoding", "parskats.toml"),
    ],
)
def test_a_file_that_is_not_toml_is_told_with_its_place(folder, content, id, place):
    (folder / "parskats.toml").write_bytes(content)
    (found,) = faults_of(folder)
    assert found.id == id
    assert str(found.place).startswith(place)


def test_what_is_known_early_ignores_what_it_cannot_read():
    settings = early(["render", "--json", "--lang=en", "--format", "nonsense"], {"PARSKATS_LANG": "lv"})
    assert (settings.json, settings.lang, settings.format) == (True, "en", ("docx", "pdf"))
    assert early(["--lang", "xx"], {"PARSKATS_LANG": "en"}).lang == "en"


def test_templates_given_on_the_command_line_are_the_only_ones(folder):
    (folder / "templates").mkdir()
    (folder / "mine").mkdir()
    settings = resolve({"templates": "mine"}, {}, folder)
    assert template_folders(settings, (folder,)) == (Path("mine"),)


def test_templates_beside_the_trip_are_found(folder):
    trip = folder / "trip"
    (trip / "templates").mkdir(parents=True)
    assert template_folders(Settings(), (trip,)) == (trip / "templates",)


def test_templates_beside_the_settings_file_are_found_last(folder):
    path = write(folder, "")
    (folder / "templates").mkdir()
    trip = folder / "trip"
    trip.mkdir()
    assert template_folders(Settings(file=path), (trip,)) == (folder / "templates",)
    assert template_folders(Settings(), (trip,)) == ()


def test_a_folder_of_templates_that_is_not_there_is_a_usage_fault(folder):
    with pytest.raises(UsageError, match="does not exist"):
        template_folders(resolve({"templates": "nowhere"}, {}, folder), ())


def test_the_formats_are_those_of_the_pipeline():
    pipeline = pytest.importorskip("generator.pipeline", exc_type=ImportError)
    assert pipeline.FORMATS == FORMATS
    assert Settings().format == DEFAULT_FORMATS


def test_without_a_table_of_latvian_the_built_in_choices_hold(folder):
    settings = resolve({}, {}, folder)
    assert settings.latvian == LatvianStyle()
    assert settings.origins["latvian.quotes"].sentence() == "built in"


def test_the_choices_of_latvian_come_from_their_table(folder):
    write(folder, 'lang = "en"\n\n[latvian]\nquotes = "«»"\ngroup_from = 5\n')
    settings = resolve({}, {}, folder)
    assert settings.latvian == LatvianStyle(quotes="«»", group_from=5)
    assert settings.origins["latvian.quotes"].sentence() == "parskats.toml:4:1"
    assert settings.origins["latvian.euro_word"].sentence() == "built in"


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_of_latvian_can_come_from_the_file(folder, name):
    other = next(one for one in CHOICES[name] if one != getattr(LatvianStyle(), name))
    write(folder, f"[latvian]\n{name} = {other!r}\n")
    assert getattr(resolve({}, {}, folder).latvian, name) == other


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[latvian]\nqoutes = "«»"\n', "parskats.toml:2:1"),
        ('lang = "lv"\n\n[ latvian ]\n  qoutes = "«»"\n', "parskats.toml:4:3"),
        ('latvian.qoutes = "«»"\n', "parskats.toml:1:1"),
        ('latvian = {qoutes = "«»"}\n', "parskats.toml:1:1"),
    ],
)
def test_an_unknown_choice_is_told_with_its_line_and_the_nearest_name(folder, text, place):
    write(folder, text)
    (found,) = faults_of(folder)
    assert (found.id, str(found.place)) == ("setting.unknown", place)
    assert found.hint.sentence() == "Did you mean “quotes”?"


def test_a_choice_of_latvian_that_does_not_exist_is_told_with_those_that_do(folder):
    write(folder, "[latvian]\nquotes = \"''\"\ngroup_from = 3\neuro_word = true\n")
    found = faults_of(folder)
    assert [(one.id, str(one.place)) for one in found] == [
        ("option.unknown", "parskats.toml:2:1"),
        ("option.unknown", "parskats.toml:3:1"),
        ("option.unknown", "parskats.toml:4:1"),
    ]
    assert "„”, “”, «»" in found[0].message.sentence() + found[0].hint.sentence()


def test_latvian_that_is_no_table_is_told(folder):
    write(folder, 'latvian = "pareizi"\n')
    (found,) = faults_of(folder)
    assert (found.id, str(found.place)) == ("setting.table", "parskats.toml:1:1")


# -- the settings of a batch ----------------------------------------------------------------------
def test_the_fields_of_a_pattern_are_those_a_trip_is_asked_for():
    assert tuple(FIELDS) == NAME_FIELDS


@pytest.mark.parametrize("pattern", ["{id}", "{date}-{destination}", "Brauciens {number} ({project})"])
def test_a_pattern_of_fields_and_letters_can_name_folders(folder, pattern):
    assert resolve({"name": pattern}, {}, folder).name == pattern


@pytest.mark.parametrize(
    "pattern",
    ["trip", "{id}/x", "../{id}", "{id", "{id}}", "{trip}", "{id.real}", "{id!r}", "{id:>9}", "{}", "{id}."],
)
def test_a_pattern_that_cannot_name_a_folder_of_every_trip_is_refused(folder, pattern):
    (found,) = faults_of(folder, {"name": pattern})
    assert (found.id, found.place.field) == ("setting.pattern", "--name")


@pytest.mark.parametrize(
    ("name", "value", "id"),
    [
        ("jobs", "0", "number.minimum"),
        ("jobs", "two", "number.whole"),
        ("time_limit", "-1", "number.whole"),
        ("time_limit", "0", "number.minimum"),
        ("memory_limit", "299", "number.minimum"),
        ("memory_limit", "1" * 30, "number.whole"),
    ],
)
def test_a_limit_that_cannot_be_kept_is_refused(folder, name, value, id):
    assert [one.id for one in faults_of(folder, {name: value})] == [id]
