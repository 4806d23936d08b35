"""The guard: who comes in, what is refused, and what every answer carries."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.testclient import TestClient

from generator.web import guard
from generator.web.application import ROUTES, application
from generator.web.desk import Desk
from generator.web.guard import Guard, Refusal
from generator.web.keys import Keys
from tests.web.conftest import ADDRESS, PORT

LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


# -- the key --------------------------------------------------------------------------------------
PATHS = sorted({re.sub(r"\{.*?\}", "x", route.path) for route in ROUTES if route.path != "/static"})  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"])
def test_nobody_gets_in_without_the_key(stranger: TestClient, path: str, method: str) -> None:
    answer = stranger.request(method, path)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert method == "HEAD" or "saitē ir atslēga" in answer.text


def test_the_link_gives_a_cookie_that_no_script_and_no_other_site_can_use(
    stranger: TestClient, desk: Desk
) -> None:
    answer = stranger.get(f"/?token={desk.keys.link}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert all(one in cookie for one in ("httponly", "samesite=strict", "path=/"))
    assert desk.keys.link.lower() not in cookie
    assert stranger.get("/").status_code == 200


def test_the_link_that_is_shown_holds_as_long_as_the_page_runs(desk: Desk) -> None:
    for _ in range(2):
        with TestClient(application(desk), ADDRESS, follow_redirects=True) as client:
            assert client.get(f"/?token={desk.keys.link}").status_code == 200


def test_the_link_a_browser_is_started_with_is_worth_nothing_after_its_use(desk: Desk) -> None:
    token = desk.keys.once()
    got = []
    for _ in range(2):
        with TestClient(application(desk), ADDRESS, follow_redirects=True) as client:
            got.append(client.get(f"/?token={token}").status_code)
    assert got == [200, 403]


@pytest.mark.parametrize("token", ["", "x", "0" * 43, "ā", "\0", "x" * 43])
def test_a_wrong_token_gives_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get("/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_used_link_in_the_address_does_no_harm_to_who_is_in(client: TestClient) -> None:
    answer = client.get("/?token=old")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_those_without_the_key_are_told_nothing_of_the_folder(stranger: TestClient, folder: Path) -> None:
    for headers in ({}, {"Host": "example.com"}, {"Origin": "https://example.com"}):
        text = stranger.get("/", headers=headers).text
        assert "Lapa ir slēgta" in text
        assert folder.name not in text
        assert "<form" not in text


@pytest.mark.parametrize("path", ["/season", "/trips", "/favicon.ico"])
def test_a_token_counts_at_the_start_only(stranger: TestClient, desk: Desk, path: str) -> None:
    assert stranger.get(path, params={"token": desk.keys.link}).status_code == 403


def test_a_token_is_not_taken_from_a_form(stranger: TestClient, desk: Desk) -> None:
    assert stranger.post("/", params={"token": desk.keys.link}, data={}).status_code == 403


def test_the_cookie_of_another_run_gives_nothing(stranger: TestClient, desk: Desk) -> None:
    stranger.cookies.set(f"parskats-{PORT}", Keys().session)
    assert stranger.get("/").status_code == 403


def test_two_pages_of_one_machine_have_cookies_of_their_own(desk: Desk) -> None:
    answer = TestClient(application(desk), ADDRESS, follow_redirects=False).get(f"/?token={desk.keys.link}")
    assert answer.headers["set-cookie"].startswith(f"parskats-{PORT}=")


def test_the_keys_are_not_told_by_what_shows_them_by_chance() -> None:
    keys = Keys()
    assert not any(secret in repr(keys) for secret in (keys.link, keys.session, keys.once()))


# -- the address ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "host",
    [
        "example.com",
        f"example.com:{PORT}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"127.0.0.1.example.com:{PORT}",
        f"localhost.:{PORT}",
        f"0.0.0.0:{PORT}",
        f"[::1]:{PORT}",
        f"127.0.0.1:{PORT}, example.com",
        "",
    ],
)
def test_a_foreign_name_that_leads_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 403
    assert client.get("/static/page.css", headers={"Host": host}).status_code == 403


def test_the_name_localhost_is_this_machine(desk: Desk) -> None:
    address = f"http://localhost:{PORT}"
    with TestClient(application(desk), address) as client:
        assert client.get(f"/?token={desk.keys.link}").status_code == 200


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "::"])
def test_a_server_on_another_address_is_refused(desk: Desk, address: str) -> None:
    app = guarded(desk.keys, Response("in"))
    scope = {**SCOPE, "server": (address, PORT)}
    assert asked(app, scope)["status"] == 403


# -- other pages ----------------------------------------------------------------------------------
FOREIGN = [
    "https://example.com",
    "null",
    f"https://127.0.0.1:{PORT}",
    "http://127.0.0.1:1",
    "http://127.0.0.1",
    "",
]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_form_of_another_page_is_refused_and_nothing_is_written(
    client: TestClient, folder: Path, origin: str
) -> None:
    before = names(folder)
    answer = client.post("/trips", data={"name": "svešs"}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert names(folder) == before


@pytest.mark.parametrize(
    ("site", "status"), [("same-origin", 303), ("same-site", 403), ("none", 403), (None, 403)]
)
def test_without_an_origin_a_form_must_come_from_the_page(
    client: TestClient, site: str | None, status: int
) -> None:
    del client.headers["Origin"]
    headers = {"Sec-Fetch-Site": site} if site else {}
    assert client.post("/trips", data={"name": "jauns"}, headers=headers).status_code == status


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("dest", ["image", "script", "iframe", "empty", "object"])
def test_another_page_can_load_nothing_of_ours(client: TestClient, site: str, dest: str) -> None:
    del client.headers["Origin"]
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": dest}
    assert client.get("/", headers=headers).status_code == 403
    assert client.get("/static/page.css", headers=headers).status_code == 403


def test_a_link_of_another_page_leads_to_the_page(client: TestClient) -> None:
    del client.headers["Origin"]
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site", **LINK}).status_code == 200


def test_a_browser_that_keeps_its_cookie_back_after_a_foreign_link_asks_once_more(
    stranger: TestClient,
) -> None:
    del stranger.headers["Origin"]
    first = stranger.get("/", headers={"Sec-Fetch-Site": "cross-site", **LINK})
    again = stranger.get("/", headers={"Sec-Fetch-Site": "same-origin", **LINK})
    assert (first.headers.get("refresh"), again.headers.get("refresh")) == ("0", None)


# -- what every answer carries --------------------------------------------------------------------
@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/page.css", "/static/nothing", "/favicon.ico"])
def test_every_answer_has_the_headers_of_the_guard(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers
    assert not [name for name in headers if name.startswith("access-control")]


def test_a_refused_request_has_the_headers_of_the_guard_too(stranger: TestClient) -> None:
    assert "default-src 'none'" in stranger.get("/").headers["content-security-policy"]


def test_a_framed_document_may_have_styles_and_no_script() -> None:
    answer = asked(guarded(Keys(), Response("in", headers=guard.FRAMED)), SCOPE)
    policy = answer["headers"]["content-security-policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy


FRAMED = {"_unbuilt.html"}
"""Templates of documents that stand in a frame: these may have styles of their own."""
TEMPLATES = sorted((Path(guard.__file__).parent / "templates").glob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_needs_what_the_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in FRAMED:
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not re.search(
        r"\sstyle=|\son[a-z]+=|<style|javascript:|hx-on|<script(?! src=)|hx-vals=.js:|\|\s*safe", text
    )
    assert not re.search(r"(?:src|href|action)=[\"'](?:https?:)?//", text)


# -- bodies ---------------------------------------------------------------------------------------
def test_a_body_that_says_it_is_too_large_is_refused_unread(client: TestClient) -> None:
    headers = {"Content-Length": str(guard.MAX_BODY + 1)}
    assert client.post("/trips", content=b"name=x", headers=headers).status_code == 413


def test_a_body_that_turns_out_too_large_is_refused(client: TestClient, folder: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
        for _ in range(30):
            yield bytes(1_000_000)

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = client.post("/trips", content=pieces(), headers=headers)
    assert answer.status_code in (400, 413)
    assert names(folder) == {"rezekne-2012", "saldus-2024", "season-2012.xlsx", "talsi-2016"}


SCOPE: dict[str, Any] = {
    "type": "http",
    "method": "GET",
    "path": "/static/x",
    "query_string": b"",
    "headers": [(b"host", f"127.0.0.1:{PORT}".encode()), (b"origin", ADDRESS.encode())],
    "server": ("127.0.0.1", PORT),
}


async def reading(scope: Any, receive: Any, send: Any) -> None:
    body = await Request(scope, receive).body()
    await Response(f"{len(body)}")(scope, receive, send)


def refused(request: Request, refusal: Refusal) -> Response:
    return Response(refusal.word, refusal.status)


def guarded(keys: Keys, app: Any) -> Guard:
    return Guard(app, keys, PORT, refused)


def asked(app: Guard, scope: dict[str, Any], receive: Callable[[], Any] | None = None) -> dict[str, Any]:
    """Return the status, the headers and the body of an answer."""
    return asyncio.run(asking(app, scope, receive))


async def asking(
    app: Guard, scope: dict[str, Any], receive: Callable[[], Any] | None = None
) -> dict[str, Any]:
    answer: dict[str, Any] = {"body": b""}

    async def nothing() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer["status"] = message["status"]
            answer["headers"] = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answer["body"] += message.get("body", b"")

    await app(scope, receive or nothing, send)
    return answer


def test_a_body_that_takes_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_SECONDS", 0.2)

    async def drop_by_drop() -> dict[str, Any]:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"x", "more_body": True}

    with pytest.raises(guard.Refused) as caught:  # the application makes a page of it
        asked(guarded(Keys(), reading), {**SCOPE, "method": "POST"}, drop_by_drop)
    assert caught.value.refusal is Refusal.SLOW


def test_a_body_in_many_pieces_is_cut_at_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BODY", 10)
    taken = []

    async def drop_by_drop() -> dict[str, Any]:
        taken.append(1)
        return {"type": "http.request", "body": b"xxx", "more_body": True}

    with pytest.raises(guard.Refused) as caught:
        asked(guarded(Keys(), reading), {**SCOPE, "method": "POST"}, drop_by_drop)
    assert caught.value.refusal is Refusal.LARGE
    assert len(taken) == 4


# -- many at once ---------------------------------------------------------------------------------
def test_only_so_many_are_worked_on_at_once_and_the_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    most, now = 0, 0

    async def working(scope: Any, receive: Any, send: Any) -> None:
        nonlocal most, now
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.002)
        now -= 1
        await Response("done")(scope, receive, send)

    async def all_of_them() -> list[dict[str, Any]]:
        app = guarded(Keys(), working)
        return await asyncio.gather(*(asking(app, SCOPE) for _ in range(200)))

    answers = asyncio.run(all_of_them())
    assert {one["status"] for one in answers} == {200}
    assert most == guard.AT_ONCE


def test_beyond_the_queue_a_request_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "WAITING", 5)

    async def working(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(0.01)
        await Response("done")(scope, receive, send)

    async def all_of_them() -> list[dict[str, Any]]:
        app = guarded(Keys(), working)
        return await asyncio.gather(*(asking(app, SCOPE) for _ in range(50)))

    statuses = [one["status"] for one in asyncio.run(all_of_them())]
    assert set(statuses) == {200, 503}
    assert statuses.count(200) == guard.AT_ONCE + 5


def test_who_waits_too_long_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.02)

    async def all_of_them() -> list[dict[str, Any]]:
        answered = asyncio.Event()

        async def working(scope: Any, receive: Any, send: Any) -> None:
            await answered.wait()
            await Response("done")(scope, receive, send)

        app = guarded(Keys(), working)
        asked = [asyncio.create_task(asking(app, SCOPE)) for _ in range(guard.AT_ONCE + 1)]
        await asyncio.wait(asked, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        answered.set()
        return await asyncio.gather(*asked)

    assert [one["status"] for one in asyncio.run(all_of_them())].count(503) == 1


def test_streams_of_events_keep_nobody_waiting() -> None:
    async def never() -> AsyncIterator[bytes]:
        yield b"data: 1\n\n"
        await asyncio.sleep(60)

    async def streaming(scope: Any, receive: Any, send: Any) -> None:
        await StreamingResponse(never(), media_type="text/event-stream")(scope, receive, send)

    async def connected() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def all_of_them() -> int:
        app = guarded(Keys(), streaming)
        scope = {**SCOPE, "asgi": {"spec_version": "2.3"}}
        streams = [asyncio.create_task(asking(app, scope, connected)) for _ in range(guard.AT_ONCE + 4)]
        await asyncio.sleep(0.1)
        free = app.turns._value
        for one in streams:
            one.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
        return free

    assert asyncio.run(all_of_them()) == guard.AT_ONCE
