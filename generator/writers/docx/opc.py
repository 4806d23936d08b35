"""Parts of a package and their relations to each other (ISO/IEC 29500-2).

python-docx has them, too, beside much that reads and changes documents: to import it takes longer than to
write one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.writers.docx.container import EMPTY, Packed
from generator.writers.docx.markup import LIBRARY_DECLARATION, quoted

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HYPERLINK: Final = f"{_OFFICE}/hyperlink"


class Kind(NamedTuple):
    """What a part is by itself, and what it is to the part that names it."""

    content_type: str
    relation: str


MAIN: Final = Kind(f"{_WORD}.document.main+xml", f"{_OFFICE}/officeDocument")
STYLES: Final = Kind(f"{_WORD}.styles+xml", f"{_OFFICE}/styles")
SETTINGS: Final = Kind(f"{_WORD}.settings+xml", f"{_OFFICE}/settings")
FONTS: Final = Kind(f"{_WORD}.fontTable+xml", f"{_OFFICE}/fontTable")
NUMBERING: Final = Kind(f"{_WORD}.numbering+xml", f"{_OFFICE}/numbering")
HEADER: Final = Kind(f"{_WORD}.header+xml", f"{_OFFICE}/header")
FOOTER: Final = Kind(f"{_WORD}.footer+xml", f"{_OFFICE}/footer")
THEME: Final = Kind("application/vnd.openxmlformats-officedocument.theme+xml", f"{_OFFICE}/theme")
APPLICATION: Final = Kind(
    "application/vnd.openxmlformats-officedocument.extended-properties+xml", f"{_OFFICE}/extended-properties"
)
CORE: Final = Kind(
    "application/vnd.openxmlformats-package.core-properties+xml", f"{_PACKAGE}/metadata/core-properties"
)
JPEG: Final = Kind("image/jpeg", f"{_OFFICE}/image")
PNG: Final = Kind("image/png", f"{_OFFICE}/image")
PACKAGE: Final = Kind("", "")


class Part:
    """A part, its content, and the parts and addresses it names; the package itself is one without a name."""

    def __init__(self, name: str, kind: Kind, packed: Packed = EMPTY) -> None:
        """Make a part; `name` is its path in the package. Its content may be given later."""
        self.name = name
        self.kind = kind
        self.packed = packed
        self.relations: dict[Part | str, str] = {}

    def relate_to(self, target: Part | str) -> str:
        """Return the id under which the part knows another one or an address."""
        return self.relations.setdefault(target, f"rId{len(self.relations) + 1}")

    def parts(self) -> Iterator[Part]:
        """Yield every part that relations lead to, in their order; a part that two name stands twice."""
        for target in self.relations:
            if isinstance(target, Part):
                yield target
                yield from target.parts()

    @property
    def relations_name(self) -> str:
        """The path in the package of the part that holds its relations."""
        folder, slash, file = self.name.rpartition("/")
        return f"{folder}{slash}_rels/{file}.rels"

    def relations_part(self) -> str:
        """Return its relations as the text of a part; they name other parts as seen from its folder."""
        folder = self.name[: self.name.rfind("/") + 1]
        written = "".join(_relation(target, id, folder) for target, id in self.relations.items())
        return f'{LIBRARY_DECLARATION}<Relationships xmlns="{_PACKAGE}">{written}</Relationships>'


def _relation(target: Part | str, id: str, folder: str) -> str:
    if isinstance(target, str):
        return (
            f'<Relationship Id="{id}" Type="{_HYPERLINK}" Target="{quoted(target)}" TargetMode="External"/>'
        )
    name = target.name.removeprefix(folder)
    return f'<Relationship Id="{id}" Type="{target.kind.relation}" Target="{name}"/>'
