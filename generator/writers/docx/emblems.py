"""Drawings as native vector shapes: a group with one free-form shape for each colour."""

from __future__ import annotations

from functools import lru_cache

from generator.emblems import Drawing, Point, Shape
from generator.writers.docx.markup import Markup, el
from generator.writers.docx.namespaces import WPG, WPS


@lru_cache(maxsize=16)
def group_graphic(drawing: Drawing, size: tuple[int, int], first_id: int) -> Markup:
    """Return a drawing of a size in EMU as a group of shapes; every shape takes an id."""
    shapes = (_shape(shape, drawing, size, number) for number, shape in enumerate(drawing.shapes, first_id))
    group = el(
        "wpg:wgp",
        el("wpg:cNvGrpSpPr"),
        el("wpg:grpSpPr", _place(size, "a:chOff", "a:chExt")),
        *shapes,
        xmlns_wpg=WPG,
        xmlns_wps=WPS,
    )
    return el("a:graphicData", group, uri=WPG)


def _place(size: tuple[int, int], *inner: str) -> Markup:
    """Return the box of a shape; a group says besides that its shapes are in the same units."""
    off, ext = {"x": 0, "y": 0}, {"cx": size[0], "cy": size[1]}
    own = [el("a:off", **off), el("a:ext", **ext)]
    return el("a:xfrm", *own, *([el(inner[0], **off), el(inner[1], **ext)] if inner else []))


def _shape(shape: Shape, drawing: Drawing, size: tuple[int, int], number: int) -> Markup:
    return el(
        "wps:wsp",
        el("wps:cNvPr", id=number, name=f"Shape {number}"),
        el("wps:cNvSpPr"),
        el(
            "wps:spPr",
            _place(size),
            _geometry(shape, drawing, size),
            el("a:solidFill", el("a:srgbClr", val=shape.fill.removeprefix("#").upper())),
            el("a:ln", el("a:noFill")),
        ),
        el("wps:bodyPr"),
    )


def _geometry(shape: Shape, drawing: Drawing, size: tuple[int, int]) -> Markup:
    wide, high = size
    scale = wide / drawing.width, float(high)
    paths = el(
        "a:path", *(step for polygon in shape.polygons for step in _outline(polygon, scale)), w=wide, h=high
    )
    return el(
        "a:custGeom",
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst"),
        el("a:rect", l="0", t="0", r="r", b="b"),
        el("a:pathLst", paths),
    )


def _outline(polygon: tuple[Point, ...], scale: tuple[float, float]) -> list[Markup]:
    points = [el("a:pt", x=round(x * scale[0]), y=round(y * scale[1])) for x, y in polygon]
    return [el("a:moveTo", points[0]), *(el("a:lnTo", point) for point in points[1:]), el("a:close")]
