"""The story that the home page opens with, and what the archive holds in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.dates import UNKNOWN, by_year
from generator.archive.groups import Archive, Entry
from generator.data.citing.sentences import first_sentences
from generator.model import Kind, Page
from generator.site.views.frame import Frame
from generator.site.views.phrases import ordinal
from generator.site.views.rows import ItemRow
from generator.site.views.trust import flag_of

PAPERS = 3
"""Papers that the sentence names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The longest story of the newest page that has one of which nothing is doubted."""

    row: ItemRow
    """The story as a line of a list."""
    opening: str
    """Its first whole sentences, as printed; empty where none is short enough."""


def lead_of(frame: Frame, newest: Sequence[Page]) -> Lead | None:
    """Return the story to open with; `newest` are the pages, the latest first. None where each story is doubted."""
    for page in newest:
        stories = [
            item for item in page.items if item.kind is Kind.ARTICLE and item.headline and not flag_of(item)
        ]
        if stories:
            longest = max(stories, key=lambda item: len(item.text))
            return Lead(
                row=frame.row(Entry(page=page, item=longest)),
                opening=first_sentences(longest),
            )
    return None


def holdings(archive: Archive) -> str:
    """Return what the archive holds: how many pages and items, of which years and papers."""
    groups = by_year(archive)
    years = sorted(year for year in groups if year != UNKNOWN)
    undated = len(groups.get(UNKNOWN, ()))
    parts = [f"现有 {ordinal(len(archive.pages))} 个版面、{ordinal(len(archive.items))} 篇"]
    if years:
        parts.append(f"{years[0]} 年至 {years[-1]} 年" if len(years) > 1 else f"{years[0]} 年")
    if undated:
        parts.append(f"{ordinal(undated)} 篇年份未定")
    parts.append(_papers(archive))
    return "，".join(parts) + "。"


def _papers(archive: Archive) -> str:
    names = [f"《{newspaper.paper.name}》" for newspaper in archive.newspapers if newspaper.pages]
    if not names:
        return "报名待考"
    return "".join(names[:PAPERS]) + (f"等 {len(names)} 种报纸" if len(names) > PAPERS else "")
