"""Templates: the folders they come from, what they see, and how they are filled."""

from generator.fields import Fields, Filled
from generator.templating.environment import fill
from generator.templating.folders import DocumentKind, Folders, template_folders

__all__ = ["DocumentKind", "Fields", "Filled", "Folders", "fill", "template_folders"]
