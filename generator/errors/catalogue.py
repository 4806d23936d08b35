"""Every fault the product can report: its stable id, what is wrong, and how to mend it.

The English sentences are the one source; `generator/locale/lv` holds the Latvian ones.
`{names}` are the values a fault carries.
"""

from __future__ import annotations


def N_(text: str) -> str:
    """Mark a sentence for the message catalogues and return it as it is."""
    return text


FAULTS: dict[str, tuple[str, str]] = {
    # -- values a person typed or a template passed on ------------------------------------------
    "amount.unreadable": (
        N_("“{value}” is not a sum of money."),
        N_("Write the sum in digits with a decimal comma, for example 24 415,44."),
    ),
    "amount.decimals": (
        N_("“{value}” has more than two decimals; a sum is exact to the santīms or cent."),
        N_("Round the sum to two decimals."),
    ),
    "amount.float": (
        N_("The sum {value} is a floating-point number, which cannot hold money exactly."),
        N_("Pass a Decimal or an int of whole lats or euro."),
    ),
    "amount.not-finite": (
        N_("“{value}” is not a finite number."),
        N_("Give a number."),
    ),
    "currency.unknown": (
        N_("“{value}” is not a currency of these reports; LVL and EUR are."),
        N_("Write LVL or EUR."),
    ),
    "currency.mixed": (
        N_("A sum in {one} and a sum in {other} cannot be added or compared."),
        N_("Convert one of them into the currency of the other first."),
    ),
    "currency.sign": (
        N_("“{value}” is a sum in {found}, but the sums here are in {expected}."),
        N_("Write the sum in {expected}, or correct the currency of the project or of the document."),
    ),
    "case.unknown": (
        N_("“{value}” is not a grammatical case; {known} are."),
        N_("Use one of the five case names."),
    ),
    "vat.unreadable": (
        N_("“{value}” does not say how VAT is paid."),
        N_("Write a rate such as 21 or 0, or exempt, or none when the seller pays no VAT."),
    ),
    "date.unreadable": (
        N_("“{value}” is not a date."),
        N_("Write the date as 2012-08-31, 31.08.2012. or 2012. gada 31. augusts."),
    ),
    "date.impossible": (
        N_("There is no such day in the calendar: “{value}”."),
        N_("Check the day and the month."),
    ),
    "time.unreadable": (
        N_("“{value}” is not a time of day."),
        N_("Write the time as 9.30 or 09:30."),
    ),
    "number.unreadable": (
        N_("“{value}” is not a number."),
        N_("Write the number in digits, for example 12 or 2,5."),
    ),
    "number.range": (
        N_("The number {value} is outside {minimum} to {maximum}."),
        N_("Give a number within these bounds."),
    ),
    "option.unknown": (
        N_("“{value}” is not one of: {known}."),
        N_("Use one of the listed words."),
    ),
    "text.empty": (
        N_("The text is empty."),
        N_("Write the text, or leave the field out."),
    ),
    "amount.negative": (
        N_("The value {value} is negative; here it must be zero or more."),
        N_("Write the value without the minus, or correct it."),
    ),
    "answer.unreadable": (
        N_("“{value}” is neither yes nor no."),
        N_("Write jā or nē."),
    ),
    "date.year": (
        N_("The year {year} is outside {minimum} to {maximum}."),
        N_("Correct the year."),
    ),
    "amount.sum": (
        N_("The sums here add up to more than {maximum}, which no document can say in words."),
        N_("Check the sums and quantities: there may be a digit too many."),
    ),
    "date.order": (
        N_("The end {end} is before the start {start}."),
        N_("Exchange the dates or correct one of them."),
    ),
    "source.empty": (
        N_("The funding source has neither a share nor an amount."),
        N_("Add share: in percent points, or amount:."),
    ),
    "number.float": (
        N_("The number {value} is a floating-point number, which is not exact."),
        N_("Pass a Decimal or an int."),
    ),
    "form.missing": (
        N_("“{value}” has no {case} {number}."),
        N_("Turn the phrase so that it needs another case, or give the form under forms:."),
    ),
    # -- trip files: their bytes -----------------------------------------------------------------
    "file.missing": (
        N_("There is no file “{value}”."),
        N_("Correct the name, or put the file there."),
    ),
    "file.misspelt": (
        N_("There is no file “{value}”, but there is “{meant}”."),
        N_("Did you mean “{meant}”? Write the name exactly as the file has it."),
    ),
    "file.not-a-file": (
        N_("“{value}” is not a file."),
        N_("Name a file, not a folder."),
    ),
    "file.unreadable": (
        N_("The file “{value}” cannot be read: {reason}."),
        N_("Check that the file may be read, and close it in other programs."),
    ),
    "file.bytes": (
        N_("The file “{value}” is larger than {limit} MB."),
        N_("Make the file smaller; a photo is large enough at 2000 pixels wide."),
    ),
    "file.too-large": (
        N_("The file is larger than {limit} MB; a trip file is text of a few pages."),
        N_("Check that this is the trip file; keep photos in files of their own."),
    ),
    "file.encoding": (
        N_("The file is not in UTF-8: here stands the byte {byte}."),
        N_("Save the file with the encoding UTF-8; it was probably saved as Windows-1257."),
    ),
    "file.utf-16": (
        N_("The file is in UTF-16 or UTF-32; UTF-8 was expected."),
        N_("Save the file with the encoding UTF-8; Notepad calls UTF-16 “Unicode”."),
    ),
    "file.empty": (
        N_("The file is empty."),
        N_("Make a new trip with “parskats init” and fill it in."),
    ),
    "file.not-mapping": (
        N_("The file does not begin with fields; lines such as “journey:” were expected."),
        N_("Write “name: value” on each line; compare with the example made by “parskats init”."),
    ),
    "text.character": (
        N_("The character {code} cannot be seen and cannot stand in a document."),
        N_("Delete it; it usually comes from text copied out of another program."),
    ),
    "text.too-long": (
        N_("“{value}” is longer than {limit} characters."),
        N_("Shorten it to {limit} characters or fewer."),
    ),
    # -- trip files: how YAML is written ---------------------------------------------------------
    "yaml.syntax": (
        N_("This line cannot be read as YAML."),
        N_('Compare it with the lines around it; put the text in quotes: name: "text".'),
    ),
    "yaml.colon": (
        N_("A colon stands here where none was expected."),
        N_("Put the whole value in quotes, or begin the line in the same column as the fields above it."),
    ),
    "yaml.no-colon": (
        N_("This line has no colon; “name: value” was expected."),
        N_(
            "Write a colon and a space after the name, "
            "or begin the line further right if it continues a text."
        ),
    ),
    "yaml.indent": (
        N_("This does not line up with the group of fields that begins in line {line}."),
        N_("Begin fields of one group in the same column, and end a value in quotes with its line."),
    ),
    "yaml.after-quote": (
        N_("The text goes on after its closing quotation mark."),
        N_("Put the whole text in quotes and its inner quotes as „ ”, or remove the quotes."),
    ),
    "yaml.comma": (
        N_("Within braces a comma ends a value; here “{name}” was left over."),
        N_("Put the value that holds the comma in quotes, or write the fields on lines of their own."),
    ),
    "yaml.dash": (
        N_("A list cannot begin here."),
        N_("Begin the list on the next line, a dash and a space before each item."),
    ),
    "yaml.quote": (
        N_("The quotation mark that opens here is never closed."),
        N_("Add the closing quotation mark, or remove this one."),
    ),
    "yaml.bracket": (
        N_("The bracket opened in line {line} is not closed before this place, or a comma is missing."),
        N_("Close the bracket, or put a comma between the items."),
    ),
    "yaml.character": (
        N_("A value cannot begin with “{character}”."),
        N_("Put the value in quotes."),
    ),
    "yaml.escape": (
        N_("A backslash within double quotes cannot stand before this."),
        N_("Use single quotes instead of double ones, or write the character itself."),
    ),
    "yaml.tab": (
        N_("The line begins with a tab; spaces were expected."),
        N_("Replace each tab at the beginning of the line by two spaces."),
    ),
    "yaml.duplicate": (
        N_("The field “{name}” is given twice; the first time in line {line}."),
        N_("Keep one of the two, or join them."),
    ),
    "yaml.anchor": (
        N_("The mark “&{name}” makes a YAML anchor; trip files do not use them."),
        N_("Remove it; put text that begins with & in quotes."),
    ),
    "yaml.alias": (
        N_("The mark “*{name}” refers to a YAML anchor; trip files do not use them."),
        N_("Write the value itself; put text that begins with * in quotes."),
    ),
    "yaml.tag": (
        N_("The mark “{tag}” is a YAML tag; trip files do not use them."),
        N_("Remove it; put text that begins with ! in quotes."),
    ),
    "yaml.documents": (
        N_("A second document begins here; a file holds one trip."),
        N_("Remove the line “---”, or put the second trip in a file of its own."),
    ),
    "yaml.key": (
        N_("The name of a field must be a word."),
        N_("Write “name: value”; put text that begins with ?, [ or {{ in quotes."),
    ),
    "yaml.depth": (
        N_("Values are nested here more than {limit} levels deep."),
        N_("Remove the needless brackets or indentation."),
    ),
    # -- trip files: changed at one place --------------------------------------------------------
    "change.place": (
        N_("The file has no place “{path}” for this change."),
        N_("Load the trip again: it may have been changed by another program."),
    ),
    "change.unsafe": (
        N_("The file is written in a way in which this change would touch more than its place."),
        N_("Make the change in a text editor; nothing has been written."),
    ),
    "draft.changed": (
        N_("The file was changed in another window or by another program; nothing has been written."),
        N_("Load it again, and make the change once more."),
    ),
    "photo.none": (
        N_("No picture was chosen."),
        N_("Choose a picture file first."),
    ),
    "draft.busy": (
        N_("Another program holds the file and does not let it go; nothing has been written."),
        N_("Close the other program, and try again."),
    ),
    # -- trip files: their structure -------------------------------------------------------------
    "format.missing": (
        N_("The file does not say its format."),
        N_("Add the line “format: {known}” at the beginning."),
    ),
    "format.other": (
        N_("This file says format {value}; this version reads {known}."),
        N_("Use the version of the program that the file was made for, or convert the file."),
    ),
    "field.missing": (
        N_("The field “{name}” ({title}) is missing."),
        N_("Add “{name}:” with its value here."),
    ),
    "field.empty": (
        N_("The field “{name}” ({title}) has no value."),
        N_("Write the value after the colon."),
    ),
    "field.misspelt": (
        N_("There is no field “{name}” here."),
        N_("Did you mean “{meant}”?"),
    ),
    "field.unknown": (
        N_("There is no field “{name}” here; the fields are {known}."),
        N_("Remove it, or use one of these fields."),
    ),
    "type.text": (
        N_("For “{name}” ({title}) a text was expected; here is {found}."),
        N_("Write the text after the colon, on the same line."),
    ),
    "type.group": (
        N_("For “{name}” ({title}) a group of fields was expected; here is {found}."),
        N_("Write the fields on the lines below, further right, each as “name: value”."),
    ),
    "type.list": (
        N_("For “{name}” ({title}) a list was expected; here is {found}."),
        N_("Begin each item on a line of its own with a dash and a space, also when there is only one."),
    ),
    "type.date": (
        N_("For “{name}” ({title}) a date was expected; here is {found}."),
        N_("Write the date after the colon, for example 2012-08-31."),
    ),
    "type.time": (
        N_("For “{name}” ({title}) a time of day was expected; here is {found}."),
        N_("Write the time after the colon, for example 9.30."),
    ),
    "type.number": (
        N_("For “{name}” ({title}) a number was expected; here is {found}."),
        N_("Write the number after the colon."),
    ),
    "type.answer": (
        N_("For “{name}” ({title}) a yes or a no was expected; here is {found}."),
        N_("Write jā or nē."),
    ),
    "value.unusable": (
        N_("The value of “{name}” ({title}) cannot be used: {found}."),
        N_("Compare it with the example made by “parskats init”."),
    ),
    "id.device": (
        N_("“{value}” cannot name a trip: on Windows it names a device."),
        N_("Give another name, for example rezekne-2012."),
    ),
    "id.unusable": (
        N_("“{value}” cannot name a trip: small letters a-z, digits and single hyphens were expected."),
        N_("Write, for example, rezekne-2012."),
    ),
    "position.incomplete": (
        N_("Position {code} has no positions under it and does not say: {names}."),
        N_("Write these sums, or list the positions that make it up under positions:."),
    ),
    "list.too-short": (
        N_("The list “{title}” has too few items; at least {minimum} is needed."),
        N_("Add an item, a dash and a space before it."),
    ),
    "list.item-empty": (
        N_("An item of the list “{title}” has no value."),
        N_("Write the item after the dash, or remove the dash."),
    ),
    "number.whole": (
        N_("“{value}” is not a whole number."),
        N_("Write a whole number in digits, for example 12."),
    ),
    "number.minimum": (
        N_("The number {value} is too small; {minimum} or more was expected."),
        N_("Correct the number."),
    ),
    "number.maximum": (
        N_("The number {value} is too large; {maximum} or less was expected."),
        N_("Correct the number."),
    ),
    # -- files that a trip names -----------------------------------------------------------------
    "path.absolute": (
        N_("“{value}” begins at a disk, a home folder or a network address."),
        N_("Put the file in the trip folder and write its name seen from there, for example photos/1.jpg."),
    ),
    "path.outside": (
        N_("“{value}” lies outside the folder that it may come from."),
        N_("Copy the file into the folder, and write its name seen from there."),
    ),
    "project.suffix": (
        N_("“{value}” is not a project file: a name that ends in {known} was expected."),
        N_("Write the path of the project file, or its fields on the lines below."),
    ),
    "earlier.suffix": (
        N_("“{value}” is not a trip file: a name that ends in {known} was expected."),
        N_("Write the path of the trip file of the earlier report."),
    ),
    "earlier.circular": (
        N_("“{value}” names this report among its own earlier ones."),
        N_("Name only reports of earlier periods; take the name out of one of the two files."),
    ),
    "earlier.faulty": (
        N_("“{value}”, an earlier report, has faults, so that nobody knows what was spent."),
        N_("Mend that trip first."),
    ),
    "picture.unreadable": (
        N_("The file is not a picture that can be read; JPEG or PNG was expected."),
        N_("Open it in a picture program and save it as JPEG (photos) or PNG (logos)."),
    ),
    "picture.truncated": (
        N_("The picture ends before its end; the file was not copied whole."),
        N_("Copy the file again from the camera or its sender."),
    ),
    "picture.damaged": (
        N_("The picture is damaged and cannot be shown."),
        N_("Copy the file again, or open it in a picture program and save it anew."),
    ),
    "picture.pixels": (
        N_("The picture has {width} × {height} pixels ({megapixels} megapixels); at most {limit} are read."),
        N_("Save it smaller; 2000 pixels wide is enough for print."),
    ),
    "picture.bytes": (
        N_("The picture file has {megabytes} MB; at most {limit} MB are read."),
        N_("Save it smaller; 2000 pixels wide is enough for print."),
    ),
    "picture.cmyk": (
        N_("The picture has the colours of a printing press (CMYK); they are converted and may change."),
        N_("Save it as RGB (sRGB) in a picture program and compare."),
    ),
    "picture.small": (
        N_(
            "The photo is {width} pixels wide: {dpi} dots per inch at 15 cm, "
            "and it will look coarse in print."
        ),
        N_("Use the photo as it came from the camera, at least {minimum} pixels wide."),
    ),
    # -- workbooks -------------------------------------------------------------------------------
    "workbook.encrypted": (
        N_("The workbook is protected with a password."),
        N_("Open it in Excel, remove the password (File, Info, Protect Workbook), and save it."),
    ),
    "workbook.old": (
        N_("The workbook is in the old format .xls; .xlsx is read."),
        N_("Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."),
    ),
    "workbook.other": (
        N_("The file is not an .xlsx workbook."),
        N_("Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."),
    ),
    "workbook.damaged": (
        N_("The workbook is damaged: {reason}."),
        N_("Copy the file again, or open it in Excel or LibreOffice and save it anew."),
    ),
    "workbook.dtd": (
        N_("The workbook holds a document type (DTD), which no spreadsheet program writes."),
        N_("Do not trust the file; make a new one with “parskats init --excel” and copy the data into it."),
    ),
    "workbook.bytes": (
        N_("The workbook is larger than {limit} MB."),
        N_("Remove pictures and sheets that are not needed, or split it in two."),
    ),
    "workbook.expands": (
        N_("The workbook unpacks to more than {limit} MB, or to more than {members} parts."),
        N_("Copy the data into a new workbook: empty rows that are formatted take space, too."),
    ),
    "workbook.rows": (
        N_("The sheets hold more than {limit} rows, {cells} cells or {merged} merged ranges."),
        N_("Delete rows that are not needed, or split the workbook in two."),
    ),
    "workbook.empty": (
        N_("There are no trips on the sheet “{sheet}”."),
        N_("Write each trip in a row of its own, below the headings."),
    ),
    "trips.many": (
        N_("The file holds {count} trips: {known}."),
        N_("Choose one with --only, or make the documents of all with “parskats batch”."),
    ),
    "trips.none": (
        N_("There is no trip “{value}”; the trips are {known}."),
        N_("Correct the id after --only."),
    ),
    "trips.one": (
        N_("{count} trips cannot stand in one {suffix} file."),
        N_("Choose one with --only, or give a file that ends in .xlsx or .jsonl."),
    ),
    "sheet.missing": (
        N_("The workbook has no sheet “{sheet}”."),
        N_("Add the sheet; “parskats init --excel” makes a workbook with all of them."),
    ),
    "sheet.misspelt": (
        N_("There is no table “{name}”."),
        N_("Did you mean “{meant}”? Name the sheet so."),
    ),
    "sheet.unknown": (
        N_("The sheet “{name}” is not read."),
        N_("Nothing has to be done if it holds notes; the sheets that are read are {known}."),
    ),
    "sheet.repeated": (
        N_("The sheets “{name}” and “{other}” are the same table."),
        N_("Keep one of the two."),
    ),
    "sheet.headings": (
        N_("The sheet has no row of headings such as “{known}”."),
        N_("Add the row; “parskats init --excel” makes a workbook with all headings."),
    ),
    "column.misspelt": (
        N_("There is no column “{name}” on this sheet."),
        N_("Did you mean “{meant}”? Write the heading so."),
    ),
    "column.unknown": (
        N_("The column “{name}” is not read."),
        N_("Nothing has to be done if it holds notes."),
    ),
    "column.repeated": (
        N_("The column “{name}” is there twice; the first time in {first}."),
        N_("Keep one of the two columns, or join them."),
    ),
    "row.unassigned": (
        N_("The row does not say in “{title}” to what it belongs."),
        N_("Write one of these: {known}; or delete the row."),
    ),
    "row.unknown": (
        N_("“{value}” is not on the sheet “{sheet}”."),
        N_("Correct it, or add a row with it there: {known}."),
    ),
    "row.repeated": (
        N_("“{value}” is given to more than one row: {rows}."),
        N_("Give each row its own."),
    ),
    "row.circle": (
        N_("The row belongs to itself, directly or through others."),
        N_("Correct to which group the row belongs."),
    ),
    "rows.denied": (
        N_("There are rows for this trip on the sheet “{sheet}”, but here stands that there are none."),
        N_("Write jā here, or delete those rows."),
    ),
    "rows.absent": (
        N_("Here stands jā, but there are no rows for this trip on the sheet “{sheet}”."),
        N_("Add the rows, or write nē."),
    ),
    "cell.error": (
        N_("The cell holds the error “{value}” instead of a value."),
        N_("Correct the formula, or type the value."),
    ),
    "cell.uncomputed": (
        N_("The formula in this cell has never been computed."),
        N_("Open the workbook in Excel or LibreOffice and save it, or type the value instead."),
    ),
    "cell.outside": (
        N_("The formula takes its value from outside the workbook, and it is not followed there."),
        N_("Copy the cell and paste it as a value."),
    ),
    "cell.date-in-text": (
        N_("A text was expected in “{title}”, but the spreadsheet program took it for a date: {value}."),
        N_("Format the cell as text and type it again, exactly as it should be printed."),
    ),
    "cell.case": (
        N_("“{value}” does not begin with the name of a case and a colon."),
        N_("Write each form on a line of its own, for example: genitive: Abavas."),
    ),
    "cell.too-long": (
        N_("The text has {length} characters; a cell of a workbook holds {limit}."),
        N_("Shorten the text, or keep the trip in a YAML file."),
    ),
    "cell.unfit": (
        N_("“{name}” cannot stand in a workbook."),
        N_("Keep the trip in a YAML file, or leave this out."),
    ),
    "convert.suffix": (
        N_("“{value}” does not end in {known}."),
        N_("Give the file a name that does."),
    ),
    # -- business rules ---------------------------------------------------------------------------
    "silence.unknown": (
        N_("There is no rule “{rule}” to silence."),
        "{mend}",
    ),
    "silence.structure": (
        N_("“{rule}” is not a rule of the checks but a fault of the file; it cannot be silenced."),
        N_("Mend the fault itself, and remove this entry."),
    ),
    "silence.firm": (
        N_("The rule “{rule}” cannot be silenced: without it no document can be made."),
        N_("Mend what the rule finds, and remove this entry."),
    ),
    "period.trip-outside": (
        N_("The trip on {day} is outside the implementation of the project, {start} to {end}."),
        N_("Check the dates of the trip and of the project; costs outside it are not eligible."),
    ),
    "period.trip-unreported": (
        N_("The trip on {day} is outside the reporting period, {start} to {end}."),
        N_("Check the dates, or report the trip in the period to which it belongs."),
    ),
    "period.report-outside": (
        N_(
            "The reporting period's day {day} is outside the implementation of the project, {start} to {end}."
        ),
        N_("Check the reporting period and the dates of the project."),
    ),
    "period.planning": (
        N_("The project's day {day} is outside {start} to {end}, the years of the planning period {period}."),
        N_("Check the planning period and the dates of the project."),
    ),
    "publicity.fund": (
        N_("“{fund}” is a fund of {of}, but the project is of the planning period {period}."),
        N_("Check the planning period and the fund; the funds of {period} are: {known}."),
    ),
    "publicity.marks": (
        N_("The publicity strip of {period} also holds the mark “{mark}”, and no logo is said to show it."),
        N_("Add the picture of the mark under logos:, and name the mark in its alt:."),
    ),
    "date.report-before-trip": (
        N_("The report is dated {date}, before the trip ended on {end}."),
        N_("Correct the date of the report or of the trip."),
    ),
    "date.report-before-period-end": (
        N_("The report is dated {date}, but its period lasts to {end}."),
        N_("Correct the date of the report, or end its period on the day of the report."),
    ),
    "date.agreement-after-start": (
        N_("The agreement is dated {date}, but the project began on {start}."),
        N_("Check both dates; costs before the agreement are eligible only where the rules say so."),
    ),
    "date.day-off": (
        N_("{day} is a day off: {off}."),
        N_("Check the date; work on a day off needs an order of its own."),
    ),
    "date.weekday": (
        N_("“{written}” stands before {day}, but that day is a “{weekday}”."),
        N_("Correct the day of the week or the date."),
    ),
    "date.agreement-after-report": (
        N_("The agreement is dated {date}, after the report of {report}."),
        N_("Correct the date of the agreement or of the report."),
    ),
    "currency.date": (
        N_("The currency is {currency}, but the report is dated {date}; {expected} was expected."),
        N_("Write currency: {expected} and give the sums in it, or correct the date."),
    ),
    "agreement.subactivity": (
        N_("The agreement {number} is of sub-activity {found}, but the project is of {expected}."),
        N_("Correct the number of the agreement or of the sub-activity."),
    ),
    "agreement.programme": (
        N_("For sub-activity {subactivity} “{expected}” was expected; here is “{found}”."),
        N_("Correct the number of the sub-activity, or what stands here."),
    ),
    "number.sign": (
        N_("“{number}” begins with “Nr.”, which the documents write before every number themselves."),
        N_("Write the number alone, without “Nr.”."),
    ),
    "beneficiary.name": (
        N_("“{name}” speaks of a {term}, which there has been only from {since}; the report is of {date}."),
        N_("Write the name that the institution had on the day of the report."),
    ),
    "beneficiary.registration-number": (
        N_("“{number}” is no registration number: eleven digits whose control digit is right were expected."),
        N_("Compare it with the register; a digit is missing, one too many or mistyped."),
    ),
    "beneficiary.postal-code": (
        N_("The address “{address}” has no postal code such as LV-5401."),
        N_("Add the postal code at the end of the address: LV, a hyphen, four digits."),
    ),
    "contact.phone": (
        N_("“{phone}” is no phone number: eight digits were expected, or a number with + and the country."),
        N_("Correct the number, for example 65404365 or +371 65404365."),
    ),
    "contact.email": (
        N_("“{email}” is no e-mail address."),
        N_("Correct the address, for example projekti@pasvaldiba.lv; only one address stands here."),
    ),
    "signature.name": (
        N_(
            "The report is signed electronically, and the document does not say who signs: only “{position}”."
        ),
        N_("Add name: with the name and surname of the signatory."),
    ),
    "report.addressee": (
        N_("The report is addressed to {found}; those who administer the sub-activity are {expected}."),
        N_("Check the addressees."),
    ),
    "sources.share": (
        N_("The shares of the funding sources make up {share}; the difference from 100 % is {difference}."),
        N_("Correct the shares so that they make up 100 %."),
    ),
    "sources.amount": (
        N_("The funding sources make up {found}, the project's total is {expected}: {difference} apart."),
        N_("Correct the amounts of the sources or the total."),
    ),
    "sources.split": (
        N_("The source gives {found}, but {share} of the total is {expected}: {difference} apart."),
        N_("Correct the amount or the share, or leave one of them out."),
    ),
    "agreement.limit": (
        N_("The total {total} is outside the limits of sub-activity {subactivity}: {least} to {most}."),
        N_("Check the total against the agreement."),
    ),
    "budget.sum": (
        N_("The eligible positions make up {found}, the project's total is {expected}: {difference} apart."),
        N_("Correct the approved sums or the total, or mark a position as not eligible."),
    ),
    "budget.group-sum": (
        N_("Group {code}: {found} is written, but its positions make up {expected}: {difference} apart."),
        N_("Correct the sums, or leave out those of the group: they are added up."),
    ),
    "budget.over-position": (
        N_("Position {code}: {found} is spent of the approved {expected}; it is exceeded by {difference}."),
        N_("Check the sums; an excess needs a change of the agreement."),
    ),
    "budget.code-duplicate": (
        N_("The code {code} is given to two positions: “{name}” and “{other}”."),
        N_("Give each position a code of its own."),
    ),
    "budget.spent-unknown": (
        N_("Position {code} does not say what was spent before, and no earlier report is named."),
        N_("Write spent_before: (0 for nothing), or name the earlier trip files under earlier:."),
    ),
    "budget.spent-before": (
        N_(
            "Position {code}: {found} is written as spent before, "
            "but the earlier reports make up {expected}: {difference} apart."
        ),
        N_("Correct the sum or the earlier report, or leave the sum out: it is taken from them."),
    ),
    "budget.spent-in-all": (
        N_(
            "The budget has {found} as spent before in all, "
            "but the earlier reports make up {expected}: {difference} apart."
        ),
        N_("Look for a position that has a new code, was left out, or has another sum."),
    ),
    "earlier.position": (
        N_("The report of {date} spent on position {code}, which the budget does not have."),
        N_("Add the position, or give its code to the one that took its place."),
    ),
    "earlier.agreement": (
        N_("The report of {date} is of agreement {found}; this one is of {expected}."),
        N_("Name only reports of the same agreement, or correct its number."),
    ),
    "earlier.period": (
        N_("An earlier report accounts for days up to {last}, but the next one begins on {first}."),
        N_("Name only reports of earlier periods, and correct the periods that overlap."),
    ),
    "earlier.date": (
        N_("An earlier report is dated {earlier}, after this one of {date}."),
        N_("Name only reports that were signed before, and check both dates."),
    ),
    "cost.amount": (
        N_(
            "“{item}”: the amount is {found}, "
            "but quantity times unit price is {expected}: {difference} apart."
        ),
        N_("Correct the quantity, the unit price or the amount, or leave the amount out."),
    ),
    "cost.position-unknown": (
        N_("The budget has no position {code}; its positions are {known}."),
        N_("Write one of these codes, or add the position to the budget."),
    ),
    "cost.over-position": (
        N_(
            "Position {code}: the trip cost {found}, "
            "but in this period {expected} was spent: {difference} apart."
        ),
        N_("Correct the costs of the trip, or the sum of the position in this period."),
    ),
    "cost.duplicate": (
        N_("“{item}” is the same, with its document and sums, as the cost in row {row}."),
        N_("Remove one of the two, or tell them apart by their quantity or document."),
    ),
    "document.date": (
        N_("The document is dated {date}, after the report of {report}."),
        N_("Correct the date of the document or of the report."),
    ),
    "document.outside-project": (
        N_("The document is dated {day}, outside the implementation of the project, {start} to {end}."),
        N_("Check the date; such costs are usually not eligible."),
    ),
    "document.duplicate": (
        N_("No. {number} of {issuer} is given for two documents: {first} and {second}."),
        N_("Write one document always alike, or correct the number."),
    ),
    "document.paid-early": (
        N_("The document was paid on {paid}, before it was issued on {date}."),
        N_("Check both dates; a payment in advance needs nothing."),
    ),
    "document.paid-late": (
        N_("The document was paid on {paid}, after the report of {report}."),
        N_("Correct the date, or report the cost in the period in which it was paid."),
    ),
    "document.paid-outside": (
        N_("The document was paid on {day}, outside the reporting period, {start} to {end}."),
        N_("Check the date, or report the cost in the period in which it was paid."),
    ),
    "document.currency": (
        N_("The document is in {currency}, but on {date} the currency of Latvia was {expected}."),
        N_("Check the currency and the date; a foreign document may be right."),
    ),
    "vat.rate": (
        N_("{rate} was no rate of VAT on {date}; the rates of that day were {known}."),
        N_("Check the rate against the document and its date."),
    ),
    "vat.amount": (
        N_("“{item}”: the VAT is {found}, but the rate gives {expected}: {difference} apart."),
        N_("Correct the rate or the VAT, or leave the VAT amount out: it is computed."),
    ),
    "vat.missing": (
        N_("“{item}” does not say how VAT was paid, while other costs do."),
        N_("Write vat: with the rate, exempt or none."),
    ),
    "vat.recoverable": (
        N_("“{item}” holds {vat} of VAT, which the beneficiary can recover."),
        N_("Give the price without VAT: VAT that can be recovered is not eligible."),
    ),
    "allowance.norm": (
        N_("“{item}”: {price} a unit is more than the norm of {date}, {norm}."),
        N_("Check the price; what is above the norm may not be refunded."),
    ),
    "participants.planned": (
        N_("{planned} participants were planned and {came} took part; no deviation is described."),
        N_("Describe it under deviations:, or correct the numbers."),
    ),
    "activity.planned-outside": (
        N_("The planned day {day} is outside the implementation of the project, {start} to {end}."),
        N_("Check the plan of the activity and the dates of the project."),
    ),
    "activity.dates": (
        N_("The trip on {day} was planned for {start} to {end}; no deviation is described."),
        N_("Describe it under deviations:, or correct the dates."),
    ),
    "participants.duplicate": (
        N_("{name} is already in row {row} of the participants."),
        N_("Remove one of the two rows, or correct the name."),
    ),
    "activity.place": (
        N_("The trip was planned to {planned} and led to {place}; no deviation is described."),
        N_("Describe it under deviations:, or correct the places."),
    ),
    "outcome.indicator": (
        N_("“{indicator}”: {planned} was planned and {achieved} achieved; no deviation is described."),
        N_("Describe it under deviations:, or correct the numbers."),
    ),
    "journey.destination": (
        N_("The destination {town} is the beneficiary's own town."),
        N_("Correct the destination; a journey within one's own town is no business trip."),
    ),
    "journey.order": (
        N_("The travel order is dated {date}, after the trip began on {start}."),
        N_("Correct the date of the order or of the trip; the order comes before the trip."),
    ),
    "programme.overlap": (
        N_("The item begins at {time}, but the one before it lasts until {end}."),
        N_("Correct one of the times."),
    ),
    "report.complete": (
        N_("The report does not give what a formal report usually does: {titles}."),
        N_("Add what applies; the rest may stay out."),
    ),
    "text.wording": (
        N_("“{found}” is poor style; better: {better}."),
        N_("Write it so, or put the sentence in other words."),
    ),
    "programme.order": (
        N_("The item at {time} stands after the item at {above}."),
        N_("Put the programme in order of time, or correct the time."),
    ),
    "programme.end": (
        N_("The item begins at {start} and ends at {end}."),
        N_("Correct one of the times."),
    ),
    "photo.alt": (
        N_("The alternative text “{alt}” does not say what is to be seen in the photo."),
        N_("Say in a few words who or what is in the picture, and where; not what the caption says already."),
    ),
    "photo.duplicate": (
        N_("Photo {number} is the same picture as photo {first}."),
        N_("Show another picture, or remove one of the two."),
    ),
    "name.undecided": (
        N_("The rules leave open how “{name}” declines; the documents write “{form}”."),
        "{mend}",
    ),
    "public.left": (
        N_("This text holds “{value}”, which public documents leave out elsewhere."),
        N_("Word the text without it, or publish it knowingly."),
    ),
    "text.typeset": (
        N_("“{before}” is printed as “{after}”."),
        N_("Nothing has to be done; type it so when the text is to be the same everywhere."),
    ),
    # -- the theme -------------------------------------------------------------------------------
    "theme.syntax": (
        N_("The theme is not valid TOML: {reason}."),
        N_("Correct the line; compare it with the shipped theme.toml."),
    ),
    "theme.missing": (
        N_("The theme does not say “{name}”."),
        N_("Add it; compare with the shipped theme.toml."),
    ),
    "theme.unknown": (
        N_("“{name}” is not a part of a theme."),
        N_("Correct the name or remove the line; compare with the shipped theme.toml."),
    ),
    "theme.value": (
        N_("The theme's “{name}” is {value}; expected was: {expected}."),
        N_("Correct the value; compare it with the shipped theme.toml."),
    ),
    "theme.role-unknown": (
        N_("The theme has no role “{role}” for this; it has {known}."),
        N_("Use a role of the theme, or add a table [{kind}.{role}] to it."),
    ),
    "theme.contrast": (
        N_("The colour {color} of the role “{role}” is too near to its ground {ground} to be read by all."),
        N_("Choose colours whose contrast is at least {least}:1."),
    ),
    # -- the markup of a template ----------------------------------------------------------------
    "markup.stray": (
        N_("A “<” stands where no tag begins."),
        N_("Write &lt; for the character itself, or complete the tag."),
    ),
    "markup.attribute": (
        N_("“{source}” is not an attribute."),
        N_('Write attributes as name="value", the value in quotes.'),
    ),
    "markup.not-open": (
        N_("</{name}> closes an element that is not open."),
        N_("Remove it, or open <{name}> before it."),
    ),
    "markup.unclosed": (
        N_("<{name}> is never closed."),
        N_("Add </{name}> where the element ends."),
    ),
    "markup.lang-missing": (
        N_("The template does not say its language."),
        N_('Write <html lang="lv">.'),
    ),
    "markup.lang-unknown": (
        N_("“{value}” is not a language tag."),
        N_("Write a tag such as lv, lv-LV or en."),
    ),
    "markup.element-missing": (
        N_("The element <{name}> is missing."),
        N_("Add <{name}>; a template is <html> with <head> (and <title> in it) and <body>."),
    ),
    "markup.title-empty": (
        N_("The document has no title."),
        N_("Write the title between <title> and </title>."),
    ),
    "markup.heading-empty": (
        N_("The heading is empty."),
        N_("Write the heading, or remove it."),
    ),
    "markup.heading-skipped": (
        N_("The heading is of level {level}; after the one before it, level {expected} is the next."),
        N_("Write <h{expected}>; looks belong in theme.toml."),
    ),
    "markup.list-twice": (
        N_("A list item holds more than one list."),
        N_("Keep one list in the item, or make two items."),
    ),
    "markup.orientation-inside": (
        N_("The orientation of a page cannot change inside a part of it."),
        N_("Put the <section orientation=…> directly under <body>."),
    ),
    "markup.figure-image": (
        N_("A <figure> holds exactly one <img>."),
        N_("Write one <img> in each <figure>."),
    ),
    "markup.alt-missing": (
        N_("The picture has no alternative text."),
        N_('Add alt="what the picture shows"; alt="" only for a decoration.'),
    ),
    "markup.signature-label": (
        N_("This signature field does not say whose signature belongs there."),
        N_('Give it a label, for example label="{{{{ person.position }}}}".'),
    ),
    "markup.scope-missing": (
        N_("The header cell does not say what it heads."),
        N_('Write <th scope="col"> above a column or <th scope="row"> before a row.'),
    ),
    "markup.table-empty": (
        N_("The table has no rows."),
        N_("Leave the table out when there is no data."),
    ),
    "markup.table-header": (
        N_("The table has no header cells."),
        N_("Write the headings of columns or rows as <th scope=…>."),
    ),
    "markup.row-width": (
        N_("The row fills {width} columns; the table has {columns}."),
        N_("Add or remove cells, or correct colspan and rowspan."),
    ),
    "markup.link-address": (
        N_("“{href}” is not an address a link can lead to."),
        N_("Use an address that begins with https:, mailto: or tel:."),
    ),
    "markup.choice": (
        N_("“{value}” is not a value of {name}; {known} are."),
        N_("Use one of the listed values."),
    ),
    "markup.depth": (
        N_("More than {limit} elements stand in each other here."),
        N_("Take out what is not needed; a closing tag may be missing."),
    ),
    "markup.number": (
        N_("“{value}” is not a size or a count for {name}."),
        N_("Write a number greater than zero, with a decimal point."),
    ),
    "markup.attribute-unknown": (
        N_("<{name}> has no attribute “{attribute}”; it may have: {known}."),
        N_("Correct or remove the attribute; looks belong in theme.toml."),
    ),
    "markup.loose-text": (
        N_("The text “{text}” stands directly in <{name}>."),
        N_("Put it into a paragraph, a cell or another element that holds text."),
    ),
    "markup.misplaced": (
        N_("<{name}> cannot stand in <{parent}>; there may be: {known}."),
        N_("Move the element, or close what stands before it."),
    ),
    "markup.unknown": (
        N_("<{name}> is not an element of the template language."),
        N_("Did you mean <{close}>?"),
    ),
    # -- filling a template ----------------------------------------------------------------------
    "template.folder": (
        N_("The folder of templates does not exist."),
        N_("Correct the path; “parskats template copy DIR” makes a folder to start from."),
    ),
    "template.unreadable": (
        N_("The file cannot be read: {reason}."),
        N_("Check that the file may be read, and close it in other programs."),
    ),
    "template.endless": (
        N_("The template repeats itself here without end, or more than {limit} times."),
        N_("Correct the loop, or the macro that calls itself; a document does not need so much."),
    ),
    "template.too-large": (
        N_("The filled template has {size} million characters; at most {limit} million are read."),
        N_("Look for a loop that prints too much."),
    ),
    "template.encoding": (
        N_("The file is not UTF-8 text."),
        N_("Save it as UTF-8."),
    ),
    "template.syntax": (
        N_("The template cannot be read: {reason}."),
        N_("Correct the {{% … %}} or {{{{ … }}}} on this line."),
    ),
    "template.tag-unknown": (
        N_("“{name}” is not a tag of the template language."),
        N_("Correct the word after {{%, or remove the tag."),
    ),
    "template.block-open": (
        N_("The block {{% {name} %}} is not closed before this place."),
        N_("Add {{% end{name} %}} where the block ends."),
    ),
    "template.filter-unknown": (
        N_("There is no filter “{name}”."),
        N_("Did you mean “{close}”?"),
    ),
    "template.not-found": (
        N_("There is no template “{name}”."),
        N_("Correct the name in extends, include or import."),
    ),
    "template.name-close": (
        N_("The template asks for “{name}”, which is not in the data it sees."),
        N_("Did you mean “{close}”?"),
    ),
    "template.name-unknown": (
        N_("The template asks for “{name}”, which is not in the data it sees."),
        N_("There is: {known}."),
    ),
    "template.absent": (
        N_("The value to be printed here is absent from the data."),
        N_("Guard it with {{% if … %}}, or give the value in the data."),
    ),
    "template.unformatted": (
        N_("The value “{value}” is not a text and would be printed raw."),
        N_("Pass it through a filter such as money, date, percent or number, or name one of its parts."),
    ),
    "template.not-a-name": (
        N_("A value that is neither a text nor a name cannot be declined: “{value}”."),
        N_("Give the filter a text, or a record with a name."),
    ),
    "template.failed": (
        N_("The template fails here: {reason}."),
        N_("Correct the expression on this line."),
    ),
    "kind.missing": (
        N_("The document kind “{name}” has a template but no kind.toml."),
        N_("Add kind.toml with file = and title = beside the template."),
    ),
    "kind.file-taken": (
        N_("The documents “{name}” and “{other}” would have the same files: {file}."),
        N_("Give each kind.toml a file = of its own."),
    ),
    "kind.unreadable": (
        N_("The file kind.toml cannot be used: {reason}."),
        N_(
            "Give file = and title = as texts, order = as a number, attaches = and needs = as lists, "
            "default = as true or false."
        ),
    ),
    "kind.attaches-unknown": (
        N_("“{name}” under attaches = is no kind of document."),
        N_("Name one of these, or take it away: {known}."),
    ),
    "kind.needs-unknown": (
        N_("“{name}” under needs = is not a name of the data that a template sees."),
        N_("Name one of these, or take it away: {known}."),
    ),
    "kind.ring": (
        N_("The documents attach each other in a ring: {ring}."),
        N_("Take one of them away from attaches =, so that no document is an annex of its own annex."),
    ),
    # -- the command line and the settings --------------------------------------------------------
    "usage.verb-missing": (
        N_("The command is missing."),
        N_("The commands are: {known}."),
    ),
    "usage.verb-unknown": (
        N_("There is no command “{name}”."),
        "{mend}",
    ),
    "usage.option-unknown": (
        N_("There is no option {name}."),
        "{mend}",
    ),
    "usage.argument-missing": (
        N_("The argument {name} is missing."),
        N_("“{command} --help” shows how the command is written."),
    ),
    "usage.argument-extra": (
        N_("The argument “{value}” is one too many."),
        N_("“{command} --help” shows how the command is written."),
    ),
    "usage.value-missing": (
        N_("The option {name} needs a value."),
        N_("“{command} --help” shows how the command is written."),
    ),
    "usage.value-extra": (
        N_("The option {name} takes no value."),
        N_("“{command} --help” shows how the command is written."),
    ),
    "usage.other": (
        N_("The command cannot be understood: {reason}"),
        N_("“{command} --help” shows how the command is written."),
    ),
    "setting.unknown": (
        N_("There is no setting “{name}”."),
        "{mend}",
    ),
    "setting.table": (
        N_("“{name}” is a table of settings, not a value."),
        N_("Write [{name}] on a line of its own, and its settings below it."),
    ),
    "setting.none": (
        N_("Nothing is named here."),
        N_("Name at least one, or leave this out."),
    ),
    "setting.text": (
        N_("“{value}” is not a text."),
        N_("Write the value in quotes."),
    ),
    "setting.pattern": (
        N_("“{value}” cannot name the folders of trips: at least one of {known} was expected."),
        N_("Write letters, digits, hyphens and these fields, for example {{date}}-{{destination}}."),
    ),
    "setting.syntax": (
        N_("The settings file is not valid TOML."),
        N_('Write each setting on a line of its own, for example format = "docx,pdf".'),
    ),
    "setting.encoding": (
        N_("The settings file is not UTF-8 text."),
        N_("Save it as UTF-8."),
    ),
    "setting.unreadable": (
        N_("The settings file cannot be read."),
        N_("Check the rights to the file."),
    ),
    # -- the folder of results -------------------------------------------------------------------
    "output.exists": (
        N_("The file is already there; nothing is overwritten."),
        N_("Give another folder, or move the file away."),
    ),
    "output.foreign": (
        N_("This file is no earlier result, so it is not replaced."),
        N_("Give another folder for the results, or move the file away."),
    ),
    "output.input": (
        N_("The results would take the place of this file, from which they are made."),
        N_("Give another folder for the results."),
    ),
    "output.not-folder": (
        N_("A file stands where the folder should be."),
        N_("Give another folder, or move the file away."),
    ),
    "output.not-file": (
        N_("A folder stands where the file should be."),
        N_("Give another folder, or move that folder away."),
    ),
    "output.denied": (
        N_("This cannot be written: the rights are missing, or another program holds the file open."),
        N_("Close the file in other programs, correct the rights, or give another folder."),
    ),
    "output.full": (
        N_("The disk is full."),
        N_("Free some space or give another folder; the earlier files are as they were."),
    ),
    "output.name": (
        N_("“{name}” cannot name a file or folder on every system."),
        N_("Use ASCII letters, digits and hyphens, and no device names such as con or aux."),
    ),
    "output.taken": (
        N_("The folder “{name}” already has a trip of this batch, or a summary: {other}."),
        N_("Give the trips different ids, or have the folders called otherwise with --name."),
    ),
    "output.failed": (
        N_("This cannot be written: {reason}."),
        N_("Give another folder; the earlier files are as they were."),
    ),
    # -- finished files compared with what they should be ----------------------------------------
    "manifest.missing": (
        N_("There is no manifest.json here, so that nothing can be compared."),
        N_("Give the folder that “parskats render” has written, for example output/rezekne-2012."),
    ),
    "manifest.unreadable": (
        N_("This manifest is damaged, or this program has not written it."),
        N_("Make the documents again with “parskats render”."),
    ),
    "manifest.format": (
        N_("This manifest has the format “{value}”; this version reads {known}."),
        N_("Use the version of the program that wrote it, or make the documents again."),
    ),
    "verify.no-source": (
        N_("The documents were made from standard input or a ZIP; there is no file to make them from again."),
        N_("Name the trip file after the folder."),
    ),
    "verify.unpacked": (
        N_("The trip file is not there by itself, so that only the finished files were compared."),
        N_("When it has been unpacked, compare it by: parskats verify {folder} FILE"),
    ),
    "verify.program": (
        N_("The documents were made by {made}; this is {now}."),
        N_("Another version may write the same documents with other bytes."),
    ),
    "verify.file-changed": (
        N_("This file has been changed since it was made."),
        N_("If the change was meant, put it into the trip file and make the documents again."),
    ),
    "verify.file-missing": (
        N_("This file was made, and is no longer here."),
        N_("Make the documents again."),
    ),
    "verify.input-changed": (
        N_("“{name}” is another one than when the documents were made."),
        N_("Make the documents again, or bring the earlier file back."),
    ),
    "verify.input-gone": (
        N_("“{name}” was used when the documents were made, and no longer is."),
        N_("Make the documents again, or bring the file back."),
    ),
    "verify.input-new": (
        N_("“{name}” is used now, and was not when the documents were made."),
        N_("Make the documents again, or take the file away."),
    ),
    "verify.result-differs": (
        N_("Made again, this file is another one."),
        N_("Make the documents again to bring the file up to date."),
    ),
    "verify.result-gone": (
        N_("Made again, there is no such file any more."),
        N_("Make the documents again to bring the folder up to date."),
    ),
    "verify.result-new": (
        N_("Made again, there is one file more."),
        N_("Make the documents again to bring the folder up to date."),
    ),
    "pdf.damaged": (
        N_("This is no whole PDF file: it is damaged or cut short."),
        N_("Take the file from where it was made, or make it again."),
    ),
    "pdf.encrypted": (
        N_("This PDF file is encrypted, so that it cannot be compared."),
        N_("Take the file as it was made, without a password."),
    ),
    "pdf.foreign": (
        N_("This PDF file was not made by parskats."),
        N_("Give a file that “parskats render --attach-data” has made."),
    ),
    "pdf.no-data": (
        N_("This PDF file carries no data (“{name}”) to compare it with."),
        N_("Make it again with --attach-data."),
    ),
    "pdf.changed": (
        N_("This PDF file has been changed so that its data or its structure can no longer be read."),
        N_("Take the file from where it was made, or make it again."),
    ),
    "printed.figure": (
        N_("Page {page} prints “{found}”, and the data gives “{expected}”: {text}"),
        N_("Make the document again from the data; if the data is wrong, mend it first."),
    ),
    "printed.words": (
        N_("Page {page} prints other words than the data gives. Printed: {found}. Expected: {expected}."),
        N_("Make the document again from the data; if the data is wrong, mend it first."),
    ),
    "extra.missing": (
        N_("This needs the library {library}, which is not installed."),
        N_("Install it: pip install {library}"),
    ),
    # -- the page --------------------------------------------------------------------------------
    "serve.extra": (
        N_("The page needs libraries that are not installed."),
        N_('Install them: pip install "parskats[page]"'),
    ),
    "serve.folder": (
        N_("There is no such folder."),
        N_("Give the folder that holds your trips, or make it first."),
    ),
    "serve.port-taken": (
        N_("Port {port} is in use: the page may be running already."),
        N_("Stop the other program, or leave --port out to take any port that is free."),
    ),
    "serve.port": (
        N_("Port {port} cannot be used ({reason})."),
        N_("Give a number from 1024 to 65535, or leave --port out to take any port that is free."),
    ),
    "trip.name": (
        N_("The name has no letter and no digit."),
        N_("Write a short name, such as Rēzekne 2012."),
    ),
    "upload.none": (
        N_("No file was chosen."),
        N_("Choose a workbook (.xlsx), a trip file (.yaml) or a ZIP."),
    ),
    "upload.empty": (
        N_("The file “{name}” is empty."),
        N_("Choose the file in which the data stand."),
    ),
    "upload.large": (
        N_("The file “{name}” is larger than {limit} MB."),
        N_("Make its pictures smaller, or put in part of it at a time."),
    ),
    "upload.kind": (
        N_("The file “{name}” is no workbook, no trip file and no ZIP."),
        N_("Choose a workbook (.xlsx), a trip file (.yaml) or a ZIP of these."),
    ),
    "upload.nothing": (
        N_("No trip was chosen."),
        N_("Mark the trips that are to be taken over."),
    ),
    "upload.unreadable": (
        N_("The workbook cannot be read, so it is not taken over."),
        N_("Correct what is told of it, and put it in again."),
    ),
    "upload.clash": (
        N_("“{name}” is in the folder already, with other content; nothing is overwritten."),
        N_("Leave this out, or rename or move away what is there."),
    ),
    "upload.there": (
        N_("All of this is in the folder already."),
        N_("There is nothing to take over; open the trips on the first page."),
    ),
    "upload.name": (
        N_("“{name}” is no name that every system takes."),
        N_("Rename it with letters, digits, hyphens and spaces, and put it in again."),
    ),
    "trip.name-taken": (
        N_("There already is a folder “{name}”; nothing is overwritten."),
        N_("Write another name, or open the trip that is there."),
    ),
    # -- the run ---------------------------------------------------------------------------------
    "run.defect": (
        N_("The program itself has failed ({kind}: {reason})."),
        N_("Run it again with -v and report what it prints, together with what “parskats info” prints."),
    ),
    "run.interrupted": (
        N_("Interrupted."),
        N_("Files that were finished earlier are as they were."),
    ),
    # -- many trips -------------------------------------------------------------------------------
    "source.missing": (
        N_("There is no file or folder “{value}”."),
        N_("Correct the name."),
    ),
    "source.no-trips": (
        N_("There is no trip here."),
        N_("A trip file is called trip.yaml, or has the field “journey”; JSON lines end in .jsonl."),
    ),
    "zip.damaged": (
        N_("The ZIP is damaged, or was made in a way that is not read."),
        N_("Make it again, or give the folder itself."),
    ),
    "zip.encrypted": (
        N_("“{name}” in the ZIP is protected by a password."),
        N_("Make the ZIP without a password, or give the folder itself."),
    ),
    "zip.name": (
        N_("The name “{name}” in the ZIP leads out of its folder, or is there twice; nothing was unpacked."),
        N_("Make the ZIP again from the folder of the trips; do not open it if its sender is a stranger."),
    ),
    "zip.member": (
        N_("“{name}” in the ZIP is larger than {limit} MB; nothing was unpacked."),
        N_("Take the file out; trips and their pictures are smaller."),
    ),
    "zip.large": (
        N_("The ZIP would unpack to more than trips and pictures can be; nothing was unpacked."),
        N_("Divide it, or give the folder itself; do not open it if its sender is a stranger."),
    ),
    "batch.time": (
        N_("The trip took longer than {limit} seconds and was stopped."),
        N_("Look for a picture or a list that is far too large; --time-limit gives more time."),
    ),
    "batch.memory": (
        N_("The trip wanted more than {limit} MB of memory and was stopped."),
        N_("Look for a picture or a list that is far too large; --memory-limit gives more memory."),
    ),
    "batch.died": (
        N_("The process that made this trip ended ({code})."),
        N_("Run the batch again with --resume; if it is always this trip, report it."),
    ),
    "batch.busy": (
        N_("Another batch is working in this folder."),
        N_("Wait until it has ended, or give another folder."),
    ),
    "batch.interrupted": (
        N_("Interrupted; trips that are finished: {done}."),
        N_("They are whole and stay. To go on: {command}"),
    ),
    "batch.only": (
        N_("There is no trip with the id “{value}”."),
        N_("Correct the id, or mend the file that should have it."),
    ),
    # -- the page: work in another process --------------------------------------------------------
    "season.running": (
        N_("A season is being made already."),
        N_("Wait until it has ended, or stop it first."),
    ),
    "season.none": (
        N_("There is no season to go on with."),
        N_("Choose the trips and begin."),
    ),
    "season.nothing": (
        N_("No trip is chosen."),
        N_("Choose at least one."),
    ),
    "work.time": (
        N_("This took longer than {limit} seconds and was stopped."),
        N_("Look for a picture, a list or a file that is far too large, and try again."),
    ),
    "work.memory": (
        N_("This wanted more than {limit} MB of memory and was stopped."),
        N_("Look for a picture, a list or a file that is far too large, and try again."),
    ),
    "work.died": (
        N_("The process that worked on this ended ({code})."),
        N_("Try again; if it always happens here, report it."),
    ),
    "work.busy": (
        N_("The page has too much to do at this moment."),
        N_("Wait a little, and try again."),
    ),
    # -- the batch: a cluster ----------------------------------------------------------------------
    "cluster.address": (
        N_("“{value}” is not the address of a scheduler."),
        N_("Write it as Dask prints it, for example tcp://10.0.0.5:8786."),
    ),
    "cluster.library": (
        N_("A Dask cluster needs the library distributed, which is not installed."),
        N_('Install it: pip install "parskats[dask]"'),
    ),
    "cluster.unreachable": (
        N_("The scheduler does not answer: {reason}."),
        N_("Check the address, and that the scheduler runs and can be reached from this machine."),
    ),
    "cluster.empty": (
        N_("No worker has come to the scheduler within {seconds} seconds."),
        N_("Start workers: dask worker {scheduler}"),
    ),
    "cluster.version": (
        N_("This worker has {there}; the batch was begun by {here}."),
        N_("Install the same version of parskats for every worker, and start the workers again."),
    ),
    "cluster.without": (
        N_("This worker cannot use parskats ({reason})."),
        N_("Install parskats for every worker, in this version: {here}."),
    ),
    "cluster.templates": (
        N_("The templates are larger than {limit} MB, and they are sent to the cluster with every trip."),
        N_("Leave only the templates and their pictures in this folder."),
    ),
    "cluster.died": (
        N_("The workers that made this trip ended one after the other."),
        N_("Make this trip on this machine, without --scheduler, to see what is wrong with it."),
    ),
    "cluster.lost": (
        N_("The scheduler is gone; trips that were finished are whole and stay."),
        N_("Start the scheduler again and go on with --resume."),
    ),
    # -- one run ----------------------------------------------------------------------------------
    "format.unknown": (
        N_("“{value}” is not a format; {known} are."),
        N_("Use the listed formats, separated by commas."),
    ),
    "document.unknown": (
        N_("“{value}” is not a document of these templates; {known} are."),
        N_("Use the listed names, separated by commas."),
    ),
    "document.without-data": (
        N_("The trip has no data for the documents that were asked for; nothing is made."),
        N_("Fill in funding, budget or costs, or ask for another document."),
    ),
    "epoch.unreadable": (
        N_("SOURCE_DATE_EPOCH is “{value}”, which is not a number of seconds."),
        N_("Set it to whole seconds since 1970, or remove it."),
    ),
    "photo.missing": (
        N_("The picture “{file}” is not there."),
        N_("Put the file where the name says, or correct the name."),
    ),
    "emblem.low": (
        N_("The emblem of the European Union would be {height} mm high; at least {least} mm are required."),
        N_("Leave fewer marks in the strip, or give the emblem more room in the template."),
    ),
    "emblem.outdone": (
        N_("The logo “{file}” ({logo}) is larger than the emblem of the European Union ({emblem})."),
        N_(
            "Give the logo in the template no more height than the emblem, or leave fewer marks in the strip."
        ),
    ),
    "text.control": (
        N_("The text holds the control character {character}, which no document format can hold."),
        N_("Delete the character; it is invisible and often comes with copied text."),
    ),
    "text.glyph": (
        N_("The fonts have no letter for “{character}” ({code})."),
        N_("Write it with letters the fonts hold: Latin, Greek, Cyrillic and common signs."),
    ),
}

IN_CELLS: dict[str, tuple[str, str]] = {
    "text.empty": (
        N_("The text is empty."),
        N_("Write the text, or leave the whole cell empty."),
    ),
    "value.unusable": (
        N_("The value of “{title}” cannot be used: {found}."),
        N_("Compare it with the example in the comment on the heading."),
    ),
    "path.absolute": (
        N_("“{value}” begins at a disk, a home folder or a network address."),
        N_("Put the file beside the workbook and write its name seen from there, for example photos/1.jpg."),
    ),
    "earlier.suffix": (
        N_("“{value}” is no trip of this workbook, and no trip file: a name that ends in {known}."),
        N_("Write the id of the earlier trip as it stands on this sheet, or the path of its trip file."),
    ),
    "earlier.circular": (
        N_("The trip “{value}” names this one, directly or through others, among its own earlier ones."),
        N_("Name only reports of earlier periods; take the id out of one of the two rows."),
    ),
    "cost.duplicate": (
        N_("“{item}” is the same, with its document and sums, as cost number {row} of this trip."),
        N_("Remove one of the two rows, or tell them apart by their quantity or document."),
    ),
    "participants.duplicate": (
        N_("{name} is there twice: already as participant number {row} of this trip."),
        N_("Remove one of the two rows, or correct the name."),
    ),
    "field.missing": (
        N_("The sheet has no column “{title}”, which is needed here."),
        N_("Add the column, with this heading among the others."),
    ),
    "field.empty": (
        N_("The cell is empty; “{title}” is needed here."),
        N_("Fill in the cell."),
    ),
    "list.too-short": (
        N_("The cell is empty; “{title}” needs at least {minimum}."),
        N_("Fill in the cell; write several on lines of their own (Alt+Enter)."),
    ),
    "list.item-empty": (
        N_("A line of “{title}” is empty."),
        N_("Write the text, or remove the line."),
    ),
    "source.empty": (
        N_("The funding source has neither a share nor an amount."),
        N_("Fill in one of the two."),
    ),
    "currency.date": (
        N_("The currency is {currency}, but the report is dated {date}; {expected} was expected."),
        N_("Change the currency and give the sums in it, or correct the date."),
    ),
    "position.incomplete": (
        N_("Position {code} has no positions under it and does not say: {names}."),
        N_("Fill in these sums, or write the code of this position in the rows that are part of it."),
    ),
    "publicity.marks": (
        N_("The publicity strip of {period} also holds the mark “{mark}”, and no logo is said to show it."),
        N_("Add a row with the picture of the mark to the sheet of logos, and name the mark in its text."),
    ),
    "signature.name": (
        N_(
            "The report is signed electronically, and the document does not say who signs: only “{position}”."
        ),
        N_("Fill in the name and surname of the signatory."),
    ),
    "budget.spent-unknown": (
        N_("Position {code} does not say what was spent before, and no earlier report is named."),
        N_("Fill in what was spent before (0 for nothing), or name the earlier reports of the trip."),
    ),
    "vat.missing": (
        N_("“{item}” does not say how VAT was paid, while other costs do."),
        N_("Fill in the column of VAT: the rate, or that it is exempt or not paid."),
    ),
    "activity.place": (
        N_("The trip was planned to {planned} and led to {place}; no deviation is described."),
        N_("Describe it on the sheet of deviations, or correct the places."),
    ),
    "outcome.indicator": (
        N_("“{indicator}”: {planned} was planned and {achieved} achieved; no deviation is described."),
        N_("Describe it on the sheet of deviations, or correct the numbers."),
    ),
    "participants.planned": (
        N_("{planned} participants were planned and {came} took part; no deviation is described."),
        N_("Describe it on the sheet of deviations, or correct the numbers."),
    ),
    "activity.dates": (
        N_("The trip on {day} was planned for {start} to {end}; no deviation is described."),
        N_("Describe it on the sheet of deviations, or correct the dates."),
    ),
}
"""The same faults in a workbook, whose columns and cells have no names such as `costs:`."""

GIVE_FORMS = N_("To confirm these forms, or to give the right ones, add forms: {{{forms}}}.")

CARRIED_IN_CELLS: dict[str, str] = {
    GIVE_FORMS: N_(
        "To confirm these forms, or to give the right ones, write in the column of forms, "
        "each on a line of its own: {lines}."
    ),
}
"""What a sentence that a fault carries among its values is in a workbook."""
