"""The HTML preview: one self-contained file, semantic, with a print style that resembles the pages."""

from __future__ import annotations

from html import escape

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.layout.boxes import Layout
from generator.theme import Theme
from generator.writers.html.inlines import Inlines, data_field
from generator.writers.html.page import Page, Pictures
from generator.writers.html.stylesheet import stylesheet


def write(
    document: Document, layout: Layout, theme: Theme, pictures: Pictures, properties: Properties
) -> bytes:
    """Return the document as one HTML file in UTF-8; running headers and footers are left to paper."""
    return _written(document, theme, Page(pictures, Inlines()), properties)


def write_marked(document: Document, theme: Theme, pictures: Pictures, properties: Properties) -> bytes:
    """Return the same file for those who edit the data: what came from a field of it says so.

    Texts and pictures then have the attribute `data-field` with its path, such as `costs[2].item`.
    """
    return _written(document, theme, Page(pictures, Inlines(data_field)), properties)


def _written(document: Document, theme: Theme, page: Page, properties: Properties) -> bytes:
    sections = "\n".join(page.section(section.blocks) for section in document.sections)
    head = _head(document, properties) + f"<style>\n{stylesheet(theme)}</style>\n"
    return (
        f'<!doctype html>\n<html lang="{escape(document.lang)}">\n<head>\n{head}</head>\n'
        f"<body>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    ).encode()


def _head(document: Document, properties: Properties) -> str:
    named = {
        "generator": properties.producer,
        "author": document.author,
        "description": document.subject,
        "keywords": document.keywords,
    }
    meta = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n' for name, value in named.items() if value
    )
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n{meta}"
    )
