"""Whether the search has every item's text once, and each of its scripts is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.publishing.verifying.places import Fault, Row, Site

HEAD, TAIL = "Banmian.receive(", ")\n"
LISTS = {"c": "singleKeys", "s": "itemKeys", "p": "placeKeys"}
"""The folder of each sort of list, and where the directory names the first keys of its scripts."""


def check_search(site: Site) -> Iterator[Fault]:
    """Yield each script that is broken, missing or of another build, and each item that is told otherwise."""
    scripts: dict[str, list[Any]] = {}
    for name in site.names:
        if name.startswith("search/") and name.endswith(".js"):
            told = _script(site.text(name))
            if told is None or told[0] != name[len("search/") : -len(".js")]:
                yield Fault(where=name, said="不是一份完好的检索数据。")
            else:
                scripts[told[0]] = told
    builds = {told[1] for told in scripts.values()}
    if len(builds) > 1:
        yield Fault(where="search/", said=f"检索数据出自 {len(builds)} 次不同的建成。")
    if "base" not in scripts:
        yield Fault(where="search/base.js", said="缺少这份检索数据。")
        return
    base = scripts["base"][2]
    yield from _texts(site, scripts, base)
    for folder, keys in LISTS.items():
        wanted = len(base[keys]) if folder == "c" and len(base[keys]) == 1 else len(base[keys]) // 2
        found = sum(name.startswith(f"{folder}/") for name in scripts)
        if found != wanted:
            yield Fault(where=f"search/{folder}/", said=f"有 {found} 份检索数据,应有 {wanted} 份。")


def _script(text: str) -> list[Any] | None:
    if not text.startswith(HEAD) or not text.endswith(TAIL):
        return None
    try:
        return list(json.loads(f"[{text[len(HEAD) : -len(TAIL)]}]"))
    except ValueError:
        return None


def _texts(site: Site, scripts: dict[str, list[Any]], base: Row) -> Iterator[Fault]:
    documents: dict[str, list[Any]] = {}
    for name, told in scripts.items():
        for document in told[2] if name.startswith("d/") else ():
            if document[0] in documents:
                yield Fault(where=f"search/{name}.js", said=f"稿件 {document[0]} 在检索里有两次。")
            documents[document[0]] = document
    if base["items"] != len(site.articles):
        yield Fault(where="search/base.js", said=f"记着 {base['items']} 篇,应有 {len(site.articles)} 篇。")
    for id_ in documents.keys() - site.articles.keys():
        yield Fault(where="search/d/", said=f"检索里有稿件 {id_},数据里没有。")
    for id_, article in site.articles.items():
        found = documents.get(id_)
        heads = sorted(article[key] for key in ("kicker", "headline", "deck") if article[key])
        if found is None:
            yield Fault(where="search/d/", said=f"检索里没有稿件 {id_}。")
        elif found[5] != [paragraph["text"] for paragraph in article["paragraphs"]] or [
            head for head in heads if head not in found[3]
        ]:
            yield Fault(where="search/d/", said=f"稿件 {id_} 的检索文字与数据不同。")
