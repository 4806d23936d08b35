"""The page as it is really served: its port, its link, its end, and requests that no browser sends."""

from __future__ import annotations

import http.client
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import web
from generator.cli import main
from generator.errors import UsageError
from generator.settings import OPTIONS
from generator.web import guard, server
from generator.web.desk import Desk
from generator.web.server import bound
from tests.trips import ROOT

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def ask(desk: Desk, target: str, *, host: str = "", cookie: bool = True) -> tuple[int, str]:
    """Return the status and the text of what is answered to a target as it is, `..` and all."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    connection.putrequest("GET", target, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{desk.port}")
    if cookie:
        connection.putheader("Cookie", f"parskats-{desk.port}={desk.keys.session}")
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, text


# -- the port, the link, the end ------------------------------------------------------------------
def test_the_page_is_on_this_machine_only() -> None:
    with bound(0) as door:
        assert door.getsockname()[0] == "127.0.0.1"
    assert "host" not in OPTIONS


def test_a_port_that_is_taken_is_a_usage_fault(tmp_path: Path) -> None:
    with bound(0) as door, pytest.raises(UsageError) as caught:
        web.serve(tmp_path, port=door.getsockname()[1])
    assert [one.id for one in caught.value.faults] == ["serve.port-taken"]


def test_a_folder_that_is_not_there_is_a_usage_fault(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["serve", "--folder", str(tmp_path / "nav"), "--lang", "en"]) == 2
    assert "There is no such folder." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("port", "said"), [("70000", "65535"), ("-1", "whole number"), ("x", "whole number")]
)
def test_a_port_that_cannot_be_is_a_usage_fault(
    capsys: pytest.CaptureFixture[str], port: str, said: str
) -> None:
    assert main(["serve", f"--port={port}", "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


def test_without_its_libraries_the_page_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("generator.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve", "--lang", "en"]) == 2
    assert 'pip install "parskats[page]"' in capsys.readouterr().err


@POSIX
def test_the_page_tells_its_link_and_stops_cleanly(folder: Path) -> None:
    words = [sys.executable, "-m", "generator", "serve", "--folder", str(folder), "--lang", "en"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        line, rest = run.stderr.readline(), run.stderr.readline()
        found = re.fullmatch(r"The page: http://127\.0\.0\.1:(\d+)/\?token=[\w-]{43}\n", line)
        assert found, line
        with socket.create_connection(("127.0.0.1", int(found[1]))):
            run.send_signal(signal.SIGINT)
            out, err = run.communicate(timeout=20)
    assert (rest, run.returncode, out, err) == (
        "Stop it with Ctrl+C.\n",
        0,
        "The page has been stopped.\n",
        "",
    )


def test_the_browser_is_opened_with_a_link_of_its_own(live: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    done = threading.Event()
    monkeypatch.setattr(server.webbrowser, "open", lambda link: (opened.append(link), done.set()))
    told: list[str] = []
    server._opened(live, True, told.append)
    assert done.wait(5)
    assert told == [f"http://127.0.0.1:{live.port}/?token={live.keys.link}"]
    assert live.keys.link not in opened[0]
    assert ask(live, opened[0].partition(str(live.port))[2], cookie=False)[0] == 303


# -- paths that lead elsewhere --------------------------------------------------------------------
WAYS = [
    "/static/../guard.py",
    "/static/..%2fguard.py",
    "/static/%2e%2e/guard.py",
    "/static/..%5cguard.py",
    "/static//etc/passwd",
    "/static/%00",
    "/static/",
    "/../../etc/passwd",
    "//etc/passwd",
    "/trip/../../etc/passwd",
    "/trip/..%2f..%2fetc%2fpasswd",
    "/trip/%2fetc%2fpasswd",
    "/%ff%fe",
    "/static/" + "a" * 5000,
]


@pytest.mark.parametrize("target", WAYS)
def test_no_path_leads_out_of_what_is_shown(live: Desk, target: str) -> None:
    status, text = ask(live, target)
    assert status in (400, 404, 405)
    assert "root:" not in text
    assert "Final" not in text
    assert "Traceback" not in text


@pytest.mark.parametrize("target", ["/", "/static/page.css", "http://example.com/"])
def test_a_foreign_name_is_refused(live: Desk, target: str) -> None:
    assert ask(live, target, host="example.com")[0] == 403


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"POST /trips HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"POST /trips HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(50) + b"\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_the_page_goes_on(live: Desk, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", live.port), timeout=10) as line:
        line.sendall(request_)
        assert line.recv(12) in (b"HTTP/1.1 400", b"HTTP/1.1 403", b"HTTP/1.0 403")
    assert ask(live, "/")[0] == 200


# -- much and slowly ------------------------------------------------------------------------------
def test_two_hundred_requests_at_once_are_all_answered(live: Desk) -> None:
    with ThreadPoolExecutor(200) as people:
        answers = list(people.map(lambda _: ask(live, "/")[0], range(200)))
    assert set(answers) <= {200, 503}
    assert answers.count(200) > 100
    assert ask(live, "/")[0] == 200


def test_a_body_that_comes_drop_by_drop_is_cut(live: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_SECONDS", 0.5)
    head = (
        f"POST /trips HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nOrigin: {live.address}\r\n"
        f"Cookie: parskats-{live.port}={live.keys.session}\r\nContent-Length: 1000\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", live.port), timeout=10) as line:
        line.sendall(head.encode())
        began = time.monotonic()
        while not select.select([line], [], [], 0.1)[0]:
            line.sendall(b"x")
        assert line.recv(12) == b"HTTP/1.1 408"
        assert time.monotonic() - began < 5


def test_the_page_answers_while_others_send_nothing(live: Desk) -> None:
    idle = [socket.create_connection(("127.0.0.1", live.port)) for _ in range(100)]
    try:
        for one in idle:
            one.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert ask(live, "/")[0] == 200
    finally:
        for one in idle:
            one.close()
