"""The three places a value can come from: command line, environment, settings file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from generator.errors import N_, BadValue, Fault, Message, Place, fault
from generator.frozen import dataclass
from generator.latvian.style import CHOICES
from generator.settings.options import OPTIONS

PREFIX = "PARSKATS_"
LATVIAN = "latvian"
"""The table of the settings file that holds the open choices of Latvian."""

BUILT_IN = Message(N_("built in"))
COMMAND_LINE = Message(N_("command line"))


@dataclass(frozen=True, slots=True)
class Given:
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


def from_environment(environ: Mapping[str, str]) -> Iterator[Given]:
    """Yield the values that the environment gives."""
    for name in OPTIONS:
        if value := environ.get(variable(name)):
            origin = Message(N_("environment variable {name}"), {"name": variable(name)})
            yield Given(name, value, Place(field=variable(name)), origin)


def from_command_line(typed: Mapping[str, object]) -> Iterator[Given]:
    """Yield the values that were typed."""
    for name, value in typed.items():
        if name in OPTIONS and value not in (None, (), False):
            written = ",".join(value) if isinstance(value, tuple) else value
            yield Given(name, written, Place(field=OPTIONS[name].flags[-1]), COMMAND_LINE)


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


def from_file(path: Path) -> tuple[list[Given], list[Fault]]:
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
        Given(key, table[key], places[key], Message("{place}", {"place": places[key]}), path.parent)
        for key in table
        if key in known
    ]
    unknown = [_unknown(key, places[key], [*known, LATVIAN]) for key in table if key not in known]
    return [*given, *latvian], [*unknown, *faults]


def _from_latvian(path: Path, text: str, table: object) -> tuple[list[Given], list[Fault]]:
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
        Given(f"{LATVIAN}.{key}", table[key], places[key], Message("{place}", {"place": places[key]}))
        for key in known
    ]
    return given, [_unknown(key, places[key], CHOICES) for key in table if key not in known]


def _syntax_place(path: Path, text: str, error: tomllib.TOMLDecodeError) -> Place:
    """Return the place of a TOML error; the reader of older Pythons tells it in words only."""
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    if found is None:
        return Place(str(path), max(len(text.splitlines()), 1))
    return Place(str(path), int(found[1]), int(found[2]))
