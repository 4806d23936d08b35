"""Faults in the words of a form, where there are fields and rows instead of names, colons and dashes."""

from __future__ import annotations

from typing import Final

from generator.errors import N_, Fault, Message
from generator.errors.catalogue import FAULTS, IN_CELLS

_FILL_IN: Final = N_("This has to be filled in."), ""
_SHAPE: Final = (
    N_("What the file holds here has another shape than is needed."),
    N_("Remove it, and fill in what belongs here."),
)
_DEVIATION: Final = N_("Describe it among the deviations, or correct it.")

IN_FORM: Final[dict[str, tuple[str, str]]] = {
    "field.missing": _FILL_IN,
    "field.empty": _FILL_IN,
    "text.empty": _FILL_IN,
    "list.item-empty": (N_("This row is empty."), N_("Fill it in, or remove it.")),
    "list.too-short": (N_("“{title}” needs at least {minimum}."), N_("Add a row.")),
    "format.missing": (FAULTS["format.missing"][0], N_("Write {known} as the format.")),
    "field.misspelt": (
        N_("The file holds a field “{name}”, which is not known here; it may mean “{meant}”."),
        N_("Correct or remove it in a text editor: the form cannot show it."),
    ),
    "field.unknown": (
        N_("The file holds a field “{name}”, which is not known here."),
        N_("Correct or remove it in a text editor: the form cannot show it."),
    ),
    **dict.fromkeys(("type.text", "type.group", "type.list", "type.date", "type.time"), _SHAPE),
    **dict.fromkeys(("type.number", "type.answer", "value.unusable"), _SHAPE),
    "project.suffix": (FAULTS["project.suffix"][0], N_("Write the path of the project file.")),
    "position.incomplete": (
        N_("Position {code} has no positions under it, and its sums are not filled in."),
        N_("Fill in these sums, or add the positions that make it up."),
    ),
    "form.missing": (
        FAULTS["form.missing"][0],
        N_("Turn the phrase so that it needs another case, or fill in the case form."),
    ),
    "publicity.marks": (
        FAULTS["publicity.marks"][0],
        N_("Add a logo with the picture of the mark, and name the mark in its alternative text."),
    ),
    "vat.missing": (
        FAULTS["vat.missing"][0],
        N_("Fill in the VAT: the rate, or that it is exempt or not paid."),
    ),
    **{
        id: IN_CELLS[id] for id in ("source.empty", "currency.date", "signature.name", "budget.spent-unknown")
    },
    **{
        id: (FAULTS[id][0], _DEVIATION)
        for id in ("activity.place", "activity.dates", "participants.planned", "outcome.indicator")
    },
}
"""What is wrong and how to mend it, for the faults that speak otherwise of how files are written."""


def in_form(fault: Fault) -> tuple[Message, Message]:
    """Return what a form says of a fault: what is wrong, and how to mend it, which may be empty."""
    message, hint = IN_FORM.get(fault.id, FAULTS[fault.id])
    return Message(message, fault.values), Message(hint, fault.values)
