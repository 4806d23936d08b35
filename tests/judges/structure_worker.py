"""Reads the words of structure trees, in their own order; run by the interpreter of `.judges/venv`.

Prints a line of JSON for each PDF named on standard input. It shares nothing with the writer: files
are opened by pikepdf, marked content is read from the operators, letters come from ToUnicode.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

Marked = dict[tuple[tuple[int, int], int], str]
_INLINE = ("/Span", "/Link")
_ROW = re.compile(rb"<(\w+)>\s*<(\w+)>\s*\n")
_RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>\s*\n")


# -- letters ------------------------------------------------------------------------------------
def letters(font: Any) -> dict[int, str]:
    """Return the text of every code of a font of one-byte codes."""
    found: dict[int, str] = {}
    data = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in _ROW.findall(block + b"\n"):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text in _RANGE.findall(block + b"\n"):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(int(text, 16) + step)
    return found


def marked(page: Any) -> Iterator[tuple[int, str]]:
    """Yield the text of every marked sequence of a page with its number."""
    fonts = {name: letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    number, text, font = -1, "", {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                number, text = int(operands[1].get("/MCID", -1)), ""
            case "BMC":
                number, text = -1, ""
            case "EMC":
                yield number, text
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                text += "".join(font[code] for code in bytes(operands[0]))
            case "TJ":
                parts = (bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
                text += "".join(font[code] for part in parts for code in part)


# -- tree ---------------------------------------------------------------------------------------
def reading(node: Any, page: Any, texts: Marked) -> str:
    """Return the text under a node of the tree; elements that are not inline stand apart."""
    if isinstance(node, int):
        return texts.get((page.objgen, node), "")
    if isinstance(node, pikepdf.Array):
        return "".join(reading(kid, page, texts) for kid in node)
    page = node.get("/Pg", page)
    if node.get("/Type") == Name.MCR:
        return texts.get((page.objgen, int(node.MCID)), "")
    if "/S" not in node:
        return ""
    inner = reading(node.K, page, texts) if "/K" in node else ""
    return inner if str(node.S) in _INLINE else f" {inner} "


def words(file: str) -> list[str]:
    """Return the words of the structure tree of a file, without soft hyphens."""
    with pikepdf.open(file) as pdf:
        texts = {
            (page.obj.objgen, number): text
            for page in pdf.pages
            for number, text in marked(page)
            if number >= 0
        }
        return reading(pdf.Root.StructTreeRoot.K, None, texts).replace("\u00ad", "").split()


def main() -> None:
    """Answer for every file on standard input."""
    for file in sys.stdin.read().splitlines():
        try:
            answer: dict[str, Any] = {"file": file, "words": words(file), "error": ""}
        except Exception as error:  # a broken file has no words
            answer = {"file": file, "words": [], "error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(answer))


main()
