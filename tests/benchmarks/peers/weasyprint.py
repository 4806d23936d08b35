"""WeasyPrint: a page of HTML filled by Jinja2, printed with a style sheet. PDF without tags, its default."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment, FileSystemLoader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from tests.benchmarks.peers.assets import EMBLEM, HERE
from tests.benchmarks.peers.case import Case, fitting

SUFFIX: Final = "pdf"
_TEMPLATE: Final = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("report.html")
_FONTS: Final = FontConfiguration()
_LOOKS: Final = CSS(HERE / "report.css", font_config=_FONTS)


def write(case: Case) -> bytes:
    """Return the PDF; style sheet and fonts are read once."""
    photos = [photo.as_uri() for photo in fitting(case.photos)]
    page = _TEMPLATE.render(data=case.fields, photos=photos, emblem=EMBLEM.as_uri())
    made = HTML(string=page, base_url=str(HERE)).write_pdf(stylesheets=[_LOOKS], font_config=_FONTS)
    assert isinstance(made, bytes)
    return made
