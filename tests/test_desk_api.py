"""The way to the reader behind the desk is open to this run's own pages on this machine, and to nobody else."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.publishing.desk_api import PATH, DeskApi
from generator.publishing.serving import Server
from generator.telling.errors import UsageError


def echo(page: str, text: str | None = None) -> dict[str, Any]:
    if page == "wrong":
        raise UsageError("没有这一版。")
    return {"page": page, "text": text}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<html><head></head><body>首页</body></html>", encoding="utf-8")
    with Server(tmp_path, reloads=True, desk=DeskApi({"read": echo})) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: Server, told: Any = None, what: str = "read", **headers: str) -> tuple[int, Any]:
    """Ask as a page of this server does, but for the headers given; return status and answer."""
    assert server.desk
    own = {"Content-Type": "application/json", "X-Banmian-Desk": server.desk.token}
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    body = json.dumps({"page": "a-01"} if told is None else told).encode()
    url = server.url.rstrip("/") + PATH + what
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, {**own, **given})) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_page_of_this_server_is_answered(server: Server) -> None:
    assert ask(server, {"page": "a-01", "text": "甲"}) == (200, {"page": "a-01", "text": "甲"})
    assert ask(server, Origin=server.url.rstrip("/"))[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Banmian_Desk": "other"},
        {"X_Banmian_Desk": ""},
        {"Host": "example.org"},
        {"Host": "127.0.0.1.example.org:80"},
        {"Origin": "http://example.org"},
        {"Origin": "null"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
    ],
    ids=str,
)
def test_anybody_else_is_refused(headers: dict[str, str], server: Server) -> None:
    assert ask(server, **headers)[0] == 403


@pytest.mark.parametrize(
    "told", [[], "x", {"page": ["a"]}, {"pages": "a"}, {"page": "a", "x": "y"}, None], ids=str
)
def test_what_is_no_question_is_told_so(told: Any, server: Server) -> None:
    if told is not None:
        assert ask(server, told)[0] == 400
    assert ask(server, what="other")[0] == 404


def test_a_fault_is_told_in_its_words(server: Server) -> None:
    status, said = ask(server, {"page": "wrong"})
    assert (status, json.loads(said)["message"]) == (409, "没有这一版。")


def test_the_token_stands_in_pages_of_this_machine_alone(server: Server) -> None:
    assert server.desk
    page = urllib.request.urlopen(server.url).read()
    assert server.desk.tag + b"</head>" in page
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(server.url, headers={"Host": "example.org"}))
    assert refused.value.code == 403
    assert server.desk.token.encode() not in refused.value.read()


def test_a_server_without_a_desk_answers_no_question(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(server.url + PATH[1:] + "read", b"{}"))
        assert refused.value.code == 404
        server.shutdown()
