"""Whether what a reader can choose in the search, and what its box suggests, is what the data hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import accumulate

from generator.publishing.verifying.folding import folded
from generator.publishing.verifying.index import Index, value_lists
from generator.publishing.verifying.places import Fault, Row, Site

FACETS = ("region", "column", "theme", "kind", "year")
NOWHERE, NO_YEAR = "0", "未定"
"""The values of items that belong to no place, and that have no date."""
CLOSED = re.compile(r"(\d{4})[^/]*(?:/(\d{4})[^/]*)?")
"""A date, or an interval of which both ends are known."""
LONGEST = 200
"""Years that a date may touch."""
OTHER_NAME = "l"
"""The kind of a suggestion that is another name of a place."""
SHOWN = 60
"""Characters of a headline in a suggestion."""


def check_choices(site: Site, index: Index) -> Iterator[Fault]:
    """Yield each facet, name and suggestion that differs from the data."""
    for facet in FACETS:
        yield from _facet(site, index, facet)
    yield from _names(site, index)
    yield from _suggestions(site, index)
    dates = [_years(site, site.articles[document[0]]) for document in index.documents]
    if index.base["undated"] != sum(not years for years in dates):
        yield Fault(where="search/base.js", said="没有日期的篇数与数据不同。")


def _facet(site: Site, index: Index, facet: str) -> Iterator[Fault]:
    base = index.base
    values = [place[0] for place in base["places"]] if facet == "region" else base["facets"][facet]
    lists = value_lists(index, facet, len(values))
    found: dict[int, set[str]] = {number: set() for number in range(len(index.documents))}
    for value, items in zip(values, lists, strict=True):
        for number in items:
            found.setdefault(number, set()).add(value)
    site.counts["检索清单"] += len(values)
    kinds: dict[str, set[str]] = {}
    for number, document in enumerate(index.documents):
        article = site.articles[document[0]]
        if facet == "kind":
            kinds.setdefault(article["kind"], set()).update(found[number])
            wrong = len(found[number]) != 1
        else:
            wrong = found[number] != _values(site, article, facet)
        if wrong:
            yield Fault(where=f"search/f/{facet}.js", said=f"稿件 {document[0]} 的归类与数据不同。")
    names = [name for each in kinds.values() for name in each]
    if (
        len(set(names)) != len(names)
        or len(names) != len(kinds)
        or found.keys() - set(range(len(index.documents)))
    ):
        yield Fault(where=f"search/f/{facet}.js", said="归类与数据不同。")


def _values(site: Site, article: Row, facet: str) -> set[str]:
    """Return what an item is filed under."""
    if facet == "region":
        return {tag["code"] for tag in article["regions"] if tag["primary"]} or {NOWHERE}
    if facet == "column":
        return {article["column"]} - {None}
    if facet == "theme":
        return {theme["name"] for theme in article["themes"]}
    return _years(site, article) or {NO_YEAR}


def _years(site: Site, article: Row) -> set[str]:
    edtf = article["date"]["edtf"] or site.pages[article["page"]]["date"]["edtf"] or ""
    ends = CLOSED.fullmatch(edtf)
    if not ends:
        return set()
    first, last = int(ends[1]), int(ends[2] or ends[1])
    return {str(year) for year in range(first, min(last, first + LONGEST) + 1)}


def _names(site: Site, index: Index) -> Iterator[Fault]:
    """Yield each item whose names are not those it is found by; one person's other spelling may stand beside them."""
    printed: dict[str, set[str]] = {id_: set() for id_ in site.articles}
    known: dict[str, set[str]] = {id_: set() for id_ in site.articles}
    for id_, article in site.articles.items():
        signed = (who["name"] for who in (*article["bylines"], *article["institutions"]))
        printed[id_] = {folded(name, index.variants) for name in signed} - {""}
    for row in site.rows("data/mentions.jsonl"):
        if row["item"] in known:
            known[row["item"]].add(folded(row["name"], index.variants))
    found: dict[str, set[str]] = {id_: set() for id_ in site.articles}
    for name, numbers in _signed(index).items():
        for number in numbers:
            found[index.documents[number][0]].add(name)
    for id_, names in found.items():
        if not printed[id_] <= names <= printed[id_] | known[id_]:
            yield Fault(where="search/a/", said=f"稿件 {id_} 的署名与数据不同。")
    yield from _directory(index, "a", "authors")


def _signed(index: Index) -> dict[str, list[int]]:
    """Return the items that each name signed, by their numbers."""
    rows = (row for script in index.numbered("a") for row in index.scripts[script][2])
    return {name: list(accumulate(gaps)) for name, gaps in rows}


def _directory(index: Index, folder: str, key: str) -> Iterator[Fault]:
    firsts = [index.scripts[name][2][0][0] for name in index.numbered(folder)]
    if firsts != index.base[key]:
        yield Fault(where="search/base.js", said=f"search/{folder}/ 各份的第一个名称与目录不同。")


def _suggestions(site: Site, index: Index) -> Iterator[Fault]:
    """Yield each suggestion that leads to nothing or elsewhere, and each headline that none leads to."""
    rows = [row for name in index.numbered("g") for row in index.scripts[name][2]]
    titles = {document[0]: document[1][:SHOWN] for document in index.documents if document[3]}
    suggested = {id_: shown for _, kind, shown, _, id_ in rows if kind == "h"}
    wanted = {id_: title for id_, title in titles.items() if folded(title, index.variants)}
    if suggested != wanted:
        yield Fault(where="search/g/", said="提示的标题与数据不同。")
    practices: dict[str, int] = {}
    for article in site.articles.values():
        for name in {practice["name"] for practice in article["practices"]}:
            practices[name] = practices.get(name, 0) + 1
    told = {shown: count for _, kind, shown, count, _ in rows if kind == "p"}
    if told != {name: count for name, count in practices.items() if folded(name, index.variants)}:
        yield Fault(where="search/g/", said="提示的做法与数据不同。")
    yield from _suggested_names(index, [(row[0], row[3]) for row in rows if row[1] == "a"])
    others = {(key, shown, code) for key, kind, shown, _, code in rows if kind == OTHER_NAME}
    if others != _other_names(site, index):
        yield Fault(where="search/g/", said="提示的别的地名与数据不同。")
    for key, kind, shown, _, _ in rows:
        if kind != OTHER_NAME and key != folded(shown, index.variants):
            yield Fault(where="search/g/", said=f"提示“{shown}”要按“{key}”来找,找不到。")
    if rows != sorted(rows):
        yield Fault(where="search/g/", said="提示的次序不对。")
    yield from _directory(index, "g", "suggestions")


def _other_names(site: Site, index: Index) -> set[tuple[str, str, str]]:
    """Return the other names of the places that can be chosen, as they are searched, with name and code."""
    chosen = {place[0] for place in index.base["places"]}
    return {
        (key, place["name"], place["code"])
        for place in json.loads(site.text("data/regions.json"))
        if place["code"] in chosen
        for name in (*place["aliases"], place["slug"])
        if (key := folded(name, index.variants))
    }


def _suggested_names(index: Index, rows: list[tuple[str, int]]) -> Iterator[Fault]:
    """Yield whether the names that are suggested are those that signed, as often as they did."""
    counts: dict[str, list[int]] = {}
    for key, count in rows:
        counts.setdefault(key, []).append(count)
    signed = {name: len(numbers) for name, numbers in _signed(index).items()}
    wrong = [key for key, each in counts.items() if not max(each) <= signed.get(key, 0) <= sum(each)]
    if wrong or counts.keys() != signed.keys():
        yield Fault(where="search/g/", said="提示的署名与数据不同。")
