"""The secrets of one run of the page: who has the link gets the cookie, who has the cookie gets in."""

from __future__ import annotations

import secrets
from dataclasses import field

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Keys:
    """The token of the link that is shown, the value of the cookie, and links that work once.

    The shown link holds as long as the page runs, for a browser that was closed. What a browser is
    started with can be seen by others on the machine, so that link is worth nothing after its use.
    """

    link: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _unused: set[str] = field(default_factory=set, repr=False)

    def once(self) -> str:
        """Return a new token that admits once."""
        token = secrets.token_urlsafe(32)
        self._unused.add(token)
        return token

    def admits(self, token: str) -> bool:
        """Return whether a token of a link admits; one that admits once is used up."""
        if token in self._unused:
            self._unused.discard(token)
            return True
        return _same(token, self.link)

    def knows(self, session: str) -> bool:
        """Return whether the value of a cookie is that of this run."""
        return _same(session, self.session)


def _same(given: str, secret: str) -> bool:
    """Compare without telling by the time it takes how much was right."""
    return secrets.compare_digest(given.encode(errors="replace"), secret.encode())
