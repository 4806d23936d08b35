"""The names and ids under which Word knows the looks of a theme."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from generator.theme import ParagraphLook, TableLook, Theme
from generator.writers.docx.voices import Voice, voice_of

BUILT_IN = {
    name.lower(): name
    for name in (
        *(f"heading {level}" for level in range(1, 10)),
        *("Body Text", "Body Text Indent", "caption", "header", "footer", "List Paragraph"),
        *("Title", "Subtitle", "Quote", "Date", "Signature", "Closing", "Salutation", "No Spacing"),
        *("List", "List Bullet", "List Number", "List Continue", "footnote text", "Table Grid"),
    )
}
"""Styles Word brings itself, as Word stores their names; under another name it makes a second one."""

Key: TypeAlias = tuple[str, str]
"""A style by its kind, `paragraph` or `table`, and its role."""

TAKEN = ("Normal", "Normal Table", "No List", "Default Paragraph Font", "Strong", "Emphasis", "Hyperlink")


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A paragraph style: its id in the file, its name in Word, its look, and how its texts sound.

    A style is equal to itself alone, so that it can be a key: its look would be hashed anew each time.
    """

    id: str
    name: str
    look: ParagraphLook
    voice: Voice
    strong: Voice

    @property
    def built_in(self) -> bool:
        """Whether Word brings a style of this name itself."""
        return self.name.lower() in BUILT_IN


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style: its id in the file, its name in Word, and its look."""

    id: str
    name: str
    look: TableLook


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """Every style of a theme by its role, and the ones no role names."""

    paragraph: Mapping[str, Style]
    table: Mapping[str, TableStyle]
    separator: Style

    @property
    def body(self) -> Style:
        """The style that the others are based on."""
        return self.paragraph["body"]


def named_styles(theme: Theme) -> Styles:
    """Return the styles of a theme; names and ids are unique, ids are ASCII."""
    names = _unique_names(_wanted(theme))
    ids = _unique_ids(names.values())
    styles = {key: (ids[name], name) for key, name in names.items()}
    return Styles(
        {role: _style(styles["paragraph", role], look) for role, look in theme.paragraph.items()},
        {role: TableStyle(*styles["table", role], look) for role, look in theme.table.items()},
        _style(styles["", "separator"], _separator_look(theme.paragraph["body"])),
    )


def _style(names: tuple[str, str], look: ParagraphLook) -> Style:
    return Style(*names, look, voice_of(look), voice_of(look, strong=True))


def _wanted(theme: Theme) -> Iterator[tuple[Key, str]]:
    """Yield every style with the name the theme wishes for it; the body comes first."""
    yield ("paragraph", "body"), theme.paragraph["body"].word
    for role, look in theme.paragraph.items():
        if role != "body":
            yield ("paragraph", role), look.word
    for role, table in theme.table.items():
        yield ("table", role), table.word
    yield ("", "separator"), "Separator"


def _unique_names(wanted: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Return a name for every style; one whose name is taken is named after its role."""
    names: dict[Key, str] = {}
    taken = {name.lower() for name in TAKEN}
    for key, word in wanted:
        name = next(one for one in _candidates(word, key[1]) if one.lower() not in taken)
        names[key] = name
        taken.add(name.lower())
    return names


def _candidates(word: str, role: str) -> Iterator[str]:
    titled = role.replace("-", " ").title()
    yield BUILT_IN.get(word.lower(), word)
    yield titled
    yield from (f"{titled} {number}" for number in count(2))


def _unique_ids(names: Iterable[str]) -> dict[str, str]:
    """Return an ASCII id for every name, numbered where two names give the same letters."""
    ids: dict[str, str] = {}
    for name in names:
        words = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        letters = "".join(word[:1].upper() + word[1:] for word in words.split()) or "Style"
        taken = {one.lower() for one in ids.values()}
        tries = (letters + (str(number) if number else "") for number in range(len(taken) + 1))
        ids[name] = next(one for one in tries if one.lower() not in taken)
    return ids


def _separator_look(body: ParagraphLook) -> ParagraphLook:
    """Return the look of a paragraph that the format demands and nobody should see: 0.1 pt high."""
    return body.model_copy(
        update={
            "size": 1.0,
            "leading": 0.1,
            "align": "left",
            "before": 0.0,
            "after": 0.0,
            "indent_left": 0.0,
            "indent_right": 0.0,
            "first_line": 0.0,
            "bold": False,
            "italic": False,
            "keep_with_next": False,
        }
    )
