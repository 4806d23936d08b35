"""Bring the Latvian catalogue up to date with the sentences of the package, and compile it.

Run it after a sentence was added or changed: `python tests/refresh_messages.py`. New sentences come
into `parskats.po` without a translation and are listed; write them by hand and run it again.
It never runs in CI, where the tests say whether the catalogue is complete.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "generator"
PO = PACKAGE / "locale" / "lv" / "LC_MESSAGES" / "parskats.po"
HEADER = """\
# Latvian sentences of parskats, written by hand.
# The English sentences stand in the source; python tests/refresh_messages.py brings new ones here.
#"""


class Latvian(Catalog):
    """A Latvian catalogue whose header is always the same: no dates, no version of a tool."""

    mime_headers = [
        ("Project-Id-Version", "parskats"),
        ("Language", "lv"),
        ("Plural-Forms", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit\n"),
    ]

    def __init__(self) -> None:
        super().__init__(locale="lv", domain="parskats", header_comment=HEADER, fuzzy=False)


def extracted() -> Catalog:
    """Return every sentence of the package that is marked for translation, with the files it stands in."""
    catalog = Catalog()
    found = extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords={"N_": None, "_": None}, strip_comment_tags=True
    )
    for name, _line, message, _comments, _context in sorted(found):
        catalog.add(message, locations=[(f"generator/{name}", 1)])
    return catalog


def stored() -> Catalog:
    """Return the Latvian catalogue as it stands in the checkout."""
    with PO.open("rb") as file:
        return read_po(file, locale="lv", domain="parskats")


def sentences(catalog: Catalog) -> dict[str, Message]:
    """Return the messages of a catalogue by their English text, without the header."""
    return {str(message.id): message for message in catalog if message.id}


def updated() -> Latvian:
    """Return the catalogue with the sentences of the package: known translations kept, no others."""
    known = sentences(stored()) if PO.exists() else {}
    catalog = Latvian()
    for id, message in sentences(extracted()).items():
        places = dict.fromkeys(name for name, _ in message.locations)
        translation = known[id].string if id in known else ""
        catalog.add(id, translation, locations=[(name, 1) for name in places])
    return catalog


def po_text(catalog: Latvian) -> bytes:
    """Return the catalogue as people edit it: without line numbers, which only make noise."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, include_lineno=False, width=100)
    return buffer.getvalue()


def mo_bytes(catalog: Latvian) -> bytes:
    """Return the catalogue as gettext reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def refresh() -> list[str]:
    """Write both catalogues, and return the sentences that wait for a translation."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    catalog = updated()
    PO.write_bytes(po_text(catalog))
    PO.with_suffix(".mo").write_bytes(mo_bytes(catalog))
    return [id for id, message in sentences(catalog).items() if not message.string]


if __name__ == "__main__":
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        sys.exit("catalogues are refreshed by people, not by CI")
    waiting = refresh()
    print("\n".join(["Waiting for a translation:", *waiting]) if waiting else "All sentences are translated.")
