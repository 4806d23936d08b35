"""The words of the command line in the reader's language: help pages and usage faults.

click finds out what was typed; every sentence a person reads is ours, so that all of them come
from the message catalogues.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import Any

import click

from generator.errors import N_, ExitCode, Fault, Language, Message, UsageError, fault
from generator.frozen import dataclass
from generator.messages import translator
from generator.settings import OPTIONS, Settings

EXIT_CODES: Mapping[ExitCode, str] = {
    ExitCode.OK: N_("all is well"),
    ExitCode.DEFECT: N_("a defect of the program itself"),
    ExitCode.USAGE: N_("the command line or the settings ask for something that does not exist"),
    ExitCode.DATA: N_("the data of a trip has to be mended (under --strict a warning, too)"),
    ExitCode.TEMPLATE: N_("a template or the theme has to be mended"),
    ExitCode.OUTPUT: N_("the finished files cannot be written"),
    ExitCode.BATCH: N_("a trip of the batch failed"),
    ExitCode.DIFFERENCE: N_("a finished file differs from what it should be"),
    ExitCode.INTERRUPTED: N_("interrupted"),
}
"""What a run can end with, in the words of the help page."""


@dataclass(slots=True)
class Run:
    """One run of the program: what was typed, and the settings as far as they are known."""

    words: list[str]
    environ: Mapping[str, str]
    settings: Settings
    command: str = ""
    typed: dict[str, object] = field(default_factory=dict)

    @property
    def translate(self) -> Language:
        """The function that gives sentences in the reader's language."""
        return translator(self.settings.lang)


def run_of(context: click.Context) -> Run:
    """Return the run that a click context belongs to."""
    run = context.find_object(Run)
    assert run is not None
    return run


# -- help pages -----------------------------------------------------------------------------------
class _Helped(click.Command):
    """A command whose help page is in the reader's language."""

    def __init__(
        self, name: str, summary: str, *, about: str = "", examples: Iterable[str] = (), **more: Any
    ):
        super().__init__(name, help=summary, context_settings={"help_option_names": ["-h", "--help"]}, **more)
        self.summary, self.about, self.examples = summary, about, tuple(examples)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page: usage, what it does, options, examples."""
        translate = run_of(ctx).translate
        prefix = translate(N_("Usage:")) + " "
        formatter.write_usage(ctx.command_path, self._usage(translate), prefix)
        for text in filter(None, (self.summary, self.about)):
            formatter.write_paragraph()
            formatter.write_text(translate(text))
        for heading, rows in self._sections(ctx, translate):
            with formatter.section(translate(heading)):
                formatter.write_dl(rows)
        with formatter.section(translate(N_("Examples"))):
            formatter.write("".join(f"  {example}\n" for example in self.examples))

    def _usage(self, translate: Language) -> str:
        arguments = [one for one in self.params if isinstance(one, click.Argument)]
        written = [(translate(one.metavar or ""), one.required) for one in arguments]
        words = [word if required else f"[{word}]" for word, required in written]
        return " ".join([translate(N_("[OPTIONS]")), *words])

    def _sections(
        self, ctx: click.Context, translate: Language
    ) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        yield N_("Options"), [_option_row(one, translate) for one in self.get_params(ctx) if _is_option(one)]


def _is_option(param: click.Parameter) -> bool:
    return isinstance(param, click.Option)


_OWN_HELP = {
    "help": N_("Show this help."),
    "version": N_("Show the version of the program."),
}


def _option_row(param: click.Parameter, translate: Language) -> tuple[str, str]:
    """Return how an option is written, and what it does."""
    name = param.name or ""
    option = OPTIONS.get(name)
    flags = ", ".join(sorted(param.opts, key=len))
    if option is None:
        return flags, translate(_OWN_HELP[flags.rpartition("--")[2]])
    return f"{flags} {translate(option.metavar)}".rstrip(), translate(option.help)


# -- commands -------------------------------------------------------------------------------------
class Verb(_Helped):
    """A command that does something."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; a word too many is a usage fault of ours."""
        run_of(ctx).command = ctx.command_path.partition(" ")[2]
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise UsageError([fault("usage.argument-extra", value=rest[0], command=ctx.command_path)])
        return rest


class Verbs(_Helped, click.Group):
    """A command that holds others."""

    def __init__(self, name: str, summary: str, **more: Any):
        super().__init__(name, summary, no_args_is_help=True, **more)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed; an unknown one is a usage fault of ours."""
        if args[0] not in self.commands:
            mend = near(args[0], self.commands, N_("The commands are: {known}."))
            raise UsageError([fault("usage.verb-unknown", name=args[0], mend=mend)])
        return super().resolve_command(ctx, args)

    def _usage(self, translate: Language) -> str:
        return " ".join([super()._usage(translate), translate(N_("COMMAND"))])

    def _sections(
        self, ctx: click.Context, translate: Language
    ) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        yield N_("Commands"), [(name, translate(verb.summary)) for name, verb in _leaves(self)]
        yield from super()._sections(ctx, translate)
        if ctx.parent is None:
            yield N_("Exit codes"), [(str(int(code)), translate(text)) for code, text in EXIT_CODES.items()]


def _leaves(group: click.Group, before: str = "") -> Iterable[tuple[str, _Helped]]:
    """Yield every command that does something, with the words that call it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _leaves(command, f"{before}{name} ")
        elif isinstance(command, _Helped):
            yield before + name, command


def setting_option(name: str) -> click.Option:
    """Return the click option of one entry of the list of settings."""
    option = OPTIONS[name]
    kind: dict[str, Any] = {"multiple": True} if option.many else {"is_flag": not option.metavar}
    return click.Option([*option.flags, name], default=None, **kind)


def verb(
    group: Verbs,
    name: str,
    summary: str,
    *,
    about: str = "",
    examples: Iterable[str],
    arguments: Mapping[str, str] = {},
    optional: Container[str] = (),
    many: Container[str] = (),
    options: Iterable[str] = (),
) -> Callable[[Callable[..., object]], Verb]:
    """Return a decorator that makes a function a command; it is called with the Run and the arguments.

    `arguments` gives the written form of each argument by its name, `optional` those that may be
    left out, `many` those of which there may be several. Every command also takes
    --json, -q, -v and --lang.
    """
    names = (*options, "json", "quiet", "verbose", "lang")

    def decorate(function: Callable[..., object]) -> Verb:
        def callback(**given: Any) -> object:
            context = click.get_current_context()
            run = run_of(context)
            typed = {**context.find_root().params, **{key: value for key, value in given.items() if value}}
            run.typed |= {
                key: value for key, value in typed.items() if key in OPTIONS and key not in arguments
            }
            return function(run, **{key: given[key] for key in arguments})

        params: list[click.Parameter] = [
            click.Argument(
                [key], metavar=written, required=key not in optional, nargs=-1 if key in many else 1
            )
            for key, written in arguments.items()
        ]
        params += [setting_option(one) for one in names]
        command = Verb(name, summary, about=about, examples=examples, params=params, callback=callback)
        group.add_command(command)
        return command

    return decorate


# -- usage faults ---------------------------------------------------------------------------------
def near(name: str, known: Iterable[str], otherwise: str) -> Message:
    """Return how to mend an unknown name: the nearest known one, else the sentence with all of them."""
    names = list(known)
    closest = get_close_matches(name, names, n=1)
    if closest:
        return Message(N_("Did you mean “{name}”?"), {"name": closest[0]})
    return Message(otherwise, {"known": ", ".join(names)})


def usage_error(error: click.UsageError, run: Run) -> UsageError:
    """Return what click has refused as a fault of ours."""
    path = f"parskats {run.command}".strip()
    match error:
        case click.NoSuchOption():
            return UsageError([_unknown_option(error, path)])
        case click.BadOptionUsage(option_name=name):
            id = "usage.value-missing" if _takes_value(name) else "usage.value-extra"
            return UsageError([fault(id, name=name, command=path)])
        case click.MissingParameter(param=click.Argument() as param):
            written = Message(param.metavar or param.human_readable_name)
            return UsageError([fault("usage.argument-missing", name=written, command=path)])
        case click.UsageError(ctx=click.Context(command=Verbs() as group)):
            return UsageError([fault("usage.verb-missing", known=", ".join(group.commands))])
    return UsageError([fault("usage.other", reason=error.format_message(), command=path)])


def _unknown_option(error: click.NoSuchOption, path: str) -> Fault:
    if error.possibilities:
        mend = Message(N_("Did you mean “{name}”?"), {"name": error.possibilities[0]})
    else:
        mend = Message(N_("“{command} --help” lists the options."), {"command": path})
    return fault("usage.option-unknown", name=error.option_name, mend=mend)


def _takes_value(flag: str) -> bool:
    return any(option.metavar for option in OPTIONS.values() if flag in option.flags)
