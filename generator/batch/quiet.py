"""Imported by the fork server alone: a worker that cannot begin since its batch is gone says nothing.

It finds the locks of its batch gone; a traceback would follow the words that the batch was interrupted.
"""

import sys
from types import TracebackType


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if kind is not FileNotFoundError:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
