"""Whether the search has every item's text once, each of its scripts is whole, and its lists are true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.publishing.verifying.choosing import check_choices
from generator.publishing.verifying.correcting import are_found
from generator.publishing.verifying.index import Index, Unreadable, read_index
from generator.publishing.verifying.places import Fault, Row, Site
from generator.publishing.verifying.recounting import check_lists

LISTS = {"c": "singleKeys", "s": "itemKeys", "p": "placeKeys"}
"""The folder of each sort of list, and where the directory names the first keys of its scripts."""


def check_search(site: Site) -> Iterator[Fault]:
    """Yield each script that is broken, missing or of another build, and each item or list that is told otherwise."""
    index = read_index(site)
    for name in index.broken:
        yield Fault(where=name, said="不是一份完好的检索数据。")
    builds = {told[1] for told in index.scripts.values()}
    if len(builds) > 1:
        yield Fault(where="search/", said=f"检索数据出自 {len(builds)} 次不同的建成。")
    if "base" not in index.scripts:
        yield Fault(where="search/base.js", said="没有检索的目录。")
        return
    yield from _numbers(index)
    faults = list(_texts(site, index))
    yield from faults
    for check in (check_lists,) if faults else (check_choices, check_lists):
        try:
            yield from check(site, index)
        except Unreadable as error:
            yield Fault(where=str(error), said="里面的清单读不下去。")


def _numbers(index: Index) -> Iterator[Fault]:
    """Yield each folder whose scripts are not numbered from nought, and whether all are there."""
    per = index.base["perText"]
    wanted = {folder: len(index.base[keys]) // 2 for folder, keys in LISTS.items()}
    wanted |= {"a": len(index.base["authors"]), "g": len(index.base["suggestions"])}
    wanted["d"] = -(-index.base["items"] // per)
    for folder, count in wanted.items():
        names = index.numbered(folder)
        if names != [f"{folder}/{number}" for number in range(count)]:
            yield Fault(where=f"search/{folder}/", said=f"有 {len(names)} 份检索数据,应有 {count} 份。")
    for name in index.numbered("d")[:-1]:
        if len(index.scripts[name][2]) != per:
            yield Fault(where=f"search/{name}.js", said=f"应有 {per} 篇。")


def _texts(site: Site, index: Index) -> Iterator[Fault]:
    documents: dict[str, list[Any]] = {}
    for document in index.documents:
        if document[0] in documents:
            yield Fault(where="search/d/", said=f"稿件 {document[0]} 在检索里有两次。")
        documents[document[0]] = document
    if index.base["items"] != len(site.articles):
        said = f"记着 {index.base['items']} 篇,应有 {len(site.articles)} 篇。"
        yield Fault(where="search/base.js", said=said)
    for id_ in documents.keys() - site.articles.keys():
        yield Fault(where="search/d/", said=f"检索里有稿件 {id_},数据里没有。")
    for id_, article in site.articles.items():
        if id_ not in documents:
            yield Fault(where="search/d/", said=f"检索里没有稿件 {id_}。")
        elif not _is_told(documents[id_], article):
            yield Fault(where="search/d/", said=f"稿件 {id_} 的检索文字与数据不同。")
        elif not are_found(article, documents[id_][6]):
            yield Fault(where="search/d/", said=f"稿件 {id_} 改正后的检索文字与数据不同。")


def _is_told(document: list[Any], article: Row) -> bool:
    heads = sorted(article[key] for key in ("kicker", "headline", "deck") if article[key])
    body = [paragraph["text"] for paragraph in article["paragraphs"]]
    return document[5] == body and sorted(document[3]) == heads
