"""Writers: (Document, Layout, Theme, pictures, Properties) -> bytes. They have never met each other.

No files, no clock and no locale inside a writer. A new output is one entry in WRITERS.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Layout
from generator.theme import Theme


class Writer(Protocol):
    """What every writer is: one function; the same input gives the same bytes."""

    def __call__(
        self,
        document: Document,
        layout: Layout,
        theme: Theme,
        pictures: Mapping[str, Picture | Drawing],
        properties: Properties,
    ) -> bytes:
        """Return the finished file; `pictures` are found by `Image.key`."""


WRITERS = {
    "docx": "generator.writers.docx",
    "pdf": "generator.writers.pdf",
    "html": "generator.writers.html",
}
"""The module of each format, imported only when the format is asked for."""


def writer(format: str) -> Writer:
    """Return the writer of a format; raises KeyError for one that is not in WRITERS."""
    return cast(Writer, import_module(WRITERS[format]).write)
