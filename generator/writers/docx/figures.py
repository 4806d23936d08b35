"""Pictures and drawings in a line of text, at their size and with what they show in words."""

from __future__ import annotations

from generator.document.nodes import Image
from generator.images import Picture
from generator.layout.figures import image_size
from generator.layout.runs import PageNumbers
from generator.layout.setting import Setting
from generator.theme import ParagraphLook
from generator.writers.docx.emblems import group_graphic
from generator.writers.docx.markup import Markup, el
from generator.writers.docx.namespaces import DECORATIVE, MC, PIC, WPG
from generator.writers.docx.story import Story
from generator.writers.docx.units import emu

Size = tuple[int, int]


def figure_run(image: Image, story: Story, look: ParagraphLook) -> Markup:
    """Return the run that holds a picture or a drawing."""
    drawn = story.drawn(image)
    size = _size(image, story, look)
    graphic = (
        _picture_graphic(drawn, size, story)
        if isinstance(drawn, Picture)
        else group_graphic(drawn, size, story.call.next_drawing(len(drawn.shapes)))
    )
    drawing = el("w:drawing", _inline(image, size, graphic, story))
    return el("w:r", drawing if isinstance(drawn, Picture) else _where_understood(drawing))


def _where_understood(drawing: Markup) -> Markup:
    """Return a drawing of shapes as Word itself writes it: for programs that know groups of shapes.

    Source: ISO/IEC 29500-3, 7.6 (alternate content).
    """
    choice = el("mc:Choice", drawing, xmlns_wpg=WPG, Requires="wpg")
    return el("mc:AlternateContent", choice, xmlns_mc=MC)


def _size(image: Image, story: Story, look: ParagraphLook) -> Size:
    """Return width and height in EMU, as the layout of the pages gives them."""
    setting = Setting(story.call.theme, story.call.pictures, PageNumbers(), story.height)
    width, height = image_size(image, setting, story.width - look.indent_left - look.indent_right)
    return emu(width), emu(height)


def _inline(image: Image, size: Size, graphic: Markup, story: Story) -> Markup:
    number = story.call.next_drawing()
    return el(
        "wp:inline",
        el("wp:extent", cx=size[0], cy=size[1]),
        _described(image, number),
        el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
        el("a:graphic", graphic),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )


def _described(image: Image, number: int) -> Markup:
    """Return the drawing's id and alternative text; a decoration is marked as one."""
    name = f"Picture {number}"
    if image.alt:
        return el("wp:docPr", id=number, name=name, descr=image.alt)
    decorative = el("adec:decorative", xmlns_adec=DECORATIVE, val=1)
    mark = el("a:extLst", el("a:ext", decorative, uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"))
    return el("wp:docPr", mark, id=number, name=name, descr="")


def _picture_graphic(picture: Picture, size: Size, story: Story) -> Markup:
    number = story.call.next_drawing()
    place = el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", cx=size[0], cy=size[1]))
    return el(
        "a:graphicData",
        el(
            "pic:pic",
            el("pic:nvPicPr", el("pic:cNvPr", id=number, name=f"Image {number}"), el("pic:cNvPicPr")),
            el(
                "pic:blipFill",
                el("a:blip", r_embed=story.embed(picture)),
                el("a:stretch", el("a:fillRect")),
            ),
            el("pic:spPr", place, el("a:prstGeom", el("a:avLst"), prst="rect")),
            xmlns_pic=PIC,
        ),
        uri=PIC,
    )
