"""Parts that say how Word treats the document: settings, fonts and the theme Word requires."""

from __future__ import annotations

from functools import lru_cache

from generator.theme import FontLook
from generator.writers.docx.markup import Markup, el, escaped, joined, part_text
from generator.writers.docx.namespaces import A, W

WORD_2013 = 15
"""The level of layout rules of Word 2013 and every later one: below it Word shows a notice."""

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_COMPATIBILITY = (
    ("compatibilityMode", WORD_2013),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def settings_part(language: str) -> Markup:
    """Return the text of `word/settings.xml`.

    Fields are not asked to be updated on opening, a line that a person ends is not stretched, and
    the spaces after and before two paragraphs add up: without that Word takes the larger.
    """
    return part_text(
        el(
            "w:settings",
            el("w:zoom", percent=100),
            el("w:defaultTabStop", val=720),
            el("w:characterSpacingControl", val="doNotCompress"),
            el(
                "w:compat",
                el("w:doNotExpandShiftReturn"),
                el("w:doNotUseHTMLParagraphAutoSpacing"),
                *(_compatible(name, value) for name, value in _COMPATIBILITY),
            ),
            el("w:themeFontLang", val=language),
            _color_mapping(),
            el("w:decimalSymbol", val=","),
            el("w:listSeparator", val=";"),
            xmlns_w=W,
        )
    )


def _compatible(name: str, value: int) -> Markup:
    return el("w:compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)


def _color_mapping() -> Markup:
    accents = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    return el(
        "w:clrSchemeMapping",
        bg1="light1",
        t1="dark1",
        bg2="light2",
        t2="dark2",
        **accents,
        hyperlink="hyperlink",
        followedHyperlink="followedHyperlink",
    )


def fonts_part(font: FontLook) -> Markup:
    """Return the text of `word/fontTable.xml`: Word's fonts, and those of the same widths."""
    fonts = (
        _font(font.word, font.family, "roman"),
        _font(font.word_sans, font.sans, "swiss"),
    )
    return part_text(el("w:fonts", *fonts, xmlns_w=W))


def _font(name: str, same_widths: str, family: str) -> Markup:
    other = [el("w:altName", val=same_widths)] if same_widths != name else []
    described = el("w:charset", val="00"), el("w:family", val=family), el("w:pitch", val="variable")
    return el("w:font", *other, *described, name=name)


@lru_cache(maxsize=4)
def application_part(producer: str) -> Markup:
    """Return the text of `docProps/app.xml`, which names the program and nothing of the machine."""
    return part_text(el("Properties", el("Application", escaped(producer)), xmlns=_APP))


# -- the theme part -----------------------------------------------------------------------------
_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2937",
    "lt2": "E8ECF4",
    "accent1": "003399",
    "accent2": "FFCC00",
    "accent3": "404040",
    "accent4": "A0A0A0",
    "accent5": "2E5E4E",
    "accent6": "7A2E2E",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def theme_part(font: FontLook) -> Markup:
    """Return the text of `word/theme/theme1.xml`: what Word offers in its colour and font menus."""
    return part_text(
        el(
            "a:theme",
            el("a:themeElements", _color_scheme(), _font_scheme(font), _format_scheme()),
            xmlns_a=A,
            name="Parskats",
        )
    )


def _color_scheme() -> Markup:
    colors = (el(f"a:{name}", el("a:srgbClr", val=value)) for name, value in _COLORS.items())
    return el("a:clrScheme", *colors, name="Parskats")


def _font_scheme(font: FontLook) -> Markup:
    faces = (el("a:latin", typeface=font.word), el("a:ea", typeface=""), el("a:cs", typeface=""))
    kinds = (el("a:majorFont", *faces), el("a:minorFont", *faces))
    return el("a:fontScheme", *kinds, name="Parskats")


def _format_scheme() -> Markup:
    """Return three plain fills, lines and effects: the format asks for three of each."""
    fill = el("a:solidFill", el("a:schemeClr", val="phClr"))
    line = el("a:ln", fill, el("a:prstDash", val="solid"), w=6350, cap="flat", cmpd="sng", algn="ctr")
    effect = el("a:effectStyle", el("a:effectLst"))
    lists = {"fillStyleLst": fill, "lnStyleLst": line, "effectStyleLst": effect, "bgFillStyleLst": fill}
    return el(
        "a:fmtScheme", joined(el(f"a:{name}", one, one, one) for name, one in lists.items()), name="Parskats"
    )
