"""WeasyPrint: pages of HTML filled by Jinja2, printed with a style sheet. PDF without tags, its default."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from tests.benchmarks.peers.assets import EMBLEM, HERE
from tests.benchmarks.peers.case import ANNEX, REPORT, Case, fitting

_TEMPLATES: Final = Environment(loader=FileSystemLoader(HERE), autoescape=True)
_FONTS: Final = FontConfiguration()
_LOOKS: Final = CSS(HERE / "report.css", font_config=_FONTS)


def write(case: Case) -> dict[str, bytes]:
    """Return both documents."""
    return {f"{REPORT}.pdf": report(case), f"{ANNEX}.pdf": annex(case)}


def report(case: Case) -> bytes:
    """Return the report."""
    photos = [photo.as_uri() for photo in fitting(case.photos)]
    return _printed("report.html", data=case.report, photos=photos, emblem=EMBLEM.as_uri())


def annex(case: Case) -> bytes:
    """Return the annex."""
    return _printed("annex.html", data=case.annex)


def _printed(template: str, **given: Any) -> bytes:
    """Return a template filled and printed; templates, style sheet and fonts are read once."""
    page = _TEMPLATES.get_template(template).render(given)
    made = HTML(string=page, base_url=str(HERE)).write_pdf(stylesheets=[_LOOKS], font_config=_FONTS)
    assert isinstance(made, bytes)
    return made
