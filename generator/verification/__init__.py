"""Comparisons of finished files with what they should be: what differs is a list of faults."""

from generator.verification.results import verify_folder

__all__ = ["verify_folder"]
