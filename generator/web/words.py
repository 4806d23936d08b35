"""The words of the page: every sentence in English by its name, and the language of a request.

Sentences come before their names in use: a template writes `_("start.title")`, and values follow as
`_("trip.saved", time=…)`. Each page has a table of its own.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

from generator.errors import N_, Language, Message
from generator.messages import LANGUAGES, translator
from generator.web.desk import desk_of

COOKIE: Final = "parskats-lang"
"""The cookie that keeps the language a person has chosen."""

LAYOUT: Final = {
    "layout.skip": N_("Go to the content"),
    "layout.pages": N_("Pages"),
    "layout.start": N_("Trips"),
    "layout.season": N_("Season"),
    "layout.folder": N_("Folder: {folder}"),
    "layout.language": N_("Language"),
    "layout.local": N_("This page runs on this computer only and sends nothing anywhere. {program}"),
    "layout.lost": N_(
        "The page cannot be reached. Is parskats still running? Nothing of what was saved is lost."
    ),
}

START: Final = {
    "start.title": N_("Trips"),
    "start.new": N_("New trip"),
    "start.new-name": N_("What the trip is called"),
    "start.new-hint": N_("A short name, such as Rēzekne 2012. A folder of that name is made."),
    "start.new-do": N_("Make the trip"),
    "start.upload": N_("Put in Excel"),
    "start.upload-file": N_("File"),
    "start.upload-hint": N_(
        "A workbook (.xlsx), a trip file (.yaml) or a ZIP of these, up to 20 MB. It is looked through "
        "first; nothing is taken over before you say so."
    ),
    "start.upload-do": N_("Look it through"),
    "start.season": N_("Season"),
    "start.season-hint": N_("Make the documents of many trips at once."),
    "start.season-do": N_("Choose the trips"),
    "start.empty": N_("There are no trips here yet"),
    "start.empty-first": N_(
        "Begin a new trip: it comes filled with sample data that you replace by your own."
    ),
    "start.empty-excel": N_("Or put in the Excel workbook in which your trips stand."),
    "start.empty-after": N_("Then the checks say what is still to be done, and the documents can be made."),
    "start.uploads": N_("Kept aside, not taken over yet"),
    "start.workbooks": N_("Workbooks"),
    "start.look": N_("Look it through"),
    "start.undated": N_("No date yet"),
    "start.projects": N_("Project files"),
    "start.projects-hint": N_("Trips name them; what stands in them holds for all trips of a project."),
    "start.cut": N_(
        "There is more in this folder than the page looks at. Serve a folder that holds only trips."
    ),
    "start.errors": N_("Errors: {count}"),
    "start.warnings": N_("Warnings: {count}"),
    "state.draft": N_("Draft"),
    "state.faults": N_("To be corrected"),
    "state.ready": N_("Ready"),
    "state.rendered": N_("Documents made"),
}

UPLOAD: Final = {
    "upload.aside": N_(
        "The file is kept aside and was looked through. Nothing of it stands among your trips yet."
    ),
    "upload.trips": N_("Trips: {count}"),
    "upload.refused": N_("Nothing was taken over."),
    "upload.faults": N_("What is to be corrected"),
    "upload.mend": N_(
        "Correct the cells in your workbook, save it, and put it in again. The annotated copy has every "
        "fault marked at its cell."
    ),
    "upload.annotated": N_("Download with annotations"),
    "upload.sheet": N_("Sheet “{name}”"),
    "upload.cell": N_("Cell"),
    "upload.line": N_("Line"),
    "upload.value": N_("What stands there"),
    "upload.reason": N_("What is wrong"),
    "upload.hint": N_("How to mend it"),
    "upload.error": N_("error"),
    "upload.warning": N_("warning"),
    "upload.more": N_("And more of them: {count}."),
    "upload.sound": N_("No fault was found."),
    "upload.take": N_("Take it over"),
    "upload.as-book": N_("As a workbook for the season"),
    "upload.as-book-why": N_(
        "The workbook is put into the folder as {name}. You go on filling it in with Excel and make the "
        "documents of all its trips on the page Season."
    ),
    "upload.as-book-do": N_("Keep the workbook"),
    "upload.as-trips": N_("As trips to be filled in here"),
    "upload.as-trips-why": N_(
        "Every trip gets a folder of its own and is then corrected on this page. The workbook is not "
        "needed any more."
    ),
    "upload.entries": N_("What is to be taken over"),
    "upload.becomes": N_("becomes {name}"),
    "upload.faulty": N_("Trips with errors can be taken over, too: the form shows what is to be corrected."),
    "upload.as-trips-do": N_("Take over what is marked"),
    "upload.nothing": N_("No trip was found in this file, so there is nothing to take over."),
    "upload.drop": N_("Forget this file"),
    "upload.drop-why": N_("Your own copy of the file stays where it is."),
}

FAILURE: Final = {
    "failure.title": N_("This did not work"),
    "failure.missing": N_("There is no such page"),
    "failure.missing-why": N_(
        "What this link led to is not there: it may have been moved, renamed or removed."
    ),
    "failure.method": N_("This address does not take such a request."),
    "failure.home": N_("To the trips"),
    "failure.host": N_("This address is not that of the page. Open the link that parskats has printed."),
    "failure.origin": N_(
        "The request came from another page, and was refused. Open the page again and repeat it there."
    ),
    "failure.token": N_(
        "Open the page by the link that parskats has printed when it was started: the link holds the key."
    ),
    "failure.slow": N_("The file took too long to arrive. Try again."),
    "failure.large": N_("The file is larger than 20 MB."),
    "failure.busy": N_("Too much is asked for at once. Wait a little, and try again."),
    "failure.request": N_("The request could not be understood. Open the page again, and try once more."),
    "failure.defect": N_("The program has failed"),
    "failure.defect-why": N_(
        "This is a defect of the program, not yours. What was saved is safe. You can go back and go on."
    ),
    "failure.report": N_("Report for those who mend the program"),
    "failure.report-hint": N_("It holds no data of trips, no names of files and nothing about you."),
    "failure.copy": N_("Copy the report"),
    "failure.copied": N_("Copied."),
}

# -- the form and the checks ----------------------------------------------------------------------
FORM: Final[dict[str, str]] = {}

CHECKS: Final[dict[str, str]] = {}

# -- the preview, the downloads, the season -------------------------------------------------------
PREVIEW: Final[dict[str, str]] = {}

DOWNLOADS: Final[dict[str, str]] = {}

SEASON: Final[dict[str, str]] = {}

WORDS: Final = {
    **LAYOUT,
    **START,
    **UPLOAD,
    **FAILURE,
    **FORM,
    **CHECKS,
    **PREVIEW,
    **DOWNLOADS,
    **SEASON,
}
"""Every sentence of the page, in English, by its name."""


class Words:
    """The words of the page in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.language: Language = translator(lang)

    def __call__(self, name: str, /, **values: object) -> str:
        """Return a sentence by its name; raises KeyError for one that is not there."""
        return Message(WORDS[name], values).sentence(self.language)

    def say(self, message: Message) -> str:
        """Return a message of the program, such as that of a fault."""
        return message.sentence(self.language)


def language_of(request: Request) -> str:
    """Return the language of a request: asked for, chosen before, or that of the desk."""
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE))
    return next((one for one in asked if one in LANGUAGES), desk_of(request).lang)


def words_of(request: Request) -> Words:
    """Return the words of the page in the language of a request."""
    return Words(language_of(request))
