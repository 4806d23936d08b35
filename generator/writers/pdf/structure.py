"""Structure elements and the tree that holds them (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.writers.pdf.links import Annotation
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.paint import Mark


class Element:
    """A structure element: its type with its attributes, and its kids in reading order."""

    __slots__ = ("kids", "kind", "number", "page", "parent", "reference")

    def __init__(self, number: int, kind: str, parent: str) -> None:
        self.number, self.kind, self.parent = number, kind, parent
        self.reference = f"{number} 0 R"
        self.page = ""
        self.kids: list[str] = []

    def text(self) -> str:
        """Return the element's dictionary (ISO 32000-1, table 323)."""
        page = f"/Pg {self.page}" if self.page else ""
        kids = f"/K[{' '.join(self.kids)}]" if self.kids else ""
        return f"<</S/{self.kind}/P {self.parent}{page}{kids}>>"


class StructureTree:
    """The elements of one document, and which of them owns each mark and annotation.

    `pages` holds the object numbers of the pages, `marks_on` the number of marks on each.
    """

    def __init__(self, objects: Objects, pages: Sequence[int], marks_on: Sequence[int]) -> None:
        self.objects = objects
        self.pages = [f"{page} 0 R" for page in pages]
        self.owners = [["null"] * count for count in marks_on]
        self.annotations: dict[int, str] = {}
        self.number = objects.reserve()
        self.top = Element(objects.reserve(), "Document", f"{self.number} 0 R")

    def child(self, parent: Element, kind: str) -> Element:
        """Return a new element that is the next kid of another; it is written when it is closed."""
        element = Element(self.objects.reserve(), kind, parent.reference)
        parent.kids.append(element.reference)
        return element

    def close(self, element: Element) -> None:
        """Write an element that has all its kids."""
        self.objects.put(element.number, element.text())

    def add_leaf(self, parent: Element, kind: str, page: int, inner: int) -> None:
        """Add an element that holds one mark and never anything else, in writing at once.

        Nearly all cells and paragraphs are such.
        Measured: 32.8 -> 29.8 million instructions a document (9 %).
        """
        number = self.objects.add(f"<</S/{kind}/P {parent.reference}/Pg {self.pages[page]}/K[{inner}]>>")
        self.owners[page][inner] = reference = f"{number} 0 R"
        parent.kids.append(reference)

    def add_marks(self, element: Element, marks: Iterable[Mark]) -> None:
        """Make marks the next kids of an element."""
        for index, inner, _, _ in marks:
            self.owners[index][inner] = element.reference
            page = self.pages[index]
            element.page = element.page or page
            if page == element.page:
                element.kids.append(str(inner))
            else:
                element.kids.append(f"<</Type/MCR/Pg {page}/MCID {inner}>>")

    def add_annotation(self, element: Element, annotation: Annotation) -> None:
        """Make an annotation the next kid of an element (ISO 14289-1, 7.18.5)."""
        self.annotations[annotation.key] = element.reference
        page = self.pages[annotation.page]
        element.kids.append(f"<</Type/OBJR/Pg {page}/Obj {annotation.number} 0 R>>")

    def finish(self) -> int:
        """Write the root and the parent tree, and return the root's object number."""
        self.close(self.top)
        parents = self.objects.add(self._parent_tree())
        self.objects.put(
            self.number,
            f"<</Type/StructTreeRoot/K {self.top.reference}/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self.pages) + len(self.annotations)}>>",
        )
        return self.number

    def _parent_tree(self) -> str:
        """Return the map from marks and annotations to their elements (ISO 32000-1, 14.7.4.4)."""
        rows = [f"{page} [{' '.join(owners)}]" for page, owners in enumerate(self.owners)]
        rows += [f"{key} {owner}" for key, owner in sorted(self.annotations.items())]
        return f"<</Nums[{' '.join(rows)}]>>"
