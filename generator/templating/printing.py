"""How a value is printed in a template: texts and whole numbers as they are, the rest by a filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.document.marks import mark_field
from generator.errors import BadValue
from generator.fields import Fields, Filled, Known, names_of
from generator.model.money import Money


def printed(value: object) -> object:
    """Return what is printed for a value in markup, escaped; a text of the data remembers its field.

    Raises BadValue `template.absent` or `template.unformatted` for what a filter has to print.
    """
    if type(value) is str:
        return _escaped(value) if _special(value) else value
    if type(value) is Filled:
        return mark_field(_escaped(value) if _special(value) else str.__str__(value), value.field)
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(plain(value))


def _special(text: str) -> bool:
    """Whether a text has anything to escape: most have nothing, and no pattern looks so quickly."""
    return "&" in text or "<" in text or ">" in text or '"' in text or "'" in text


def _escaped(text: str) -> str:
    return str(escape(str.__str__(text)))


def plain(value: object) -> object:
    """Return what is printed for a value before it is escaped; raises BadValue as `printed` does."""
    if isinstance(value, Filled):
        return Markup(mark_field(str(escape(str(value))), value.field))
    if value is None:
        raise BadValue("template.absent")
    if isinstance(value, (Money, Decimal, float, date, time, bool, Fields, tuple, dict)):
        raise BadValue("template.unformatted", value=_short(value))
    if isinstance(value, Known):  # a whole number
        return Markup(mark_field(str(value), value.field))
    return value


def _short(value: object) -> str:
    return ", ".join(names_of(value)) if isinstance(value, Fields) else str(value)[:40]


class Generator(CodeGenerator):
    """Jinja's own generator of code, in whose output one call of `printed` does the work of three.

    Finalizing, escaping and making a Markup, each a call, took 17 % of the filling of a template.
    """

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Gather what a block prints and hand it on at once, not piece by piece through its templates."""
        outermost = frame.block is not None and frame.buffer is None
        if outermost:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if outermost:
            self.writeline(f"yield concat({frame.buffer})")

    def signature(self, node: Any, frame: Frame, extra_kwargs: Mapping[str, Any] | None = None) -> None:
        """Write the arguments of a call without the names of loop and block, for which no function asks."""
        own = {name: value for name, value in (extra_kwargs or {}).items() if name == "caller"}
        super().signature(node, frame, own)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _in_markup(frame):
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _in_markup(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


def _in_markup(frame: Frame) -> bool:
    """Whether what is printed is escaped for certain: everywhere but within `{% autoescape %}`."""
    return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile
