"""`check FILE.pdf`: what is printed against the data inside; what cannot be compared is told plainly."""

import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator import render
from generator.cli import main
from generator.errors import DataError, Severity, UsageError
from generator.pipeline import document_kinds
from generator.verification import Compared, check_printed
from tests.trips import example

REPORT, ANNEX = "aktivitates-parskats.pdf", "finansejuma-pielikums.pdf"
Change = Callable[[pikepdf.Pdf], None]


@cache
def made(public: bool = False) -> dict[str, bytes]:
    return render(example(), ("pdf",), attach_data=True, public=public)


def changed(change: Change, name: str = REPORT, **saving: object) -> bytes:
    """The file of the example after a change."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(made()[name])) as pdf:
        change(pdf)
        pdf.save(saved, **saving)
    return saved.getvalue()


def content(old: bytes, new: bytes, page: int = 0) -> Change:
    """A change of what a page shows."""

    def change(pdf: pikepdf.Pdf) -> None:
        shown = pdf.pages[page].Contents.read_bytes()
        assert old in shown
        pdf.pages[page].Contents = pdf.make_stream(shown.replace(old, new, 1))

    return change


def data(old: str, new: str) -> Change:
    """A change of the attached data, with its checksum made right again."""

    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.attachments["trip.json"].get_file().read_bytes().decode()
        assert old in text
        pdf.attachments["trip.json"] = pikepdf.AttachedFileSpec(
            pdf, text.replace(old, new).encode(), filename="trip.json"
        )

    return change


def checked(content: bytes) -> Compared:
    return check_printed(content, "a.pdf")


def ids(content: bytes) -> list[str]:
    with pytest.raises(DataError) as caught:
        checked(content)
    return [one.id for one in caught.value.faults]


@pytest.mark.parametrize("name", [REPORT, ANNEX])
@pytest.mark.parametrize("public", [False, True])
def test_a_file_as_it_was_made_agrees_with_its_data(name: str, public: bool) -> None:
    found = checked(made(public)[name])
    assert found.differences == ()
    assert found.sums > 3
    assert found.dates > 5


def test_a_sum_printed_otherwise_is_told_with_its_page_and_both_sums() -> None:
    (found,) = checked(changed(content(b"415,44)", b"415,45)"))).differences
    assert (found.id, found.values["page"]) == ("printed.figure", 1)
    assert (found.values["found"], found.values["expected"]) == ("Ls 24 415,45", "Ls 24 415,44")


def test_a_date_printed_otherwise_is_told() -> None:
    found = checked(changed(content(b"2012.", b"2013."))).differences
    assert [(one.id, one.values["found"], one.values["expected"]) for one in found] == [
        ("printed.figure", "2013. gada 5. septembrī", "2012. gada 5. septembrī")
    ]


def test_a_word_printed_otherwise_is_told() -> None:
    (found,) = checked(changed(content(b"(Projekts)", b"(Projects)"))).differences
    assert (found.id, found.severity) == ("printed.words", Severity.ERROR)


def test_data_that_were_changed_afterwards_no_longer_agree() -> None:
    found = checked(changed(data('"this_period": "350.00"', '"this_period": "351.00"'), ANNEX)).differences
    assert {one.id for one in found} == {"printed.figure"}
    assert ("350,00", "351,00") in [(one.values["found"], one.values["expected"]) for one in found]


def test_other_words_of_another_version_only_warn() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        content(b"(Projekts)", b"(Projects)")(pdf)
        pdf.docinfo.Producer = "parskats 0.0.1"

    found = checked(changed(change)).differences
    assert [(one.id, one.severity) for one in found] == [
        ("verify.program", Severity.INFORMATION),
        ("printed.words", Severity.WARNING),
    ]


def test_a_figure_of_another_version_is_an_error_all_the_same() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        content(b"415,44)", b"415,45)")(pdf)
        pdf.docinfo.Producer = "parskats 0.0.1"

    assert checked(changed(change)).differences[-1].severity is Severity.ERROR


def test_annexes_that_were_asked_for_are_named_as_they_were_then() -> None:
    for name, file in render(example(), ("pdf",), documents=document_kinds(), attach_data=True).items():
        assert checked(file).differences == (), name


def test_the_photos_are_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert example().photos
    assert checked(made()[REPORT]).pages == 5


# -- files that cannot be compared ----------------------------------------------------------------
def foreign() -> bytes:
    saved = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(saved)
    return saved.getvalue()


def test_a_file_of_another_program_is_refused() -> None:
    assert ids(foreign()) == ["pdf.foreign"]


def test_a_file_without_data_is_refused() -> None:
    assert ids(render(example(), ("pdf",))[REPORT]) == ["pdf.no-data"]


@pytest.mark.parametrize("owner", ["", "owner"])
def test_an_encrypted_file_is_refused(owner: str) -> None:
    user = "" if owner else "user"
    encryption = pikepdf.Encryption(owner=owner or "o", user=user)
    assert ids(changed(lambda pdf: None, encryption=encryption)) == ["pdf.encrypted"]


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_file_cut_short_is_refused(share: float) -> None:
    whole = made()[REPORT]
    assert ids(whole[: int(len(whole) * share)]) == ["pdf.damaged"]


def test_data_whose_checksum_is_wrong_are_refused() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F
        stream.write(stream.read_bytes().replace(b"24415.44", b"24415.45"))

    assert ids(changed(change)) == ["pdf.changed"]


def test_a_file_without_its_structure_is_refused() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert ids(changed(change)) == ["pdf.changed"]


def test_data_with_faults_tell_their_faults() -> None:
    assert ids(changed(data('"2007-2013"', '"2000-2006"')))[0] == "option.unknown"


def test_without_pikepdf_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(UsageError) as caught:
        checked(made()[REPORT])
    (found,) = caught.value.faults
    assert "pip install 'parskats[pdf]'" in found.hint.sentence()


# -- the command ----------------------------------------------------------------------------------
def test_the_command_says_what_agrees_and_ends_with_7_for_a_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.PDF"
    file.write_bytes(made()[ANNEX])
    assert main(["check", str(file), "--lang", "en"]) == 0
    assert "agrees with the data" in capsys.readouterr().out
    file.write_bytes(changed(content(b"415,44", b"415,45"), ANNEX))
    assert main(["check", str(file), "--lang", "en"]) == 7
    assert "24 415,45" in capsys.readouterr().err


def test_a_pdf_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nav.pdf"), "--lang", "en"]) == 3
    assert "nav.pdf" in capsys.readouterr().err
