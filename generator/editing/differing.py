"""What a change did to items, in the archive's own terms: old and new values, items split and merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

Row = Mapping[str, Any]
NONE = "(无)"
WORDS: Mapping[str, str] = {
    "kind": "种类",
    "column": "栏目",
    "kicker": "引题",
    "headline": "标题",
    "deck": "副题",
    "supplied_headline": "编者加的标题",
    "position": "次序",
    "confidence": "把握",
}
"""Fields that are told with their old and new value."""
LISTS: Mapping[str, str] = {
    "bylines": "署名",
    "institutions": "单位署名",
    "authors": "编者注明的作者",
    "regions": "地区",
    "themes": "主题",
    "practices": "做法",
}
"""Fields that are told by what came and went."""
REST: Mapping[str, str] = {
    "paragraphs": "正文",
    "corrected_headings": "改正的标题",
    "misprints": "改正的错字",
    "series": "系列",
    "date": "日期",
    "doubts": "疑问",
    "checked": "核对",
    "url": "地址",
}
"""Fields of which it is told only that they changed."""


def differences(before: Row, after: Row) -> list[str]:
    """Return each difference of one item in a few Chinese words; a field without a name of its own by its key.

    >>> differences({"headline": "甲", "themes": [{"name": "水"}]}, {"headline": "乙", "themes": [{"name": "路"}]})
    ['标题 甲→乙', '主题 +路 -水']
    """
    known = [*WORDS, *LISTS, *REST]
    names = sorted({*before, *after}, key=lambda name: (known.index(name) if name in known else 99, name))
    return [
        _difference(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    ]


def _difference(name: str, old: Any, new: Any) -> str:
    if name in WORDS:
        return f"{WORDS[name]} {_plain(old)}→{_plain(new)}"
    if name in LISTS and isinstance(old or [], list) and isinstance(new or [], list):
        was, now = [_plain(each) for each in old or []], [_plain(each) for each in new or []]
        came = [f"+{each}" for each in now if each not in was]
        went = [f"-{each}" for each in was if each not in now]
        return " ".join([LISTS[name], *came, *went])
    return REST.get(name, name)


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    return NONE if value is None else str(value)


def split_and_merged(
    before: Mapping[str, Row], after: Mapping[str, Row], words: Callable[[Row], Set[object]]
) -> Iterator[str]:
    """Yield a line for each item whose paragraphs are in several items now, and for each made of several.

    `words` gives what an item's paragraphs are known by.
    """
    homes: dict[object, str] = {key: id_ for id_, row in after.items() for key in words(row)}
    heirs: dict[str, list[str]] = {}
    sources: dict[str, list[str]] = defaultdict(list)
    for id_, row in before.items():
        found = dict.fromkeys(homes[key] for key in sorted(words(row), key=str) if key in homes)
        heirs[id_] = list(found)
        for heir in found:
            sources[heir].append(id_)
    for id_, found_in in heirs.items():
        if len(found_in) > 1:
            yield f"< {id_} 分到 {'、'.join(found_in)}"
    for id_, made_of in sources.items():
        if len(made_of) > 1:
            yield f"> {id_} 并自 {'、'.join(made_of)}"
