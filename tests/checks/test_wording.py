"""Slips of official Latvian are found where they stand, and sound sentences are left alone."""

import pytest

from generator import checks
from generator.checks.wording import slips
from tests.checks.examples import example


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Kopējās izmaksas sastāda Ls 100.", "sastāda"),
        ("Apskatīti sekojoši objekti.", "sekojoši"),
        ("Materiāli priekš dalībniekiem.", "priekš"),
        ("Jautājumi, pie kuriem jāpiestrādā.", "jāpiestrādā"),
        ("Brauciena galapunkts bija Rēzekne.", "galapunkts"),
        ("Projekta aktivitātes Nr.3.ietvaros.", "aktivitātes Nr.3."),
        ("Pasākumi aktivitātē\u00a0Nr. 3", "aktivitātē Nr. 3"),
        ("Sk. Attēls Nr.1.", "Attēls Nr.1."),
        ("Tas ir pielikumā Nr. 2.", "pielikumā Nr. 2."),
        ("Līgumi Nr.Nr. 5 un 6.", "Nr.Nr."),
        ("Tas notika 2012. g. augustā.", "2012. g."),
        ("Tas notika 2012.g. 3. augustā.", "2012.g."),
        ("Piedalījās no 5-7 cilvēkiem.", "no 5-7"),
        ("Ilga no 1,5–2 stundām.", "no 1,5–2"),
        ("Iesniegts Valsts Kancelejai.", "Valsts Kancelejai"),
        ("Daugavpils pilsētas Domes darbinieki.", "pilsētas Domes"),
        ("Rēzeknes novada Pašvaldība.", "novada Pašvaldība"),
        ("Rēzekne ir Lielo pilsētu asociācijas dalībniece.", "Lielo pilsētu asociācijas"),
    ],
)
def test_a_slip_is_found(text: str, slip: str) -> None:
    assert [found for found, _ in slips(text)] == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Dalībnieki sastādīja sarakstu, un komandas sastāvā bija divi cilvēki.",
        "Seko diskusija; sekojot piemēram, priekšlikums pieņemts, priekšā bija pilsēta.",
        "3. aktivitātes ietvaros; aktivitāte notika 2012. gadā.",
        "Sk. 1. attēlu un 2. pielikumu; rēķins Nr. 3.",
        "no 2007.–2013. gada plānošanas perioda; no 5 līdz 7 cilvēkiem; 50–100 cilvēki.",
        "Valsts kancelejai; Daugavpils pilsētas domei; Novada Dienas pasākumi.",
        "Latvijas Lielo pilsētu asociācija",
        "aptuveni 500 g. Un vēl 2012 gab.",
    ],
)
def test_a_sound_sentence_is_left_alone(text: str) -> None:
    assert list(slips(text)) == []


def found(changes: dict[str, object]) -> list[str]:
    trip = example(changes)
    return [one.place.field for one in checks.run(trip, trip.source).faults if one.id == "text.wording"]


def test_names_of_institutions_are_looked_at() -> None:
    addressees = [{"name": "Valsts Kanceleja"}, {"name": "Valsts kanceleja"}]
    assert found({"report.addressees": addressees}) == ["report.addressees[0].name"]


def test_official_titles_are_not_ours_to_reword() -> None:
    titles = {"project.title": "Atbalsts priekš pašvaldībām", "project.programme": "Sekojoša programma"}
    assert found({**titles, "activity.title": "Aktivitāte Nr. 3"}) == []
