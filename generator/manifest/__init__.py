"""The folder of one trip's results, and the manifest that is its receipt."""

from generator.manifest.disk import lock, write_file
from generator.manifest.folder import faults_of, output_fault, place_folder, stage_folder, write_folder
from generator.manifest.record import (
    FILE_NAME,
    Listed,
    Manifest,
    Origin,
    Produced,
    changed_files,
    is_current,
    read_manifest,
    sha256,
)

__all__ = [
    "FILE_NAME",
    "Listed",
    "Manifest",
    "Origin",
    "Produced",
    "changed_files",
    "faults_of",
    "is_current",
    "lock",
    "output_fault",
    "place_folder",
    "read_manifest",
    "sha256",
    "stage_folder",
    "write_file",
    "write_folder",
]
