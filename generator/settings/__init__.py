"""The one list of options, and where the value of each came from.

An option has one name everywhere: `--format` on the command line, `PARSKATS_FORMAT` in the
environment, `format` in `parskats.toml`. The first place that gives a value wins, in this order.
The open choices of Latvian writing stand in the table `[latvian]` of `parskats.toml` only.
"""

from generator.settings.asking import inputs, requested, template_folders
from generator.settings.options import OPTIONS, Option, Settings
from generator.settings.places import LATVIAN, PREFIX, variable
from generator.settings.resolving import FILE_NAME, early, find_file, resolve
from generator.settings.values import FORMATS

__all__ = [
    "FILE_NAME",
    "FORMATS",
    "LATVIAN",
    "OPTIONS",
    "PREFIX",
    "Option",
    "Settings",
    "early",
    "find_file",
    "inputs",
    "requested",
    "resolve",
    "template_folders",
    "variable",
]
