"""Puts one fault each into copies of a good PDF; run by the interpreter of `.judges/venv`.

`python faults_pdf.py GOOD FOLDER` writes FOLDER/<name of the fault>.pdf for every function of FAULTS.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name, Pdf


# -- structure ----------------------------------------------------------------------------------
def elements(pdf: Pdf) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    return _walk(pdf.Root.StructTreeRoot.K)


def _walk(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid)
    elif isinstance(node, pikepdf.Dictionary) and Name.S in node:
        yield node
        if Name.K in node:
            yield from _walk(node.K)


def first(pdf: Pdf, kind: str) -> Any:
    """Return the first element of a kind."""
    return next(one for one in elements(pdf) if str(one.S) == f"/{kind}")


def _alt_removed(pdf: Pdf) -> None:
    del first(pdf, "Figure").Alt


def _th_made_td(pdf: Pdf) -> None:
    for one in elements(pdf):
        if one.S == Name.TH:
            one.S = Name.TD
            del one.A


def _scope_removed(pdf: Pdf) -> None:
    for one in elements(pdf):
        if one.S == Name.TH:
            del one.A


def _heading_jumps(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H4


def _unknown_type(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Foo


def _row_outside(pdf: Pdf) -> None:
    first(pdf, "Table").S = Name.P


def _list_item_loose(pdf: Pdf) -> None:
    first(pdf, "LBody").S = Name.LI


def _cell_spans_too_far(pdf: Pdf) -> None:
    cell = [one for one in elements(pdf) if one.S == Name.TD][3]
    cell.A = pikepdf.Dictionary(O=Name.Table, ColSpan=9)


def _word_lost(pdf: Pdf) -> None:
    del first(pdf, "P").K


def _paint_lost(pdf: Pdf) -> None:
    _content(pdf, b"(Eiropas Soci", b"(Eiropas Soc")


def _order_swapped(pdf: Pdf) -> None:
    kids = first(pdf, "Document").K
    kids[8], kids[9] = kids[9], kids[8]


def _parent_tree_wrong(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1], numbers[3] = numbers[3], numbers[1]


def _parent_tree_empty(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array()


def _structure_removed(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


# -- catalogue and metadata -----------------------------------------------------------------------
def _lang_removed(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _mark_info_removed(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def _title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _output_intent_removed(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _script_added(pdf: Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=Name.JavaScript, JS="1")


def _metadata(pdf: Pdf, start: bytes, end: bytes) -> None:
    """Take a part out of the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes()
    before, _, rest = packet.partition(start)
    _, _, after = rest.partition(end)
    pdf.Root.Metadata = pdf.make_stream(before + after, Type=Name.Metadata, Subtype=Name.XML)


def _extension_schema_removed(pdf: Pdf) -> None:
    _metadata(pdf, b"<pdfaExtension:schemas>", b"</pdfaExtension:schemas>")


def _xmp_title_removed(pdf: Pdf) -> None:
    _metadata(pdf, b"<dc:title>", b"</dc:title>")


def _mark_of_ua_removed(pdf: Pdf) -> None:
    _metadata(pdf, b"<pdfuaid:part>", b"</pdfuaid:part>")


# -- pages and fonts ------------------------------------------------------------------------------
def _font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def _font_not_embedded(pdf: Pdf) -> None:
    del _font(pdf).FontDescriptor.FontFile2


def _to_unicode_removed(pdf: Pdf) -> None:
    del _font(pdf).ToUnicode


def _widths_wrong(pdf: Pdf) -> None:
    font = _font(pdf)
    font.Widths = pikepdf.Array([int(width) + 50 for width in font.Widths])


def _content(pdf: Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    content = pdf.pages[page].Contents.read_bytes()
    assert old in content
    pdf.pages[page].Contents = pdf.make_stream(content.replace(old, new, 1))


def _text_untagged(pdf: Pdf) -> None:
    _content(pdf, b"/P <</MCID 0>> BDC", b"")
    _content(pdf, b"EMC", b"")


def _colour_of_press(pdf: Pdf) -> None:
    _content(pdf, b"0 0.2 0.6 rg", b"1 0.5 0 0.2 k")


# -- fields and attachments -----------------------------------------------------------------------
def _field_label_removed(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].TU


def _field_untagged(pdf: Pdf) -> None:
    del first(pdf, "Form").K


def _field_without_look(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].AP


def _specification(pdf: Pdf) -> Any:
    return pdf.Root.Names.EmbeddedFiles.Names[1]


def _attachment_unrelated(pdf: Pdf) -> None:
    del _specification(pdf).AFRelationship
    del pdf.Root.AF


def _attachment_untyped(pdf: Pdf) -> None:
    del _specification(pdf).EF.F.Subtype


def _data_changed(pdf: Pdf) -> None:
    stream = _specification(pdf).EF.F
    stream.write(stream.read_bytes().replace(b"24415.44", b"24415.45"))


def _sum_printed_otherwise(pdf: Pdf) -> None:
    _content(pdf, b"415,44) Tj", b"415,45) Tj")


def _date_printed_otherwise(pdf: Pdf) -> None:
    _content(pdf, b"2012.", b"2013.")


def _saved_again(pdf: Pdf) -> None:
    """Change nothing: no judge may complain of what pikepdf itself does."""


FAULTS: tuple[Callable[[Pdf], None], ...] = (
    _alt_removed, _th_made_td, _scope_removed, _heading_jumps, _unknown_type, _row_outside, _list_item_loose,
    _cell_spans_too_far, _word_lost, _paint_lost, _order_swapped, _parent_tree_wrong, _parent_tree_empty,
    _structure_removed, _lang_removed, _mark_info_removed, _title_not_shown, _output_intent_removed,
    _script_added, _extension_schema_removed, _xmp_title_removed, _mark_of_ua_removed, _font_not_embedded,
    _to_unicode_removed, _widths_wrong, _text_untagged, _colour_of_press, _field_label_removed,
    _field_untagged, _field_without_look, _attachment_unrelated, _attachment_untyped,
    _data_changed, _sum_printed_otherwise, _date_printed_otherwise, _saved_again,
)  # fmt: skip


def main(good: Path, folder: Path) -> None:
    """Write a broken file for every fault, and the ones that only bytes can break."""
    for fault in FAULTS:
        with pikepdf.open(good) as pdf:
            fault(pdf)
            name = fault.__name__.strip("_").replace("_", "-")
            pdf.save(folder / f"pdf-{name}.pdf", fix_metadata_version=False, deterministic_id=True)
    content = good.read_bytes()
    start = content.rindex(b"startxref")
    (folder / "pdf-xref-broken.pdf").write_bytes(content[:start] + b"startxref\n17\n%%EOF\n")
    (folder / "pdf-cut-short.pdf").write_bytes(content[: len(content) // 2])


main(Path(sys.argv[1]), Path(sys.argv[2]))
