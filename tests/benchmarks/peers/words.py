"""The fixed words of the two documents, for peers that are programs: those with templates have them there."""

from __future__ import annotations

from typing import Final

PLAN: Final = "1.\u00a0tabula. Plānotā un faktiskā izpilde"
PLAN_HEAD: Final = ("Rādītājs", "Plānotais", "Faktiskais")
PROGRAMME: Final = "2.\u00a0tabula. Brauciena programma"
PROGRAMME_HEAD: Final = ("Laiks", "Norise")
PEOPLE: Final = "3.\u00a0tabula. Brauciena dalībnieki"
PEOPLE_HEAD: Final = ("Nr. p.\u00a0k.", "Amats", "Iestāde", "Skaits")
DECLARATION: Final = (
    "Apliecinu, ka pārskatā sniegtās ziņas ir patiesas un ka brauciena izmaksas nav finansētas un "
    "netiks finansētas no citiem avotiem."
)
SOURCES_HEAD: Final = ("Finansējuma avots", "Summa", "Īpatsvars")
BUDGET_HEAD: Final = (
    "Kods", "Izmaksu pozīcija", "Apstiprināts", "Iepriekš izlietots", "Pārskata periodā", "Kopā izlietots",
    "Atlikums", "Izpilde",
)  # fmt: skip
COSTS_HEAD: Final = (
    "Nr. p.\u00a0k.", "Izmaksas", "Kods", "Daudzums", "Mērvienība", "Cena", "Summa", "Dokumenta Nr. sarakstā",
)  # fmt: skip
DOCUMENTS_HEAD: Final = (
    "Nr. p.\u00a0k.", "Dokuments", "Numurs", "Datums", "Izsniedzējs", "Summa", "Samaksāts",
)  # fmt: skip
UNIT: Final = "(Ls)"
TOTAL: Final = "Kopā"
