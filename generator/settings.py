"""The one list of options, and where the value of each came from.

An option has one name everywhere: `--format` on the command line, `PARSKATS_FORMAT` in the
environment, `format` in `parskats.toml`. The first place that gives a value wins, in this order.
The open choices of Latvian writing stand in the table `[latvian]` of `parskats.toml` only.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.errors import N_, BadValue, Fault, Message, Place, UsageError, fault
from generator.latvian.style import CHOICES, DEFAULT, LatvianStyle
from generator.messages import LANGUAGES
from generator.portable import is_portable
from generator.request import Request

FILE_NAME = "parskats.toml"
PREFIX = "PARSKATS_"
FORMATS = ("docx", "pdf", "html")
LATVIAN = "latvian"
LEAST_MEMORY = 300
"""Megabytes without which no trip can be made."""
NAME_FIELDS = ("id", "project", "agreement", "number", "date", "destination")
"""What the pattern of a folder's name may name."""

BUILT_IN = Message(N_("built in"))
COMMAND_LINE = Message(N_("command line"))


# -- readers: what a person wrote -> the value of an option ---------------------------------------
def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise BadValue("setting.text", value=value)
    return value.strip()


def _one_of(known: tuple[str, ...], value: object) -> str:
    text = _text(value)
    if text not in known:
        raise BadValue("option.unknown", value=text, known=", ".join(known))
    return text


def _language(value: object) -> str:
    return _one_of(LANGUAGES, value)


def _names(value: object) -> tuple[str, ...]:
    """Read a list of names, or names separated by commas; each is kept once."""
    parts = value if isinstance(value, list) else _text(value).split(",")
    names = tuple(dict.fromkeys(_text(part) for part in parts if part != ""))
    if not names:
        raise BadValue("setting.none")
    return names


def _formats(value: object) -> tuple[str, ...]:
    return tuple(_one_of(FORMATS, name) for name in _names(value))


def _path(value: object) -> Path:
    return Path(_text(value))


_ANSWERS = dict.fromkeys(("1", "jā", "yes", "true"), True) | dict.fromkeys(("0", "nē", "no", "false"), False)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = _ANSWERS.get(str(value).strip().lower())
    if answer is None:
        raise BadValue("answer.unreadable", value=value)
    return answer


def _number(minimum: int, value: object) -> int:
    """Read a whole number that is not below `minimum`."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,9}", text):
        raise BadValue("number.whole", value=value)
    if int(text) < minimum:
        raise BadValue("number.minimum", value=text, minimum=minimum)
    return int(text)


def _processes(value: object) -> int:
    return _number(1, value)


def _seconds(value: object) -> int:
    return _number(1, value)


def _megabytes(value: object) -> int:
    return _number(LEAST_MEMORY, value)


def _pattern(value: object) -> str:
    """Read the pattern of a folder's name: letters that every system takes, and fields in braces."""
    text = _text(value)
    bare = re.sub(rf"\{{(?:{'|'.join(NAME_FIELDS)})\}}", "x", text)
    if bare == text or "{" in bare or "}" in bare or not is_portable(bare):
        raise BadValue("setting.pattern", value=text, known=", ".join(f"{{{one}}}" for one in NAME_FIELDS))
    return text


# -- the list -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Option:
    """How one option is written and read; without a metavar it is a flag."""

    flags: tuple[str, ...]
    help: str
    read: Callable[[object], object]
    metavar: str = ""
    in_file: bool = True
    many: bool = False


def _option(
    default: Any,
    *flags: str,
    read: Callable[[object], object],
    help: str,
    metavar: str = "",
    in_file: bool = True,
    many: bool = False,
) -> Any:
    return field(default=default, metadata={"option": Option(flags, help, read, metavar, in_file, many)})


@dataclass(frozen=True, slots=True)
class Settings:
    """The value of every option, and in `origins` where each one came from."""

    output: Path = _option(
        Path("output"), "-o", "--output", read=_path, metavar=N_("DIR"),
        help=N_("Folder for the results; each trip gets a folder of its own in it. Built in: output."),
    )  # fmt: skip
    format: tuple[str, ...] = _option(
        ("docx", "pdf"), "-f", "--format", read=_formats, metavar=N_("FORMATS"), many=True,
        help=N_("Formats, separated by commas: docx, pdf, html. Built in: docx,pdf."),
    )  # fmt: skip
    document: tuple[str, ...] | None = _option(
        None, "--document", read=_names, metavar=N_("DOCUMENTS"), many=True,
        help=N_("Documents, separated by commas: activity-report, funding-annex. Built in: all."),
    )  # fmt: skip
    templates: Path | None = _option(
        None, "--templates", read=_path, metavar=N_("DIR"),
        help=N_("Folder of your own templates. Built in: templates beside the trip file, then ours."),
    )  # fmt: skip
    attach_data: bool = _option(
        False, "--attach-data", read=_flag,
        help=N_("Put the data of the trip into the PDF files, so that they can be checked against it later."),
    )  # fmt: skip
    public: bool = _option(
        False, "--public", read=_flag,
        help=N_("Leave participants' names, phones and e-mail addresses out of documents and attached data."),
    )  # fmt: skip
    only: tuple[str, ...] = _option(
        (), "--only", read=_names, metavar=N_("IDS"), in_file=False, many=True,
        help=N_("Only the trips with these ids, separated by commas."),
    )  # fmt: skip
    excel: bool = _option(
        False, "--excel", read=_flag, in_file=False,
        help=N_("Make a workbook to fill in instead of a folder: FILE.xlsx."),
    )  # fmt: skip
    annotate: Path | None = _option(
        None, "--annotate", read=_path, metavar=N_("FILE.xlsx"), in_file=False,
        help=N_("Write a copy of the workbook with the faulty cells marked and explained."),
    )  # fmt: skip
    strict: bool = _option(
        False, "--strict", read=_flag,
        help=N_("Warnings count as errors: nothing is written, and the exit code is 3."),
    )  # fmt: skip
    jobs: int | None = _option(
        None, "-j", "--jobs", read=_processes, metavar=N_("NUMBER"),
        help=N_("How many processes work at once. Built in: one for each core."),
    )  # fmt: skip
    name: str = _option(
        "{id}", "--name", read=_pattern, metavar=N_("PATTERN"),
        help=N_(
            "What the folders of trips are called, for example {date}-{destination}; also {id}, {project}, "
            "{agreement}, {number}. Built in: {id}."
        ),
    )  # fmt: skip
    zip: Path | None = _option(
        None, "--zip", read=_path, metavar=N_("FILE"), in_file=False,
        help=N_("Also put all results into this ZIP."),
    )  # fmt: skip
    resume: bool = _option(
        False, "--resume", read=_flag, in_file=False,
        help=N_("Leave trips alone whose documents are there and are what they would become again."),
    )  # fmt: skip
    fail_fast: bool = _option(
        False, "--fail-fast", read=_flag, in_file=False,
        help=N_("Stop at the first trip that fails."),
    )  # fmt: skip
    time_limit: int = _option(
        120, "--time-limit", read=_seconds, metavar=N_("SECONDS"),
        help=N_("How long one trip may take. Built in: 120."),
    )  # fmt: skip
    memory_limit: int = _option(
        1000, "--memory-limit", read=_megabytes, metavar=N_("MEGABYTES"),
        help=N_("How much memory one trip may take; at least 300. Built in: 1000."),
    )  # fmt: skip
    json: bool = _option(
        False, "--json", read=_flag, in_file=False,
        help=N_("Print the result as one JSON object."),
    )  # fmt: skip
    quiet: bool = _option(
        False, "-q", "--quiet", read=_flag, in_file=False,
        help=N_("Print nothing when all is well."),
    )  # fmt: skip
    verbose: bool = _option(
        False, "-v", "--verbose", read=_flag, in_file=False,
        help=N_("Print more: what was read and checked, and the traceback of a defect."),
    )  # fmt: skip
    lang: str = _option(
        "lv", "--lang", read=_language, metavar="lv|en",
        help=N_("Language of the messages: lv or en. Built in: lv."),
    )  # fmt: skip
    latvian: LatvianStyle = DEFAULT
    file: Path | None = None
    origins: Mapping[str, Message] = field(default_factory=dict)


OPTIONS: Mapping[str, Option] = {
    one.name: one.metadata["option"] for one in fields(Settings) if "option" in one.metadata
}


# -- the three places a value can come from -------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Given:
    """A value as it was written, where, and how that place is called."""

    name: str
    value: object
    place: Place
    origin: Message
    folder: Path | None = None

    def read(self) -> object:
        """Return the value of the option; a path in a file is seen from that file."""
        if self.name not in OPTIONS:
            return _choice(self.name.removeprefix(f"{LATVIAN}."), self.value)
        value = OPTIONS[self.name].read(self.value)
        return self.folder / value if self.folder and isinstance(value, Path) else value


def _choice(name: str, value: object) -> str | int:
    """Return a choice of Latvian writing; raises BadValue `option.unknown`."""
    known = {str(one): one for one in CHOICES[name]}
    if str(value) not in known:
        raise BadValue("option.unknown", value=value, known=", ".join(known))
    return known[str(value)]


def variable(name: str) -> str:
    """Return the environment variable of an option."""
    return PREFIX + name.upper()


def _from_environment(environ: Mapping[str, str]) -> Iterator[_Given]:
    for name in OPTIONS:
        if value := environ.get(variable(name)):
            origin = Message(N_("environment variable {name}"), {"name": variable(name)})
            yield _Given(name, value, Place(field=variable(name)), origin)


def _from_command_line(typed: Mapping[str, object]) -> Iterator[_Given]:
    for name, value in typed.items():
        if name in OPTIONS and value not in (None, (), False):
            written = ",".join(value) if isinstance(value, tuple) else value
            yield _Given(name, written, Place(field=OPTIONS[name].flags[-1]), COMMAND_LINE)


def _key_place(path: Path, text: str, key: str) -> Place:
    """Return where a key of the first level, or a table of that name, stands in a TOML text."""
    bare = re.escape(key)
    written = rf"""(?P<key>"{bare}"|'{bare}'|{bare})"""
    found = re.search(rf"^[ \t]*\[*[ \t]*{written}[ \t]*[\]=.]", text, re.MULTILINE)
    if found is None:
        return Place(str(path), field=key)
    start = found.start("key")
    line = text.count("\n", 0, start) + 1
    return Place(str(path), line, start - text.rfind("\n", 0, start), key)


def _unknown(key: str, place: Place, known: Iterable[str]) -> Fault:
    known = list(known)
    near = get_close_matches(key, known, n=1)
    if near:
        mend = Message(N_("Did you mean “{name}”?"), {"name": near[0]})
    else:
        mend = Message(N_("The settings are: {known}."), {"known": ", ".join(known)})
    return fault("setting.unknown", place, name=key, mend=mend)


def _from_file(path: Path) -> tuple[list[_Given], list[Fault]]:
    """Return the values of a settings file, those of its table `[latvian]` too, and its faults."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        return [], [fault("setting.encoding", Place(str(path)))]
    except OSError:
        return [], [fault("setting.unreadable", Place(str(path)))]
    except tomllib.TOMLDecodeError as error:
        return [], [fault("setting.syntax", _syntax_place(path, text, error))]
    latvian, faults = _from_latvian(path, text, table.pop(LATVIAN, {}))
    places = {key: _key_place(path, text, key) for key in table}
    known = [name for name, option in OPTIONS.items() if option.in_file]
    given = [
        _Given(key, table[key], places[key], Message("{place}", {"place": places[key]}), path.parent)
        for key in table
        if key in known
    ]
    unknown = [_unknown(key, places[key], [*known, LATVIAN]) for key in table if key not in known]
    return [*given, *latvian], [*unknown, *faults]


def _from_latvian(path: Path, text: str, table: object) -> tuple[list[_Given], list[Fault]]:
    """Return the choices of the table `[latvian]` under names like `latvian.quotes`, and its faults."""
    home = _key_place(path, text, LATVIAN)
    if not isinstance(table, dict):
        return [], [fault("setting.table", home, name=LATVIAN)]
    head = re.search(rf"^[ \t]*\[[ \t]*{LATVIAN}[ \t]*\]", text, re.MULTILINE)
    below = re.sub(r"[^\n]", " ", text[: head.end()]) + text[head.end() :] if head else ""
    found = {key: _key_place(path, below, key) for key in table}
    places = {key: place if place.line else home for key, place in found.items()}
    known = [key for key in table if key in CHOICES]
    given = [
        _Given(f"{LATVIAN}.{key}", table[key], places[key], Message("{place}", {"place": places[key]}))
        for key in known
    ]
    return given, [_unknown(key, places[key], CHOICES) for key in table if key not in known]


def _syntax_place(path: Path, text: str, error: tomllib.TOMLDecodeError) -> Place:
    """Return the place of a TOML error; the reader of older Pythons tells it in words only."""
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    if found is None:
        return Place(str(path), max(len(text.splitlines()), 1))
    return Place(str(path), int(found[1]), int(found[2]))


def find_file(folder: Path) -> Path | None:
    """Return the `parskats.toml` of a folder or of the nearest folder above it that has one."""
    above = folder.absolute()
    return next((path / FILE_NAME for path in (above, *above.parents) if (path / FILE_NAME).is_file()), None)


def resolve(typed: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Settings:
    """Return the settings for a trip in `folder`; raises UsageError with every fault found."""
    path = find_file(folder)
    in_file, faults = _from_file(_shown(path)) if path else ([], [])
    values: dict[str, Any] = {}
    origins = dict.fromkeys([*OPTIONS, *(f"{LATVIAN}.{name}" for name in CHOICES)], BUILT_IN)
    for given in (*in_file, *_from_environment(environ), *_from_command_line(typed)):
        try:
            values[given.name] = given.read()
            origins[given.name] = given.origin
        except BadValue as bad:
            faults.append(bad.fault.at(given.place))
    if faults:
        raise UsageError(faults)
    style = {name: values.pop(f"{LATVIAN}.{name}") for name in CHOICES if f"{LATVIAN}.{name}" in values}
    return Settings(**values, latvian=LatvianStyle(**style), file=path, origins=origins)


def requested(settings: Settings, templates: tuple[Path, ...]) -> Request:
    """Return what the settings ask of a trip, with the folders of a person's own templates for it."""
    return Request(
        settings.format,
        settings.document,
        templates,
        settings.latvian,
        attach_data=settings.attach_data,
        public=settings.public,
    )


def inputs(file: Path | None) -> dict[str, str]:
    """Return the SHA-256 of the settings file, which decides how documents are written, by its name."""
    return {} if file is None else {FILE_NAME: hashlib.sha256(file.read_bytes()).hexdigest()}


def _shown(path: Path) -> Path:
    """Return a path as seen from the current folder when it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def early(words: list[str], environ: Mapping[str, str]) -> Settings:
    """Return what can be told before the words are understood: language, JSON, traceback."""
    typed: dict[str, object] = {
        name: True for name in ("json", "verbose") if any(flag in words for flag in OPTIONS[name].flags)
    }
    joined = " ".join(words)
    if found := re.findall(r"(?:^| )--lang[ =](\w+)", joined):
        typed["lang"] = found[-1]
    values = {}
    for given in (*_from_environment(environ), *_from_command_line(typed)):
        if given.name in ("json", "verbose", "lang"):
            try:
                values[given.name] = given.read()
            except BadValue:
                continue
    return Settings(**values)  # type: ignore[arg-type]


def template_folders(settings: Settings, beside: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders of a person's own templates, the strongest first.

    `--templates` alone when it is given; else the first `templates` folder beside the trip file,
    the project file or the settings file. Raises UsageError when the folder given does not exist.
    """
    if settings.templates is not None:
        if not settings.templates.is_dir():
            raise UsageError([fault("template.folder", Place(str(settings.templates)))])
        return (settings.templates,)
    homes = (*beside, *([settings.file.parent] if settings.file else []))
    return next(((home / "templates",) for home in homes if (home / "templates").is_dir()), ())
