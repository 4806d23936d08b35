"""The one list of options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import Any

from generator.errors import N_, Message
from generator.frozen import dataclass
from generator.latvian.style import DEFAULT, LatvianStyle
from generator.settings.values import (
    read_flag,
    read_formats,
    read_language,
    read_megabytes,
    read_names,
    read_path,
    read_pattern,
    read_port,
    read_processes,
    read_scheduler,
    read_seconds,
)


@dataclass(frozen=True, slots=True)
class Option:
    """How one option is written and read; without a metavar it is a flag."""

    flags: tuple[str, ...]
    help: str
    read: Callable[[object], object]
    metavar: str = ""
    in_file: bool = True
    many: bool = False


def _option(
    default: Any,
    *flags: str,
    read: Callable[[object], object],
    help: str,
    metavar: str = "",
    in_file: bool = True,
    many: bool = False,
) -> Any:
    return field(default=default, metadata={"option": Option(flags, help, read, metavar, in_file, many)})


@dataclass(frozen=True, slots=True)
class Settings:
    """The value of every option, and in `origins` where each one came from."""

    output: Path = _option(
        Path("output"), "-o", "--output", read=read_path, metavar=N_("DIR"),
        help=N_("Folder for the results; each trip gets a folder of its own in it. Built in: output."),
    )  # fmt: skip
    format: tuple[str, ...] = _option(
        ("docx", "pdf"), "-f", "--format", read=read_formats, metavar=N_("FORMATS"), many=True,
        help=N_("Formats, separated by commas: docx, pdf, html. Built in: docx,pdf."),
    )  # fmt: skip
    document: tuple[str, ...] | None = _option(
        None, "--document", read=read_names, metavar=N_("DOCUMENTS"), many=True,
        help=N_("Documents, separated by commas: activity-report, funding-annex. Built in: all."),
    )  # fmt: skip
    templates: Path | None = _option(
        None, "--templates", read=read_path, metavar=N_("DIR"),
        help=N_("Folder of your own templates. Built in: templates beside the trip file, then ours."),
    )  # fmt: skip
    attach_data: bool = _option(
        False, "--attach-data", read=read_flag,
        help=N_("Put the data of the trip into the PDF files, so that they can be checked against it later."),
    )  # fmt: skip
    public: bool = _option(
        False, "--public", read=read_flag,
        help=N_("Leave participants' names, phones and e-mail addresses out of documents and attached data."),
    )  # fmt: skip
    only: tuple[str, ...] = _option(
        (), "--only", read=read_names, metavar=N_("IDS"), in_file=False, many=True,
        help=N_("Only the trips with these ids, separated by commas."),
    )  # fmt: skip
    excel: bool = _option(
        False, "--excel", read=read_flag, in_file=False,
        help=N_("Make a workbook to fill in instead of a folder: FILE.xlsx."),
    )  # fmt: skip
    annotate: Path | None = _option(
        None, "--annotate", read=read_path, metavar=N_("FILE.xlsx"), in_file=False,
        help=N_("Write a copy of the workbook with the faulty cells marked and explained."),
    )  # fmt: skip
    strict: bool = _option(
        False, "--strict", read=read_flag,
        help=N_("Warnings count as errors: nothing is written, and the exit code is 3."),
    )  # fmt: skip
    jobs: int | None = _option(
        None, "-j", "--jobs", read=read_processes, metavar=N_("NUMBER"),
        help=N_("How many processes work at once. Built in: one for each core."),
    )  # fmt: skip
    name: str = _option(
        "{id}", "--name", read=read_pattern, metavar=N_("PATTERN"),
        help=N_(
            "What the folders of trips are called, for example {date}-{destination}; also {id}, {project}, "
            "{agreement}, {number}. Built in: {id}."
        ),
    )  # fmt: skip
    zip: Path | None = _option(
        None, "--zip", read=read_path, metavar=N_("FILE"), in_file=False,
        help=N_("Also put all results into this ZIP."),
    )  # fmt: skip
    resume: bool = _option(
        False, "--resume", read=read_flag, in_file=False,
        help=N_("Leave trips alone whose documents are there and are what they would become again."),
    )  # fmt: skip
    fail_fast: bool = _option(
        False, "--fail-fast", read=read_flag, in_file=False,
        help=N_("Stop at the first trip that fails."),
    )  # fmt: skip
    time_limit: int = _option(
        120, "--time-limit", read=read_seconds, metavar=N_("SECONDS"),
        help=N_("How long one trip may take. Built in: 120."),
    )  # fmt: skip
    memory_limit: int = _option(
        1000, "--memory-limit", read=read_megabytes, metavar=N_("MEGABYTES"),
        help=N_("How much memory one trip may take; at least 300. Built in: 1000."),
    )  # fmt: skip
    folder: Path = _option(
        Path(), "--folder", read=read_path, metavar=N_("DIR"), in_file=False,
        help=N_("Folder of the trips that the page shows. Built in: the current one."),
    )  # fmt: skip
    port: int = _option(
        0, "--port", read=read_port, metavar=N_("NUMBER"),
        help=N_("Port of the page on this computer; 0 for any that is free. Built in: 0."),
    )  # fmt: skip
    open: bool = _option(
        False, "--open", read=read_flag,
        help=N_("Open the page in the browser."),
    )  # fmt: skip
    scheduler: str | None = _option(
        None, "--scheduler", read=read_scheduler, metavar=N_("ADDRESS"),
        help=N_(
            "Let a Dask cluster do the work: tcp://HOST:PORT of its scheduler; "
            "-j and the limits are then the matter of the cluster."
        ),
    )  # fmt: skip
    fresh_photos: bool = _option(
        False, "--fresh-photos", read=read_flag,
        help=N_("Reduce every photo anew, and keep none beside the results for the next time."),
    )  # fmt: skip
    json: bool = _option(
        False, "--json", read=read_flag, in_file=False,
        help=N_("Print the result as one JSON object."),
    )  # fmt: skip
    quiet: bool = _option(
        False, "-q", "--quiet", read=read_flag, in_file=False,
        help=N_("Print nothing when all is well."),
    )  # fmt: skip
    verbose: bool = _option(
        False, "-v", "--verbose", read=read_flag, in_file=False,
        help=N_("Print more: what was read and checked, and the traceback of a defect."),
    )  # fmt: skip
    lang: str = _option(
        "lv", "--lang", read=read_language, metavar="lv|en",
        help=N_("Language of the messages: lv or en. Built in: lv."),
    )  # fmt: skip
    latvian: LatvianStyle = DEFAULT
    file: Path | None = None
    origins: Mapping[str, Message] = field(default_factory=dict)


OPTIONS: Mapping[str, Option] = {
    one.name: one.metadata["option"] for one in fields(Settings) if "option" in one.metadata
}
