"""The preview of a trip: a document in a frame, and the pages of its PDF as pictures.

Whoever shows the panel (`_preview.html`) beside something of a trip gives it `panel(...)`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from generator.errors import ParskatsError
from generator.frozen import dataclass
from generator.templating import DocumentKind
from generator.web.desk import Desk, desk_of
from generator.web.guard import FRAMED
from generator.web.pages import STATIC, is_fragment, render, text
from generator.web.pictures import SCREEN, ZOOMS, Sheets
from generator.web.preview import Draft, as_pdf
from generator.web.store import NotThere
from generator.web.store.places import TRIPS

STATE: Final = "Parskats-Preview"
"""The header that says what is in the frame: `present`, `earlier`, or `none` when nothing can be shown."""

FIT: Final = "fit"
"""The zoom at which a document is as wide as there is room."""

_FOR_EVER: Final = {"Cache-Control": "private, max-age=86400, immutable"}


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel of a trip needs: its key, the kinds of document, the chosen one, the zooms.

    With `fit` a document is as wide as there is room.
    """

    key: str
    documents: tuple[DocumentKind, ...]
    document: DocumentKind
    zooms: tuple[int, ...] = ZOOMS
    zoom: int = 100
    fit: bool = True


def draft_of(desk: Desk, key: str) -> Draft:
    """Return the draft of a trip file as it lies in the folder now; raises NotThere."""
    path = desk.folder.path(key)
    if path.suffix.lower() not in TRIPS:
        raise NotThere(key)
    try:
        return Draft(path, path.read_bytes(), desk.folder.root, desk.environ)
    except OSError as error:
        raise NotThere(key) from error


def panel(request: Request, key: str) -> Panel:
    """Return what the panel of a trip needs; raises NotThere, UsageError or TemplateError."""
    documents = draft_of(desk_of(request), key).documents()
    asked = request.query_params.get("document", "")
    chosen = next((one for one in documents if one.name == asked), documents[0])
    fit = request.query_params.get("zoom", FIT) == FIT
    return Panel(key, documents, chosen, zoom=_zoom(request), fit=fit)


def _zoom(request: Request) -> int:
    """Return the zoom that is asked for, 100 when it is none of those there are."""
    asked = request.query_params.get("zoom", "")
    return next((one for one in ZOOMS if str(one) == asked), 100)


# -- a document in a frame ------------------------------------------------------------------------
def frame(request: Request) -> Response:
    """Show a document of a trip as it is now, or as it last could be built; for a frame without scripts."""
    desk, key = desk_of(request), request.path_params["key"]
    draft = draft_of(desk, key)
    try:
        document = request.query_params.get("document") or draft.documents()[0].name
        found = desk.previews.of(draft, document)
    except ParskatsError as error:
        page = text(request, "_unbuilt.html", faults=error.faults)
        return HTMLResponse(page, headers=FRAMED | {STATE: "none"})
    note = "" if found.present else text(request, "_earlier.html")
    state = "present" if found.present else "earlier"
    return HTMLResponse(_framed(found.page, note), headers=FRAMED | {STATE: state})


def _framed(page: bytes, note: str) -> bytes:
    """Return a document with the looks of its marks, and a note above it."""
    style = f"<style>\n{_looks()}</style>\n</head>".encode()
    return page.replace(b"</head>", style, 1).replace(b"<body>\n", f"<body>\n{note}".encode(), 1)


@cache
def _looks() -> str:
    return (STATIC / "frame.css").read_text(encoding="utf-8")


# -- pages ----------------------------------------------------------------------------------------
async def pages(request: Request) -> Response:
    """Show the pages of a document as PDF, each as a picture; with `page` show the picture of one."""
    if "page" in request.query_params:
        return await _picture(request)
    shown = await run_in_threadpool(panel, request, request.path_params["key"])
    sheets = await _sheets(request, shown)
    sizes = [_pixels(size, shown.zoom) for size in sheets.sizes]
    name = "_pages.html" if is_fragment(request) else "pages.html"
    bar = {"key": shown.key, "holds": "trip", "at": "documents"}
    return render(request, name, panel=shown, digest=sheets.digest, sizes=sizes, **bar)


def _pixels(size: tuple[float, float], zoom: int) -> tuple[int, int]:
    """Return the width and height on the screen of a page whose size is in points."""
    width, height = (round(side * SCREEN * zoom / 100) for side in size)
    return width, height


async def _sheets(request: Request, shown: Panel) -> Sheets:
    """Return the PDF of a document as it is now, made and opened in the crew."""
    desk = desk_of(request)
    draft = await run_in_threadpool(draft_of, desk, shown.key)
    pdf = await desk.crew.run(as_pdf, draft, shown.document.name)
    return await desk.pictures.open(pdf, desk.crew)


async def _picture(request: Request) -> Response:
    """Return a page as PNG: of the PDF that is named, or of the present one when that is not kept."""
    desk, key = desk_of(request), request.path_params["key"]
    number, zoom, digest = _number(request), _zoom(request), request.query_params.get("of", "")
    png = await desk.pictures.page(digest, number, zoom, desk.crew)
    if png is not None:
        return Response(png, media_type="image/png", headers=_FOR_EVER)
    shown = await run_in_threadpool(panel, request, key)
    present = await _sheets(request, shown)
    png = await desk.pictures.page(present.digest, number, zoom, desk.crew)
    if png is None:
        raise NotThere(key)
    return Response(png, media_type="image/png")


def _number(request: Request) -> int:
    """Return the number of the page that is asked for, 0 for none there could be."""
    asked = request.query_params.get("page", "")
    return int(asked) if re.fullmatch("[0-9]{1,4}", asked) else 0
