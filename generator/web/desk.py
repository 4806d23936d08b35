"""The desk: what every view of the page is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path, PurePosixPath

from starlette.requests import Request

from generator.errors import ParskatsError
from generator.frozen import dataclass
from generator.messages import LANGUAGES
from generator.settings import Settings, resolve
from generator.web.crew import Crew
from generator.web.guard import ADDRESS
from generator.web.keys import Keys
from generator.web.pictures import PagePictures
from generator.web.preview import Previews
from generator.web.seasons import Season
from generator.web.store import Store
from generator.web.store.cards import Card, Cards, State
from generator.web.uploads import Examination, Shelf


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder of trips, the keys and the port of this run, the crew, the language, the environment.

    `lang` is the language of those who have not chosen one. `cards`, `examined`, `previews` and
    `pictures` remember what was made of trips and uploads; `season` is the one that runs.
    """

    folder: Store
    keys: Keys
    port: int
    crew: Crew
    lang: str = LANGUAGES[0]
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    cards: Cards = field(default_factory=Cards)
    examined: dict[str, Examination] = field(default_factory=dict, repr=False)
    previews: Previews = field(default_factory=Previews)
    pictures: PagePictures = field(default_factory=PagePictures)
    season: Season = field(default_factory=Season)

    @property
    def shelf(self) -> Shelf:
        """The uploads kept aside."""
        return Shelf(self.folder)

    @property
    def address(self) -> str:
        """The address of the page, without a slash at its end."""
        return f"http://{ADDRESS}:{self.port}"

    def card(self, key: str) -> Card:
        """Return the card of a trip; wrong settings beside it are a fault of it. Raises NotThere."""
        try:
            return self.cards.of(self.folder, key, self.settings(self.folder.path(key).parent))
        except ParskatsError as error:
            return Card(key, PurePosixPath(key).parent.name, State.FAULTS, errors=len(error.faults))

    def settings(self, home: Path) -> Settings:
        """Return the settings of a trip in the folder `home`, as `parskats render` would find them.

        An output folder that no settings file names lies in the folder that is served.
        Raises UsageError.
        """
        found = resolve({}, self.environ, home)
        told = found.file is not None and found.origins["output"].sentence().startswith(str(found.file))
        output = found.output.absolute() if told else self.folder.root / found.output
        return replace(found, output=output)


def desk_of(request: Request) -> Desk:
    """Return the desk of a request."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk
