"""Whether an editor's readings stand in the corrected texts, and nothing else differs from what was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.publishing.verifying.markup import squeeze
from generator.publishing.verifying.places import Fault, Row, Site

HEADINGS = ("kicker", "headline", "deck")
Change = tuple[str, str]
"""What was printed, and the reading that an editor gives."""


def check_corrections(site: Site) -> Iterator[Fault]:
    """Yield each corrected text that is not the printed one with an editor's readings, and each reading not shown."""
    for id_, article in site.articles.items():
        misprints = [(each["read"], each["corrected"]) for each in article["misprints"]]
        site.counts["改正"] += len(misprints)
        for printed, mended in _mended(article):
            if not is_mended(printed, mended, misprints):
                said = f"改正后的“{mended[:12]}”与原文之差不是编者的改正。"
                yield Fault(where=f"articles/{id_}/", said=said)
        yield from _missing(id_, article)
        yield from _shown(site, id_, [mended for _, mended in misprints])


def _mended(article: Row) -> Iterator[Change]:
    """Yield each printed text that has a corrected one, with it."""
    for place, mended in article["corrected_headings"].items():
        yield article[place] or "", mended
    for paragraph in article["paragraphs"]:
        if "corrected" in paragraph:
            yield paragraph["text"], paragraph["corrected"]


def is_mended(printed: str, mended: str, misprints: Sequence[Change]) -> bool:
    """Tell whether `mended` is `printed` with some of the misprints, at least one, replaced and nothing else.

    >>> is_mended("炕桌和炕桌", "炕桌和书桌", [("炕桌", "书桌")]), is_mended("甲乙", "甲丙丁", [("乙", "丙")])
    (True, False)
    """
    ends = {(0, 0)}
    seen = set(ends)
    while ends:
        steps = set()
        for one, other in ends:
            if one < len(printed) and other < len(mended) and printed[one] == mended[other]:
                steps.add((one + 1, other + 1))
            for read, right in misprints:
                if printed.startswith(read, one) and mended.startswith(right, other):
                    steps.add((one + len(read), other + len(right)))
        ends = steps - seen
        seen |= steps
    return printed != mended and (len(printed), len(mended)) in seen


def _missing(id_: str, article: Row) -> Iterator[Fault]:
    """Yield each misprint that a line of one paragraph alone has, and that is not corrected there."""
    owners = Counter(line for paragraph in article["paragraphs"] for line in paragraph["lines"])
    for paragraph in article["paragraphs"]:
        for each in article["misprints"]:
            alone = each["line"] in paragraph["lines"] and owners[each["line"]] == 1
            if alone and each["read"] in paragraph["text"] and "corrected" not in paragraph:
                said = f"“{each['read']}”的改正没有写进改正后的文字。"
                yield Fault(where=f"articles/{id_}/", said=said)


def _shown(site: Site, id_: str, readings: list[str]) -> Iterator[Fault]:
    """Yield each item whose page shows other readings of the editor than the data hold."""
    where = f"articles/{id_}/index.html"
    sheet = site.sheets.get(where)
    notes = [squeeze(note) for note in sheet.notes] if sheet else []
    wanted = Counter(squeeze(f"“{reading}”") for reading in readings)
    told = Counter(next((each for each in wanted if each in note), note) for note in notes)
    if told != wanted:
        yield Fault(where=where, said="网页上编者的改正与数据里的不同。")


def are_found(article: Row, found: Sequence[str]) -> bool:
    """Tell whether the search has every corrected text, each reading in one of its texts, and nothing more."""
    texts = {mended for _, mended in _mended(article)}
    readings = {each["corrected"] for each in article["misprints"]}
    whole = all(any(reading in text for text in found) for reading in readings)
    return whole and texts <= set(found) <= texts | readings
