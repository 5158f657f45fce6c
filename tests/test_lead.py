"""The story that the home page opens with, and the sentence that says what the archive holds."""

from __future__ import annotations

from generator.model import Kind
from generator.site.views.frame import Frame
from generator.site.views.lead import holdings, lead_of
from tests.making import Draft, make_archive, make_page

LONG, SHORT = "夜校开课了。人都来了。" * 9, "夜校开课了。"


def lead_title(*drafts: Draft) -> str | None:
    page = make_page(*drafts)
    lead = lead_of(Frame(archive=make_archive(page)), [page])
    return lead.row.title if lead else None


def test_the_longest_story_leads() -> None:
    assert (
        lead_title(Draft(headline="短", paragraphs=(SHORT,)), Draft(headline="长", paragraphs=(LONG,)))
        == "长"
    )


def test_what_is_no_story_or_has_no_headline_does_not_lead() -> None:
    assert lead_title(Draft(kind=Kind.CAPTION, headline="图", paragraphs=(LONG,))) is None
    assert lead_title(Draft(paragraphs=(LONG,))) is None


def test_a_story_that_is_cut_does_not_lead() -> None:
    assert lead_title(Draft(headline="断", paragraphs=(LONG,), complete=False)) is None


def test_the_newest_page_with_such_a_story_is_asked_first() -> None:
    new = make_page(Draft(headline="新", paragraphs=(SHORT,)))
    old = make_page(Draft(headline="旧", paragraphs=(LONG,)), page_id="page-02")
    lead = lead_of(Frame(archive=make_archive(old, new)), [new, old])
    assert lead
    assert (lead.row.title, lead.opening) == ("新", SHORT)


def test_the_archive_says_what_it_holds() -> None:
    archive = make_archive(make_page(Draft(headline="一"), Draft(headline="二")))
    assert holdings(archive) == "现有 1 个版面、2 篇，2 篇年份未定，报名待考。"
