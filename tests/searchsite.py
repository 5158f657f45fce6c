"""A folder with a search index and bare pages, as a browser sees it; and made-up texts to fill it."""

from __future__ import annotations

import functools
import gzip
import http.server
import itertools
import random
import threading
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.site.linking import script_files
from generator.site.search_index.building import build_index
from generator.site.search_index.documents import FacetPlace, IndexFacts, SearchDocument
from generator.vocabulary.settings import ROOT

STYLE = ROOT / "theme" / "overrides" / "assets" / "search" / "search.css"
PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<link rel="icon" href="data:,">{material}<link rel="stylesheet" href="{up}assets/search/search.css">{scripts}</head>
<body><header><form role="search" action="{up}search/index.html"><input name="q"></form></header>
<main>{main}</main><div class="md-dialog"></div></body></html>"""
MATERIAL = """<script>
const __md_get = key => JSON.parse(localStorage.getItem(key)), __md_set = (key, value) => localStorage.setItem(key, JSON.stringify(value));
Object.assign(window, { __md_get, __md_set });
</script>"""
"""What Material gives every page for what it keeps in the browser."""
SEARCH = '<div id="banmian-search" class="bm-search"></div>'
NO_FACTS = IndexFacts(facets={"column": (), "theme": (), "kind": (), "year": ()}, variants={})


def write_site(
    folder: Path, records: Sequence[SearchDocument], facts: IndexFacts, *, articles: bool = True
) -> Path:
    """Write an index, the scripts and bare pages into `folder`."""
    for file in build_index(records, facts):
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    write_pages(folder, records if articles else ())
    return folder


def write_pages(folder: Path, records: Iterable[SearchDocument]) -> None:
    """Write the scripts and bare pages: home, search, and one for each record."""
    style = folder / "assets" / "search" / STYLE.name
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_bytes(STYLE.read_bytes())
    for file in script_files():
        (folder / file.uri).write_bytes(file.data)
    _write_page(folder / "index.html", "首页", "<p>首页</p>", "")
    _write_page(folder / "search" / "index.html", "检索", SEARCH, "../", ("bench", "site"))
    for record in records:
        path = folder / "articles" / record.id / "index.html"
        body = "".join(f"<p>{_escaped(text)}</p>" for text in record.body)
        _write_page(path, record.id, f"<h1>{_escaped(record.title)}</h1>{body}", "../../")


def _write_page(path: Path, title: str, main: str, up: str, entries: Sequence[str] = ("site",)) -> None:
    scripts = "".join(f'<script src="{up}assets/{name}.js" defer></script>' for name in entries)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        PAGE.format(material=MATERIAL, title=title, main=main, scripts=scripts, up=up),
        encoding="utf-8",
        newline="\n",
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with gzip, as hosts do, and counts what it sends."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.server.sent.append((self.path, len(data)))  # type: ignore[attr-defined]

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve `folder` on this machine; gives its address and a list of what was sent."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    server.sent = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", server.sent  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()


class Writer:
    """Makes up texts: words of two to four characters and words between them, by a skewed table.

    Words follow each other with habits, so that phrases recur as they do in print.
    """

    def __init__(self, seed: int, *, characters: int = 3500, words: int = 60_000) -> None:
        self.random = random.Random(seed)
        signs = [chr(0x4E00 + index * 5) for index in range(characters)]
        weights = list(itertools.accumulate(1 / (rank + 4) for rank in range(characters)))
        draw = self.random.choices
        lengths = draw((1, 2, 3, 4), weights=(3, 14, 5, 2), k=words)
        self.words = ["".join(draw(signs, cum_weights=weights, k=length)) for length in lengths]
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(words)))

    def word(self) -> str:
        """Return a word, common ones more often."""
        return self.words[bisect(self.weights, self.random.random() * self.weights[-1]) % len(self.words)]

    def sentence(self, length: int) -> str:
        """Return about `length` characters with punctuation."""
        parts: list[str] = []
        size = 0
        while size < length:
            word = self.word()
            size += len(word)
            parts.append(word)
            chance = self.random.random()
            if chance < 0.09:
                parts.append("，")
            elif chance < 0.11:
                parts.append(f"{self.random.randrange(2000)}")
        return "".join(parts) + "。"


LEAGUES = tuple(f"{name}盟" for name in "甲乙丙丁戊己庚辛壬癸")


def made_facts() -> IndexFacts:
    """Return facets of a made archive: a province, ten leagues, a hundred counties, and so on."""
    places = [FacetPlace(code="150000", name="某自治区", parent=None)]
    for number, name in enumerate(LEAGUES):
        places.append(
            FacetPlace(code=f"15{number:02}00", name=name, parent="150000")
            if number
            else FacetPlace(code="150099", name=name, parent="150000")
        )
    counties = [
        FacetPlace(
            code=f"15{league:02}{county:02}",
            name=f"{LEAGUES[league][0]}{county}旗",
            parent=places[league + 1].code,
        )
        for league in range(10)
        for county in range(1, 11)
    ]
    return IndexFacts(
        places=(*places, *counties, FacetPlace(code="0", name="未定", parent=None)),
        facets={
            "column": tuple(f"栏目{number}" for number in range(30)),
            "theme": tuple(f"主题{number}" for number in range(20)),
            "kind": ("报道", "评论", "简讯"),
            "year": (*(str(year) for year in range(2024, 2014, -1)), "未定"),
        },
        variants={},
    )


def made_records(count: int, *, seed: int = 1, length: int = 1200) -> Iterator[SearchDocument]:
    """Make up records: `count` items of about `length` characters."""
    writer = Writer(seed)
    chance = writer.random
    counties = [place.code for place in made_facts().places if place.parent and place.parent != "150000"]
    for number in range(count):
        size = max(120, int(chance.gauss(length, length / 3)))
        body = tuple(writer.sentence(min(180, size - done)) for done in range(0, size, 180))
        headline = writer.sentence(14)
        year = 2015 + number * 10 // count
        column = f"栏目{min(29, int(chance.expovariate(0.15)))}"
        author = f"{writer.words[int(chance.expovariate(0.004)) % 5000]}甲"
        themes = tuple(dict.fromkeys(f"主题{int(chance.expovariate(0.2)) % 20}" for _ in range(2)))
        yield SearchDocument(
            id=f"made-{number // 10:06}-{number % 10 + 1:02}",
            title=headline,
            heading=(headline,),
            body=body,
            labels=(("栏目", (column,)), ("作者", (f"记者{author}",)), ("主题", themes)),
            date=f"{year}年",
            day=f"{year}-01-01",
            regions=(chance.choice(counties),),
            columns=(column,),
            themes=themes,
            kinds=(chance.choices(("报道", "评论", "简讯"), (8, 1, 2))[0],),
            years=(str(year),),
            authors=(author,),
        )


class Made:
    """Made records that are made anew each time they are read, so that no memory is measured but the index's."""

    def __init__(self, count: int, **options: int) -> None:
        self.count = count
        self.options = options

    def __iter__(self) -> Iterator[SearchDocument]:
        return made_records(self.count, **self.options)


def substrings(records: Iterable[SearchDocument], count: int, chance: random.Random) -> list[str]:
    """Return random pieces of two to eight characters of the records' texts, as printed."""
    texts = [text for record in records for text in record.texts if len(text) >= 2]
    found = []
    while len(found) < count:
        text = chance.choice(texts)
        begin = chance.randrange(len(text) - 1)
        found.append(text[begin : begin + chance.randint(2, 8)])
    return found
