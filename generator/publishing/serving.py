"""Shows a finished site on this machine, and builds it again when a file changes.

MkDocs' own LiveReloadServer does not serve here: it holds every request back while a build runs (ours
shows the old site), after a failed one it answers no more, it gives plain text without its encoding and
a body to HEAD, it logs in English, and it polls each seed twice a second. Tests need prefix and gzip
besides, so that this server would stay and the other come on top.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publishing.desk_api import LIMIT, PATH, DeskApi, is_here
from generator.telling.errors import BanmianError, UsageError

STATE = "/.banmian/state"
SCRIPT = "/.banmian/reload.js"
RELOAD = f"""let known;
setInterval(async () => {{
  const state = await fetch("{STATE}").then((reply) => reply.text()).catch(() => known);
  if (known !== undefined && state !== known) location.reload();
  known = state;
}}, 1000);
"""
"""Asks every second whether the site has been built again, and loads the page anew."""
QUIET_SECONDS = 0.5
"""A change counts when nothing has changed for this long after it."""


TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder: its own 404 page, UTF-8 text, and gzip if asked for."""

    server: Server

    def do_GET(self) -> None:
        """Answer one request."""
        path = urlsplit(self.path).path
        if self.server.desk and not is_here(self.headers.get("Host", ""), self.server.server_address[1]):
            self._answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", "只答本机的网页。".encode())
            return
        if self.server.reloads and path in (STATE, SCRIPT):
            kind = "text/javascript" if path == SCRIPT else "text/plain"
            self._answer(HTTPStatus.OK, kind, (RELOAD if path == SCRIPT else str(self.server.state)).encode())
            return
        prefix = self.server.prefix
        if not path.startswith(f"{prefix}/"):
            self._missing()
            return
        self.path = self.path[len(prefix) :]
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not path.endswith("/"):
                self._move(f"{unquote(path)}/")
                return
            file /= "index.html"
        if not file.is_file():
            self._missing()
            return
        self._answer(HTTPStatus.OK, TYPES.get(file.suffix) or self.guess_type(file), file.read_bytes())

    def do_POST(self) -> None:
        """Answer a question of the desk."""
        desk, path = self.server.desk, urlsplit(self.path).path
        size = int(self.headers.get("Content-Length") or 0)
        if desk is None or not path.startswith(PATH) or size > LIMIT:
            self.close_connection = True
            self._missing()
            return
        headers = {key.title(): value for key, value in self.headers.items()}
        status, told = desk.answer(path, headers, self.rfile.read(size), port=self.server.server_address[1])
        self._answer(status, "application/json", json.dumps(told, ensure_ascii=False).encode())

    def do_HEAD(self) -> None:
        """Answer one request for headers only."""
        self.do_GET()

    def _move(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _missing(self) -> None:
        page = Path(self.directory) / "404.html"
        data = page.read_bytes() if page.is_file() else b"404"
        self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", data)

    def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        if kind.startswith("text/html"):
            data = self._furnished(data)
        zipped = self.server.zips and "gzip" in self.headers.get("Accept-Encoding", "")
        if zipped:
            data = gzip.compress(data, 6, mtime=0)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-cache")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _furnished(self, data: bytes) -> bytes:
        """Return a page with what a preview adds: it is loaded anew after a build, and its desk has a reader."""
        if self.server.reloads:
            data = data.replace(b"</body>", f'<script src="{SCRIPT}" defer></script></body>'.encode())
        if self.server.desk:
            data = data.replace(b"</head>", self.server.desk.tag + b"</head>", 1)
        return data

    def log_message(self, *args: object) -> None:
        """Say nothing about single requests."""


class Server(ThreadingHTTPServer):
    """A web server over one folder, on this machine only."""

    daemon_threads = True

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        prefix: str = "",
        zips: bool = False,
        reloads: bool = False,
        desk: DeskApi | None = None,
    ) -> None:
        super().__init__(("127.0.0.1", port), functools.partial(Handler, directory=str(folder)))
        self.prefix = prefix.rstrip("/")
        self.zips = zips
        self.reloads = reloads
        self.desk = desk
        self.state = 0

    @property
    def url(self) -> str:
        """The address of the site's home, with a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser breaks a connection off."""


@contextmanager
def serving(folder: Path, *, prefix: str = "", zips: bool = False) -> Iterator[str]:
    """Serve `folder` in another thread and yield the address of its home."""
    with Server(folder, prefix=prefix, zips=zips) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield server.url
        finally:
            server.shutdown()


def preview(
    site: Path,
    *,
    port: int,
    watched: Sequence[Path],
    rebuild: Callable[[], object],
    say: Callable[[str], None],
    desk: DeskApi | None = None,
) -> None:
    """Serve `site` until Ctrl-C; run `rebuild` when a file in `watched` changes. Raises UsageError.

    `desk` answers what the desk in the browser asks.
    """
    try:
        server = Server(site, port=port, reloads=True, desk=desk)
    except OSError:
        raise UsageError(f"端口 {port} 用不了(可能已被占用)。请用 --port 另给一个。") from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"预览:{server.url}  按 Ctrl-C 结束。")
        for _ in changes(watched):
            say("有改动,重新建成 …")
            try:
                rebuild()
            except BanmianError as error:
                say(f"{error}\n没有建成,仍显示原来的网站;改好后会再建。")
            else:
                server.state += 1


def changes(watched: Sequence[Path]) -> Iterator[None]:
    """Yield once after each burst of changes in `watched`, folders and single files; never ends."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    changed = threading.Event()

    class _Ears(FileSystemEventHandler):
        def __init__(self, only: Path | None = None) -> None:
            self.only = only

        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type not in ("created", "modified", "deleted", "moved"):
                return
            paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
            if self.only is None or self.only in paths:
                changed.set()

    observer = Observer()
    for path in watched:
        if path.is_dir():
            observer.schedule(_Ears(), str(path), recursive=True)
        elif path.is_file():  # an editor may put a new file in its place, so its folder is heard
            observer.schedule(_Ears(path), str(path.parent), recursive=False)
    observer.start()
    while True:
        if changed.wait(1.0):
            while changed.is_set():
                changed.clear()
                time.sleep(QUIET_SECONDS)
            yield None
