"""The application: the table of routes, and what stands around every one of them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from generator.errors import ParskatsError
from generator.web.desk import Desk
from generator.web.guard import Guard
from generator.web.pages import STATIC
from generator.web.store import NotThere
from generator.web.views import failure, start, upload

GET, POST = ["GET"], ["POST"]

ROUTES: list[BaseRoute] = [
    # -- the start -------------------------------------------------------------------------------
    Route("/", start.home, methods=GET),
    Route("/trips", start.create, methods=POST),
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
    # -- the checks ------------------------------------------------------------------------------
    # -- the preview -----------------------------------------------------------------------------
    # -- the downloads ---------------------------------------------------------------------------
    # -- the season ------------------------------------------------------------------------------
    # -- what is shipped -------------------------------------------------------------------------
    Route("/favicon.ico", start.icon, methods=GET),
    Mount("/static", StaticFiles(directory=STATIC)),
]


def application(desk: Desk) -> Starlette:
    """Return the page of a desk as an ASGI application, with the guard before it."""
    app = Starlette(
        routes=ROUTES,
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
