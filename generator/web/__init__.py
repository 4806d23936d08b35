"""The page: the folder of a person's trips in her browser, served to her own machine only.

What it knows of reports it asks from the floors below; its own are pages, drafts and their
versions. Its libraries are the extra `page`, so nothing here is imported before it is needed.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from generator.errors import UsageError, fault

_LIBRARIES: Final = frozenset({"starlette", "uvicorn", "python_multipart", "pypdfium2", "anyio"})


def serve(
    folder: Path,
    *,
    port: int = 0,
    open_browser: bool = False,
    lang: str = "lv",
    environ: Mapping[str, str] = os.environ,
    verbose: bool = False,
    ready: Callable[[str], None] = print,
) -> None:
    """Serve the page of a folder to this machine until it is stopped (Ctrl+C).

    `port` 0 takes any that is free; `ready` is given the first link when the page can be opened. When
    `verbose`, a defect is also told on standard error, with its traceback.
    Raises UsageError `serve.extra`, `serve.folder` or `serve.port`.
    """
    try:
        from generator.web.server import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise UsageError([fault("serve.extra")]) from None
    log = logging.getLogger("parskats.web")
    log.addHandler(logging.StreamHandler() if verbose else logging.NullHandler())
    run(folder, port=port, open_browser=open_browser, lang=lang, environ=environ, ready=ready)
