"""`python -m tests.benchmarks.peers.word_templates`: make the Word templates of docxtpl and Docxtemplater.

Each stands for one that its user has made in Word, so making them is not timed. The default ones are
based on python-docx's own default document, as most are; the lean ones hold the styles in use alone.
"""

from __future__ import annotations

from typing import Any, Protocol

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.benchmarks.peers import words
from tests.benchmarks.peers.assets import TEMPLATES
from tests.benchmarks.peers.word_layout import compose

WIDTHS = {
    "facts": 2,
    "plan": len(words.PLAN_HEAD),
    "programme": len(words.PROGRAMME_HEAD),
    "participants": len(words.PEOPLE_HEAD),
    "annex.facts": 2,
    "annex.sources": len(words.SOURCES_HEAD),
    "annex.budget": len(words.BUDGET_HEAD),
    "annex.costs": len(words.COSTS_HEAD),
    "annex.documents": len(words.DOCUMENTS_HEAD),
}
TOTALS = {"annex.sources": 2, "annex.budget": 6, "annex.costs": 2, "annex.documents": 2}


class Tags(Protocol):
    """How a template names a value, repeats a paragraph, and repeats a row."""

    def value(self, name: str) -> str: ...
    def paragraphs(self, name: str) -> list[str]: ...
    def rows(self, name: str, width: int) -> list[list[str]]: ...
    def photo(self, at: int) -> str: ...


class Jinja:
    """Tags of docxtpl."""

    def value(self, name: str) -> str:
        return f"{{{{ {name} }}}}"

    def paragraphs(self, name: str) -> list[str]:
        return [f"{{%p for item in {name} %}}", "{{ item }}", "{%p endfor %}"]

    def rows(self, name: str, width: int) -> list[list[str]]:
        blank = [""] * (width - 1)
        row = [f"{{{{ row[{at}] }}}}" for at in range(width)]
        return [[f"{{%tr for row in {name} %}}", *blank], row, ["{%tr endfor %}", *blank]]

    def photo(self, at: int) -> str:
        return f"{{{{ photo{at} }}}}"


class Braces:
    """Tags of Docxtemplater."""

    def value(self, name: str) -> str:
        return f"{{{name}}}"

    def paragraphs(self, name: str) -> list[str]:
        return [f"{{#{name}}}", "{.}", f"{{/{name}}}"]

    def rows(self, name: str, width: int) -> list[list[str]]:
        row = [f"{{{at}}}" for at in range(width)]
        return [[f"{{#{name}}}{row[0]}", *row[1:-1], f"{row[-1]}{{/{name}}}"]]

    def photo(self, at: int) -> str:
        return f"{{%photo{at}}}"


def make(tags: Tags, photos: int, lean: bool) -> Document:
    """Return a template with a place for so many photos."""
    document = docx.Document()
    fields = {**_fields(tags, photos), "annex": _annex(tags)}

    def show(paragraph: Paragraph, at: int) -> None:
        paragraph.add_run(tags.photo(at))

    compose(document, fields, range(photos), show)
    if lean:
        make_lean(document)
    return document


def _fields(tags: Tags, photos: int) -> dict[str, Any]:
    single = ("title", "author", "header", "fund", "emblem_words", "slogan", "author_name", "addressee",
              "subject", "place_date", "number", "choice", "participants_lead", "participants_total",
              "funding", "spending")  # fmt: skip
    many = ("contacts", "goals", "course", "sites", "results", "deviations", "publicity", "sources",
            "attachments", "notes")  # fmt: skip
    return {
        **{name: tags.value(name) for name in single},
        **{name: tags.paragraphs(name) for name in many},
        **{name: tags.rows(name, WIDTHS[name]) for name in ("facts", "plan", "programme", "participants")},
        "priorities": [(tags.value(f"priority{at}"), tags.value(f"contribution{at}")) for at in range(2)],
        "photos": [tags.value(f"caption{at}") for at in range(photos)],
        "signers": [tags.value("signer")],
        "preparers": [tags.value("preparer")],
    }


def _annex(tags: Tags) -> dict[str, Any]:
    tables = [name for name in WIDTHS if name.startswith("annex.")]
    return {
        "mark": tags.paragraphs("annex.mark"),
        "subject": tags.value("annex.subject"),
        **{name[6:]: tags.rows(name, WIDTHS[name]) for name in tables},
        **{f"{name[6:]}_total": [tags.value(f"{name[6:]}_total{at}") for at in range(count)]
           for name, count in TOTALS.items()},
        **{f"{name}_sum": tags.value(f"annex.{name}_sum") for name in ("budget", "costs", "documents")},
        "signers": [tags.value("signer"), tags.value("accountant")],
        "preparers": [tags.value("preparer")],
        "notes": tags.paragraphs("annex.notes"),
    }  # fmt: skip


def flat(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with names for what a template names one by one."""
    annex = fields["annex"]
    return {
        **fields,
        **{f"priority{at}": name for at, (name, _) in enumerate(fields["priorities"])},
        **{f"contribution{at}": text for at, (_, text) in enumerate(fields["priorities"])},
        **{f"caption{at}": text for at, text in enumerate(fields["photos"])},
        **{f"{name[6:]}_total{at}": annex[f"{name[6:]}_total"][at]
           for name, count in TOTALS.items() for at in range(count)},
        "signer": fields["signers"][0],
        "accountant": annex["signers"][1],
        "preparer": fields["preparers"][0],
    }  # fmt: skip


# -- lean templates -----------------------------------------------------------------------------
_NEEDLESS = ("stylesWithEffects", "customXml", "thumbnail", "webSettings")


def make_lean(document: Document) -> None:
    """Take out the styles and parts that the document does not use."""
    styles = document.styles.element
    used = set(document.element.xpath("//@w:val")) | {"Header", "Footer"}
    by_id = {one.get(qn("w:styleId")): one for one in styles.iterchildren(qn("w:style"))}
    kept = {id for id, one in by_id.items() if id in used or one.get(qn("w:default"))}
    for id in list(kept):
        while (base := by_id[id].find(qn("w:basedOn"))) is not None:
            id = base.get(qn("w:val"))
            kept.add(id)
    for id, one in by_id.items():
        if id not in kept:
            styles.remove(one)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    for relations in (document.part.rels, document.part.package.rels):
        for id, relation in list(relations.items()):
            if any(name in relation.reltype for name in _NEEDLESS):
                del relations[id]


def main() -> None:
    """Make every template."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    for name, tags in (("docxtpl", Jinja()), ("docxtemplater", Braces())):
        for photos in (0, 2):
            for lean in (False, True):
                made = make(tags, photos, lean)
                made.save(str(TEMPLATES / f"{name}-{'lean' if lean else 'default'}-{photos}.docx"))


if __name__ == "__main__":
    main()
