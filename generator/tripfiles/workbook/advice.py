"""What a workbook says to the person who fills it in: a comment on each heading, a sheet of advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import N_, Language, Message
from generator.tripfiles.example import example_at
from generator.tripfiles.workbook.cells import joined, paired, shown_word
from generator.tripfiles.workbook.tables import Column, Table

TITLE = N_("Trips for the program “parskats”")
STEPS = (
    N_("Each trip is a row on the sheet Trips. Its costs, participants and so on are rows on other sheets."),
    N_("The first column of those sheets says to which trip the row belongs: choose the id from the list."),
    N_("What trips share (the agreement, the funding, the signatories) is a row on the sheet Project."),
    N_("Columns with a dark heading have to be filled in. What there is not, leave empty."),
    N_("Rest the mouse on a heading: it tells what to write, with an example."),
    N_("Dates: 31.08.2012. Times: 9:30. Sums: 24 415,44. Several texts in a cell: Alt+Enter between them."),
    N_("Pictures are files beside the workbook; write their paths, for example photos/1.jpg."),
    N_("Then run “parskats check FILE.xlsx”: it tells every mistake with its sheet and cell."),
)
SHEETS = N_("Sheets")
_NEEDED = N_("Has to be filled in: {columns}.")
_EMPTY = N_("May be left empty.")

_REQUIRED = N_("Has to be filled in.")
_WITH_GROUP = N_("Has to be filled in when anything of “{group}” is.")
_EXAMPLE = N_("Example: {example}")
_LINES = N_("Several texts: each on a line of its own (Alt+Enter).")
_CHOICES = N_("One of: {choices}.")
_NUMBER_OR = N_("A number, or one of: {choices}.")
_ONLY = N_("May be left empty when there is only one.")


def comment(table: Table, column: Column, lang: str, translate: Language) -> str:
    """Return what stands in the comment on a heading: what, whether it is needed, an example."""
    lines = [Message(column.description), *_rules(column, lang)]
    if example := example_of(table, column, lang):
        lines.append(Message(_EXAMPLE, {"example": example}))
    return "\n".join(line.sentence(translate) for line in lines)


def _rules(column: Column, lang: str) -> Iterator[Message]:
    if column.kind == "lines":
        yield Message(_LINES)
    if column.choices:
        words = ", ".join(shown_word(word, lang) for word in column.choices)
        yield Message(_NUMBER_OR if column.kind == "number" else _CHOICES, {"choices": words})
    if column.kind in ("trip", "project"):
        yield Message(_ONLY)
    elif column.needed and column.group:
        yield Message(_WITH_GROUP, {"group": Message(column.group)})
    else:
        yield Message(_REQUIRED if column.needed else _EMPTY)


def needed(table: Table, translate: Language) -> str:
    """Return which columns of a sheet have to be filled in."""
    named = [one.heading(translate) for one in table.columns if one.needed and not one.group]
    return Message(_NEEDED if named else _EMPTY, {"columns": ", ".join(named)}).sentence(translate)


def example_of(table: Table, column: Column, lang: str) -> str:
    """Return the value that the example trip has in a column, empty when it has none."""
    if not column.path:
        return {"trip": str(example_at(("id",))), "project": "P1"}.get(column.kind, "")
    value = example_at((*table.path, *column.path))
    if column.kind == "answers":
        return "jā" if value else ""
    if isinstance(value, list):
        return joined(str(one).strip() for one in value)
    if isinstance(value, Mapping):
        return paired(value, lang)
    text = "" if value is None else str(value).strip()
    return shown_word(text, lang) if column.choices else text
