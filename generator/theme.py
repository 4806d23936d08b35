"""Looks are data: the roles of `theme.toml`, read once and checked.

Lengths across the page are given in mm in the file; every length here is in points.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import N_, Fault, Message, Place, TemplateError, fault

MM = 72 / 25.4
"""Points in a millimetre."""

Millimetres = Annotated[
    float, Field(ge=-500, le=500, allow_inf_nan=False), AfterValidator(lambda value: value * MM)
]
Points = Annotated[float, Field(ge=0, le=500, allow_inf_nan=False)]
Size = Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)]
WordName = Annotated[str, Field(pattern=r"^[^\x00-\x1f,;]{1,64}$")]
Color = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class _Look(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageLook(_Look):
    """The sheet and its margins, in points (mm in the file)."""

    width: Millimetres
    height: Millimetres
    margin_left: Millimetres
    margin_right: Millimetres
    margin_top: Millimetres
    margin_bottom: Millimetres
    header: Millimetres
    footer: Millimetres
    two_sided: bool

    @property
    def text_width(self) -> float:
        """The width between the margins of an upright page."""
        return self.width - self.margin_left - self.margin_right

    @property
    def text_height(self) -> float:
        """The height between the margins of an upright page."""
        return self.height - self.margin_top - self.margin_bottom

    def turned(self) -> PageLook:
        """Return the same sheet lying on its side: the binding margin is then above."""
        return self.model_copy(
            update={
                "width": self.height,
                "height": self.width,
                "margin_top": self.margin_left,
                "margin_bottom": self.margin_right,
                "margin_left": self.margin_bottom,
                "margin_right": self.margin_top,
            }
        )

    def oriented(self, orientation: str) -> PageLook:
        """Return the sheet in an orientation, `portrait` or `landscape`."""
        return self.turned() if orientation == "landscape" else self


class FontLook(_Look):
    """The families embedded in the PDF, and those of the same widths named in the DOCX.

    The sans-serif one has a single upright face and serves the roles that ask for it.
    """

    family: Literal["Tinos"]
    word: WordName
    sans: Literal["Arimo"] = "Arimo"
    word_sans: WordName = "Arial"


class NumberingLook(_Look):
    """Patterns of heading numbers and list labels; `{1}` is the first level, `{2}` the second."""

    h2: str
    h3: str
    ordered: str
    bullet: str


class ParagraphLook(_Look):
    """One paragraph role. Size, leading, before and after in pt; indents in pt (mm in the file)."""

    word: WordName
    size: Size
    leading: Size
    align: Literal["left", "right", "center", "justify"]
    before: Points
    after: Points
    indent_left: Millimetres
    indent_right: Millimetres
    first_line: Millimetres
    bold: bool
    italic: bool
    sans: bool = False
    color: Color
    keep_with_next: bool


class TableLook(_Look):
    """One table role: the paragraph roles of its cells, its padding and its rules."""

    word: WordName
    text: str
    head: str
    foot: str
    row_head: str
    padding_x: Millimetres
    padding_y: Points
    rule: Points
    rule_color: Color
    head_fill: Color
    foot_fill: Color
    after: Points


class SideLook(_Look):
    """One role of parts that stand side by side: the gap between them in pt (mm in the file)."""

    gap: Millimetres
    after: Points
    align: Literal["top", "middle", "bottom"]


class Theme(_Look):
    """All looks of a set of templates."""

    page: PageLook
    font: FontLook
    numbering: NumberingLook
    paragraph: Mapping[str, ParagraphLook]
    table: Mapping[str, TableLook]
    side: Mapping[str, SideLook]

    @cached_property
    def fingerprint(self) -> str:
        """The whole theme as one text: what a writer built once for a theme is kept under it."""
        return self.model_dump_json()

    def __hash__(self) -> int:
        return hash(self.fingerprint)


def read_theme(source: str, file: str = "theme.toml") -> Theme:
    """Return the theme written in TOML; raises TemplateError with every fault and its line."""
    try:
        raw = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError([_syntax_fault(str(error), file)]) from error
    _inherit(raw, "paragraph", "body")
    _inherit(raw, "table", "grid")
    try:
        theme = Theme.model_validate(raw)
    except ValidationError as error:
        raise TemplateError(_faults(error, source, file)) from error
    missing = list(_unknown_roles(theme, source, file))
    if missing:
        raise TemplateError(missing)
    return theme


def _syntax_fault(reason: str, file: str) -> Fault:
    found = re.search(r"line (\d+), column (\d+)", reason)
    line, column = (int(found[1]), int(found[2])) if found else (None, None)
    return fault("theme.syntax", Place(file, line, column), reason=reason.partition(" (at")[0])


def _inherit(raw: dict[str, Any], kind: str, base: str) -> None:
    """Complete every role of a kind from its base role, in place."""
    roles = raw.get(kind)
    if not isinstance(roles, dict) or not isinstance(roles.get(base), dict):
        return
    raw[kind] = {
        name: {**roles[base], **look} if isinstance(look, dict) else look for name, look in roles.items()
    }


def _faults(error: ValidationError, source: str, file: str) -> list[Fault]:
    return [_fault(one, source, file) for one in error.errors(include_url=False)]


def _fault(one: ErrorDetails, source: str, file: str) -> Fault:
    path = tuple(str(part) for part in one["loc"])
    at, name = _place_of(path, source, file), ".".join(path)
    if one["type"] == "missing":
        return fault("theme.missing", at, name=name)
    if one["type"] == "extra_forbidden":
        return fault("theme.unknown", at, name=name)
    return fault("theme.value", at, name=name, value=one["input"], expected=_expected(one))


def _expected(one: ErrorDetails) -> Message:
    """Return what a value should have been, in words."""
    kind = one["type"].partition("_")[0]
    if kind == "literal":
        return Message("{known}", {"known": one.get("ctx", {}).get("expected", "").replace(" or ", ", ")})
    if one["type"] in ("greater_than_equal", "less_than_equal", "finite_number"):
        return Message(N_("a number of a sensible size"))
    words = {"float": N_("a number"), "bool": N_("true or false"), "string": N_("a text in quotes")}
    if one["type"] == "string_pattern_mismatch":
        color = N_("a colour such as #003399")
        return Message(N_("a name of one line") if one["loc"][-1] == "word" else color)
    return Message(words.get(kind, N_("a table of values")))


def _unknown_roles(theme: Theme, source: str, file: str) -> list[Fault]:
    """Return a fault for every paragraph role that a table names and the theme does not have."""
    return [
        fault(
            "theme.role-unknown",
            _place_of(("table", table, part), source, file),
            role=getattr(look, part),
            kind="paragraph",
            known=", ".join(sorted(theme.paragraph)),
        )
        for table, look in theme.table.items()
        for part in ("text", "head", "foot", "row_head")
        if getattr(look, part) not in theme.paragraph
    ]


def _place_of(path: tuple[str, ...], source: str, file: str) -> Place:
    """Return the line on which a key of the TOML source stands, or its table, or the file."""
    table, line_of_table = "", None
    for number, line in enumerate(source.splitlines(), 1):
        if found := re.match(r"\s*\[([\w.\- ]+)\]", line):
            table = found[1].strip()
            if table == ".".join(path[:-1]) or table == ".".join(path):
                line_of_table = number
        elif table == ".".join(path[:-1]) and re.match(rf"\s*{re.escape(path[-1])}\s*=", line):
            return Place(file, number, line.index(path[-1]) + 1, ".".join(path))
    return Place(file, line_of_table, 1 if line_of_table else None, ".".join(path))
