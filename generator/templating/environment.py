"""Filling a template: sandboxed Jinja2 in which a fault has a file, a line and a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache, wraps
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.ext import Extension
from jinja2.filters import FILTERS as JINJA_FILTERS

from generator.document.marks import mark_places
from generator.errors import BadValue, Fault, Place, TemplateError, fault
from generator.fields import Fields, Filled, Known, field_of, names_of, of_field
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT
from generator.model.money import Money
from generator.templating.bounds import MOST_CHARACTERS, MOST_ROUNDS, Endless, Sandbox, bounded
from generator.templating.compiled import Compiled
from generator.templating.files import Seen
from generator.templating.filters import FILTERS, filters_in
from generator.templating.folders import Folders
from generator.templating.printing import plain


class UnknownName(Exception):
    """A template asks for a name that is not there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(name)


class Missing(StrictUndefined):
    """An undefined name that says what it was and what there is instead."""

    def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> Any:
        known = names_of(self._undefined_obj) if isinstance(self._undefined_obj, Fields) else ()
        raise UnknownName(str(self._undefined_name), known)

    __str__ = __iter__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __getattr__ = __getitem__ = __call__ = _fail_with_undefined_error


class _Places(Extension):
    """Marks the place of every tag before a template is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return mark_places(source, name or "")


def fill(template: str, context: Mapping[str, Any], folders: Folders, style: LatvianStyle = DEFAULT) -> str:
    """Return the filled template with its marks; raises TemplateError with the place of the fault."""
    environment = _environment(folders.paths, folders.in_use, style)
    try:
        with bounded():
            text = _rendered(environment.get_template(template), context)
    except TemplateSyntaxError as error:
        raise TemplateError([_syntax_fault(error, folders)]) from error
    except TemplateNotFound as error:
        raise TemplateError([_not_found(error, template, folders)]) from error
    except UnicodeDecodeError as error:
        raise TemplateError([fault("template.encoding", Place(template))]) from error
    except Exception as error:  # whatever an expression of a template can raise
        raise TemplateError([_fault_of(error, template, context, folders)]) from error
    if len(text) > MOST_CHARACTERS:
        size, limit = (number // 1_000_000 for number in (len(text), MOST_CHARACTERS))
        raise TemplateError([fault("template.too-large", Place(template), size=size, limit=limit)])
    return text


def _rendered(template: Template, names: Mapping[str, Any]) -> str:
    """Return what Jinja's `render` does; raises as it does.

    The macros of a template and its context hold each other, and with them all data of a trip: parted,
    they go at once. Measured: 654 -> 124 objects of cyclic garbage a trip.
    """
    context = template.new_context(dict(names))
    try:
        return template.environment.concat(template.root_render_func(context))
    except Exception:
        template.environment.handle_exception()
    finally:
        context.vars.clear()


class _Loader(FileSystemLoader):
    """A loader of templates of which some are known to be as they were while the environment lasts."""

    def __init__(self, folder: Path, known: frozenset[str]) -> None:
        """Take a folder, and the paths of the files that need not be looked at again."""
        super().__init__(folder)
        self._known = known

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template with its path and whether it is still the same."""
        source, path, same = super().get_source(environment, template)
        return source, path, _certainly if path in self._known else same


def _certainly() -> bool:
    return True


@lru_cache(maxsize=4)
def _environment(
    paths: tuple[Path, ...], in_use: tuple[tuple[str, Seen], ...], style: LatvianStyle
) -> Sandbox:
    """Return the environment of templates as they are now: when one of them changes, it is another."""
    known = frozenset(file.path for _, file in in_use)
    environment = Sandbox(
        loader=ChoiceLoader([_Loader(path, known) for path in paths]),
        undefined=Missing,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=plain,
        extensions=[_Places],
        bytecode_cache=Compiled(),
    )
    filters = {**environment.filters, **filters_in(style)}
    environment.filters.update({name: _keeping_field(function) for name, function in filters.items()})
    return environment


_FIELDLESS: Final = frozenset((Money, Decimal, int, date, time, str))


def _keeping_field(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter whose result remembers the field of the text, name or texts it was given.

    One that asks for nothing is given the context and drops it: Jinja would else ask it while it compiles
    a template, and the code that is kept would say what the filters of one day and one style said.
    """
    if hasattr(function, "jinja_pass_arg"):

        @wraps(function)
        def keeping(passed: object, value: object, *args: Any, **kwargs: Any) -> object:
            result = function(passed, value, *args, **kwargs)
            return result if type(value) in _FIELDLESS else _kept(result, value)
    else:

        @pass_context
        @wraps(function)
        def keeping(passed: object, value: object, *args: Any, **kwargs: Any) -> object:
            result = function(value, *args, **kwargs) if args or kwargs else function(value)
            return result if type(value) in _FIELDLESS else _kept(result, value)

    return keeping


def _kept(result: object, value: object) -> object:
    """Return the result of a filter with the field of what it was given, if both have one."""
    if type(result) is not str:
        return result
    field = value.field if type(value) is Filled else _field_of(value)
    return of_field(result, field) if field else result


_TOLD_BY = ("name", "start")  # by what filters print a record: a name, a period


def _field_of(value: object) -> str:
    """Return the field of a value of the data, of a record with a name or a start, or of a list of texts."""
    if isinstance(value, (Filled, Known)):
        return value.field
    if isinstance(value, Fields):
        return next((_field_of(field_of(value, one)) for one in _TOLD_BY if one in names_of(value)), "")
    if isinstance(value, (list, tuple)):
        return next((_field_of(one).rpartition("[")[0] for one in value if isinstance(one, Filled)), "")
    return ""


# -- faults -------------------------------------------------------------------------------------
def _fault_of(error: Exception, template: str, context: Mapping[str, Any], folders: Folders) -> Fault:
    """Return the fault of an error met while filling, at the line of the template that was running."""
    file, line = _running(error.__traceback__, folders)
    file = file or str(folders.find(template))
    source = _line(file, line)
    if isinstance(error, UnknownName):
        known = error.known or tuple(context)
        close = get_close_matches(error.name, known, 1)
        at = Place(file, line, _column(source, error.name))
        if close:
            return fault("template.name-close", at, name=error.name, close=close[0])
        return fault("template.name-unknown", at, name=error.name, known=", ".join(known))
    at = Place(file, line, _column(source, "{{"))
    if isinstance(error, BadValue):
        return error.fault.at(at)
    if isinstance(error, (Endless, RecursionError, MemoryError)):
        return fault("template.endless", at, limit=MOST_ROUNDS)
    return fault("template.failed", at, reason=str(error) or type(error).__name__)


def _running(trace: TracebackType | None, folders: Folders) -> tuple[str, int | None]:
    """Return the file and line of the innermost template in a traceback."""
    found: tuple[str, int | None] = ("", None)
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html") and any(Path(file).is_relative_to(path) for path in folders.paths):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


_OPEN_BLOCK = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
_UNKNOWN_FILTER = re.compile(r"No filter named '([^']+)'")


def _syntax_fault(error: TemplateSyntaxError, folders: Folders) -> Fault:
    file = error.filename or str(folders.find(error.name or "") or error.name or "")
    reason = (error.message or "").rstrip(".")
    source = _line(file, error.lineno)
    at = Place(file, error.lineno, _column(source, "{%", "{{"))
    if found := _OPEN_BLOCK.search(reason):
        return fault("template.block-open", at, name=found[1])
    if found := _UNKNOWN_TAG.search(reason):
        return fault("template.tag-unknown", at, name=found[1])
    if found := _UNKNOWN_FILTER.search(reason):
        close = get_close_matches(found[1], [*FILTERS, *JINJA_FILTERS], 1) or ["money"]
        at = Place(file, error.lineno, _column(source, found[1]))
        return fault("template.filter-unknown", at, name=found[1], close=close[0])
    return fault("template.syntax", at, reason=reason)


def _not_found(error: TemplateNotFound, template: str, folders: Folders) -> Fault:
    file, line = _running(error.__traceback__, folders)
    at = Place(file or template, line, _column(_line(file, line), "{%"))
    return fault("template.not-found", at, name=str(error.name))


def _line(file: str, line: int | None) -> str:
    if not file or line is None:
        return ""
    lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _column(source: str, *words: str) -> int | None:
    """Return the column, from 1, of the first of the words that stands in the line."""
    for word in words:
        pattern = rf"\b{re.escape(word)}\b" if word.isidentifier() else re.escape(word)
        if found := re.search(pattern, source):
            return found.start() + 1
    return 1 if source else None
