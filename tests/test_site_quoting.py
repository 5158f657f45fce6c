"""The sentence in which an item writes of a place."""

from __future__ import annotations

from dataclasses import replace

from generator.archive.groups import Entry
from generator.model import Evidence, Tags
from generator.site.views.frame import Frame
from generator.site.views.quoting import BEFORE, BEHIND, quotes_of
from tests.making import Draft, make_archive, make_page, place


def quote(
    words: str,
    name: str,
    code: str = "150105",
    asked: str = "150105",
    *,
    rule: str = "name",
    headline: str = "题",
) -> tuple[str, str, str] | None:
    """Return what is quoted of an item with one paragraph, for which `name` proves a place."""
    page = make_page(Draft(headline=headline, paragraphs=(words,)))
    item = page.items[0]
    line = 3 if name in words else 1
    start = page.source.lines[line - 1].index(name)
    proof = Evidence(
        file=page.source.name, line=line, start=start, end=start + len(name), text=name, rule=rule
    )
    tags = Tags(regions=(replace(place(code), evidence=(proof,)),))
    page = replace(page, items=(replace(item, tags=tags),))
    found = quotes_of(Frame(archive=make_archive(page)), asked, [Entry(page=page, item=page.items[0])])
    return next(((each.before, each.name, each.behind) for each in found.values()), None)


def test_the_sentence_with_the_name_is_quoted_whole() -> None:
    assert quote("下雪了。赛罕区的人扫雪！天晴了。", "赛罕区") == ("", "赛罕区", "的人扫雪！")


def test_a_place_above_is_proved_by_the_place_in_it() -> None:
    assert quote("赛罕区的人扫雪。", "赛罕区", asked="150100") == ("", "赛罕区", "的人扫雪。")


def test_a_long_sentence_is_cut_on_either_side() -> None:
    found = quote("雪" * 99 + "赛罕区" + "雪" * 99, "赛罕区")
    assert found == ("…" + "雪" * BEFORE, "赛罕区", "雪" * BEHIND + "…")


def test_where_only_a_heading_names_the_place_it_is_quoted() -> None:
    assert quote("下雪了。", "赛罕区", headline="赛罕区下雪") == ("", "赛罕区", "下雪")


def test_what_an_editor_says_is_no_sentence_of_the_paper() -> None:
    assert quote("赛罕区的人扫雪。", "赛罕区", rule="editor") is None


def test_an_item_of_another_place_is_not_quoted() -> None:
    assert quote("赛罕区的人扫雪。", "赛罕区", asked="152500") is None
