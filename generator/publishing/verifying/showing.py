"""Whether the pages show what the data hold, all of it, in order, once."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.publishing.verifying.markup import Sheet, squeeze
from generator.publishing.verifying.places import Fault, Row, Site


def check_shown(site: Site) -> Iterator[Fault]:
    """Yield each item or line that its page shows otherwise, or that its files beside it tell otherwise."""
    for id_, article in site.articles.items():
        sheet = site.sheets.get(f"articles/{id_}/index.html", Sheet())
        yield from _item(f"articles/{id_}/index.html", sheet, article)
        yield from _beside(site, f"articles/{id_}/index.json", article)
        yield from _plain(site, f"articles/{id_}/index.txt", article)
    for id_, page in site.pages.items():
        yield from _page(site, id_, page)
        yield from _beside(site, f"pages/{id_}/index.json", page)


def _item(where: str, sheet: Sheet, article: Row) -> Iterator[Fault]:
    shown = [squeeze(part.text) for part in sheet.parts if part.kind == "paragraph"]
    wanted = [squeeze(paragraph["text"]) for paragraph in article["paragraphs"]]
    yield from _same(where, "段", shown, wanted)
    heads = [squeeze(part.text) for part in sheet.parts if part.kind == "heading"]
    told = [squeeze(article[key]) for key in ("kicker", "headline", "deck") if article[key]]
    yield from _same(where, "条标题", heads, told)


def _same(where: str, what: str, shown: list[str], wanted: list[str]) -> Iterator[Fault]:
    for number, (one, other) in enumerate(zip(shown, wanted, strict=False), 1):
        if one != other:
            at = next(
                (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                min(len(one), len(other)),
            )
            yield Fault(
                where=where, said=f"第 {number} {what}从第 {at + 1} 字起与数据不同:“{one[at : at + 8]}”。"
            )
            return
    if len(shown) != len(wanted):
        yield Fault(where=where, said=f"有 {len(shown)} {what},数据里有 {len(wanted)} {what}。")


def _beside(site: Site, name: str, row: Row) -> Iterator[Fault]:
    if json.loads(site.text(name) or "null") != row:
        yield Fault(where=name, said="与数据里的同一行不同。")


def _plain(site: Site, name: str, article: Row) -> Iterator[Fault]:
    text, at = squeeze(site.text(name)), 0
    for number, paragraph in enumerate(article["paragraphs"], 1):
        found = text.find(squeeze(paragraph["text"]), at)
        if found < 0:
            yield Fault(where=name, said=f"第 {number} 段不在它的位置上,或与数据不同。")
            return
        at = found + len(squeeze(paragraph["text"]))


def _page(site: Site, id_: str, page: Row) -> Iterator[Fault]:
    where = f"pages/{id_}/index.html"
    sheet = site.sheets.get(where, Sheet())
    shown = [(part.id, squeeze(part.text)) for part in sheet.parts if part.kind == "line"]
    gone = {line for each in page["withdrawn"] for line in each["lines"]}
    wanted = [(f"L{row['line']}", squeeze(row["text"])) for row in site.lines[id_] if row["line"] not in gone]
    for one, other in zip(
        [each for each in shown if each[1]], [each for each in wanted if each[1]], strict=False
    ):
        if one != other:
            yield Fault(where=where, said=f"原文第 {other[0][1:]} 行与数据不同:“{one[1][:12]}”。")
            break
    if sum(bool(text) for _, text in shown) != sum(bool(text) for _, text in wanted):
        yield Fault(where=where, said=f"显示原文 {len(shown)} 行,应有 {sum(bool(t) for _, t in wanted)} 行。")
    if sheet.withdrawn != gone:
        yield Fault(where=where, said="标明已撤下的行与数据里的不同。")
