"""`python -m tests.benchmarks.peers.word_templates`: make the Word templates of docxtpl and Docxtemplater.

One of each document, as its user has made it in Word, so making them is not timed. The default ones are
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
from tests.benchmarks.peers.word_layout import compose_annex, compose_report

REPORT_WIDTHS = {
    "facts": 2,
    "plan": len(words.PLAN_HEAD),
    "programme": len(words.PROGRAMME_HEAD),
    "participants": len(words.PEOPLE_HEAD),
}
ANNEX_WIDTHS = {
    "facts": 2,
    "sources": len(words.SOURCES_HEAD),
    "budget": len(words.BUDGET_HEAD),
    "costs": len(words.COSTS_HEAD),
    "documents": len(words.DOCUMENTS_HEAD),
}
TOTALS = {"sources": 2, "budget": 6, "costs": 2, "documents": 2}


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


def report(tags: Tags, photos: int) -> Document:
    """Return the template of the report with a place for so many photos."""
    document = docx.Document()

    def show(paragraph: Paragraph, at: int) -> None:
        paragraph.add_run(tags.photo(at))

    compose_report(document, _report_fields(tags, photos), range(photos), show)
    return document


def annex(tags: Tags) -> Document:
    """Return the template of the annex."""
    document = docx.Document()
    compose_annex(document, _annex_fields(tags))
    return document


def _report_fields(tags: Tags, photos: int) -> dict[str, Any]:
    single = ("title", "author", "header", "fund", "emblem_words", "slogan", "author_name", "addressee",
              "subject", "place_date", "number", "choice", "participants_lead", "participants_total",
              "funding", "spending")  # fmt: skip
    many = ("contacts", "goals", "course", "sites", "results", "deviations", "publicity", "sources",
            "attachments", "notes")  # fmt: skip
    return {
        **{name: tags.value(name) for name in single},
        **{name: tags.paragraphs(name) for name in many},
        **{name: tags.rows(name, width) for name, width in REPORT_WIDTHS.items()},
        "priorities": [(tags.value(f"priority{at}"), tags.value(f"contribution{at}")) for at in range(2)],
        "photos": [tags.value(f"caption{at}") for at in range(photos)],
        "signers": [tags.value("signer")],
        "preparers": [tags.value("preparer")],
    }


def _annex_fields(tags: Tags) -> dict[str, Any]:
    single = ("title", "author", "header", "subject", "budget_sum", "costs_sum", "documents_sum")
    return {
        **{name: tags.value(name) for name in single},
        **{name: tags.paragraphs(name) for name in ("mark", "notes")},
        **{name: tags.rows(name, width) for name, width in ANNEX_WIDTHS.items()},
        **{f"{name}_total": [tags.value(f"{name}_total{at}") for at in range(count)]
           for name, count in TOTALS.items()},
        "signers": [tags.value("signer"), tags.value("accountant")],
        "preparers": [tags.value("preparer")],
    }  # fmt: skip


def flat_report(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the texts of a report with names for what its template names one by one."""
    return {
        **fields,
        **{f"priority{at}": name for at, (name, _) in enumerate(fields["priorities"])},
        **{f"contribution{at}": text for at, (_, text) in enumerate(fields["priorities"])},
        **{f"caption{at}": text for at, text in enumerate(fields["photos"])},
        "signer": fields["signers"][0],
        "preparer": fields["preparers"][0],
    }


def flat_annex(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the texts of an annex with names for what its template names one by one."""
    signer, accountant = fields["signers"]
    return {
        **fields,
        **{f"{name}_total{at}": fields[f"{name}_total"][at]
           for name, count in TOTALS.items() for at in range(count)},
        "signer": signer,
        "accountant": accountant,
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
    """Make every template, by default and lean."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    for name, tags in (("docxtpl", Jinja()), ("docxtemplater", Braces())):
        made = {f"report-{photos}": report(tags, photos) for photos in (0, 2)}
        for document, template in {**made, "annex": annex(tags)}.items():
            template.save(str(TEMPLATES / f"{name}-default-{document}.docx"))
            make_lean(template)
            template.save(str(TEMPLATES / f"{name}-lean-{document}.docx"))


if __name__ == "__main__":
    main()
