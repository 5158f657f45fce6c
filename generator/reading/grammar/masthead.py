"""What a masthead is made of: days, numbers of an issue, pages, the paper's name, who is on duty."""

from __future__ import annotations

import re

from generator.model.numerals import DIGITS

DUTIES = (
    r"(?:本版|本期|见习|实习|首席|值班|执行)?"
    r"(?:责任编辑|责编|编辑|主编|总编辑?|校对|版式(?:策划|设计)?|美编|值班主任|编审|审校|组版|制图|检校|版面设计|视觉设计)"
)
DAY = r"(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日"
WEEKDAY = "星期[一二三四五六日天]"
LUNAR = r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:[闰正一二三四五六七八九十冬腊]{1,3}月[初一二三四五六七八九十廿]{2,3})?"
PAGE = rf"第?\s*[A-D]?[0-9０-９{DIGITS}]{{1,3}}\s*版"
PAPER = "[一-鿿]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|青年报|经济报|农民报|周报)"
_PARTS = (
    DAY,
    r"[0-9]{4}[.\-/][0-9]{1,2}[.\-/][0-9]{1,2}",
    WEEKDAY,
    LUNAR,
    rf"{PAGE}(?:[\s:：·|]+[一-鿿·]{{2,8}})?",
    r"今日\s*[0-9一二三四五六七八九十]+\s*版",
    r"(?:总)?第\s*[0-9,]+\s*[期号]",
    r"(?:国内统一(?:连续出版物号|刊号)|国际标准刊号|CN|ISSN|邮发代号|代号)[\s:：]*[A-Z0-9][A-Z0-9 \-—－]*",
    PAPER,
    rf"{DUTIES}[\s:：/／]+[一-鿿]{{2,4}}(?:[\s、]+[一-鿿]{{2,4}}(?![\s]*[:：/／]))*",
)
_BETWEEN = r"[\s:：·|/,，]*"
_PART = f"(?:{'|'.join(_PARTS)})"
MASTHEAD = re.compile(f"{_PART}(?:{_BETWEEN}{_PART})+")
"""A whole line of two or more parts; one part alone may be text."""
LONGEST = 120
"""Characters of the longest masthead."""


def is_masthead(text: str) -> bool:
    """Tell whether a line is nothing but parts of a masthead, two at least.

    >>> is_masthead("星期五 2030年7月5日 第03版 要闻"), is_masthead("2030年7月5日 开船")
    (True, False)
    """
    return len(text) <= LONGEST and MASTHEAD.fullmatch(text) is not None
