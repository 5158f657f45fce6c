"""Answers the desk that a reader stands behind: on this machine only, for pages that this server gave out itself.

Each answer needs the token that stands in the pages of this run, a host name of this machine (another name that leads
here is somebody's trick), and the page's own origin; what is asked and answered is JSON.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from generator.telling.errors import BanmianError

PATH = "/.banmian/desk/"
LIMIT = 4_000_000
"""Bytes of a question; a page and its sidecar are smaller."""
Answer = tuple[HTTPStatus, dict[str, Any]]
Acts = Mapping[str, Callable[..., dict[str, Any]]]
"""What can be asked, by name; each takes the question's values by their names."""


class DeskApi:
    """The way from the browser to what can be asked."""

    def __init__(self, acts: Acts) -> None:
        self.acts = acts
        self.token = secrets.token_urlsafe(24)

    @property
    def tag(self) -> bytes:
        """What tells the desk in a page that a reader stands behind it."""
        return f'<meta name="banmian-desk" content="{self.token}">'.encode()

    def answer(self, path: str, headers: Mapping[str, str], body: bytes, *, port: int) -> Answer:
        """Return the status and the JSON that answer a question."""
        refused = self._refused(headers, port)
        if refused:
            return HTTPStatus.FORBIDDEN, {"message": refused}
        act = self.acts.get(path.removeprefix(PATH))
        if act is None:
            return HTTPStatus.NOT_FOUND, {"message": "没有这样的问法。"}
        try:
            told = json.loads(body)
            given = {key: value for key, value in told.items() if value is None or isinstance(value, str)}
            return HTTPStatus.OK, act(**given)
        except (ValueError, TypeError, AttributeError):
            return HTTPStatus.BAD_REQUEST, {"message": "看不懂问的是什么。"}
        except BanmianError as error:
            return HTTPStatus.CONFLICT, {"message": str(error)}

    def _refused(self, headers: Mapping[str, str], port: int) -> str:
        if not is_here(headers.get("Host", ""), port):
            return "只答本机的网页。"
        origin = headers.get("Origin")
        if origin is not None and not is_here(origin.removeprefix("http://"), port):
            return "只答自己给出的网页。"
        if not secrets.compare_digest(headers.get("X-Banmian-Desk", "").encode(), self.token.encode()):
            return "这一页是上一次预览时打开的,请重新载入。"
        if headers.get("Content-Type", "").partition(";")[0] != "application/json":
            return "只收 JSON。"
        return ""


def is_here(host: str, port: int) -> bool:
    """Tell whether a host name, with its port, is one of this machine.

    >>> is_here("127.0.0.1:8000", 8000), is_here("example.org:8000", 8000)
    (True, False)
    """
    return host in (f"127.0.0.1:{port}", f"localhost:{port}")
