"""Files that are no workbook, or one made to do harm: refused quickly, in little memory, with a sentence."""

import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from generator.errors import BadValue
from generator.tripfiles.workbook import write
from generator.tripfiles.workbook.sheets import read_sheets
from generator.tripfiles.workbook.survey import MAX_CELLS, MAX_MERGED, MAX_ROWS, survey
from tests.tripfiles.workbooks import COMPOUND, sheet_of, with_part
from tests.trips import ROOT, example

SHEET = "xl/worksheets/sheet3.xml"


@pytest.fixture(scope="module")
def good() -> bytes:
    return write([example()])


def refused(data: bytes) -> str:
    """Return the id of the fault with which a file is refused."""
    with pytest.raises(BadValue) as bad:
        read_sheets(data)
    return bad.value.fault.id


def id_of(data: bytes) -> str:
    """Return the id of the fault with which a file is refused, `workbook.read` when it is not."""
    try:
        read_sheets(data)
    except BadValue as bad:
        return bad.fault.id
    return "workbook.read"


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "workbook.other"),
        (b"Vards;Summa\n", "workbook.other"),
        (COMPOUND, "workbook.old"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "workbook.encrypted"),
        (b"PK\x03\x04", "workbook.damaged"),
    ],
)
def test_what_is_no_workbook_is_told_by_what_it_is(data: bytes, id: str) -> None:
    assert refused(data) == id


def test_a_zip_of_something_else_is_no_workbook() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refused(file.getvalue()) == "workbook.other"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_damaged(good: bytes, part: float) -> None:
    assert refused(good[: int(len(good) * part)]) == "workbook.damaged"


def test_a_workbook_with_a_flipped_byte_is_damaged_or_read(good: bytes) -> None:
    for offset in range(200, len(good), len(good) // 20):
        data = bytearray(good)
        data[offset] ^= 0xFF
        assert id_of(bytes(data)).startswith("workbook.")


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "x.bin"])
def test_a_document_type_is_refused_wherever_it_stands(good: bytes, part: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e9;</x>'
    assert refused(with_part(good, part, laughs)) == "workbook.dtd"


def test_a_member_that_unpacks_to_gigabytes_is_not_unpacked(good: bytes) -> None:
    file = BytesIO(good)
    with ZipFile(file, "a", ZIP_STORED) as archive:
        archive.writestr("xl/media/image1.png", b"x")
        archive.infolist()[-1].file_size = 10_000_000_000
    assert refused(file.getvalue()) == "workbook.expands"


def test_thousands_of_members_are_refused(good: bytes) -> None:
    file = BytesIO(good)
    with ZipFile(file, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"x/{number}.txt", b"")
    assert refused(file.getvalue()) == "workbook.expands"


def test_an_encrypted_member_is_told(good: bytes) -> None:
    file = BytesIO(good)
    with ZipFile(file, "a") as archive:
        secret = ZipInfo("secret.xml")
        archive.writestr(secret, b"<a/>")
        archive.infolist()[-1].flag_bits |= 1
    assert refused(file.getvalue()) == "workbook.encrypted"


@pytest.mark.parametrize(
    "rows",
    [
        "<row>" + "<c><v>1</v></c>" * (MAX_CELLS // 400) + "</row>",
        "<row><c><v>1</v></c></row>" * ((MAX_ROWS + 400) // 400),
    ],
)
def test_more_cells_or_rows_than_the_limit_are_refused(good: bytes, rows: str) -> None:
    assert refused(with_part(good, SHEET, sheet_of(rows * 401))) == "workbook.rows"


def test_more_merged_ranges_than_the_limit_are_refused(good: bytes) -> None:
    merged = '<mergeCell ref="A1:XFD1048576"/>' * (MAX_MERGED + 1)
    assert (
        refused(with_part(good, SHEET, sheet_of("", f"<mergeCells>{merged}</mergeCells>"))) == "workbook.rows"
    )


@pytest.mark.parametrize("number", ["99999999999", "-1", "x"])
def test_a_row_that_no_sheet_has_is_refused(good: bytes, number: str) -> None:
    assert refused(with_part(good, SHEET, sheet_of(f'<row r="{number}"/>'))) == "workbook.damaged"


def test_a_dimension_is_not_believed_and_the_last_cell_of_a_sheet_is_reached(good: bytes) -> None:
    with ZipFile(BytesIO(good)) as archive:
        sheet = archive.read(SHEET).decode()
    far = re.sub('<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', sheet)
    last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    sheets = read_sheets(with_part(good, SHEET, far.replace("</sheetData>", last)))
    assert list(sheets[2].rows) == [1, 2, 1_048_576]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", SHEET, "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("content", ["<a/>", "", "<a", "\x00"])
def test_a_part_that_makes_no_sense_is_damage_and_no_defect(good: bytes, part: str, content: str) -> None:
    assert id_of(with_part(good, part, content)) in ("workbook.damaged", "workbook.read")


def test_a_survey_tells_what_it_has_seen(good: bytes) -> None:
    rows = '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f t="shared" si="0">[1]x!A1</f><v>1</v></c>'
    rows += '<c r="C1"><f t="shared" si="0"/><v>1</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    seen = survey(with_part(good, SHEET, sheet_of(rows, merged)))[SHEET]
    assert seen.merged == ["A1:A2"]
    assert seen.formulas == {"A1": "cell.uncomputed", "B1": "cell.outside", "C1": "cell.outside"}


# -- in a process of its own ------------------------------------------------------------------------
def hundred_million_cells(path: Path) -> None:
    row = b"<row>" + b"<c><v>1</v></c>" * 10_000 + b"</row>"
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET, "w", force_zip64=True) as part:
            for _ in range(10_000):
                part.write(row)


def many_small_cells(path: Path) -> None:
    rows = "".join(f"<row>{'<c/>' * 9_000}</row>" for _ in range(1_000))
    path.write_bytes(with_part(write([]), SHEET, sheet_of(rows)))


STATUS = Path("/proc/self/status")
MEASURED = """
import re, sys
from pathlib import Path
from generator.tripfiles import load_many
(found,) = load_many(Path(sys.argv[1]))
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path('/proc/self/status').read_text())
print(found.faults[0].id, int(peak[1]) // 1000)
"""


@pytest.mark.skipif(not STATUS.exists(), reason="memory is measured where the system tells it in /proc")
@pytest.mark.parametrize(
    ("make", "id"), [(hundred_million_cells, "workbook.expands"), (many_small_cells, "workbook.rows")]
)
def test_a_bomb_is_refused_in_less_than_200_megabytes(
    tmp_path: Path, make: Callable[[Path], None], id: str
) -> None:
    bomb = tmp_path / "bomb.xlsx"
    make(bomb)
    words = [sys.executable, "-c", MEASURED, str(bomb)]
    run = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    told, megabytes = run.stdout.split()
    assert told == id
    assert int(megabytes) < 200
