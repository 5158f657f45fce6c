"""Whether every address that there ever was still answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publishing.verifying.places import Fault, Site

BOOK = "data/addresses.jsonl"


def check_addresses(site: Site) -> Iterator[Fault]:
    """Yield each address of the book that is dead or leads to nothing, and each item that is not in the book."""
    here = set()
    for row in site.rows(BOOK):
        site.counts["地址"] += 1
        if f"{row['url']}index.html" not in site.known:
            yield Fault(where=BOOK, said=f"地址 {row['url']} 打不开。")
        if row["state"] == "here":
            here.add(row["id"])
        for lead in row["leads"]:
            path, _, fragment = lead.partition("#")
            sheet = site.sheets.get(f"{path}index.html")
            if sheet is None or (fragment and fragment not in sheet.ids):
                yield Fault(where=BOOK, said=f"地址 {row['url']} 通到的 {lead} 打不开。")
    for id_ in sorted(here ^ set(site.articles)):
        yield Fault(where=BOOK, said=f"稿件 {id_} 在地址簿和数据里不是都有。")
