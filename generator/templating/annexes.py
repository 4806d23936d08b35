"""Which documents of a trip are made, and how annexes and what they belong to refer to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.errors import TemplateError
from generator.fields import Fields
from generator.templating.kinds import DocumentKind, unknown_needs


def kinds_made(
    kinds: Sequence[DocumentKind], context: Mapping[str, Any], asked: Sequence[str]
) -> list[DocumentKind]:
    """Return the kinds there is data for that are made by default or asked for, in their order.

    Raises TemplateError when a kind needs a name that the context does not have.
    """
    if unknown := list(unknown_needs(kinds, context)):
        raise TemplateError(unknown)
    reckoned = [kind for kind in kinds if kind.default or kind.name in asked]
    return [kind for kind in reckoned if not kind.needs or any(context[name] for name in kind.needs)]


def numbered_annexes(
    kind: DocumentKind, made: Sequence[DocumentKind]
) -> list[tuple[DocumentKind, int | None]]:
    """Return the annexes of a document that are made, in its order, each with its number.

    A single annex has no number.
    """
    by_name = {one.name: one for one in made}
    annexes = [by_name[name] for name in kind.attaches if name in by_name]
    return [(one, at if len(annexes) > 1 else None) for at, one in enumerate(annexes, 1)]


def annex(kind: DocumentKind, made: Sequence[DocumentKind]) -> Fields | None:
    """Return the `number` of a document as an annex, and the title of what it is an annex `of`.

    The result is None for a document that is no annex.
    """
    of = next((one for one in made if kind.name in one.attaches), None)
    if of is None:
        return None
    return Fields({"number": dict(numbered_annexes(of, made))[kind], "of": of.title})
