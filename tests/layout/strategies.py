"""Random documents: paragraphs, lists, tables, headings and groups of every shape."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.document.nodes import Blank, Block, Cell, LineBreak, Link, Paragraph, Row, SignatureField, Text
from tests.layout.building import document_of, heading, items, kept, row, table

LETTERS = "aāčķmWž ,.„”–-/\u00a0\u00ad\u200b\u20110149"
words = st.text(LETTERS, min_size=1, max_size=14).filter(lambda word: word.strip(" ") == word)
texts = st.builds(
    lambda parts, strong, emphasis: Text(" ".join(parts), strong, emphasis),
    st.lists(words, min_size=1, max_size=30),
    st.booleans(),
    st.booleans(),
)
links = st.builds(lambda text: Link("https://esfondi.lv", (text,)), texts)
widths = st.integers(5, 60)
blanks = st.builds(Blank, widths) | st.builds(SignatureField, st.just("Direktore"), widths, widths)
inlines = st.lists(texts | links | blanks | st.builds(LineBreak), min_size=1, max_size=4).map(tuple)
paragraphs = st.builds(
    Paragraph, inlines, st.sampled_from(["plain", "body", "note", "subject"]), st.booleans()
)
cells = st.builds(Cell, inlines, align=st.sampled_from(["", "right", "center", "justify"]))
tables = st.lists(st.tuples(cells, cells), min_size=1, max_size=8).map(
    lambda rows: table([Row(pair) for pair in rows], [row("galva", "aile", header=True)])
)
lists = st.lists(st.text("abc ", min_size=1, max_size=60), min_size=1, max_size=5).map(
    lambda entries: items(*entries)
)
blocks: st.SearchStrategy[Block] = st.deferred(
    lambda: paragraphs | tables | lists | st.just(0).map(lambda _: heading("Nodaļa")) | groups
)
groups = st.lists(paragraphs | tables, min_size=1, max_size=3).map(lambda inner: kept(*inner))
documents = st.lists(blocks, min_size=1, max_size=8).map(lambda found: document_of(heading("V", 1), *found))
