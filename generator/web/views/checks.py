"""The checks of a trip as a list: what failed, what passed, what is accepted and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.checks import CHECKS, Result, State
from generator.errors import DataError, Fault, Place, fault
from generator.tripfiles.editing import Add, Change, Remove
from generator.web.desk import Desk, desk_of
from generator.web.forms.changes import value_at
from generator.web.forms.fields import id_of, titles_of
from generator.web.forms.look import Look
from generator.web.pages import render
from generator.web.store.drafts import Changed, Drafts
from generator.web.views.trip import looked, posted_by, shown, values

STATES: Final = (
    State.FAILED, State.WARNED, State.NOTED, State.SILENCED, State.NOT_RUN, State.ABSENT, State.PASSED,
)  # fmt: skip
"""The order in which the page shows how checks ended; those that found nothing are folded."""
FOLDED: Final = (State.NOT_RUN, State.ABSENT, State.PASSED)
_LISTS: Final = "silenced"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the fault, the element of the form it is about, and what that is called.

    `titles` are English titles, each with the number of a row or 0.
    """

    fault: Fault
    anchor: str = ""
    titles: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """How one check ended; `accepted` is where the file says that its findings may stand."""

    result: Result
    findings: list[Finding] = field(default_factory=list)
    accepted: str = ""

    @property
    def anchor(self) -> str:
        """What the ids of its elements end in."""
        return anchor_of(self.result.check.id)

    @property
    def may_be_accepted(self) -> bool:
        """Whether its findings can be said to be all right."""
        found = self.result.state in (State.FAILED, State.WARNED, State.NOTED)
        return found and not self.result.check.firm


def anchor_of(rule: str) -> str:
    """Return a rule as the ids of elements name it."""
    return rule.replace(".", "-")


def page(request: Request) -> Response:
    """Show how every check ended."""
    return _page(request, looked(desk_of(request), request.path_params["key"]))


def _page(request: Request, seen: Look, rule: str = "") -> Response:
    """Return the page; with a rule that could not be accepted, because no reason was given."""
    if seen.form is None:
        return shown(request, seen)
    listed = _listed(seen)
    groups = {state: [one for one in listed if one.result.state is state] for state in STATES}
    own = {check.id for check in CHECKS}
    rest = [finding_of(one, seen) for one in seen.told if one.id not in own]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if rule else HTTPStatus.OK
    more = {"at": "checks", "groups": groups, "rest": rest, "folded": FOLDED, "without_reason": rule}
    return render(request, "checks.html", status, **{**values(request, seen), **more})


def _listed(seen: Look) -> list[Checked]:
    """Return every check with what it found."""
    accepted = _accepted(seen.data or {})
    return [
        Checked(
            result,
            [finding_of(one, seen) for one in seen.told if one.id == result.check.id],
            accepted.get(result.check.id, ""),
        )
        for result in seen.checked.results
    ]


def finding_of(one: Fault, seen: Look) -> Finding:
    """Return a fault with the part of the form that is nearest to its field; without a form, with none."""
    path = seen.form.nearest(one.place.field) if seen.form else ""
    return Finding(one, id_of(path) if path else "", titles_of(path, seen.draft.root))


def _accepted(data: Mapping[str, object]) -> dict[str, str]:
    """Return where a file accepts each rule; the first place counts."""
    found: dict[str, str] = {}
    for path in (_LISTS, f"project.{_LISTS}"):
        listed = value_at(dict(data), path)
        for index, one in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(one, dict) and isinstance(one.get("rule"), str):
                found.setdefault(one["rule"].strip(), f"{path}[{index}]")
    return found


async def silence(request: Request) -> Response:
    """Accept what a rule finds, with a reason; or accept it no more."""
    posted = dict(await posted_by(request))
    key, rule, reason = request.path_params["key"], posted.get("rule", ""), posted.get("reason", "").strip()
    back = posted.get("back", "")
    if not back and not reason:
        seen = await run_in_threadpool(looked, desk_of(request), key)
        return await run_in_threadpool(_page, request, seen, rule)
    try:
        await run_in_threadpool(_silenced, desk_of(request), key, posted)
    except Changed:
        return await run_in_threadpool(
            render, request, "changed.html", HTTPStatus.CONFLICT, key=key, name="changed"
        )
    return RedirectResponse(f"/checks/{quote(key)}#c-{quote(anchor_of(rule))}", 303)


def _silenced(desk: Desk, key: str, posted: Mapping[str, str]) -> None:
    """Write what is accepted; raises DataError for what is no rule, and as `Drafts.save`."""
    rule, back = posted.get("rule", ""), posted.get("back", "")
    known = {check.id for check in CHECKS if not check.firm}
    if rule not in known or (back and _LISTS not in back):
        raise DataError([fault("change.place", Place(field=_LISTS), path=back or rule)])
    new = {"rule": rule, "reason": posted.get("reason", "").strip()}
    change: Change = Remove(back) if back else Add(_LISTS, new)
    Drafts(desk.folder).save(key, posted.get("version", ""), [change])
