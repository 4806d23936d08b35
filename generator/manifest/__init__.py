"""The folder of one trip's results, and the manifest that is its receipt."""

from generator.manifest.folder import output_fault, write_folder
from generator.manifest.record import (
    FILE_NAME,
    Listed,
    Manifest,
    Origin,
    Produced,
    changed_files,
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
    "output_fault",
    "read_manifest",
    "sha256",
    "write_folder",
]
