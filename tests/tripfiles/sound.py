"""A small sound trip, as a file and as a mapping."""

from typing import Any

TEXT = """\
format: 1
id: rezekne-2012
project:
  title: Kapacitātes stiprināšana
  agreement: {number: 1DP/1.5.2.2.3/11/APIA/SIF/110/71}
  fund: {name: Eiropas Sociālais fonds}
  subactivity: {number: 1.5.2.2.3}
  planning_period: 2007-2013
  implementation: {start: 01.04.2012., end: 31.01.2013.}
  total: 24 415,44
  beneficiary: {name: Daugavpils pilsētas dome, town: {name: Daugavpils}}
  signatory: {position: domes priekšsēdētājs}
activity: {number: 3}
report: {date: 2012-09-14}
journey:
  kind: pieredzes apmaiņas brauciens
  destination: {name: Rēzekne}
  start: 2012. gada 31. augusts
  goals: [sekmēt pieredzes apmaiņu]
"""

MAPPING: dict[str, Any] = {
    "format": 1,
    "id": "rezekne-2012",
    "project": {
        "title": "Kapacitātes stiprināšana",
        "agreement": {"number": "1DP/1.5.2.2.3/11/APIA/SIF/110/71"},
        "fund": {"name": "Eiropas Sociālais fonds"},
        "subactivity": {"number": "1.5.2.2.3"},
        "planning_period": "2007-2013",
        "implementation": {"start": "01.04.2012.", "end": "31.01.2013."},
        "total": "24 415,44",
        "beneficiary": {"name": "Daugavpils pilsētas dome", "town": {"name": "Daugavpils"}},
        "signatory": {"position": "domes priekšsēdētājs"},
    },
    "activity": {"number": 3},
    "report": {"date": "2012-09-14"},
    "journey": {
        "kind": "pieredzes apmaiņas brauciens",
        "destination": {"name": "Rēzekne"},
        "start": "2012-08-31",
        "goals": ["sekmēt pieredzes apmaiņu"],
    },
}
PROJECT = "".join(f"{line.removeprefix('  ')}\n" for line in TEXT.splitlines()[3:12])
PHOTOS = "photos:\n  - file: {file}\n    caption: Dalībnieki\n    alt: Dalībnieki pie ēkas\n"


def sharing(path: str) -> str:
    """Return the trip with its project in a file."""
    before, after = TEXT.split("project:\n")[0], TEXT.split("\nactivity:")[1]
    return f"{before}project: {path}\nactivity:{after}"
