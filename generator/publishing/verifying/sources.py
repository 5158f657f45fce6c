"""Whether the site holds the pages that lie in a folder: each line of each file, and each address of each record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from generator.publishing.verifying.markup import squeeze
from generator.publishing.verifying.places import Fault, Row, Site, files_below

RECORD, REPORT = ".published.jsonl", "data/report.json"


def check_seeds(site: Site, seeds: Path) -> Iterator[Fault]:
    """Yield each page, line and recorded address of `seeds` that the site lacks or has otherwise."""
    files = {path.name: path for path in sorted(files_below(seeds)) if _visible(path, seeds)}
    told = {
        row["path"].replace("\\", "/").rpartition("/")[2]
        for row in _findings(site)
        if row["severity"] == "error"
    }
    sources = {page["source"] for page in site.pages.values()}
    for name in files:
        if name.endswith(".txt") and name not in sources | told:
            yield Fault(where=name, said="这一版不在网站里,也没有说明为什么。")
    for id_, page in site.pages.items():
        if page["source"] not in files:
            yield Fault(where=page["source"], said="网站里有这一版,版面文件夹里没有。")
        else:
            yield from _page(site, id_, page, files[page["source"]].read_bytes())
    for name, path in files.items():
        if name.endswith(RECORD):
            yield from _recorded(site, path)


def _visible(path: Path, seeds: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(seeds).parts)


def _findings(site: Site) -> list[Row]:
    try:
        return list(json.loads(site.text(REPORT))["diagnostics"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ValueError(f"{REPORT} 坏了") from None


def _page(site: Site, id_: str, page: Row, data: bytes) -> Iterator[Fault]:
    site.counts["版面"] += 1
    if hashlib.sha256(data).hexdigest() != page["sha256"]:
        yield Fault(where=page["source"], said="建成以后改动过,与网站里记的校验值不合。")
    if not page["source"].endswith(".txt"):
        return
    text = data.decode(page["encoding"], "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    gone = {line for each in page["withdrawn"] for line in each["lines"]}
    rows = site.lines[id_]
    for number, (line, row) in enumerate(zip(lines, rows, strict=False), 1):
        if number not in gone and squeeze(line) != squeeze(row["text"]):
            yield Fault(where=f"{page['source']}:{number}", said="这一行与网站里的不同。")
    if len(lines) != len(rows):
        yield Fault(where=page["source"], said=f"有 {len(lines)} 行,网站里有 {len(rows)} 行。")


def _recorded(site: Site, path: Path) -> Iterator[Fault]:
    """Yield each address of a record that the site does not answer at."""
    try:
        head, *rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    except (ValueError, RecursionError):
        yield Fault(where=path.name, said="登记坏了,不是一行一个 JSON。请从版本库里取回原来的。")
        return
    wanted = [f"articles/{row['id']}/" for row in rows]
    wanted += [f"pages/{page}/" for page in (head["page"], *head["formerly"])]
    for address in wanted:
        if f"{address}index.html" not in site.known:
            yield Fault(where=path.name, said=f"登记过的地址 {address} 打不开。")
