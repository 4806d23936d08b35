"""The application: the table of routes, and what stands around every one of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from generator.errors import ParskatsError
from generator.web.crew import ready
from generator.web.desk import Desk
from generator.web.guard import Guard
from generator.web.pages import STATIC
from generator.web.store import NotThere
from generator.web.views import (
    checks,
    downloads,
    failure,
    photos,
    preview,
    season,
    start,
    summary,
    trip,
    upload,
)

_WARM: Final = "generator.batch.warm"
"""Importing it makes the sample trip once."""

GET, POST = ["GET"], ["POST"]

ROUTES: list[BaseRoute] = [
    # -- the start -------------------------------------------------------------------------------
    Route("/", start.home, methods=GET),
    Route("/trips", start.create, methods=POST),
    Route("/card/{key:path}", start.card, methods=GET),
    Route("/language", start.language, methods=POST),
    # -- uploads ---------------------------------------------------------------------------------
    Route("/upload", upload.receive, methods=POST),
    Route("/upload/{id}", upload.show, methods=GET),
    Route("/upload/{id}/annotated.xlsx", upload.annotated, methods=GET),
    Route("/upload/{id}/take", upload.take, methods=POST),
    Route("/upload/{id}/drop", upload.drop, methods=POST),
    Route("/workbook/{key:path}", upload.workbook, methods=GET),
    Route("/look/{key:path}", upload.look, methods=POST),
    # -- the form --------------------------------------------------------------------------------
    Route("/trip/{key:path}", trip.page, methods=GET),
    Route("/change/{key:path}", trip.change, methods=POST),
    Route("/undo/{key:path}", trip.undo, methods=POST),
    Route("/redo/{key:path}", trip.redo, methods=POST),
    Route("/photo/{key:path}", photos.show, methods=GET),
    Route("/photo/{key:path}", photos.upload, methods=POST),
    # -- the checks ------------------------------------------------------------------------------
    Route("/checks/{key:path}", checks.page, methods=GET),
    Route("/silence/{key:path}", checks.silence, methods=POST),
    # -- the preview -----------------------------------------------------------------------------
    Route("/preview/{key:path}", preview.frame, methods=GET),
    Route("/pages/{key:path}", preview.pages, methods=GET),
    # -- the downloads ---------------------------------------------------------------------------
    Route("/download/{key:path}", downloads.download, methods=GET),
    Route("/render/{key:path}", downloads.write, methods=POST),
    # -- the season ------------------------------------------------------------------------------
    Route("/season", season.home, methods=GET),
    Route("/season/start", season.start, methods=POST),
    Route("/season/stop", season.stop, methods=POST),
    Route("/season/resume", season.resume, methods=POST),
    Route("/season/events", season.events, methods=GET),
    Route("/season/summary", summary.page, methods=GET),
    Route("/season/all.zip", summary.archive, methods=GET),
    Route("/season/file/{folder}/{name}", summary.file, methods=GET),
    # -- what is shipped -------------------------------------------------------------------------
    Route("/favicon.ico", start.icon, methods=GET),
    Mount("/static", StaticFiles(directory=STATIC)),
]


def application(desk: Desk) -> Starlette:
    """Return the page of a desk as an ASGI application, with the guard before it."""
    app = Starlette(
        routes=ROUTES,
        lifespan=_running,
        middleware=[
            Middleware(Guard, keys=desk.keys, port=desk.port, refuse=failure.refused),
            Middleware(failure.Caught),
        ],
        exception_handlers={
            HTTPException: failure.by_status,
            NotThere: failure.not_there,
            ParskatsError: failure.of_faults,
        },
    )
    app.state.desk = desk
    return app


@asynccontextmanager
async def _running(app: Starlette) -> AsyncIterator[None]:
    """Load in the background what the first preview needs; in the end stop the season that runs."""
    desk: Desk = app.state.desk
    warming = asyncio.create_task(_warmed(desk))
    try:
        yield
    finally:
        warming.cancel()
        await asyncio.to_thread(desk.season.close)


async def _warmed(desk: Desk) -> None:
    with suppress(ParskatsError, RuntimeError):  # then it is loaded when it is needed
        await asyncio.gather(asyncio.to_thread(import_module, _WARM), desk.crew.run(ready))
