"""`责编:林禾 校对:高岩`, `03版 要闻`, `(下转第二版)`: what the page says of itself; it belongs to no item."""

from __future__ import annotations

import re

from generator.model import Role
from generator.model.numerals import DIGITS
from generator.reading.lines import Finding, Line, PageLines, whole

DUTY = re.compile(r"(?:责任编辑|责编|编辑|校对|版式|美编|值班主任|编审|组版|制图|检校|版面设计)[:：/／]")

_PAGE = rf"第?\s*[A-D]?[0-9０-９{DIGITS}]{{1,3}}\s*版"
_DAY = r"(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日"
MASTHEAD = re.compile(
    rf"{_PAGE}(?:[\s　:：·|]+[一-鿿·]{{2,8}})?|[一-鿿·]{{2,8}}[\s　|]+{_PAGE}"
    rf"|(?:{_PAGE}[\s　]*)?{_DAY}[\s　]*星期[一二三四五六日天](?:[\s　]+\S{{2,20}})*"
)
JUMP = re.compile(rf"[（(]?(?:下转|上接|紧接){_PAGE}[)）]?")


def colophon(line: Line, page: PageLines) -> Finding | None:
    """Take a line that opens with an editor's duty, or names page and day, for the page's own."""
    if MASTHEAD.fullmatch(line.bare) or JUMP.fullmatch(line.bare):
        return whole(line, Role.CREDIT, "整行是版次、日期或转接的版面")
    if len(line.bare) > 80 or DUTY.match(line.bare) is None:
        return None
    return whole(line, Role.CREDIT, "行首是编辑、校对等版面责任")
