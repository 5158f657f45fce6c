"""The ZIM file: opened again and searched, Chinese and all; the same bytes for the same site."""

from __future__ import annotations

import json
import random
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from generator.publishing.packaging import Package, find_files
from generator.publishing.releasing import release_of
from generator.publishing.summing import write_sums
from generator.publishing.verifying import verify
from generator.publishing.zim import ILLUSTRATION, TYPES, zim
from generator.telling.errors import SystemFault, UsageError
from generator.telling.progress import silent
from tests.kept_site import TITLE, kept_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

ITEM, SHEET = "articles/a-01/index.html", "pages/a/index.html"


def zimmed(site: Path, target: Path) -> Package:
    return zim(site, target, release_of(site))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The ZIM file of a small site, opened."""
    folder = tmp_path_factory.mktemp("small")
    return Archive(zimmed(kept_site(folder / "site"), folder / "dist").path)


def found(archive: Archive, words: str) -> list[str]:
    search = Searcher(archive).search(Query().set_query(words))
    return sorted(search.getResults(0, search.getEstimatedMatches() + 1))


def content(archive: Archive, path: str) -> bytes:
    return bytes(archive.get_entry_by_path(path).get_item().content)


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("党支部", [ITEM]),
        ("部书", [ITEM]),
        ("嘎", [ITEM]),
        ("嘎查党支部书记带领党员", [ITEM]),
        ("毡房里的夜校", [ITEM]),
        ("送去草料", [ITEM]),
        ("送去饲料", [ITEM]),
        ("林禾", [ITEM]),
        ("青沙县委组织部", [ITEM]),
        ("草原书屋", [SHEET]),
        ("扫码", [SHEET]),
        ("导航", []),
        ("支党", []),
    ],
)
def test_any_chinese_words_are_found_and_no_others(small: Archive, words: str, paths: list[str]) -> None:
    assert found(small, words) == paths


@pytest.mark.parametrize(
    ("words", "paths"), [("夜校", [ITEM]), ("毡", [ITEM]), ("版面", [SHEET]), ("檔", [])]
)
def test_titles_are_suggested_from_any_of_their_words(small: Archive, words: str, paths: list[str]) -> None:
    assert list(SuggestionSearcher(small).suggest(words).getResults(0, 9)) == paths


def test_files_stand_where_they_stand_on_the_site(small: Archive, tmp_path: Path) -> None:
    site = kept_site(tmp_path)
    assert {name: content(small, name) for name in find_files(site)} == {
        name: (site / name).read_bytes() for name in find_files(site)
    }
    assert small.all_entry_count > len(list(find_files(site)))
    assert not small.has_entry_by_path("404.html")


def test_titles_are_without_the_name_of_the_site_and_files_have_none(small: Archive) -> None:
    assert small.get_entry_by_path(ITEM).title == "毡房里的夜校 & 课堂"
    assert small.get_entry_by_path("index.html").title == "首页"
    assert small.get_entry_by_path("assets/main.js").get_item().mimetype == "text/javascript"


def test_what_it_says_of_itself(small: Archive) -> None:
    told = {name: small.get_metadata(name).decode() for name in small.metadata_keys if "Illus" not in name}
    assert small.main_entry.get_item().path == "index.html"
    assert (told["Name"], told["Title"], told["Date"]) == ("banmian-150000", TITLE, "2026-12-01")
    assert (told["Language"], told["Creator"], told["Publisher"]) == ("zho", TITLE, TITLE)
    assert told["Description"] == told["LongDescription"] == "试验用的档案。一共一篇。"
    assert small.get_illustration_sizes() == {48}
    assert bytes(small.get_illustration_item(48).content) == ILLUSTRATION.read_bytes()


def test_without_a_day_it_names_none(tmp_path: Path) -> None:
    archive = Archive(zimmed(kept_site(tmp_path / "site", day=""), tmp_path / "dist").path)
    assert "Date" not in archive.metadata_keys


def test_two_files_of_one_site_are_the_same_bytes_and_whole(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    first = zimmed(site, tmp_path / "1")
    second = zimmed(shutil.copytree(site, tmp_path / "copy"), tmp_path / "2")
    assert first.path.read_bytes() == second.path.read_bytes()
    assert Archive(first.path).check()
    assert Archive(first.path).uuid.version == 5
    assert {path.name for path in (tmp_path / "1").iterdir()} == {
        first.path.name,
        f"{first.path.name}.sha256",
    }


def test_another_content_has_another_id(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    first = Archive(zimmed(site, tmp_path / "1").path)
    (site / "assets/main.js").write_text("2")
    assert Archive(zimmed(site, tmp_path / "2").path).uuid != first.uuid


def test_libzim_is_not_heard(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    zimmed(kept_site(tmp_path / "site"), tmp_path / "dist")
    print("听得见")
    assert capfd.readouterr() == ("听得见\n", "")


def test_a_file_that_breaks_off_leaves_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = kept_site(tmp_path / "site")
    release = release_of(site)
    (site / "data/articles.jsonl").write_text("{")
    with pytest.raises(json.JSONDecodeError):
        zim(site, tmp_path / "dist", release)
    assert not (tmp_path / "dist").exists()
    print("听得见")
    assert capfd.readouterr().out == "听得见\n"


def test_a_disk_without_room_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = kept_site(tmp_path / "site")
    release = release_of(site)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 900))
    with pytest.raises(SystemFault, match="磁盘满了"):
        zim(site, tmp_path / "dist", release)
    assert not (tmp_path / "dist").exists()


def test_it_never_lies_in_the_site(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    with pytest.raises(UsageError, match="--to"):
        zimmed(site, site / "dist")


# ---- the repository's own site ----


@pytest.fixture(scope="module")
def whole(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The ZIM file of the repository's own site, opened."""
    return Archive(zimmed(built_site, tmp_path_factory.mktemp("whole")).path)


@pytest.mark.site
def test_any_string_of_any_item_is_found(built_site: Path, whole: Archive) -> None:
    rows = [json.loads(line) for line in (built_site / "data/articles.jsonl").open(encoding="utf-8")]
    texts = {f"{row['url']}index.html": "\n".join(p["text"] for p in row["paragraphs"]) for row in rows}
    draw = random.Random(7)
    missed = []
    for path, text in texts.items():
        runs = re.findall(r"[\u4e00-\u9fff]{4,}", text)
        for _ in range(min(5, len(runs))):
            run = draw.choice(runs)
            start = draw.randrange(len(run) - 1)
            words = run[start : start + draw.randint(2, 8)]
            missed += [(path, words)] if path not in found(whole, words) else []
    assert missed == []
    assert found(whole, "站不住脚的词") == []


@pytest.mark.site
def test_every_file_has_a_type_and_what_comes_out_holds(
    built_site: Path, whole: Archive, tmp_path: Path
) -> None:
    """What is taken out again is held against itself as any site is: sums, words, data, addresses and links."""
    for name in find_files(built_site):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(whole, name))
    write_sums(tmp_path)
    faults, counts = verify(tmp_path, None, progress=silent())
    assert faults == ()
    assert counts["链接"] > 1000
    suffixes = {Path(name).suffix for name in find_files(built_site)} - {""}
    assert suffixes <= set(TYPES)


class Reader(BaseHTTPRequestHandler):
    """Shows the content of a ZIM file as Kiwix does, below a path."""

    def __init__(self, archive: Archive, *arguments: Any) -> None:
        self.archive = archive
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer with an entry of the file."""
        path = unquote(urlsplit(self.path).path).removeprefix("/content/archive/")
        known = self.archive.has_entry_by_path(path)
        self.send_response(200 if known else 404)
        if known:
            item = self.archive.get_entry_by_path(path).get_item()
            self.send_header("Content-Type", item.mimetype)
        self.end_headers()
        self.wfile.write(content(self.archive, path) if known else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def shown(archive: Archive) -> Iterator[str]:
    """Show a ZIM file on this machine; yield the address of its home."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Reader, archive))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/content/archive/index.html"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.site
@pytest.mark.browser
def test_links_and_scripts_work_inside_it(whole: Archive, page: Page) -> None:
    with shown(whole) as home:
        page.goto(home)
        page.locator("a[href*='articles/']").first.click()
        page.wait_for_url("**/articles/**/index.html")
        assert page.locator("h1").inner_text()
        page.goto(home.replace("index.html", "search/index.html?q=黨支部"))
        page.wait_for_selector(".bm-search__status[data-state=done]")
        assert set(page.locator(".bm-result mark").all_inner_texts()) == {"党支部"}


@pytest.mark.browser
def test_the_illustration_is_the_favicon(page: Page, root: Path) -> None:
    """Drawn again in the browser, both have nearly the same pixels."""
    uri = "data:image/{};base64,{}"
    svg = b64encode((root / "theme/overrides/assets/favicon.svg").read_bytes()).decode()
    png = b64encode(ILLUSTRATION.read_bytes()).decode()
    difference = page.evaluate(
        """async (sources) => {
          const drawn = [];
          for (const source of sources) {
            const image = new Image(48, 48);
            image.src = source;
            await image.decode();
            const canvas = Object.assign(document.createElement("canvas"), { width: 48, height: 48 });
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0, 48, 48);
            drawn.push(context.getImageData(0, 0, 48, 48).data);
          }
          return drawn[0].reduce((sum, value, at) => sum + Math.abs(value - drawn[1][at]), 0) / drawn[0].length;
        }""",
        [uri.format("svg+xml", svg), uri.format("png", png)],
    )
    assert difference < 4
