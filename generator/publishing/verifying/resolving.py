"""Whether all evidence stands where it says it does, and every item is cited once in each form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.publishing.verifying.places import Fault, Row, Site

ROWS = ("data/articles.jsonl", "data/pages.jsonl", "data/mentions.jsonl")
TABLE = "data/evidence.csv"
PROOF = {"file", "line", "start", "end", "text"}
CITED = {
    "data/articles.bib": re.compile(r"^@\w+\{([^,]+),", re.MULTILINE),
    "data/articles.ris": re.compile(r"^ID  - (.+)$", re.MULTILINE),
}
CSL = "data/articles.csl.json"
Lines = dict[tuple[str, int], str]


def check_evidence(site: Site) -> Iterator[Fault]:
    """Yield each piece of evidence whose words do not stand at its place."""
    lines = {(row["file"], row["line"]): row["text"] for row in site.rows("data/lines.jsonl")}
    for name in ROWS:
        for row in site.rows(name):
            yield from _unfounded(site, name, lines, list(_proofs(row)))
    table = csv.DictReader(io.StringIO(site.read(TABLE).decode("utf-8-sig", "replace"), newline=""))
    rows = [
        {**row, "line": int(row["line"]), "start": int(row["start"]), "end": int(row["end"])} for row in table
    ]
    yield from _unfounded(site, TABLE, lines, rows)


def _proofs(value: Any) -> Iterator[Row]:
    if isinstance(value, dict):
        if value.keys() >= PROOF:
            yield value
        else:
            for part in value.values():
                yield from _proofs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _proofs(part)


def _unfounded(site: Site, name: str, lines: Lines, proofs: list[Row]) -> Iterator[Fault]:
    site.counts["依据"] += len(proofs)
    for proof in proofs:
        found = lines.get((proof["file"], proof["line"]), "")[proof["start"] : proof["end"]]
        if found != proof["text"] and found != proof["text"].removeprefix("'"):
            where = f"{proof['file']}:{proof['line']}"
            yield Fault(where=name, said=f"依据“{proof['text'][:12]}”不在 {where} 它说的地方。")


def check_citations(site: Site) -> Iterator[Fault]:
    """Yield each form of citations in which an item is missing, twice, or unknown."""
    found = {name: Counter(pattern.findall(site.text(name))) for name, pattern in CITED.items()}
    found[CSL] = Counter(row["id"] for row in json.loads(site.text(CSL)))
    for name, ids in found.items():
        for id_ in sorted((Counter(list(site.articles)) - ids) + (ids - Counter(list(site.articles)))):
            yield Fault(where=name, said=f"稿件 {id_} 不是恰好一条。")
