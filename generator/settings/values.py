"""Readers of what a person wrote: a text, or a value of TOML, to the value of an option.

Each raises BadValue for what it cannot read.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import BadValue
from generator.messages import LANGUAGES
from generator.portable import is_portable

FORMATS = ("docx", "pdf", "html")
LEAST_MEMORY = 300
"""Megabytes without which no trip can be made."""
LAST_PORT = 65535
"""The highest number a port can have."""
NAME_FIELDS = ("id", "project", "agreement", "number", "date", "destination")
"""What the pattern of a folder's name may name."""


def read_text(value: object) -> str:
    """Return a text that is not blank, without outer space."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise BadValue("setting.text", value=value)
    return value.strip()


def read_one_of(known: tuple[str, ...], value: object) -> str:
    """Return one of the known words."""
    text = read_text(value)
    if text not in known:
        raise BadValue("option.unknown", value=text, known=", ".join(known))
    return text


def read_language(value: object) -> str:
    """Return a language of the messages."""
    return read_one_of(LANGUAGES, value)


def read_names(value: object) -> tuple[str, ...]:
    """Return a list of names, or names separated by commas; each is kept once."""
    parts = value if isinstance(value, list) else read_text(value).split(",")
    names = tuple(dict.fromkeys(read_text(part) for part in parts if part != ""))
    if not names:
        raise BadValue("setting.none")
    return names


def read_formats(value: object) -> tuple[str, ...]:
    """Return the formats of a list, or of names separated by commas."""
    return tuple(read_one_of(FORMATS, name) for name in read_names(value))


def read_path(value: object) -> Path:
    """Return a path."""
    return Path(read_text(value))


_ANSWERS = dict.fromkeys(("1", "jā", "yes", "true"), True) | dict.fromkeys(("0", "nē", "no", "false"), False)


def read_flag(value: object) -> bool:
    """Return a yes or a no, in Latvian or English."""
    if isinstance(value, bool):
        return value
    answer = _ANSWERS.get(str(value).strip().lower())
    if answer is None:
        raise BadValue("answer.unreadable", value=value)
    return answer


def read_number(minimum: int, value: object) -> int:
    """Return a whole number that is not below `minimum`."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,9}", text):
        raise BadValue("number.whole", value=value)
    if int(text) < minimum:
        raise BadValue("number.minimum", value=text, minimum=minimum)
    return int(text)


def read_processes(value: object) -> int:
    """Return how many processes work at once."""
    return read_number(1, value)


def read_seconds(value: object) -> int:
    """Return how many seconds a trip may take."""
    return read_number(1, value)


def read_megabytes(value: object) -> int:
    """Return how much memory a trip may take."""
    return read_number(LEAST_MEMORY, value)


def read_port(value: object) -> int:
    """Return the number of a port; 0 stands for any that is free."""
    number = read_number(0, value)
    if number > LAST_PORT:
        raise BadValue("number.maximum", value=number, maximum=LAST_PORT)
    return number


def read_scheduler(value: object) -> str:
    """Return the address of a scheduler, as Dask writes it."""
    text = read_text(value)
    if not re.fullmatch(r"(?:tcp|tls)://[^\s/]+:[0-9]{1,5}", text):
        raise BadValue("cluster.address", value=text)
    return text


def read_pattern(value: object) -> str:
    """Return the pattern of a folder's name: letters that every system takes, and fields in braces."""
    text = read_text(value)
    bare = re.sub(rf"\{{(?:{'|'.join(NAME_FIELDS)})\}}", "x", text)
    if bare == text or "{" in bare or "}" in bare or not is_portable(bare):
        raise BadValue("setting.pattern", value=text, known=", ".join(f"{{{one}}}" for one in NAME_FIELDS))
    return text
