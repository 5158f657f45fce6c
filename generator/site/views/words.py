"""The Chinese words of the interface for what the model names in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.edtf import DATE

KINDS: Mapping[str, str] = {
    "article": "报道",
    "commentary": "评论",
    "caption": "图片说明",
    "brief": "简讯",
    "list": "要点",
    "note": "编者按",
}
ROLES: Mapping[str, str] = {
    "reporter": "记者",
    "trainee": "见习记者",
    "correspondent": "通讯员",
    "photographer": "摄影",
    "author": "作者",
    "official": "署职务的作者",
    "institution": "供稿单位",
}
LEVELS: Mapping[str, str] = {
    "province": "自治区",
    "league": "盟市",
    "county": "旗县市区",
    "zone": "功能区",
    "township": "苏木乡镇街道",
    "community": "嘎查村社区",
}
BASES: Mapping[str, str] = {"stated": "据版面资料", "inferred": "推定", "unknown": "未定"}
COLUMN_KINDS: Mapping[str, str] = {
    "articles": "报道",
    "briefs": "短讯",
    "captions": "图片",
    "box": "方框",
    "commentary": "评论",
}
UNDATED = "日期未定"


def date_words(edtf: str | None) -> str:
    """Return an EDTF date or interval in Chinese.

    >>> date_words("2022-06-11/2022-06-30")
    '2022年6月11日至30日'
    """
    if not edtf:
        return UNDATED
    first, slash, last = edtf.partition("/")
    start, end = DATE.fullmatch(first), DATE.fullmatch(last)
    if not slash:
        return _day(start) if start else edtf
    if start and end:
        return f"{_day(start)}至{_day(end, since=start)}"
    if start:
        return f"{_day(start)}或以后"
    return f"{_day(end)}或以前" if end else UNDATED


def _day(date: re.Match[str], *, since: re.Match[str] | None = None) -> str:
    year, month, day = date.groups()
    same_year = since is not None and since[1] == year
    same_month = same_year and since is not None and since[2] == month and bool(since[3] and day)
    words = "" if same_year else f"{year}年"
    if month and not same_month:
        words += f"{int(month)}月"
    if day:
        words += f"{int(day)}日"
    return words or f"{year}年"


_HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff”》）])[,;:!?]")
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")


def full_width(text: str) -> str:
    """Return our own words with the punctuation of Chinese print; never used on the pages' words.

    >>> full_width("标题,正文;署名")
    '标题，正文；署名'
    """
    return _HALF_WIDTH.sub(lambda match: match.group().translate(_FULL_WIDTH), text)


def ordinal(number: int) -> str:
    """Return a number with thousands set apart, for prose and tables.

    >>> ordinal(12345)
    '12,345'
    """
    return f"{number:,}"
