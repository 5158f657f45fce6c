"""What things are called in front of readers: items, newspaper pages, and where something was printed.

What print gives no name gets one from its own words, and is seen to have none: an item without a headline
stands in tortoise-shell brackets, a page without paper and date is called by its season and lead story.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.archive.dates import page_date, to_find
from generator.model import DateTag, Item, Page
from generator.model.date_words import UNDATED, about_words, when_words
from generator.model.words import KINDS
from generator.site.views.itself import Itself

SHORT, LONG = 8, 20
"""Characters of a short name: clauses are added below the first, and cut above the second."""
LEAD = 16
"""Characters of its lead story's headline that a page is called by."""
OPENING = re.compile(
    r"(?:本报讯|[^，,。()（）\s]{0,8}讯)\s*[（(][^）)]*[）)]\s*"
    r"|(?:[近日]日|近期|近年来|最近|日前|当日|连日来|今年以来|一直以来|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?)[，,]\s*"
)
"""What tells one brief from another least: who reports, and when."""
CLAUSE = re.compile(r"[^，,。；;：:！!？?]+[，,。；;：:！!？?]?")
CLOSED = "，,。；;：:、"
"""Signs that do not end a name."""


def title_of(item: Item) -> str:
    """Return the headline; in brackets the one that an editor supplies, or a short name from the item's words."""
    if item.headline:
        return item.headline.text
    if item.supplied:
        return f"〔{item.supplied}〕"
    return _own_name(Itself(item))


@lru_cache(maxsize=256)
def _own_name(itself: Itself) -> str:
    return f"〔{short_name(itself.item.text) or KINDS[itself.item.kind]}〕"


def short_name(text: str) -> str:
    """Return the first clauses of a text that say something; empty for an empty text.

    >>> short_name("近日,珠河镇,党员服务队给牧户送去草料。牧户很高兴。")
    '珠河镇,党员服务队给牧户送去草料'
    """
    words = " ".join(text.split())
    opening = OPENING.match(words)
    if opening and words[opening.end() :]:
        words = words[opening.end() :]
    name = ""
    for clause in CLAUSE.findall(words):
        name += clause
        if len(name) > SHORT:
            break
    name = name.rstrip(CLOSED) or words
    return name if len(name) <= LONG else f"{name[:LONG]}…"


def page_name(page: Page) -> str:
    """Return what is known of a page's place in print; else about when it was printed, and its lead story."""
    issue = page.issue
    if not issue.paper and not issue.date.edtf:
        return f"{about_when(page)} · {_lead(page)}"
    known = [
        f"《{issue.paper}》" if issue.paper else "",
        when_words(issue.date) if issue.date.edtf else about_when(page),
        label_words(issue.label) if issue.label else "",
    ]
    return " ".join(part for part in known if part)


def about_when(page: Page) -> str:
    """Return about when a page was printed of which nobody states the day."""
    date = page_date(page)
    return about_words(date.edtf) if date.edtf else UNDATED


def _lead(page: Page) -> str:
    """Return the beginning of the headline of a page's longest item, and how many items there are."""
    titled = [item for item in page.items if item.headline] or list(page.items)
    if not titled:
        return f"版面 {page.id}"
    lead = max(titled, key=lambda item: len(item.text))
    own = lead.headline.text if lead.headline else lead.supplied
    words = own or short_name(lead.text) or KINDS[lead.kind]
    name = _beginning(words)
    return f"{name}等{len(page.items)}篇" if len(page.items) > 1 else name


def _beginning(words: str) -> str:
    """Return as many whole lines of a headline as are short enough, or the beginning of its first line."""
    parts = words.split(" ")
    while len(" ".join(parts)) > LEAD and len(parts) > 1:
        parts.pop()
    name = " ".join(parts)
    return name if len(name) <= LEAD else f"{name[:LEAD]}…"


def label_words(label: str) -> str:
    """Return a page's label as readers say it.

    >>> label_words("07")
    '第07版'
    """
    return label if "版" in label else f"第{label}版"


def source_words(page: Page, date: DateTag) -> str:
    """Return the source line: paper, date and page as far as they are known, then what is to be found out."""
    known = [
        f"《{page.issue.paper}》" if page.issue.paper else "",
        when_words(date) if date.edtf else "",
        label_words(page.issue.label) if page.issue.label else "",
    ]
    said, unknown = " ".join(part for part in known if part), unknown_words(page, date)
    return f"{said}（{unknown}）" if said and unknown else said or unknown


def unknown_words(page: Page, date: DateTag) -> str:
    """Return what is to be found out before an item that is printed on `date` is cited in full; empty for nothing."""
    unknown = to_find(page, date)
    return f"{'、'.join(unknown)}待考" if unknown else ""
