"""The folder of one trip's results, and the manifest that is its receipt."""

from generator.manifest.disk import lock, write_file
from generator.manifest.folder import faults_of, fresh, output_fault, place_folder, stage_folder, write_folder
from generator.manifest.listing import ListedTrip, Listing, read_listing
from generator.manifest.ownership import beginning, foreign, is_ours, read_from
from generator.manifest.record import (
    FILE_NAME,
    Listed,
    Manifest,
    Origin,
    Produced,
    changed_files,
    is_current,
    is_unchanged,
    read_manifest,
    sha256,
)

__all__ = [
    "FILE_NAME",
    "Listed",
    "ListedTrip",
    "Listing",
    "Manifest",
    "Origin",
    "Produced",
    "beginning",
    "changed_files",
    "faults_of",
    "foreign",
    "fresh",
    "is_current",
    "is_ours",
    "is_unchanged",
    "lock",
    "output_fault",
    "place_folder",
    "read_from",
    "read_listing",
    "read_manifest",
    "sha256",
    "stage_folder",
    "write_file",
    "write_folder",
]
