"""How far an item can be trusted: one verdict on its reading and its text together, with every reason."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Item, Page
from generator.site.views.reasons import Reason, doubt_reasons, text_doubt_reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is doubted about an item, and nothing else decides its colour."""

    slug: str
    """For styles: `sure` only where neither reading nor text is doubted, else `doubtful` or `cut`."""
    text: str
    """The verdict in Chinese."""
    reading: tuple[Reason, ...] = ()
    """Why headline, paragraphs or byline may be put together wrongly; empty for no doubt."""
    words: tuple[Reason, ...] = ()
    """What looks like a misprint, in the order of the item's doubts; empty for nothing."""
    checked: str = ""
    """Who held the item against the newspaper and when, or whose check its text has outlived; empty for nobody."""


def verdict_of(page: Page, item: Item) -> Verdict:
    """Return the verdict on an item."""
    reading = doubt_reasons(page, item.doubts)
    words = text_doubt_reasons(page, item.text_doubts)
    counts = [
        f"{name} {len(reasons)} 处" for name, reasons in (("编排", reading), ("文字", words)) if reasons
    ]
    flag, checked = flag_of(item), _checked(page, item)
    if not flag:
        return Verdict(slug="sure", text="未见疑点", checked=checked)
    told = f"：{'，'.join(counts)}存疑" if counts else ""
    return Verdict(
        slug="doubtful" if item.complete else "cut",
        text=f"{flag}{told}",
        reading=reading,
        words=words,
        checked=checked,
    )


def _checked(page: Page, item: Item) -> str:
    """Return who checked an item and when; where only such checks are left as hold no more, that they do not."""
    if item.checks:
        return "、".join(dict.fromkeys(check.words for check in item.checks))
    lapsed = dict.fromkeys(check.words for check in page.lapsed if check.line in item.lines)
    return f"{'、'.join(lapsed)}过，后来文字有改动" if lapsed else ""


def flag_of(item: Item) -> str:
    """Return the verdict as a list says it; nothing where nothing is doubted."""
    if not item.complete:
        return "文字不全"
    if not item.sure:
        return "疑有误"
    return "疑有错字" if item.text_doubts else ""
