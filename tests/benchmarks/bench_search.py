"""Measures search on made archives: building, sizes, and queries over a slow line.

    python -m tests.benchmarks.bench_search 50 1000 10000 100000

For each number of items: build time and peak memory of a process of its own; files and bytes of the
index beside the UTF-8 text; then, in a real browser over http with gzip, 1.6 Mbit/s and 150 ms, the
time, bytes and requests until the first results of a query are shown and until its count is exact.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.commands.browsers import OWN, find_browser
from generator.site.search_index.building import build_index
from generator.site.search_index.folding import fold
from tests.searchsite import Made, made_facts, made_records, served, write_pages

BITS = 1_600_000
LATENCY = 150
Sent = list[tuple[str, int]]
WATCH = """() => {
  window.__seen = {};
  const look = () => {
    const seen = window.__seen, now = performance.now();
    const status = document.querySelector('.bm-search__status');
    if (document.querySelector('.bm-result')) seen.first = seen.first || now;
    if (!status) return;
    if (/found|done/.test(status.dataset.state)) seen.exact = seen.exact || now;
    if (status.dataset.state === 'done') seen.done = seen.done || now;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}"""
ENDED = """window.__seen && (window.__seen.done ||
  (document.querySelector('.bm-search__status') || { dataset: {} }).dataset.state === 'error')"""
ANEW = """query => {
  document.querySelector('.bm-search__results').textContent = '';
  document.querySelector('.bm-search__status').dataset.state = 'busy';
  document.querySelector('#banmian-search input[name=q]').value = query;
  document.querySelector('#banmian-search form').requestSubmit();
  window.__seen = {};
  return performance.now();
}"""


def build(count: int, folder: Path) -> None:
    """Build an index into `folder` and print what it cost; run in a process of its own."""
    started = time.process_time(), time.monotonic()
    sizes: Counter[str] = Counter()
    for file in build_index(Made(count), made_facts()):
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        sizes[file.uri.split("/")[1]] += len(file.data)
        sizes["files"] += 1
    spent = time.process_time() - started[0], time.monotonic() - started[1]
    begun = time.process_time()
    text = sum(len(part.encode()) for record in Made(count) for part in record.texts)
    making = 2 * (time.process_time() - begun)
    print(
        json.dumps(
            {
                "cpu": spent[0] - making,
                "wall": spent[1],
                "making": making,
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "text": text,
                "sizes": sizes,
            }
        )
    )


def queries(count: int) -> Iterator[tuple[str, str]]:
    """Return kinds of queries, each with a query that fits the made texts of `count` items."""
    chance = random.Random(11)
    texts = [fold(text) for record in made_records(min(count, 200)) for text in record.body]
    pairs = Counter(text[at : at + 2] for text in texts for at in range(len(text) - 1))
    common = [pair for pair, _number in pairs.most_common(400)]
    piece = [text for text in texts if len(text) > 60]

    def cut(length: int) -> str:
        text = chance.choice(piece)
        begin = chance.randrange(len(text) - length)
        return text[begin : begin + length]

    yield "two characters", cut(2)
    yield "a common pair", common[3]
    yield "three characters", cut(3)
    yield "a common phrase of three", _common_phrase(texts, 3)
    yield "four characters", cut(4)
    yield "a common phrase of four", _common_phrase(texts, 4)
    yield "eight characters", cut(8)
    yield "two words", f"{common[20]} {common[60]}"
    yield "one character", common[5][0]


def _common_phrase(texts: list[str], length: int) -> str:
    found = Counter(text[at : at + length] for text in texts for at in range(len(text) - length + 1))
    return found.most_common(30)[12][0]


def measure(count: int, folder: Path) -> list[dict[str, Any]]:
    """Ask every kind of query in a browser over a slow line."""
    from playwright.sync_api import sync_playwright

    path = find_browser(lambda line: None)
    rows = []
    with served(folder) as (address, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=None if path == OWN else path)
        for kind, query in queries(count):
            box = _box(_slow_page(browser), address, sent, query)
            page = _slow_page(browser)
            opened = _opened(page, address, sent, query)
            other = query[1:] + query[:1] if len(query) > 2 else f"{query} {query[::-1]}"
            rows.append({"kind": kind, "box": box, "page": opened, "next": _anew(page, sent, other)})
        browser.close()
    return rows


def _slow_page(browser: Any) -> Any:
    """Return a page with an empty cache and a slow line."""
    page = browser.new_context().new_page()
    page.add_init_script(f"({WATCH})()")
    session = page.context.new_cdp_session(page)
    line = {
        "offline": False,
        "latency": LATENCY,
        "downloadThroughput": BITS / 8,
        "uploadThroughput": BITS / 8,
    }
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    return page


def _box(page: Any, address: str, sent: Sent, query: str) -> dict[str, float]:
    """Type into the box of an open page of which no part of the index is there yet."""
    page.goto(f"{address}index.html")
    before = len(sent)
    begun = page.evaluate("performance.now()")
    page.fill(".bm-box__input", query)
    page.wait_for_function(
        "/找到|没有/.test(document.querySelector('.bm-box__status').textContent)", timeout=300_000
    )
    first = page.evaluate("window.__seen.first || performance.now()")
    return {"first": (first - begun) / 1000, **_cost(sent, before)}


def _opened(page: Any, address: str, sent: Sent, query: str) -> dict[str, float]:
    """Open the search page with a query and nothing in the cache, scripts and style included."""
    before = len(sent)
    page.goto(f"{address}search/index.html?q={quote(query)}", wait_until="commit")
    return _waited(page, sent, before, 0)


def _anew(page: Any, sent: Sent, query: str) -> dict[str, float]:
    """Ask something else on the same page."""
    before = len(sent)
    return _waited(page, sent, before, page.evaluate(ANEW, query))


def _waited(page: Any, sent: Sent, before: int, begun: float) -> dict[str, float]:
    page.wait_for_function(ENDED, timeout=300_000)
    if page.get_attribute(".bm-search__status", "data-state") == "error":
        raise RuntimeError(page.inner_text(".bm-search__status"))
    seen = page.evaluate("window.__seen")
    took = {state: (at - begun) / 1000 for state, at in seen.items()}
    said = page.inner_text(".bm-search__status")
    found = int("".join(filter(str.isdigit, said)) or 0)
    return {"first": took["exact"], **took, "found": found, **_cost(sent, before)}


def _cost(sent: Sent, before: int) -> dict[str, float]:
    return {"requests": len(sent) - before, "kilobytes": sum(size for _path, size in sent[before:]) / 1000}


def show(count: int, built: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """Print the tables for one number of items."""
    sizes, text = built["sizes"], built["text"]
    index = sum(size for name, size in sizes.items() if name not in ("d", "files"))
    print(f"\n## {count:,} items, {text / 1e6:.1f} MB of text")
    print(
        f"build: {built['cpu']:.1f} s of processor, {built['wall']:.0f} s by the clock, {built['memory']:.0f} MB"
    )
    print(
        f"index {index / 1e6:.1f} MB = {index / text:.2f} of the text, texts {sizes['d'] / text:.2f}, {sizes['files']:,} files"
    )
    parts = [f"{name} {size / text:.3f}" for name, size in sorted(sizes.items()) if name != "files"]
    print(f"parts of the text's size: {', '.join(parts)}\n")
    print(
        "| query | found | box: first, s | kB | requests | page: first, s | exact | facets | kB | requests | next: first, s | exact | kB | requests |"
    )
    print("|" + "---|" * 14)
    for row in rows:
        box, page, then = row["box"], row["page"], row["next"]
        cells = [
            row["kind"],
            f"{page['found']:,}",
            f"{box['first']:.2f}",
            f"{box['kilobytes']:.0f}",
            box["requests"],
        ]
        cells += [f"{page[state]:.2f}" for state in ("first", "exact", "done")]
        cells += [
            f"{page['kilobytes']:.0f}",
            page["requests"],
            f"{then['first']:.2f}",
            f"{then['exact']:.2f}",
        ]
        cells += [f"{then['kilobytes']:.0f}", then["requests"]]
        print("| " + " | ".join(map(str, cells)) + " |")
    for place in ("box", "page", "next"):
        firsts = [row[place]["first"] for row in rows]
        print(
            f"{place}: first results after {statistics.median(firsts):.2f} s (median), {max(firsts):.2f} s (slowest)"
        )


def main() -> None:
    """Run for the numbers of items on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, help="a folder that keeps the archives")
    given = parser.parse_args()
    if given.build:
        build(given.counts[0], given.build)
        return
    for count in given.counts:
        folder = (given.keep or Path(tempfile.mkdtemp(prefix="bench-search-"))) / str(count)
        call = [sys.executable, "-m", "tests.benchmarks.bench_search", str(count), "--build", str(folder)]
        built = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
        write_pages(folder, ())
        show(count, built, measure(count, folder))
        if not given.keep:
            shutil.rmtree(folder.parent)


if __name__ == "__main__":
    main()
