"""What the templates of the peers are filled with: the texts of our two documents, ready to print.

They are taken from the finished trees, so that peers have the same words by construction; sums and
dates are texts already, which spares the peers that work. Fixed words (headings, captions, heads of
tables) stand in the peers' templates. Plain data: what JSON can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from generator.document.nodes import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    LineBreak,
    Paragraph,
    Row,
    Table,
    Text,
    plain_text,
)

Fields: TypeAlias = dict[str, Any]
Sections: TypeAlias = dict[str, list[Block]]


def of_report(report: Document) -> Fields:
    """Return the texts of a report by the names that the templates use."""
    parts = _sections(report)
    return {
        **_properties(report),
        **_front(parts[""]),
        **_story(parts),
        **_money(parts),
        **_end(report),
    }


def of_annex(annex: Document) -> Fields:
    """Return the texts of an annex by the names that the templates use."""
    parts = _sections(annex)
    return {**_properties(annex), **_annex_front(parts[""]), **_annex_tables(parts), **_end(annex)}


def _sections(document: Document) -> Sections:
    """Return the blocks of a document by the heading they stand under; "" for those before the first."""
    found: Sections = {"": []}
    name = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level > 1:
            name = plain_text(block.children)
            found[name] = []
        else:
            found[name].append(block)
    return found


# -- either document ----------------------------------------------------------------------------
def _properties(document: Document) -> Fields:
    header = plain_text(document.headers[0].children)
    return {"title": document.title, "author": document.author, "header": header}


def _end(document: Document) -> Fields:
    """Return what stands at the end: annexes, signatures, notes."""
    blocks = list(document.blocks)
    positions = [one for one in _said(blocks, "signature") if one]
    prepared = 1
    lists = [one for one in blocks if isinstance(one, BulletList)]
    attached = any(_said([one], "lead-in") == ["Pielikumā:"] for one in blocks)
    return {
        "attachments": _items(lists[-1:]) if attached else [],
        "signers": positions[:-prepared],
        "preparers": positions[-prepared:],
        "notes": _said(blocks, "note"),
    }


# -- the report ---------------------------------------------------------------------------------
def _front(blocks: Sequence[Block]) -> Fields:
    fund, emblem = _said(blocks, "strip")
    return {
        "fund": fund,
        "emblem_words": emblem,
        "slogan": _one(blocks, "slogan"),
        "author_name": _one(blocks, "author-name"),
        "contacts": _said(blocks, "contact"),
        "addressee": _one(blocks, "addressee"),
        "subject": _one(blocks, "subject"),
        "place_date": _one(blocks, "dateline"),
        "number": _one(blocks, "dateline-end"),
        "facts": _rows(_table(blocks).body),
    }


def _story(parts: Sections) -> Fields:
    people = parts["Dalībnieki"]
    return {
        "goals": _items(parts["Mērķis"]),
        "choice": _one(parts["Mērķis"]),
        "plan": _rows(_table(parts["Plānotais un faktiskais"]).body),
        "course": _said(parts["Norise"]),
        "programme": _rows(_table(parts["Norise"]).body),
        "participants_lead": _one(people, "lead-in"),
        "participants": _rows(_table(people).body),
        "participants_total": _rows(_table(people).foot)[0][-1],
        "sites": _items(parts["Apskatītie objekti"]),
        "results": _said(parts["Rezultāti un to izmantošana"]),
        "deviations": _said(parts["Atkāpes un to risinājumi"]),
        "priorities": [_lead(one) for one in _paragraphs(parts["Horizontālās prioritātes"])],
        "publicity": _said(parts["Publicitāte"]),
    }


def _money(parts: Sections) -> Fields:
    funding, spending = _said(parts["Finansējums"])
    return {
        "funding": funding,
        "sources": _items(parts["Finansējums"]),
        "spending": spending,
        "photos": [
            plain_text(one.caption.children)
            for one in parts.get("Attēli", ())
            if isinstance(one, Figure) and one.caption
        ],
    }


# -- the annex ----------------------------------------------------------------------------------
def _annex_front(blocks: Sequence[Block]) -> Fields:
    return {
        "mark": _lines(_paragraphs(blocks, "annex-mark")[0]),
        "subject": _one(blocks, "subject"),
        "facts": _rows(_table(blocks).body),
    }


def _annex_tables(parts: Sections) -> Fields:
    headings = {
        "sources": "Finansējuma avoti",
        "budget": "Izmaksu sadalījums pa pozīcijām",
        "costs": "Brauciena izmaksas",
        "documents": "Attaisnojuma dokumentu saraksts",
    }
    found: Fields = {}
    for name, heading in headings.items():
        table = _table(parts[heading])
        found[name] = _rows(table.body)
        found[f"{name}_total"] = _rows(table.foot)[0][1:]
        found[f"{name}_sum"] = next(iter(_said(parts[heading])), "")
    return found


# -- blocks to texts ----------------------------------------------------------------------------
def _paragraphs(blocks: Iterable[Block], role: str = "body") -> list[Paragraph]:
    return [one for one in blocks if isinstance(one, Paragraph) and one.role == role]


def _said(blocks: Iterable[Block], role: str = "body") -> list[str]:
    return [plain_text(one.children) for one in _paragraphs(blocks, role)]


def _one(blocks: Iterable[Block], role: str = "body") -> str:
    (text,) = _said(blocks, role)
    return text


def _lines(paragraph: Paragraph) -> list[str]:
    """Return a paragraph line by line, where it breaks them itself."""
    broken = "".join("\n" if isinstance(one, LineBreak) else plain_text((one,)) for one in paragraph.children)
    return [line.strip() for line in broken.splitlines()]


def _lead(paragraph: Paragraph) -> list[str]:
    """Return the bold words a paragraph begins with, and the rest."""
    bold = [one.text for one in paragraph.children if isinstance(one, Text) and one.strong]
    plain = [one.text for one in paragraph.children if isinstance(one, Text) and not one.strong]
    return ["".join(bold), "".join(plain).strip()]


def _items(blocks: Iterable[Block]) -> list[str]:
    (found,) = (one for one in blocks if isinstance(one, BulletList))
    return [plain_text(item.children) for item in found.items]


def _table(blocks: Iterable[Block]) -> Table:
    (found,) = (one for one in blocks if isinstance(one, Table))
    return found


def _rows(rows: Iterable[Row]) -> list[list[str]]:
    return [[plain_text(cell.children) for cell in row.cells] for row in rows]
