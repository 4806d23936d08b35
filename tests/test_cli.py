"""The command line: words in, files, sentences and an exit code out."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.checks import CHECKS, State
from generator.cli import main
from generator.cli.reporting import as_json, fault_lines, of_faults, wants_color
from generator.cli.verbs import program
from generator.cli.words import EXIT_CODES, Verb, Verbs
from generator.errors import ExitCode, Place, Severity, fault
from generator.latvian.style import CHOICES
from generator.messages import translator
from generator.model.records import Record
from generator.model.trip import Trip
from generator.resources import data_folder
from generator.settings import OPTIONS
from generator.version import PROGRAM

ROOT = Path(__file__).parents[1]
STARTER = data_folder() / "starter" / "trip.yaml"


@pytest.fixture(autouse=True)
def _plain_environment(tmp_path, monkeypatch):
    for name in (*os.environ,):
        if name.startswith("PARSKATS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


def process(
    *words: object, environ: dict[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess:
    """Run the program as a process of its own, under the poorest locale."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PARSKATS_", "LC_"))}
    env = plain | {"LANG": "C", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"} | (environ or {})
    command = [sys.executable, "-m", "generator", *map(str, words)]
    return subprocess.run(command, env=env, input=given, capture_output=True, check=False)


def started(folder: Path) -> Path:
    """Return the trip file of a new trip."""
    assert main(["init", str(folder), "-q"]) == 0
    return folder / "trip.yaml"


def broken(trip: Path) -> Path:
    """Give a trip file two faults."""
    text = trip.read_text(encoding="utf-8")
    text = text.replace("start: 2024-09-12", "start: 31.02.2024.").replace(
        "kind: pieredzes", "knd: pieredzes"
    )
    trip.write_text(text, encoding="utf-8")
    return trip


# -- help -----------------------------------------------------------------------------------------
def commands(group=program, words=()):
    yield words, group
    for name, command in group.commands.items():
        if isinstance(command, Verbs):
            yield from commands(command, (*words, name))
        else:
            yield (*words, name), command


COMMANDS = list(commands())
IDS = [" ".join(words) or "parskats" for words, _ in COMMANDS]


@pytest.mark.parametrize(("words", "command"), COMMANDS, ids=IDS)
def test_help_of_every_command_is_latvian_and_has_an_example(run, words, command):
    code, out, err = run(*words, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Lietošana: parskats")
    assert "Piemēri:\n  parskats " in out
    assert not any(word in out for word in ("Usage", "Options", "Show this", "Built in"))


@pytest.mark.parametrize(("words", "command"), COMMANDS, ids=IDS)
def test_help_of_every_command_can_be_english(run, words, command):
    code, out, _ = run(*words, "--help", *([] if isinstance(command, Verbs) and words else ["--lang", "en"]))
    assert code == 0
    assert ("Usage: parskats" in out) != bool(isinstance(command, Verbs) and words)


def test_the_examples_of_the_help_pages_are_commands_that_exist():
    for _, command in COMMANDS:
        for example in command.examples:
            first, *words = example.split(" >")[0].split()
            assert first == "parskats"
            assert any(tuple(words[: len(one)]) == one for one, _ in COMMANDS)


def test_help_can_be_asked_for_in_english_by_the_environment(run, monkeypatch):
    monkeypatch.setenv("PARSKATS_LANG", "en")
    assert "Exit codes:" in run("--help")[1]


def test_help_lists_every_exit_code(run):
    assert set(EXIT_CODES) == set(ExitCode)
    _, out, _ = run("--help")
    assert all(f"\n  {int(code)} " in out for code in ExitCode)


def test_help_names_every_option_of_the_one_list(run):
    out = "".join(run(*words, "--help")[1] for words, _ in COMMANDS)
    assert all(flag in out for option in OPTIONS.values() for flag in option.flags)


def test_every_option_of_a_command_is_in_the_one_list():
    for _, command in COMMANDS:
        if isinstance(command, Verb):
            assert {param.name for param in command.params if param.param_type_name == "option"} <= set(
                OPTIONS
            )


def test_without_a_command_the_help_is_shown_as_a_usage_fault(run):
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("Lietošana: parskats [OPCIJAS] KOMANDA")


def test_the_version_is_shown(run):
    assert run("--version") == (0, f"{PROGRAM}\n", "")


# -- usage faults ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (["rendr"], ["Nav komandas „rendr”.", "Varbūt domājāt „render”?"]),
        (["dejot"], ["Nav komandas „dejot”.", "Ir šādas komandas: render, batch, check"]),
        (["template", "cpy"], ["Nav komandas „cpy”.", "Varbūt domājāt „copy”?"]),
        (["render", "x", "--formt", "pdf"], ["Nav opcijas --formt.", "Varbūt domājāt „--format”?"]),
        (["render", "x", "-z"], ["Nav opcijas -z.", "Opcijas uzskaita „parskats render --help”."]),
        (["render"], ["Nav norādīts arguments DATNE.", "„parskats render --help”"]),
        (["init"], ["Nav norādīts arguments MAPE."]),
        (["check", "a", "b"], ["Arguments „b” ir lieks."]),
        (["render", "x", "-f"], ["Opcijai -f vajadzīga vērtība."]),
        (["render", "x", "--json=1"], ["Opcijai --json vērtību nenorāda."]),
        (["--lang", "lv"], ["Nav norādīta komanda."]),
        (
            ["render", "x", "-f", "odt"],
            ["--format: kļūda: „odt” neder; iespējamās vērtības: docx, pdf, html."],
        ),
        (["check", "x", "--lang", "de"], ["--lang: kļūda: „de” neder"]),
        (["render", STARTER, "--templates", "nowhere"], ["nowhere: kļūda: Veidņu mapes nav."]),
        (["render", STARTER, "--document", "invoice"], ["Šajās veidnēs nav dokumenta „invoice”"]),
    ],
)
def test_a_usage_fault_is_told_in_latvian_with_its_mend(run, words, sentences):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert all(sentence in err for sentence in sentences), err


def test_a_usage_fault_can_be_told_in_english_and_as_json(run):
    code, out, err = run("render", "x", "--formt", "--json", "--lang", "en")
    assert (code, err) == (2, "")
    assert json.loads(out) == {
        "format": 1,
        "command": "render",
        "ok": False,
        "exit_code": 2,
        "files": [],
        "faults": [
            {
                "id": "usage.option-unknown",
                "severity": "error",
                "sentence": "There is no option --formt.",
                "hint": "Did you mean “--format”?",
                "place": {"file": "", "line": None, "column": None, "field": ""},
            }
        ],
    }


def test_a_wrong_settings_file_is_a_usage_fault(run):
    Path("parskats.toml").write_text('formats = "pdf"', encoding="utf-8")
    code, _, err = run("check", STARTER)
    assert code == 0, "the settings beside the trip file count, not those of the current folder"
    code, _, err = run("schema")
    assert code == 2
    assert "parskats.toml:1:1: kļūda: Nav iestatījuma „formats”.\n    Varbūt domājāt „format”?" in err


# -- init and template copy -----------------------------------------------------------------------
def test_a_new_trip_passes_its_check_without_warnings(run, tmp_path):
    trip = started(tmp_path / "Brauciens uz Rēzekni")
    code, out, err = run("check", trip, "--strict")
    assert (code, err) == (0, "")
    assert out.startswith("Pārbaudes: izturētas ")
    assert "\nid: brauciens-uz-rezekni\n" in trip.read_text(encoding="utf-8")


def test_a_new_trip_says_that_its_data_is_sample_data(tmp_path):
    assert "PARAUGDATI" in started(tmp_path / "new").read_text(encoding="utf-8")


def records(record: type[Record], seen: set) -> set[type[Record]]:
    seen.add(record)
    for field in record.model_fields.values():
        for part in nested(field.annotation):
            if part not in seen:
                records(part, seen)
    return seen


def nested(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from nested(part)


def test_a_new_trip_shows_every_field_of_the_model():
    text = STARTER.read_text(encoding="utf-8")
    fields = {name for record in records(Trip, set()) for name in record.model_fields}
    assert {name for name in fields if f"{name}:" not in text} == set()


def test_every_field_of_a_new_trip_stands_under_a_comment_of_its_part():
    text = STARTER.read_text(encoding="utf-8")
    lines = text.splitlines()
    top = [number for number, line in enumerate(lines) if line[:1].isalpha()]
    assert [lines[number] for number in top if not lines[number - 1].startswith("#") and number] in (
        [],
        ["report:"],
    )
    assert set(yaml.load(text, yaml.BaseLoader)) == set(Trip.model_fields)


def test_init_overwrites_nothing(run, tmp_path):
    trip = started(tmp_path / "new")
    trip.write_text("mine", encoding="utf-8")
    (trip.parent / "photos" / "paraugs.jpg").unlink()
    code, out, err = run("init", trip.parent)
    assert (code, out, trip.read_text(encoding="utf-8")) == (5, "", "mine")
    assert "Šāda datne jau ir; nekas netiek pārrakstīts." in err
    assert not list((trip.parent / "photos").iterdir())


def test_init_into_a_file_is_an_output_fault(run, tmp_path):
    (tmp_path / "file").write_text("x")
    code, _, err = run("init", tmp_path / "file" / "trip")
    assert code == 5
    assert "Vietā, kur jābūt mapei, ir datne." in err


def test_the_shipped_templates_can_be_copied_once(run):
    code, out, _ = run("template", "copy", "mine")
    assert code == 0
    assert Path("mine/theme.toml").is_file()
    assert not Path("mine/fonts").exists()
    assert len(out.splitlines()) == len([path for path in Path("mine").rglob("*") if path.is_file()])
    assert run("template", "copy", "mine")[0] == 5


@pytest.mark.parametrize(("name", "id"), [("Rēzekne 2012", "rezekne-2012"), ("…", "paraugs")])
def test_a_trip_named_after_its_folder_gets_a_sound_id(tmp_path, name, id):
    assert f"\nid: {id}\n" in started(tmp_path / name).read_text(encoding="utf-8")


# -- check ----------------------------------------------------------------------------------------
def test_check_tells_every_fault_with_place_and_mend_and_counts_them(run, tmp_path):
    trip = broken(started(tmp_path / "new"))
    code, out, err = run("check", trip)
    lines = err.splitlines()
    assert code == 3
    assert any(
        line.startswith(f"{trip}:") and ": kļūda: Kalendārā nav tādas dienas" in line for line in lines
    )
    assert "    Varbūt domājāt „kind”?" in lines
    assert lines[-1].startswith("Kļūdas: ")
    assert "Nevarēja veikt: " not in out, "only what found something is named without -v"
    assert ", nevarēja veikt " in out


def test_check_writes_nothing(run, tmp_path):
    trip = started(tmp_path / "new")
    before = sorted(tmp_path.rglob("*"))
    run("check", trip)
    assert sorted(tmp_path.rglob("*")) == before


def test_check_as_json_names_its_checks(run, tmp_path):
    code, out, err = run("check", started(tmp_path / "new"), "--json")
    told = json.loads(out)
    assert (code, err, told["ok"], told["command"], told["faults"]) == (0, "", True, "check", [])
    assert set(told["checks"]) == {state.value for state in State}
    assert all(set(one) == {"id", "title", "source"} for one in told["checks"]["passed"])


def test_check_as_json_tells_faults_with_their_places(run, tmp_path):
    trip = broken(started(tmp_path / "new"))
    code, out, err = run("check", trip, "--json", "--lang", "en")
    told = json.loads(out)
    assert (code, err, told["ok"], told["exit_code"]) == (3, "", False, 3)
    (day,) = [one for one in told["faults"] if one["id"] == "date.impossible"]
    assert day["place"]["field"] == "journey.start"
    assert (day["place"]["file"], day["severity"]) == (str(trip), "error")
    assert day["sentence"] == "There is no such day in the calendar: “31.02.2024.”."


def test_a_warning_alone_is_well_unless_the_run_is_strict(run, tmp_path):
    trip = started(tmp_path / "new")
    text = trip.read_text(encoding="utf-8").replace("    end: 2025-02-28", "    end: 2024-09-11")
    trip.write_text(text, encoding="utf-8")
    code, _, err = run("check", trip)
    assert code == 0
    assert ": brīdinājums: " in err
    assert run("check", trip, "--strict")[0] == 3


def test_quiet_prints_nothing_when_all_is_well(run, tmp_path):
    assert run("check", started(tmp_path / "new"), "-q") == (0, "", "")


def test_verbose_names_every_check_with_its_source(run, tmp_path):
    _, out, _ = run("check", started(tmp_path / "new"), "-v")
    assert all(f"[{check.id}]" in out for check in CHECKS)
    assert out.count("    Avots: ") == len(CHECKS)
    assert "Izturēta: Brauciens ir pārskata periodā [period.trip-unreported]\n    Avots: " in out


def test_a_check_that_found_something_is_named_with_what_silences_it(run, tmp_path):
    _, out, _ = run("check", too_early(started(tmp_path / "new")))
    assert "Ar brīdinājumu: Brauciens ir pārskata periodā [period.trip-unreported]\n" in out
    assert out.splitlines()[-1].endswith(", ar brīdinājumu 1.")


# -- silenced rules -------------------------------------------------------------------------------
def too_early(trip: Path) -> Path:
    """Let the reporting period of a new trip begin after the trip, and nothing else be paid outside it."""
    text = trip.read_text(encoding="utf-8").replace("    start: 2024-07-01", "    start: 2024-09-13")
    text = re.sub(r"\n +paid: .*", "", text)
    trip.write_text(text, encoding="utf-8")
    return trip


def silencing(trip: Path, rule: str) -> Path:
    """Silence a rule in a new trip, with a reason."""
    text = trip.read_text(encoding="utf-8")
    silenced = f"silenced: [{{rule: {rule}, reason: Grozījumi Nr. 1.}}]"
    trip.write_text(text.replace("\nsilenced: []", f"\n{silenced}"), encoding="utf-8")
    return trip


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_silenced_warning_is_told_with_its_reason_and_stops_nothing(run, tmp_path, command):
    trip = silencing(too_early(started(tmp_path / "new")), "period.trip-unreported")
    code, out, err = run(command, trip, "--strict")
    assert code == 0
    assert ": izņēmums: Brauciena diena 12.09.2024. nav pārskata periodā" in err
    assert "    Iemesls: Grozījumi Nr. 1.\n" in err
    assert "Brīdinājumi: " not in err


def test_a_silenced_check_is_named_as_such(run, tmp_path):
    trip = silencing(too_early(started(tmp_path / "new")), "period.trip-unreported")
    _, out, _ = run("check", trip)
    assert "Ar izņēmumu: Brauciens ir pārskata periodā [period.trip-unreported]\n" in out
    assert ", ar izņēmumu 1" in out


def test_a_silenced_fault_in_json_has_its_reason(run, tmp_path):
    trip = silencing(too_early(started(tmp_path / "new")), "period.trip-unreported")
    told = json.loads(run("check", trip, "--json")[1])
    (fault,) = told["faults"]
    assert (fault["severity"], fault["reason"]) == ("silenced", "Grozījumi Nr. 1.")
    (check,) = told["checks"]["silenced"]
    assert (check["id"], check["reason"]) == ("period.trip-unreported", "Grozījumi Nr. 1.")


def test_a_silenced_error_does_not_stop_render(run, tmp_path):
    trip = started(tmp_path / "new")
    text = trip.read_text(encoding="utf-8").replace("approved: 7 000,00", "approved: 7 000,01")
    trip.write_text(text, encoding="utf-8")
    assert run("render", trip)[0] == 3
    assert not Path("output").exists()
    assert run("render", silencing(trip, "budget.sum"))[0] == 0
    assert (Path("output") / "new" / "aktivitates-parskats.pdf").exists()


def test_render_prints_warnings_and_refuses_them_when_strict(run, tmp_path):
    trip = too_early(started(tmp_path / "new"))
    code, _, err = run("render", trip)
    assert (code, ": brīdinājums: " in err) == (0, True)
    assert run("render", trip, "--strict", "-o", "strict")[0] == 3
    assert not Path("strict").exists()


def test_silencing_a_rule_that_does_not_exist_is_a_fault_with_the_nearest(run, tmp_path):
    trip = silencing(started(tmp_path / "new"), "period.trip-unreportd")
    code, _, err = run("render", trip)
    assert code == 3
    assert "kļūda: Nav pārbaudes „period.trip-unreportd”, kurai noteikt izņēmumu.\n" in err
    assert "    Varbūt domājāt „period.trip-unreported”?\n" in err


def test_a_trip_file_that_is_not_there_is_told(run):
    code, _, err = run("check", "nowhere.yaml")
    assert code == 3
    assert err.startswith("nowhere.yaml: kļūda: Nav datnes „nowhere.yaml”.")


# -- render ---------------------------------------------------------------------------------------
def test_render_writes_the_documents_and_names_them(run, tmp_path):
    trip = started(tmp_path / "first")
    code, out, err = run("render", trip)
    assert (code, err) == (0, "")
    folder = Path("output") / "first"
    made = {"aktivitates-parskats.docx", "aktivitates-parskats.pdf", "finansejuma-pielikums.docx"}
    assert made <= {path.name for path in folder.iterdir()}
    first = out.splitlines()[0]
    assert first.startswith(f"{folder / 'aktivitates-parskats.docx'} (lappuses: ")
    inputs = {one["name"] for one in manifest_of(folder)["inputs"]}
    assert {"trip.yaml", "photos/paraugs.jpg", "templates/theme.toml"} <= inputs


def manifest_of(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_render_takes_formats_documents_and_a_folder(run, tmp_path):
    trip = started(tmp_path / "first")
    code, out, _ = run(
        "render", trip, "-o", "results", "-f", "html", "-f", "pdf", "--document", "activity-report", "--json"
    )
    told = json.loads(out)
    assert code == 0
    assert [Path(one["path"]).name for one in told["files"]] == [
        "aktivitates-parskats.html",
        "aktivitates-parskats.pdf",
    ]
    assert [one["pages"] for one in told["files"]][0] is None
    listed = manifest_of(Path("results") / "first")["files"]
    assert [{key: value for key, value in one.items() if key != "path"} for one in told["files"]] == listed


def test_render_reads_standard_input(tmp_path):
    trip = started(tmp_path / "first")
    os.chdir(trip.parent)
    ran = process("render", "-", "-f", "html", given=trip.read_bytes())
    assert ran.returncode == 0, ran.stderr.decode()
    assert (trip.parent / "output" / "first" / "aktivitates-parskats.html").is_file()


def test_render_writes_nothing_when_the_data_has_a_fault(run, tmp_path):
    trip = broken(started(tmp_path / "first"))
    code, out, err = run("render", trip)
    assert (code, out) == (3, "")
    assert "Kļūdas: " in err
    assert not Path("output").exists()


def test_render_under_strict_writes_nothing_when_there_is_a_warning(run, tmp_path):
    trip = started(tmp_path / "first")
    text = trip.read_text(encoding="utf-8").replace("    end: 2025-02-28", "    end: 2024-09-11")
    trip.write_text(text, encoding="utf-8")
    assert run("render", trip, "--strict", "-f", "html")[0] == 3
    assert not Path("output").exists()
    code, _, err = run("render", trip, "-f", "html")
    assert (code, Path("output/first").is_dir()) == (0, True)
    assert "brīdinājums" in err


def test_templates_beside_the_trip_are_used_and_their_faults_end_with_four(run, tmp_path):
    trip = started(tmp_path / "first")
    run("template", "copy", trip.parent / "templates")
    page = trip.parent / "templates" / "activity-report" / "template.html"
    page.write_text(page.read_text(encoding="utf-8") + "{% endfor %}", encoding="utf-8")
    code, _, err = run("render", trip)
    assert code == 4
    assert "template.html:" in err


def test_a_folder_that_cannot_be_written_ends_with_five(run, tmp_path):
    trip = started(tmp_path / "first")
    Path("output").write_text("a file")
    code, _, err = run("render", trip, "-f", "html")
    assert code == 5
    assert "Vietā, kur jābūt mapei, ir datne." in err


# -- schema and info ------------------------------------------------------------------------------
def test_the_schema_is_latvian_by_default(run):
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out)["properties"]["journey"]["title"] == "Brauciens"
    assert json.loads(run("schema", "--lang", "en")[1])["properties"]["journey"]["title"] == "Trip"


def test_info_tells_where_each_setting_came_from(run, monkeypatch):
    monkeypatch.setenv("PARSKATS_FORMAT", "html")
    Path("parskats.toml").write_text("strict = true", encoding="utf-8")
    code, out, _ = run("info", "--json", "--lang", "en", "-o", "here")
    settings = json.loads(out)["info"]["settings"]
    assert code == 0
    options = {name: one for name, one in settings.items() if not name.startswith("latvian.")}
    told = {
        "output": ("here", "command line"),
        "format": (["html"], "environment variable PARSKATS_FORMAT"),
        "document": (None, "built in"),
        "templates": (None, "built in"),
        "only": ([], "built in"),
        "excel": (False, "built in"),
        "annotate": (None, "built in"),
        "attach_data": (False, "built in"),
        "public": (False, "built in"),
        "strict": (True, "parskats.toml:1:1"),
        "json": (True, "command line"),
        "quiet": (False, "built in"),
        "verbose": (False, "built in"),
        "lang": ("en", "command line"),
    }
    assert set(options) == set(OPTIONS)
    assert {name: (options[name]["value"], options[name]["origin"]) for name in told} == told


def test_info_tells_every_choice_of_latvian(run):
    Path("parskats.toml").write_text('[latvian]\nquotes = "«»"\n', encoding="utf-8")
    code, out, _ = run("info", "--lang", "en")
    lines = dict(line.split(maxsplit=1) for line in out.splitlines() if "latvian." in line)
    assert code == 0
    assert set(lines) == {f"latvian.{name}" for name in CHOICES}
    assert lines["latvian.quotes"] == "«»  (parskats.toml:2:1)"
    assert lines["latvian.group_from"] == "4  (built in)"


def test_the_choices_of_latvian_reach_the_documents(run):
    trip = started(Path("brauciens"))
    settings = '[latvian]\nquotes = "«»"\neuro_position = "prefix"\neuro_word = "euro"\n'
    Path("parskats.toml").write_text(settings, encoding="utf-8")
    assert run("render", trip, "-f", "html")[0] == 0
    text = Path("output/brauciens/aktivitates-parskats.html").read_text(encoding="utf-8")
    assert "«Parauga novada pašvaldības darbinieku prasmju pilnveide»" in text
    assert "EUR\u00a012\u00a0000,00 (divpadsmit tūkstoši euro un 00 centu)" in text


def test_notes_alone_fail_nothing_and_are_not_counted(run):
    trip = started(Path("brauciens"))
    text = trip.read_text(encoding="utf-8")
    trip.write_text(text.replace("līdzīgus projektus.", "līdzīgus projektus (5%)."), encoding="utf-8")
    code, _, err = run("check", trip, "--strict", "--lang", "en")
    assert code == 0
    assert "note: “(5%).” is printed as “(5 %).”." in err
    assert "Errors:" not in err


def test_info_tells_versions_fonts_templates_and_exit_codes(run):
    _, out, _ = run("info")
    assert all(word in out for word in ("reportlab", "Tinos-Regular.ttf", "templates", "Beigu kodi:", "130"))


def test_info_tells_the_version_of_every_library_that_is_needed(run):
    _, out, _ = run("info", "--json")
    versions = json.loads(out)["info"]["versions"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w-]+", one)[0] for one in project["dependencies"]}
    assert needed <= set(versions)
    assert None not in versions.values()


# -- what can go wrong in us ----------------------------------------------------------------------
@pytest.fixture
def failing(monkeypatch):
    def fail(error: BaseException) -> None:
        def schema(_translate):
            raise error

        monkeypatch.setattr("generator.tripfiles.schema", schema)

    return fail


def test_a_defect_of_ours_is_one_plain_sentence(run, failing):
    failing(RuntimeError("something broke"))
    code, out, err = run("schema")
    assert (code, out) == (1, "")
    assert err.startswith("parskats: kļūda: Programmā ir defekts (RuntimeError: something broke).")
    assert "Traceback" not in err


def test_a_defect_of_ours_has_its_traceback_under_verbose(run, failing):
    failing(RuntimeError("something broke"))
    assert "Traceback" in run("schema", "-v")[2]
    code, out, _ = run("schema", "--json")
    assert (code, json.loads(out)["faults"][0]["id"]) == (1, "run.defect")


def test_an_interruption_ends_with_130(run, failing):
    failing(KeyboardInterrupt())
    code, _, err = run("schema")
    assert code == 130
    assert "Darbs pārtraukts." in err


@pytest.mark.skipif(os.name == "nt", reason="a pipe whose reader has gone is told otherwise there")
@pytest.mark.parametrize("word", ["schema", "--help"])
def test_a_reader_who_goes_away_is_no_fault(word):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "generator", word]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_takes_nothing_ends_with_five():
    command = [sys.executable, "-m", "generator", "schema"]
    with open("/dev/full", "w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert ran.returncode == 5
    assert "<stdout>: kļūda: Disks ir pilns." in ran.stderr.decode()


# -- processes ------------------------------------------------------------------------------------
def test_latvian_letters_come_as_utf8_under_the_poorest_locale():
    ran = process("--help")
    assert ran.returncode == 0
    assert "Lietošana" in ran.stdout.decode("utf-8")
    assert "Iestatījumi:" in process("info").stdout.decode("utf-8")
    assert "kļūda" in process("rendr", environ={"PYTHONIOENCODING": "ascii"}).stderr.decode("utf-8")


HEAVY = ("pydantic", "babel", "yaml", "PIL", "lxml", "docx", "reportlab", "jinja2")
WRITERS = ("docx", "reportlab", "jinja2", "generator.writers", "generator.pipeline", "generator.templating")


def loaded_by(*words: str) -> list[str]:
    code = "import sys; from generator.cli import main; main(); print(*sys.modules, file=sys.stderr)"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *words]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return ran.stderr.splitlines()[-1].split()


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("render", "--help"), ("rendr",)])
def test_help_loads_nothing_heavy(words):
    assert not set(loaded_by(*words)) & {*HEAVY, *WRITERS, "generator.model", "generator.layout"}


def test_check_loads_no_writer():
    assert not set(loaded_by("check", str(STARTER))) & set(WRITERS)


# -- how faults are shown -------------------------------------------------------------------------
def some_faults():
    return (
        fault("text.empty", Place("b.yaml", 9, 1), severity=Severity.WARNING),
        fault("text.empty", Place("b.yaml", 7, 3)),
        fault("date.unreadable", Place("b.yaml", 2, 5, "journey.start"), value="x"),
        fault("text.empty", Place(field="--format")),
    )


def test_faults_are_shown_errors_first_in_the_order_of_places_with_their_count():
    lines = list(fault_lines(some_faults(), translator("en")))
    assert [line.replace("\x1b[31m", "").split(": ")[0] for line in lines[::2]] == [
        "b.yaml:2:5",
        "b.yaml:7:3",
        "--format",
        "b.yaml:9:1",
        "Errors",
    ]
    assert lines[-1] == "Errors: 3. Warnings: 1."


def test_faults_in_json_are_in_the_same_order():
    told = as_json(of_faults(some_faults(), strict=False), "check", translator("en"))
    assert [one["place"]["line"] for one in told["faults"]] == [2, 7, None, 9]
    assert told["faults"][0] == {
        "id": "date.unreadable",
        "severity": "error",
        "sentence": "“x” is not a date.",
        "hint": "Write the date as 2012-08-31, 31.08.2012. or 2012. gada 31. augusts.",
        "place": {"file": "b.yaml", "line": 2, "column": 5, "field": "journey.start"},
    }


class Terminal:
    def isatty(self):
        return True


def test_colours_are_for_terminals_and_no_color_forbids_them():
    assert wants_color(Terminal(), {})
    assert wants_color(Terminal(), {"NO_COLOR": ""})
    assert not wants_color(Terminal(), {"NO_COLOR": "1"})
    assert not wants_color(Terminal(), {"TERM": "dumb"})


def test_no_colours_go_into_a_pipe():
    assert b"\x1b" not in process("rendr").stderr


def test_the_json_page_describes_every_key():
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    told = as_json(of_faults(some_faults(), strict=False), "check", translator("en"))
    keys = {*told, *told["faults"][0], *told["faults"][0]["place"]}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_the_manifest_names_the_settings_file_that_decided_how_documents_are_written(tmp_path):
    shutil.copytree(STARTER.parent, tmp_path / "trip")
    (tmp_path / "parskats.toml").write_text('[latvian]\nquotes = "«»"\n', encoding="utf-8")
    trip, out = tmp_path / "trip" / "trip.yaml", tmp_path / "out"
    assert main(["render", str(trip), "-o", str(out), "-f", "html"]) == 0
    written = json.loads(next(out.glob("*/manifest.json")).read_text(encoding="utf-8"))
    assert "parskats.toml" in {one["name"] for one in written["inputs"]}


def test_help_loads_nothing_that_makes_documents():
    code = (
        "import sys; from generator.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    ours = {f"generator.{room}" for room in ("writers", "layout", "model", "templating", "checks")}
    large = ours | {"jinja2", "pydantic", "docx", "reportlab", "lxml", "PIL", "yaml"}
    assert "Lietošana" in run.stdout
    assert large & set(run.stderr.split()) == set()
