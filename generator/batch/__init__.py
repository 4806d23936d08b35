"""Many trips: each one on its own, so that a bad one never stops the rest.

`render_one` is the unit of work, a plain function for any queue of tasks; `render_all` does it for
many trips, in processes of ours or by an executor of yours.
"""

from generator.batch.library import Options, render_all, render_one
from generator.batch.processes import Limits
from generator.batch.result import Result, State

__all__ = ["Limits", "Options", "Result", "State", "render_all", "render_one"]
