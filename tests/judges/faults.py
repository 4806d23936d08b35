"""Faults put into good files on purpose: what is done, and which judges must see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.judges import (
    axe,
    docx_fields,
    html_validate,
    libreoffice,
    open_xml_sdk,
    openxml_audit,
    page_validation,
    printed,
    qpdf,
    same_bytes,
    same_words,
    structure,
    tools,
    verapdf,
)
from tests.judges.judge import Absent, Judge, run

BODY = "word/document.xml"
Break = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Fault:
    """One fault: its name begins with the format of the file, and these judges must catch it.

    With no judges it is none: what breaks the files has only written one anew.
    """

    name: str
    judges: tuple[Judge, ...]

    @property
    def suffix(self) -> str:
        """The ending of the file it is put into."""
        return f".{self.name.partition('-')[0]}"


# -- PDF: broken by `faults_pdf.py` -----------------------------------------------------------------
_BOTH = (verapdf, page_validation)
PDF = (
    Fault("pdf-alt-removed", _BOTH),
    Fault("pdf-th-made-td", _BOTH),
    Fault("pdf-scope-removed", _BOTH),
    Fault("pdf-heading-jumps", _BOTH),
    Fault("pdf-unknown-type", _BOTH),
    Fault("pdf-row-outside", _BOTH),
    Fault("pdf-list-item-loose", _BOTH),
    Fault("pdf-cell-spans-too-far", _BOTH),
    Fault("pdf-word-lost", (structure,)),
    Fault("pdf-paint-lost", (same_words, structure)),
    Fault("pdf-order-swapped", (structure,)),
    Fault("pdf-parent-tree-wrong", (verapdf,)),
    Fault("pdf-parent-tree-empty", (verapdf,)),
    Fault("pdf-structure-removed", _BOTH),
    Fault("pdf-lang-removed", _BOTH),
    Fault("pdf-mark-info-removed", _BOTH),
    Fault("pdf-title-not-shown", _BOTH),
    Fault("pdf-output-intent-removed", _BOTH),
    Fault("pdf-script-added", _BOTH),
    Fault("pdf-extension-schema-removed", _BOTH),
    Fault("pdf-xmp-title-removed", _BOTH),
    Fault("pdf-mark-of-ua-removed", _BOTH),
    Fault("pdf-font-not-embedded", _BOTH),
    Fault("pdf-to-unicode-removed", _BOTH),
    Fault("pdf-widths-wrong", _BOTH),
    Fault("pdf-text-untagged", _BOTH),
    Fault("pdf-colour-of-press", _BOTH),
    Fault("pdf-field-label-removed", _BOTH),
    Fault("pdf-field-untagged", _BOTH),
    Fault("pdf-field-without-look", _BOTH),
    Fault("pdf-attachment-unrelated", _BOTH),
    Fault("pdf-attachment-untyped", _BOTH),
    Fault("pdf-data-changed", (printed,)),
    Fault("pdf-sum-printed-otherwise", (printed, structure)),
    Fault("pdf-date-printed-otherwise", (printed, structure)),
    Fault("pdf-xref-broken", (qpdf,)),
    Fault("pdf-cut-short", (qpdf,)),
    Fault("pdf-saved-again", ()),
)


def broken_pdf(good: Path, folder: Path) -> dict[str, bytes]:
    """Return the broken files by the name of the fault; raises Absent."""
    made = run([tools.python(), tools.HERE / "faults_pdf.py", good, folder])
    if made.returncode:
        raise Absent(f"pikepdf cannot break files: {made.stderr.strip()[-300:]}")
    return {file.stem: file.read_bytes() for file in folder.glob("pdf-*.pdf")}


# -- text ---------------------------------------------------------------------------------------
def replaced(pattern: str, by: str) -> Break:
    """Return a function that replaces the first match, which must be there."""

    def broken(content: bytes) -> bytes:
        text, count = re.subn(pattern, by, content.decode(), count=1, flags=re.DOTALL)
        if not count:
            raise ValueError(f"nothing to break: {pattern}")
        return text.encode()

    return broken


# -- DOCX ---------------------------------------------------------------------------------------
def part(name: str, change: Break) -> Break:
    """Return a function that changes one part of a package."""
    return lambda content: _repacked(content, lambda parts: {**parts, name: change(parts[name])})


def without(name: str) -> Break:
    """Return a function that takes a part out of a package."""
    return lambda content: _repacked(content, lambda parts: {one: parts[one] for one in parts if one != name})


def _repacked(content: bytes, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> bytes:
    with ZipFile(BytesIO(content)) as package:
        parts = change({name: package.read(name) for name in package.namelist()})
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name, one in parts.items():
            package.writestr(name, one)
    return packed.getvalue()


_VALIDATORS = (open_xml_sdk, openxml_audit)
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
DOCX: dict[Fault, Break] = {
    Fault("docx-wrong-order", _VALIDATORS): part(
        BODY, replaced(r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1")
    ),
    Fault("docx-unknown-element", _VALIDATORS): part(BODY, replaced("<w:keepNext/>", "<w:keepNextOne/>")),
    Fault("docx-bad-attribute", _VALIDATORS): part(BODY, replaced('w:type="dxa"', 'w:type="feet"')),
    Fault("docx-unknown-attribute", _VALIDATORS): part(
        BODY, replaced("<w:keepNext/>", '<w:keepNext w:a="1"/>')
    ),
    Fault("docx-dangling-relation", _VALIDATORS): part(BODY, replaced('r:embed="rId7"', 'r:embed="rId77"')),
    Fault("docx-drawing-id-twice", (open_xml_sdk, docx_fields)): part(
        BODY, replaced(r'(docPr id="(\d+)"(?:(?!docPr).)*docPr id=)"\d+"(?!.*docPr)', r'\1"\2"')
    ),
    Fault("docx-cell-without-paragraph", (openxml_audit,)): part(
        BODY, replaced(r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2")
    ),
    Fault("docx-unknown-style", (openxml_audit,)): part(
        BODY, replaced('w:val="Heading2"', 'w:val="Heading9"')
    ),
    Fault("docx-unclosed-field", (docx_fields,)): part(
        BODY, replaced('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    ),
    Fault("docx-unclosed-element", _VALIDATORS): part(BODY, replaced("</w:body>", "")),
    Fault("docx-no-styles", _VALIDATORS): without("word/styles.xml"),
    Fault("docx-no-picture", _VALIDATORS): without("word/media/image1.jpeg"),
    Fault("docx-setting-wrong", _VALIDATORS): part(
        "word/settings.xml", replaced("(<w:settings[^>]*>)", r"\1<w:zoomed/>")
    ),
    Fault("docx-word-changed", (same_words, libreoffice)): part(
        BODY, replaced("Eiropas Soci", "Eiropas Soc")
    ),
    Fault("docx-text-hidden", (libreoffice,)): part(
        BODY, replaced("<w:r><w:t[^>]*>Brauciena", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Brauciena")
    ),
    Fault("docx-page-more", (libreoffice,)): part(BODY, replaced("(</w:tbl>)", r"\1" + _PAGE_BREAK)),
    Fault("docx-packed-again", ()): part(BODY, lambda content: content),
    Fault("docx-one-byte-else", (same_bytes,)): part("docProps/app.xml", lambda content: content + b"\n"),
}  # fmt: skip

# -- HTML ---------------------------------------------------------------------------------------
_HTML = (html_validate, axe)
HTML: dict[Fault, Break] = {
    Fault("html-alt-removed", _HTML): replaced(r'(<img src="[^"]*") alt="[^"]*"', r"\1"),
    Fault("html-id-twice", (html_validate,)): replaced(
        r'<p class="strip">(.*?)<p class="slogan">', r'<p class="strip" id="a">\1<p class="slogan" id="a">'
    ),
    Fault("html-lang-removed", _HTML): replaced('<html lang="lv-LV">', "<html>"),
    Fault("html-bad-contrast", (axe,)): replaced(r"\.note \{", ".note { color: #bbb !important;"),
    Fault("html-title-removed", _HTML): replaced("<title>.*?</title>", ""),
    Fault("html-heading-jumps", _HTML): replaced(r"<h2>(.*?)</h2>", r"<h4>\1</h4>"),
    Fault("html-unclosed-element", (html_validate,)): replaced("</main>", ""),
    Fault("html-unknown-role", (axe,)): replaced("<main>", '<main role="papers">'),
    Fault("html-button-without-words", _HTML): replaced("<main>", "<main><button type='button'></button>"),
    Fault("html-wrong-child", (html_validate,)): replaced("<tbody>", "<tbody><p>a</p>"),
    Fault("html-unknown-attribute-value", (html_validate,)): replaced('scope="row"', 'scope="rows"'),
    Fault("html-network-asked", (axe,)): replaced("</head>", '<link rel="icon" href="https://a.example/"></head>'),
    Fault("html-word-lost", (same_words,)): replaced(r"<h1>(\S+) .*?</h1>", r"<h1>\1</h1>"),
}  # fmt: skip
