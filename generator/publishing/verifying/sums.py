"""Whether every file is there, as it was published, and no other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.publishing.verifying.places import Fault, Site

SUMS = "SHA256SUMS"


def check_sums(site: Site) -> Iterator[Fault]:
    """Yield each file that is changed, missing or more than SHA256SUMS names; those of the data folder as well."""
    yield from _against(site, SUMS, "")
    yield from _against(site, f"data/{SUMS}", "data/", only=False)


def _against(site: Site, name: str, folder: str, *, only: bool = True) -> Iterator[Fault]:
    if name not in site.known:
        yield Fault(where=name, said="没有这个文件,无从知道哪些文件改动过。请重新建成网站。")
        return
    told = {}
    for number, line in enumerate(site.text(name).splitlines(), 1):
        digest, blank, file = line.partition("  ")
        if not blank or len(digest) != 64:
            yield Fault(where=f"{name}:{number}", said="不是一行校验值。")
        told[f"{folder}{file}"] = digest
    for file, digest in told.items():
        site.counts["文件"] += only
        if file not in site.known:
            yield Fault(where=file, said="缺少这个文件。")
        elif hashlib.sha256(site.read(file)).hexdigest() != digest:
            yield Fault(where=file, said=f"内容与 {name} 里的校验值不合,发布以后改动过。")
    for file in site.names if only else ():
        if file not in told and file != name:
            yield Fault(where=file, said=f"多出来的文件,{name} 里没有。")
