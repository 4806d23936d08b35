"""The commands: each turns the words of a person into one call, and its result into an Outcome.

What a command needs is imported when it runs, so that help and checks start quickly.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.reporting import Outcome, compared, of_faults, shorter
from generator.cli.words import Run, Verbs, verb
from generator.errors import N_, DataError, Message, Place, UsageError, fault
from generator.settings import Settings, requested, resolve, template_folders
from generator.settings import inputs as settings_inputs
from generator.version import PROGRAM

if TYPE_CHECKING:
    from generator.model import Trip

FILE = {"file": N_("FILE")}
FOLDER = {"folder": N_("DIR")}


def _show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        print(PROGRAM)
        context.exit()


program = Verbs(
    "parskats",
    N_("Formal reports on project trips, from one trip file: DOCX, PDF and HTML."),
    about=N_(
        "Each option may also be given in the environment (PARSKATS_FORMAT for --format) or in the "
        'file parskats.toml beside the trip file or above it (format = "docx,pdf"). '
        "The command line wins over the environment, and the environment over the file."
    ),
    examples=("parskats init brauciens", "parskats render brauciens/trip.yaml", "parskats render --help"),
    params=[
        click.Option(["--lang"], default=None),
        click.Option(["--version"], is_flag=True, is_eager=True, callback=_show_version),
    ],
)


# -- what several commands do ---------------------------------------------------------------------
def _settle(run: Run, folder: Path) -> None:
    """Find the settings that hold in a folder."""
    run.settings = resolve(run.typed, run.environ, folder)


def _home(file: str) -> Path:
    """Return the folder in which the settings of a trip file are looked for."""
    return Path.cwd() if file == "-" else Path(file).parent


def _read(file: str) -> dict[str, Any]:
    """Return what the readers of trip files take: a path, or the bytes of standard input."""
    if file == "-":
        return {"source": _typed_in(), "name": "-", "folder": Path.cwd()}
    return {"source": Path(file)}


def _typed_in() -> bytes:
    """Return the bytes of standard input, as many as a trip file may have and one more."""
    from generator.tripfiles.text import MAX_BYTES

    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    except OSError as error:
        raise DataError([fault("file.unreadable", Place("-"), value="-", reason=error.strerror)]) from error


def _folders(run: Run, file: str, trip: Trip) -> tuple[Path, ...]:
    """Return the folders of a person's own templates for a trip."""
    project = trip.source.project_file
    homes = [_home(file), *([Path(project).parent] if project and file != "-" else [])]
    return template_folders(run.settings, tuple(homes))


# -- the commands ---------------------------------------------------------------------------------
@verb(
    program,
    "render",
    N_("Make the documents of a trip."),
    about=N_(
        "Writes the documents and manifest.json into DIR/<trip id>/. FILE is a trip file, or - for "
        "standard input; of a workbook with many trips choose one with --only. "
        "Files appear whole or not at all; when the data has a fault, nothing is written."
    ),
    arguments=FILE,
    options=("output", "format", "document", "templates", "attach_data", "public", "only", "strict"),
    examples=(
        "parskats render brauciens/trip.yaml",
        "parskats render brauciens/trip.yaml -f pdf,html -o parskati",
    ),
)
def render(run: Run, file: str) -> Outcome:
    """Make the documents of a trip, and write them all or none."""
    _settle(run, _home(file))
    from generator import manifest, pipeline, tripfiles

    settings = run.settings
    trip = tripfiles.load(**_read(file), only=_only_one(settings))
    folders = _folders(run, file, trip)
    request = requested(settings, folders)
    rendered = pipeline.render_trip(trip, request)
    outcome = of_faults(rendered.warnings, strict=settings.strict)
    if outcome.exit_code:
        return outcome
    folder = settings.output / trip.id
    inputs = {**trip.source.inputs, **rendered.inputs, **settings_inputs(settings.file)}
    origin = manifest.Origin(None if file == "-" else Path(file), request, inputs)
    listed = manifest.write_folder(folder, trip.id, rendered.files, origin)["files"]
    files = tuple({"path": shorter(folder / one["name"]), **one} for one in listed)
    read = [Message(N_("Read: {name}"), {"name": name}) for name in sorted(inputs) if settings.verbose]
    return Outcome(faults=outcome.faults, files=files, said=(*read, *map(_written, files)))


def _only_one(settings: Settings) -> str:
    """Return the id of the one trip to render, empty when the file decides; raises UsageError for more."""
    if len(settings.only) > 1:
        known = ", ".join(settings.only)
        raise UsageError([fault("trips.many", Place(field="--only"), count=len(settings.only), known=known)])
    return "".join(settings.only)


def _written(file: dict[str, Any]) -> Message:
    """Return what is said of a written file."""
    if file["pages"] is None:
        return Message("{path}", file)
    return Message(N_("{path} (pages: {pages})"), file)


@verb(
    program,
    "batch",
    N_("Make the documents of many trips; a bad one does not stop the others."),
    about=N_(
        "SOURCE is a trip file, a folder of trips, a workbook, JSON lines (.jsonl) or a ZIP of these. Each "
        "trip gets a folder in DIR; summary.html tells what became of each and what has to be mended. "
        "Interrupted or killed, the batch goes on with --resume. Ends with 6 when a trip failed."
    ),
    arguments={"sources": N_("SOURCE...")},
    many=("sources",),
    options=(
        *("output", "format", "document", "templates", "attach_data", "public", "strict", "jobs", "name"),
        *("zip", "resume", "only", "fail_fast", "time_limit", "memory_limit", "scheduler", "fresh_photos"),
    ),
    examples=(
        "parskats batch sezona.xlsx -o parskati",
        "parskats batch braucieni sezona.zip -j 4 --resume",
        'parskats batch braucieni --name "{date}-{destination}" --zip sezona-parskati.zip',
        "parskats batch braucieni --scheduler tcp://10.0.0.5:8786",
    ),
)
def batch(run: Run, sources: tuple[str, ...]) -> Outcome:
    """Make the documents of many trips."""
    first = Path(sources[0])
    _settle(run, first if first.is_dir() else first.parent)
    if run.settings.scheduler is None:
        from generator import forkserver

        forkserver.start()
    from generator.cli.batching import made

    return made(sources, run)


@verb(
    program,
    "check",
    N_("Check a trip file; write nothing."),
    about=N_(
        "Tells every fault of structure, then makes the checks of every section that is sound, and "
        "says how each ended; -v lists them all with their sources. FILE is a trip file, a workbook (.xlsx) "
        "or a file with a trip on each line (.jsonl), or - for standard input. A PDF file made with "
        "--attach-data is compared with the data inside it: sums, dates and words."
    ),
    arguments=FILE,
    options=("only", "annotate", "strict", "templates"),
    examples=(
        "parskats check brauciens/trip.yaml",
        "parskats check brauciens/trip.yaml --strict --json",
        "parskats check sezona.xlsx --annotate labojumi.xlsx",
        "parskats check aktivitates-parskats.pdf",
    ),
)
def check(run: Run, file: str) -> Outcome:
    """Tell every fault of a trip file, or what a finished PDF prints otherwise than its data gives."""
    _settle(run, _home(file))
    if file.lower().endswith(".pdf"):
        from generator.cli.checking import printed

        return printed(Path(file), template_folders(run.settings, (_home(file),)), run)
    from generator.cli.checking import examined

    return examined(_read(file), run)


@verb(
    program,
    "convert",
    N_("Write trips in another format: workbook, YAML, JSON or JSON lines."),
    about=N_(
        "FILE is what check reads; the format of TARGET is told by its name. A workbook (.xlsx) and JSON "
        "lines (.jsonl) hold any number of trips, YAML and JSON one. Pictures are copied along. "
        "Nothing is ever overwritten."
    ),
    arguments={**FILE, "target": N_("TARGET")},
    options=("only",),
    examples=(
        "parskats convert brauciens/trip.yaml brauciens.xlsx",
        "parskats convert sezona.xlsx rezekne.yaml --only rezekne-2012",
    ),
)
def convert(run: Run, file: str, target: str) -> Outcome:
    """Write the trips of one file as another."""
    _settle(run, _home(file))
    from generator.cli.converting import converted

    made, faults = converted(_read(file), Path(target), run.settings.only)
    return replace(_copied(made), faults=faults)


@verb(
    program,
    "verify",
    N_("Tell whether finished documents still are what their trip file gives."),
    about=N_(
        "Makes the documents again as manifest.json in DIR says, and compares. Tells what has changed: an "
        "edited document, the trip file, a photo, a template. FILE names the trip file when it has moved. "
        "DIR may also be the folder of a whole batch. "
        "Writes nothing; ends with 7 when anything differs."
    ),
    arguments={"folder": N_("DIR"), "file": N_("FILE")},
    optional=("file",),
    examples=(
        "parskats verify output/rezekne-2012",
        "parskats verify output/rezekne-2012 brauciens/trip.yaml",
        "parskats verify output",
    ),
)
def verify(run: Run, folder: str, file: str | None) -> Outcome:
    """Compare a folder of results, or all of a batch, with what the trip files give."""
    _settle(run, Path(folder))
    from generator.manifest import read_listing
    from generator.verification import verify_batch, verify_folder

    results, source = Path(folder), Path(file) if file else None
    batch = read_listing(results)
    found = verify_batch(results, batch, source) if batch else verify_folder(results, source)
    return compared(found, Message(N_("Nothing has changed: {path}"), {"path": folder}))


@verb(
    program,
    "schema",
    N_("Print the JSON Schema of a trip file, for editors."),
    examples=("parskats schema > trip.schema.json",),
)
def schema(run: Run) -> Outcome:
    """Print the JSON Schema of a trip, with titles and descriptions in the reader's language."""
    _settle(run, Path.cwd())
    from generator import tripfiles

    document = tripfiles.schema(run.translate)
    return Outcome(text=json.dumps(document, ensure_ascii=False, indent=2), more={"schema": document})


@verb(
    program,
    "init",
    N_("Make the folder of a new trip to start from."),
    about=N_(
        "The data in it is sample data, and every field is explained. With --excel it is a workbook "
        "instead, in which each trip is a row. Nothing is ever overwritten."
    ),
    arguments=FOLDER,
    options=("excel",),
    examples=("parskats init brauciens", "parskats init --excel sezona.xlsx"),
)
def init(run: Run, folder: str) -> Outcome:
    """Make a new trip folder, or a workbook for many trips."""
    _settle(run, Path.cwd())
    from generator.starting import copy_starter, make_workbook

    if run.settings.excel:
        return _made(make_workbook(Path(folder), run.settings.lang), folder)

    return _made(copy_starter(Path(folder)), Path(folder) / "trip.yaml")


def _made(files: list[Path], to_fill: str | Path) -> Outcome:
    """Return the outcome of having made something to fill in, with what to do next."""
    path = shorter(Path(to_fill))
    quoted = f'"{path}"' if " " in path else path
    return _copied(files, Message(N_("Next: parskats check {path}"), {"path": quoted}))


templates = Verbs(
    "template",
    N_("The templates of the documents."),
    examples=("parskats template copy templates",),
)
program.add_command(templates)


@verb(
    templates,
    "copy",
    N_("Copy the shipped templates and theme, to change them."),
    about=N_(
        "A folder named templates beside the trip file is used without being named. "
        "Nothing is ever overwritten."
    ),
    arguments=FOLDER,
    examples=("parskats template copy brauciens/templates",),
)
def template_copy(run: Run, folder: str) -> Outcome:
    """Copy the shipped templates and theme."""
    _settle(run, Path.cwd())
    from generator.starting import copy_templates

    return _copied(copy_templates(Path(folder)))


def _copied(paths: list[Path], *more: Message) -> Outcome:
    """Return the outcome of having copied files."""
    names = [shorter(path) for path in paths]
    return Outcome(
        files=tuple({"path": name} for name in names),
        said=(*(Message("{path}", {"path": name}) for name in names), *more),
    )


@verb(
    program,
    "serve",
    N_("Open the page for the trips of a folder, on this computer only."),
    about=N_(
        "Serves the folder as a page in the browser until it is stopped (Ctrl+C): fill in trips, put in "
        "workbooks, see the checks and the documents. The link that is printed holds a key; nobody gets in "
        "without it. Nothing leaves this computer, and no other one can open the page."
    ),
    options=("folder", "port", "open"),
    examples=("parskats serve --open", "parskats serve --folder braucieni --port 8765"),
)
def serve(run: Run) -> Outcome:
    """Serve the page of a folder until it is stopped."""
    _settle(run, Path.cwd())
    _settle(run, run.settings.folder)
    from generator import forkserver

    forkserver.start()
    from generator import web

    settings = run.settings
    web.serve(
        settings.folder,
        port=settings.port,
        open_browser=settings.open,
        lang=settings.lang,
        environ=run.environ,
        verbose=settings.verbose,
        ready=lambda link: _opened(link, run),
    )
    return Outcome(said=(Message(N_("The page has been stopped.")),))


def _opened(link: str, run: Run) -> None:
    """Tell the link of the page while it runs; it is stopped with Ctrl+C."""
    click.echo(Message(N_("The page: {link}"), {"link": link}).sentence(run.translate), err=True)
    click.echo(run.translate(N_("Stop it with Ctrl+C.")), err=True)


@verb(
    program,
    "info",
    N_("Show versions, fonts, template folders and settings: what a fault report needs."),
    arguments=FILE,
    optional=("file",),
    options=("output", "format", "document", "templates", "attach_data", "public", "strict", "jobs", "name"),
    examples=("parskats info", "parskats info brauciens/trip.yaml"),
)
def info(run: Run, file: str | None) -> Outcome:
    """Show what the program runs with."""
    _settle(run, _home(file or "-"))
    from generator.cli.info import facts, told

    found = facts(run)
    return Outcome(text=told(found, run.translate), more={"info": found})
