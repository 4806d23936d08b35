"""Templates: the folders they come from, what they see, and how they are filled."""

from generator.fields import Fields, Filled
from generator.templating.annexes import annex, kinds_made, numbered_annexes
from generator.templating.environment import fill
from generator.templating.folders import Folders, template_folders
from generator.templating.kinds import DocumentKind, annexes_first

__all__ = [
    "DocumentKind",
    "Fields",
    "Filled",
    "Folders",
    "annex",
    "annexes_first",
    "fill",
    "kinds_made",
    "numbered_annexes",
    "template_folders",
]
