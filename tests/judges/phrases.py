"""Words for generated trips: plain Latvian, other scripts, and what does not break."""

from __future__ import annotations

from random import Random

WORDS = (
    "pieredze", "projekts", "pašvaldība", "dalībnieki", "sadarbība", "attīstība", "īstenošana",
    "jautājums", "risinājums", "ģimene", "ķieģelis", "ļaudis", "ņēma", "šķērsiela", "žurnāls", "čakls",
    "ūdensvads", "ēka", "āra", "ceļš", "zināšanas", "apmaiņa", "vērtējums", "iedzīvotāji",
    "infrastruktūra", "pārskats", "līdzfinansējums", "starpinstitūciju", "un", "par", "ar", "pie", "no",
    "uz", "kā", "arī", "bet", "jo", "tika", "notika", "apskatīja", "uzklausīja", "apsprieda",
    "iepazīstināja", "secināja",
)  # fmt: skip
SCRIPTS = ("Ελληνικά γράμματα", "русский текст", "Łódź i Gdańsk", "Žemaitija", "Tõrva, Jõgeva", "Üzümlü šğı")
UNBROKEN = (
    "1DP/1.5.2.2.3/11/APIA/SIF/110/71/2012/09/05-0001-PIEL-17",
    "LV61HABA000055102945912345678901234567890123456789",
    "24415441234567890123456789012345678901234567890",
    "https://www.example.lv/lv/pasvaldiba/projekti/2012/pieredzes-apmainas-brauciens?lapa=1&id=77",
    "projektu.vaditaja.vietniece@kapacitates-stiprinasana.daugavpils.example",
    "Starpinstitūcijusadarbībasveicināšanaskoordinācijaspadomessekretariāts",
)
AWKWARD = (
    "<b>treknraksts</b> & {{ dati }} {% if x %}",
    'biedrība "Rīts" un SIA „Buss”',
    "100% no Ls 24415.44 – 3-5 dienas",
    "5. klases 12.30 un 31.08.2012.",
    "O'Braiens \\ndati; 20 °C ± 5 m²",
)
ODD = (*SCRIPTS, *UNBROKEN, *AWKWARD)
_ODDNESS = 0.03


def text(random: Random, words: int, oddness: float = _ODDNESS) -> str:
    """Return sentences of so many words, now and then with something that writers stumble over."""
    made: list[str] = []
    while len(made) < words:
        length = min(random.randint(4, 18), words - len(made))
        made += _sentence(random, length, oddness)
    return " ".join(made)


def _sentence(random: Random, length: int, oddness: float) -> list[str]:
    chosen = [
        random.choice(ODD) if random.random() < oddness else random.choice(WORDS) for _ in range(length)
    ]
    chosen[0] = chosen[0][:1].upper() + chosen[0][1:]
    chosen[-1] += "."
    return chosen


def phrase(random: Random, most: int = 6) -> str:
    """Return a few words without a stop."""
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


def name(random: Random, most: int = 6) -> str:
    """Return a name: a few words, sometimes one that does not break."""
    odd = f" {random.choice(ODD)}" if random.random() < 0.1 else ""
    return phrase(random, most).capitalize() + odd
