"""Latvian sentences without end for the trips of the benchmark: plain, correct, no two alike."""

from __future__ import annotations

from random import Random
from typing import Final

SUBJECTS: Final = (
    "Brauciena dalībnieki", "Pašvaldības speciālisti", "Projektu vadītāji", "Abu domju deputāti",
    "Attīstības nodaļas darbinieki", "Uzņēmēju biedrības pārstāvji", "Iestāžu vadītāji", "Finansisti",
    "Novada arhitekti", "Skolu direktori", "Kultūras darba organizatori", "Vides eksperti",
    "Tūrisma konsultanti", "Sociālie darbinieki", "Juristi", "Iepirkumu komisijas locekļi",
    "Būvinženieri", "Sabiedrisko attiecību speciālisti", "Muzeja darbinieki",
    "Jaunatnes lietu speciālisti",
)  # fmt: skip
VERBS: Final = (
    "apsprieda", "salīdzināja", "izvērtēja", "iepazina", "pārrunāja", "aprakstīja", "parādīja",
    "pētīja", "skaidroja", "apkopoja", "papildināja", "ieteica", "vērtēja", "precizēja", "aplūkoja",
    "raksturoja", "pārbaudīja", "sakārtoja", "plānoja", "saskaņoja",
)  # fmt: skip
INFINITIVES: Final = (
    "iepazīt", "salīdzināt", "izvērtēt", "pārrunāt", "pētīt", "apkopot", "aplūkot", "pilnveidot",
)  # fmt: skip
OBJECTS: Final = (
    "projektu iesniegumu vērtēšanas kārtību", "ielu apgaismojuma atjaunošanu",
    "skolēnu pārvadājumu grafiku", "sporta halles uzturēšanas izmaksas",
    "pilsētas parka labiekārtošanu", "tūrisma maršruta norādes", "bibliotēkas elektronisko katalogu",
    "uzņēmējdarbības atbalsta programmu", "ūdensvada pārbūves pieredzi",
    "iepirkumu dokumentācijas paraugus", "būvniecības uzraudzības pienākumus",
    "līgumu izpildes kontroli", "iedzīvotāju aptaujas rezultātus", "kultūras mantojuma saglabāšanu",
    "bērnudārza ēkas siltināšanu", "atkritumu šķirošanas laukumus", "jauniešu iniciatīvu konkursu",
    "senioru dienas centra darbu", "publiskās telpas pieejamību", "sadarbības tīklu izveidi",
    "mājokļu atbalsta noteikumus", "amatnieku tirdziņa rīkošanu", "zaļā iepirkuma prasības",
    "datu apmaiņas drošību", "attīstības programmas rādītājus", "ezera krasta stiprināšanu",
    "muzeja ekspozīcijas koncepciju", "sociālo pakalpojumu grozu", "elektrotransporta uzlādes vietas",
    "projekta starpposma pārskatus",
)  # fmt: skip
PLACES: Final = (
    "kopīgā darba sanāksmē", "pilsētas domes sēžu zālē", "pie jaunā tirgus laukuma",
    "objekta apskates laikā", "nelielās darba grupās", "tikšanās otrajā daļā",
    "jautājumu un atbilžu stundā", "pēc prezentāciju noklausīšanās", "kopā ar iedzīvotājiem",
    "uz konkrētu piemēru pamata", "divu stundu diskusijā", "pie kartēm un plāniem",
    "sarunā ar būvuzņēmējiem", "novada bibliotēkas telpās", "pieredzes stāstu aplī",
    "pirms lēmumu pieņemšanas", "abu novadu lielumam atbilstoši", "vairāku gadu griezumā",
    "pēc kopīgi izveidota saraksta", "netālu no dzelzceļa stacijas",
)  # fmt: skip
AIMS: Final = (
    "lai turpmāk savlaicīgi pamanītu riskus", "lai mazinātu administratīvo slogu",
    "lai ietaupītu līdzekļus", "lai nākamajā periodā izvairītos no kļūdām",
    "lai darbi tiktu pabeigti laikā", "lai veicinātu uzticēšanos",
    "jo līdzīgi uzdevumi gaida arī mūsu novadu", "jo pieredze ir noderīga abām pusēm",
    "un vienojās to turpināt", "un izveidoja kopīgu veicamo darbu sarakstu",
    "un piedāvāja trīs uzlabojumus", "kas ir īpaši svarīgi rudenī", "lai saglabātu vēsturisko ainavu",
    "lai atvieglotu ikdienas darbu", "un nosauca atbildīgos par katru posmu",
    "jo prasības drīzumā mainīsies", "lai pakalpojumi būtu pieejami visiem",
    "un pierakstīja galvenos secinājumus", "lai projekta rezultāti būtu ilgtspējīgi",
    "kaut gan apstākļi abos novados atšķiras",
)  # fmt: skip


def sentence(random: Random) -> str:
    """Return one of some five million sentences, with a comma where Latvian asks for one."""
    aim = random.choice(AIMS)
    words = (random.choice(SUBJECTS), random.choice(VERBS), random.choice(OBJECTS), random.choice(PLACES))
    return f"{' '.join(words)}{' ' if aim.startswith('un ') else ', '}{aim}."


def goal(random: Random) -> str:
    """Return an infinitive phrase without a stop."""
    words = (random.choice(INFINITIVES), random.choice(OBJECTS), random.choice(PLACES))
    return f"{' '.join(words)}, {random.choice(AIMS[:3])}"


def paragraph(random: Random, sentences: int) -> str:
    """Return so many sentences."""
    return " ".join(sentence(random) for _ in range(sentences))
