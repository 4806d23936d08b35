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
    "layout.pages": N_("Main pages"),
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
    "start.next": N_("What to do next"),
    "start.workbooks": N_("Workbooks"),
    "start.workbooks-hint": N_(
        "They are filled in with Excel; here their faults are shown, and the documents of their trips made."
    ),
    "start.look": N_("Look it through"),
    "start.undated": N_("No date yet"),
    "start.projects": N_("Project files"),
    "start.projects-hint": N_("Trips name them; what stands in them holds for all trips of a project."),
    "start.cut": N_(
        "There is more in this folder than the page looks at. Serve a folder that holds only trips."
    ),
    "start.errors": N_("Errors: {count}"),
    "start.warnings": N_("Warnings: {count}"),
    "done.taken": N_("Trips taken over: {count}. They stand in this list now."),
    "done.kept": N_("The workbook is in the folder as {name}."),
    "done.dropped": N_("The file was forgotten."),
    "state.draft": N_("Draft"),
    "state.faults": N_("To be corrected"),
    "state.ready": N_("Ready"),
    "state.unseen": N_("Not looked at yet"),
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
    "upload.there": N_("there already"),
    "upload.there-why": N_(
        "What is there already is not marked: nothing in the folder is ever written over. To take it over "
        "anew, move or rename what is there first."
    ),
    "upload.book-there": N_("The folder already has the workbook {name}."),
    "upload.becomes": N_("becomes {name}"),
    "upload.faulty": N_("Trips with errors can be taken over, too: the form shows what is to be corrected."),
    "upload.as-trips-do": N_("Take over what is marked"),
    "upload.nothing": N_("No trip was found in this file, so there is nothing to take over."),
    "upload.drop": N_("Forget this file"),
    "upload.drop-why": N_("Your own copy of the file stays where it is."),
}

FAILURE: Final = {
    "failure.title": N_("This did not work"),
    "failure.locked": N_("The page is locked"),
    "failure.missing": N_("There is no such page"),
    "failure.missing-why": N_(
        "What this link led to is not there: it may have been moved, renamed or removed."
    ),
    "failure.method": N_("This address does not take such a request."),
    "failure.form": N_("To the form"),
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
FORM: Final = {
    "form.ways": N_("This trip"),
    "form.form": N_("Form"),
    "form.checks": N_("Checks"),
    "form.documents": N_("Documents"),
    "form.to-preview": N_("Preview"),
    "form.saved": N_("Everything is saved."),
    "form.saved-at": N_("Saved at {time}."),
    "form.saving": N_("Saving …"),
    "form.unsaved": N_("Not saved yet."),
    "form.errors": N_("Errors: {count}"),
    "form.warnings": N_("Warnings: {count}"),
    "form.sound": N_("No errors."),
    "form.undo": N_("Undo"),
    "form.redo": N_("Redo"),
    "form.save": N_("Save"),
    "form.save-section": N_("Save: {section}"),
    "form.changed": N_("It was changed in another window or by another program; nothing has been written."),
    "form.load-back-hint": N_(
        "What you have typed is still in the form: go back in the browser and copy it before you load again."
    ),
    "form.load": N_("Load again"),
    "form.load-hint": N_("What you have typed since is still in the form: copy it before you load again."),
    "form.sections": N_("Sections"),
    "form.needed": N_("What is marked * has to be filled in. What there is not, leave empty."),
    "form.example": N_("for example, {example}"),
    "form.not-given": N_("not given"),
    "form.read-as": N_("In the document: {text}"),
    "form.why": N_("Accepted: {reason}"),
    "form.row": N_("{title}: {number}"),
    "form.more": N_("More"),
    "form.forms": N_("Case forms, if the program declines it wrongly"),
    "form.may-go": N_("need not be filled in"),
    "form.add": N_("Add"),
    "form.add-under": N_("Add under {title}"),
    "form.add-file": N_("Add a trip file"),
    "form.add-sums": N_("Add sums without a file"),
    "form.remove": N_("Remove"),
    "form.remove-row": N_("Remove {title}: {number}"),
    "form.up": N_("Move up {title}: {number}"),
    "form.down": N_("Move down {title}: {number}"),
    "form.nothing": N_("There is nothing here yet."),
    "form.none-said": N_("The report says that there were none."),
    "form.none-unsaid": N_("Nothing is said of it yet."),
    "form.say-none": N_("There were none"),
    "form.say-nothing": N_("Say nothing of it"),
    "form.odd": N_("Something else stands here in the file than the form can show:"),
    "form.project-file": N_("The project's data are in a file of their own, which several trips may share."),
    "form.project-open": N_("Open the project"),
    "form.file": N_("File"),
    "form.trip-open": N_("Open the trip"),
    "form.lost": N_(
        "With what was removed these comments in the file went away: {comments}. Undo brings them back."
    ),
    "form.lost-count": N_(
        "With what was removed comments in the file went away ({count}). Undo brings them back."
    ),
    "form.picture": N_("The picture as it will be printed"),
    "form.picture-none": N_("No picture yet"),
    "form.picture-size": N_("{width} × {height} pixels; {dpi} dots per inch at 15 cm"),
    "form.picture-file": N_("Choose a picture"),
    "form.picture-other": N_("Choose another picture"),
    "form.picture-add": N_("Add pictures"),
    "form.picture-hint": N_(
        "JPEG or PNG, up to 20 MB. It is copied beside the trip file; in documents it is upright and small."
    ),
    "form.picture-do": N_("Upload"),
    "form.broken": N_("The file cannot be read"),
    "form.broken-why": N_("The form can be shown when this has been corrected in a text editor:"),
    "form.broken-undo": N_("Undo the last change"),
    "form.line": N_("line {line}"),
}

CHECKS: Final = {
    "checks.of": N_("Checks: {trip}"),
    "checks.sound": N_("There are no errors and no warnings. Checks passed: {count}."),
    "checks.file": N_("Faults of the data"),
    "checks.file-why": N_("What has to be corrected before anything else can be checked."),
    "checks.failed": N_("Not passed"),
    "checks.warned": N_("With a warning"),
    "checks.noted": N_("With a note"),
    "checks.silenced": N_("Accepted as they are"),
    "checks.not_run": N_("Could not be made"),
    "checks.not_run-why": N_("They need a section that still has faults."),
    "checks.absent": N_("Without data"),
    "checks.absent-why": N_("They are about something this trip does not have."),
    "checks.passed": N_("Passed"),
    "checks.source": N_("Source: {source}"),
    "checks.rule": N_("Rule: {rule}"),
    "checks.place": N_("In the file {place}"),
    "checks.silence": N_("Accept it, with a reason"),
    "checks.reason": N_("Why it may stand"),
    "checks.reason-hint": N_("The reason is kept in the trip file, and told wherever the check is told."),
    "checks.silence-do": N_("Accept"),
    "checks.reason-missing": N_("Write the reason: without one a check cannot be accepted."),
    "checks.why": N_("Reason: {reason}"),
    "checks.back": N_("Accept it no more"),
    "checks.in-project": N_("Accepted for the whole project, in its own file."),
    "checks.firm": N_("It cannot be accepted: without it no document can be made."),
}

# -- the preview, the downloads, the season -------------------------------------------------------
PREVIEW: Final = {
    "preview.title": N_("Preview"),
    "preview.frame": N_("Preview of the document"),
    "preview.document": N_("Document"),
    "preview.zoom": N_("Zoom"),
    "preview.fit": N_("Whole width"),
    "preview.show": N_("Show"),
    "preview.as-text": N_("As text"),
    "preview.as-pages": N_("As pages (PDF)"),
    "preview.to-mark": N_("Show the field in the preview (F8)"),
    "preview.to-field": N_("Go to the field (Enter)"),
    "preview.keyboard": N_("By the keyboard"),
    "preview.keys": N_(
        "F8 leads from a field to its place in the preview and back. In the preview the arrow keys lead "
        "from place to place, and Enter goes to the field."
    ),
    "preview.not-there": N_("This document does not show the field."),
    "preview.earlier": N_(
        "This is the document as it last was when it could be built. Correct what is marked in the form "
        "to see it as it is now."
    ),
    "preview.none": N_("There is nothing to show yet"),
    "preview.none-why": N_("The document can be shown when this has been corrected:"),
    "preview.pages": N_("Pages of the PDF"),
    "preview.pages-of": N_("{title}: pages of the PDF"),
    "preview.page": N_("Page {number} of {count}"),
}

DOWNLOADS: Final = {
    "downloads.of": N_("Documents: {trip}"),
    "downloads.get": N_("Download"),
    "downloads.docx": N_("Word (DOCX)"),
    "downloads.pdf": N_("PDF"),
    "downloads.zip": N_("All as one ZIP"),
    "downloads.zip-hint": N_("The documents that are made by default, each as DOCX and as PDF."),
    "downloads.folder": N_("In the folder of results"),
    "downloads.folder-hint": N_(
        "The documents are written into the folder {folder}, as “parskats render” does; those of an "
        "earlier time are replaced."
    ),
    "downloads.render": N_("Write the documents into the folder"),
    "downloads.made": N_("Files in the folder {folder}"),
    "downloads.current": N_("They are what the trip gives now."),
    "downloads.old": N_("The trip or a file has changed since they were made."),
    "downloads.none": N_("No document has been written there yet."),
    "downloads.name": N_("File"),
    "downloads.size": N_("Size"),
    "downloads.pages": N_("Pages"),
    "downloads.changed": N_("changed by hand"),
    "downloads.missing": N_("removed"),
    "downloads.not-yet": N_("The documents cannot be made yet"),
    "downloads.not-yet-why": N_("They can be made when these errors have been corrected in the form."),
    "downloads.checks": N_("All checks of the trip"),
}

SEASON: Final = {
    "season.title": N_("Season"),
    "season.lead": N_(
        "Makes the documents of many trips at once. A trip with a fault does not stop the others."
    ),
    "season.trips": N_("Trips"),
    "season.workbooks": N_("Workbooks, with all their trips"),
    "season.all": N_("Choose all"),
    "season.no-one": N_("Choose none"),
    "season.documents": N_("Documents"),
    "season.formats": N_("Files"),
    "season.html": N_("Web page (HTML)"),
    "season.options": N_("Besides"),
    "season.resume": N_("Leave alone what has been made already and has not changed"),
    "season.public": N_("Without personal data, for publication"),
    "season.start": N_("Make the documents"),
    "season.chosen": N_("Chosen trips and workbooks:"),
    "season.empty": N_("There are no trips yet"),
    "season.empty-first": N_(
        "Begin a trip or put in an Excel workbook on the first page; then come back here."
    ),
    "season.counting": N_("The trips are being counted."),
    "season.running": N_("The documents are being made."),
    "season.stopping": N_("The work is being stopped."),
    "season.done": N_("The season is finished."),
    "season.stopped": N_("The season was stopped. The trips that were finished stay."),
    "season.failed": N_("The season could not be made."),
    "season.progress": N_("How far it is"),
    "season.of": N_("{seen} of {total} trips"),
    "season.seen": N_("Trips: {seen}"),
    "season.counts": N_("Done: {done}. Failed: {failed}."),
    "season.kept": N_("Already there and the same: {kept}."),
    "season.rate": N_("{rate} a minute"),
    "season.left": N_("about {time} left"),
    "season.minutes": N_("{minutes} min"),
    "season.seconds": N_("{seconds} s"),
    "season.look-again": N_("Look again"),
    "season.stop": N_("Stop"),
    "season.go-on": N_("Go on"),
    "season.to-mend": N_("To be corrected"),
    "season.errors": N_("Errors: {count}"),
    "season.more": N_("Only the first {count} are shown here; the summary has all of them."),
    "season.summary": N_("Summary of the season"),
    "season.summary-open": N_("Open the summary"),
    "season.incomplete": N_("The season was stopped at its first fault."),
    "season.all-trips": N_("All trips"),
    "season.trip": N_("Trip"),
    "season.source": N_("Source"),
    "season.state": N_("State"),
    "season.state-done": N_("done"),
    "season.state-failed": N_("failed"),
    "season.state-left-out": N_("left out"),
    "season.made": N_("Documents"),
    "season.zip": N_("All documents as one ZIP"),
    "season.cut": N_(
        "Only the first {count} trips are shown; the file summary.html in the folder has all of them."
    ),
    "season.folder": N_("The files lie in the folder {folder}."),
    "season.again": N_("Another season"),
}

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
