"""Comparisons of finished files with what they should be: what differs is a list of faults."""

from generator.verification.batches import verify_batch
from generator.verification.printed import Compared, check_printed
from generator.verification.results import verify_folder

__all__ = ["Compared", "check_printed", "verify_batch", "verify_folder"]
