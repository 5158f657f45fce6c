"""The preview server serves a folder as a host would, and the guard sees what a page must not do."""

from __future__ import annotations

import gzip
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publishing.serving import SCRIPT, STATE, Server, changes, preview, serving
from generator.telling.errors import PublishError, UsageError
from tests.conftest import Guard

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOME = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>版面</title><body><p>首页</body>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(HOME, encoding="utf-8")
    (tmp_path / "404.html").write_text("没有这一页", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "index.html").write_text("各篇", encoding="utf-8")
    (tmp_path / "index.txt").write_text("纯文字", encoding="utf-8")
    return tmp_path


@pytest.fixture
def home(folder: Path) -> Iterator[str]:
    with serving(folder) as url:
        yield url


def read(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_home(home: str) -> None:
    status, headers, body = read(home)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body.decode() == HOME


def test_plain_text_says_its_encoding(home: str) -> None:
    assert read(f"{home}index.txt")[1]["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("path", ["articles/", "articles", "articles/index.html", "articles/?q=1"])
def test_a_folder_is_its_index(home: str, path: str) -> None:
    assert read(home + path)[2].decode() == "各篇"


@pytest.mark.parametrize("path", ["none/", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_not_there_gets_the_sites_own_page(home: str, path: str) -> None:
    status, _, body = read(home + path)
    assert (status, body.decode()) == (404, "没有这一页")


def test_below_a_prefix(folder: Path) -> None:
    with serving(folder, prefix="/papers/nm") as url:
        assert url.endswith("/papers/nm/")
        assert read(f"{url}articles/")[2].decode() == "各篇"
        assert read(url.replace("papers/nm/", ""))[0] == 404


def test_gzip_where_it_is_asked_for(folder: Path) -> None:
    with serving(folder, zips=True) as url:
        _, headers, body = read(url, **{"Accept-Encoding": "gzip"})
        assert headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body).decode() == HOME
        assert "Content-Encoding" not in read(url)[1]


def test_headers_only(home: str) -> None:
    with urllib.request.urlopen(urllib.request.Request(home, method="HEAD")) as answer:
        assert answer.read() == b""
        assert int(answer.headers["Content-Length"]) == len(HOME.encode())


def test_a_preview_tells_pages_to_load_anew(folder: Path) -> None:
    with Server(folder, reloads=True) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert SCRIPT in read(server.url)[2].decode()
        before = read(server.url + STATE[1:])[2]
        server.state += 1
        assert read(server.url + STATE[1:])[2] != before
        assert b"location.reload" in read(server.url + SCRIPT[1:])[2]
        server.shutdown()


def test_a_port_in_use_is_a_sentence(folder: Path) -> None:
    with Server(folder) as server, pytest.raises(UsageError, match="--port"):
        preview(folder, port=server.server_address[1], watched=(), rebuild=lambda: None, say=print)


def test_a_failed_rebuild_keeps_the_old_site_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    states: list[bytes] = []

    def rebuild() -> None:
        home = said[0].removeprefix("预览:").split()[0]
        states.append(read(f"{home}{STATE[1:]}")[2])
        assert "首页" in read(home)[2].decode()
        if len(states) == 1:
            raise PublishError("坏了")

    monkeypatch.setattr("generator.publishing.serving.changes", lambda _: iter([None] * 3))
    preview(folder, port=0, watched=(), rebuild=rebuild, say=said.append)
    assert "坏了\n没有建成,仍显示原来的网站;改好后会再建。" in said
    assert states == [b"0", b"0", b"1"]


def test_a_burst_of_changes_is_told_once(tmp_path: Path) -> None:
    told: list[float] = []

    def listen() -> None:
        for _ in changes([tmp_path, tmp_path / "missing"]):
            told.append(time.monotonic())

    threading.Thread(target=listen, daemon=True).start()
    time.sleep(0.5)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("改动", encoding="utf-8")
    deadline = time.monotonic() + 10
    while not told and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.0)
    assert len(told) == 1


def test_a_single_file_is_heard_and_its_neighbours_are_not(tmp_path: Path) -> None:
    told: list[float] = []
    watched, fresh = tmp_path / "mkdocs.yml", tmp_path / "new.yml"
    watched.write_text("site_name: 旧", encoding="utf-8")

    def listen() -> None:
        for _ in changes([watched]):
            told.append(time.monotonic())

    threading.Thread(target=listen, daemon=True).start()
    time.sleep(0.5)
    fresh.write_text("site_name: 新", encoding="utf-8")
    time.sleep(1.5)
    assert told == []
    fresh.replace(watched)
    deadline = time.monotonic() + 10
    while not told and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(told) == 1


@pytest.mark.browser
def test_a_clean_page_passes_the_guard(page: Page, home: str) -> None:
    page.goto(home)
    assert page.title() == "版面"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("console.error('坏了')", "坏了"),
        ("nothing.at.all", "script: nothing is not defined"),
        (
            "fetch('http://example.invalid/').catch(() => 0)",
            "request to another host: http://example.invalid/",
        ),
        ("alert(1)", "dialog: 1"),
    ],
)
def test_the_guard_sees(browser: Browser, folder: Path, script: str, fault: str) -> None:
    (folder / "bad.html").write_text(HOME.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
    guard = Guard(allow=None)
    with serving(folder) as url:
        page = guard.open(browser)
        page.goto(f"{url}bad.html", wait_until="networkidle")
        page.context.close()
    assert fault in guard.faults


@pytest.mark.browser
def test_a_new_page_of_a_guarded_context_is_watched(page_guard: Callable[..., Page], home: str) -> None:
    page = page_guard(allow="^meant$")
    page.goto(home)
    page.evaluate("console.error('meant')")
