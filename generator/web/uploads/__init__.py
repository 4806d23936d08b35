"""Uploads: a file that a person gives is kept aside, looked through, and taken over when she says so."""

from generator.web.uploads.examining import Entry, Examination, annotated_copy, examined
from generator.web.uploads.kept import MAX_BYTES, MAX_FILES, Kind, Shelf, Upload
from generator.web.uploads.taking import put, trip_files, workbook_key

__all__ = [
    "MAX_BYTES",
    "MAX_FILES",
    "Entry",
    "Examination",
    "Kind",
    "Shelf",
    "Upload",
    "annotated_copy",
    "examined",
    "put",
    "trip_files",
    "workbook_key",
]
