"""The words a person types: commands and options in, files and an exit code out."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any

import click

from generator.cli.reporting import Outcome, fault_lines, show
from generator.cli.stopping import stoppable
from generator.cli.words import Run, usage_error
from generator.errors import ExitCode, ParskatsError, fault
from generator.settings import early


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    typed = list(sys.argv[1:] if words is None else words)
    sys.stdout, sys.stderr = (_speaking(stream) for stream in (sys.stdout, sys.stderr))
    with stoppable(to_the_end=words is None):
        code = _run(Run(typed, os.environ, early(typed, os.environ)))
        _let_go()
    return int(code)


def _run(run: Run) -> ExitCode:
    """Run the command and tell what came of it; return the exit code."""
    outcome = _outcome(run)
    try:
        show(outcome, run.command, run.settings, run.translate)
        sys.stdout.flush()
    except OSError as error:
        return _unread(error, run) or outcome.exit_code
    return outcome.exit_code


def _let_go() -> None:
    """Forget what standard error could not take: writing it at the very end would change the exit code."""
    try:
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _outcome(run: Run) -> Outcome:
    """Run the command; whatever happens becomes an outcome."""
    from generator.cli.verbs import program

    told = StringIO()
    try:
        with redirect_stdout(told):  # help pages and the version
            result = program.main(run.words, "parskats", standalone_mode=False, obj=run)
    except click.exceptions.NoArgsIsHelpError as error:
        with suppress(OSError):
            print(error.message, file=sys.stderr)
        return Outcome(ExitCode.USAGE)
    except click.UsageError as error:
        return _failed(usage_error(error, run))
    except ParskatsError as error:
        return _failed(error)
    except (click.Abort, KeyboardInterrupt):
        return Outcome(ExitCode.INTERRUPTED, faults=(fault("run.interrupted"),))
    except Exception as error:
        return _defect(error, run)
    return result if isinstance(result, Outcome) else Outcome(text=told.getvalue().removesuffix("\n"))


def _failed(error: ParskatsError) -> Outcome:
    return Outcome(error.exit_code, faults=error.faults)


def _defect(error: Exception, run: Run) -> Outcome:
    """Return the outcome of a defect of ours; its traceback is for those who ask."""
    if run.settings.verbose:
        with suppress(OSError):
            traceback.print_exception(error)
    found = fault("run.defect", kind=type(error).__name__, reason=str(error))
    return Outcome(ExitCode.DEFECT, faults=(found,))


def _speaking(stream: Any) -> Any:
    """Return a stream that speaks UTF-8, whatever the environment says; a closed one forgets all."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8", errors="backslashreplace")
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _unread(error: OSError, run: Run) -> ExitCode:
    """Tell why standard output took nothing more; a reader who has gone away is no fault."""
    from generator.manifest import output_fault

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in (errno.EPIPE, errno.EINVAL):  # the second one on Windows
        return ExitCode.OK
    with suppress(OSError):
        for line in fault_lines([output_fault(Path("<stdout>"), error)], run.translate):
            click.echo(line, err=True)
    return ExitCode.OUTPUT
