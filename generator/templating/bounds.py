"""The sandbox of templates: no way out of it, and bounds to how often a template may repeat itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from jinja2 import nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.fields import Fields, field_of
from generator.templating.printing import Generator, printed

MOST_ROUNDS: Final = 200_000
"""How often all loops of one filling may go round."""
MOST_CHARACTERS: Final = 10_000_000
"""How long a filled template may be: 10,000 costs, each with a paper of its own, take 7 million."""

_COUNTED: Final = "counted rounds"
_OWN: Final = (TemplateModule, LoopContext)
"""Jinja's own objects, of which a template may have all that has no underscore before it."""
_MOST_POWER: Final = 1000
_markup: Final = str.__new__
"""Makes Markup of a text without asking it first whether it is some already: less than half of the cost."""
_ROUNDS: ContextVar[list[int]] = ContextVar("rounds")


class Endless(Exception):
    """A template repeats itself more often than any document needs."""


@contextmanager
def bounded() -> Iterator[None]:
    """Count the rounds of one filling from zero."""
    token = _ROUNDS.set([0])
    try:
        yield
    finally:
        _ROUNDS.reset(token)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which every round of a loop is counted, and products have a bound."""

    intercepted_binops = frozenset(["*", "**"])
    code_generator_class = Generator
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        """Take the options of an environment; what would give other words each time is left out."""
        super().__init__(**options)
        self.filters[_COUNTED] = _counted
        del self.filters["random"], self.globals["lipsum"]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in template.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        return template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute of an object.

        A record shows a template nothing but fields, so that none of them need be looked at for what
        it lets a template do: that took 23 % of the filling of a template.
        """
        if type(obj) is Fields:
            try:
                return field_of(obj, attribute)
            except KeyError:
                pass
        elif type(obj) in _OWN and not attribute.startswith("_") and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of an object; one of a record is its field."""
        if type(obj) is Fields and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call an object; what a macro of a template may do is known, nothing of it need be asked."""
        if type(__obj) is Macro:
            if kwargs or not _takes(__obj, len(args)):
                return __obj(__context.eval_ctx, *args, **kwargs)
            text = __obj._func(*args)
            return _markup(Markup, text) if __context.eval_ctx.autoescape else text
        return super().call(__context, __obj, *args, **kwargs)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that every template has as one dict: a chain of dicts is slow to copy."""
        return {**self.globals, **(d or {})}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return a product or a power, unless it would be larger than any document."""
        if operator == "**" and isinstance(right, (int, float)) and abs(right) > _MOST_POWER:
            raise Endless
        if operator == "*" and _length(left, right) > MOST_CHARACTERS:
            raise Endless
        return super().call_binop(context, operator, left, right)


def _takes(macro: Macro, count: int) -> bool:
    """Whether a macro takes so many arguments and no others."""
    others = macro.caller or macro.catch_kwargs or macro.catch_varargs
    return count == macro._argument_count and not others


def _length(left: Any, right: Any) -> int:
    """Return the length of a text or list times a number; 0 for a product of numbers."""
    texts = [one for one in (left, right) if isinstance(one, (str, list, tuple))]
    numbers = [one for one in (left, right) if isinstance(one, int)]
    return len(texts[0]) * numbers[0] if texts and numbers else 0


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    """Yield the items of a loop; raises Endless after too many rounds of all loops together."""
    rounds = _ROUNDS.get()
    for item in items:
        rounds[0] += 1
        if rounds[0] > MOST_ROUNDS:
            raise Endless
        yield item
