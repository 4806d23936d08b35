"""The program's name and version, in one place."""

VERSION = "0.1.0"
PROGRAM = f"parskats {VERSION}"
