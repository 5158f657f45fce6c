"""Addresses, parts of series, left-over words and heads: the cases that no whole page shows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Role, Series, Span
from generator.site.rendering import render
from generator.site.rendering.press import Press
from generator.site.search_index import index_for_search
from generator.site.search_index.folding import fold_character, simplified_characters
from generator.site.views.charts import shade
from generator.site.views.frame import Frame
from generator.site.views.heads import Head, HeadLink, feed_link, turns
from generator.site.views.item_values import Neighbours
from generator.site.views.items import item_view
from generator.site.views.names import title_of
from generator.site.views.prints import lines_around
from generator.site.views.reasons import proofs
from generator.site.views.rows import Link
from generator.site.views.series import runs
from tests.making import Draft, make_archive, make_page, proof
from tests.site_cases import SPOTS, site_of, told_archive

NOBODY = Neighbours(previous=None, next=None, previous_page=None, next_page=None)


def frame_of(*drafts: Draft) -> Frame:
    return Frame(archive=make_archive(make_page(*drafts)))


def test_a_place_without_a_page_leads_to_the_nearest_above() -> None:
    frame = Frame(archive=told_archive())
    assert [frame.region_href(spot.code) for spot in SPOTS if spot.level == "township"] == [
        "regions/150105001/index.html",
        "regions/150105/index.html",
    ]


def test_of_two_items_with_one_number_the_first_is_the_part() -> None:
    parts = [Series(name="夜话", number=number, printed=str(number)) for number in (1, 1, 3)]
    frame = frame_of(*(Draft(headline=f"第{at}则", series=each) for at, each in enumerate(parts)))
    assert {
        number: title_of(entry.item) for number, entry in frame.series_parts("夜话", range(5)).items()
    } == {
        1: "第0则",
        3: "第2则",
    }
    assert frame.last_part("夜话") == 3


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, [1, 2, 3, 4, 5]), (4, [1, 2, 3, 4, 5, 6, 7, 8]), (6, [2, 3, 4, 5, 6, 7, 8, 9, 10]), (12, [8, 9, 10, 11, 12])],
)  # fmt: skip
def test_four_parts_of_a_series_are_named_on_either_side(number: int, shown: list[int]) -> None:
    drafts = [Draft(headline="一", series=Series(name="夜话", number=at, printed="")) for at in range(1, 13)]
    frame = frame_of(*drafts)
    view = item_view(frame, frame.archive.items[number - 1], NOBODY)
    assert view.series
    assert [link.count for link in view.series.parts] == shown


def left_over(words: str, *taken: tuple[int, int], role: Role = Role.PARAGRAPH) -> list[list[str]]:
    """Return the lines before and after the body of an item whose paragraph takes only some of its line."""
    page = make_page(Draft(headline="题", paragraphs=(words,)))
    item = page.items[0]
    start = item.body[0].pieces[0].start
    spans = tuple(Span(start + begin, start + end) for begin, end in taken)
    cut = replace(item.body[0], pieces=spans, lines=(3,) * len(spans))
    blocks = (item.blocks[0], replace(item.blocks[1], role=role))
    found = lines_around(page, replace(item, body=(cut,) if spans else (), blocks=blocks))
    return [[piece.text for line in lines for piece in line.pieces] for lines in found]


@pytest.mark.parametrize(
    ("taken", "after"),
    [
        ([(0, 8)], []),
        ([(2, 8)], ["甲乙"]),
        ([(0, 6)], ["庚辛"]),
        ([(2, 4), (6, 8)], ["甲乙", "戊己"]),
        ([(1, 2), (3, 4), (5, 6)], ["甲", "丙", "戊", "庚辛"]),
        ([(0, 4), (2, 8)], []),
        ([(0, 8), (0, 4)], []),
    ],
)
def test_what_no_paragraph_takes_of_a_line_is_shown_behind(taken: Any, after: list[str]) -> None:
    assert left_over("甲乙丙丁戊己庚辛", *taken) == [[], after]


def test_blanks_alone_are_not_left_over() -> None:
    assert left_over(" 甲 乙 ", (1, 2), (3, 4)) == [[], []]


@pytest.mark.parametrize("role", list(Role))
def test_a_line_that_no_paragraph_takes_stands_before_unless_it_closes(role: Role) -> None:
    before, after = left_over("甲乙", role=role)
    closes = role in (Role.SIGNATURE, Role.CREDIT)
    assert (before, after) == (([], ["甲乙"]) if closes else (["甲乙"], []))


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([1], ["1"]), ([1, 2], ["1–2"]), ([2, 4], ["2", "4"]), ([1, 3, 4, 5], ["1", "3–5"]), ([9], ["9"])],
)
def test_missing_numbers_are_told_as_ranges(numbers: list[int], words: list[str]) -> None:
    assert list(runs(numbers)) == words


def test_every_count_has_one_of_four_shades() -> None:
    assert [shade(count, 8) for count in range(9)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert [shade(count, 3) for count in range(4)] == [0, 2, 3, 4]


# ---- heads ----


def test_a_head_leads_to_neighbours_and_to_the_feed() -> None:
    here = Link(text="一", href="a/index.html")
    assert turns(None, None) == ()
    assert turns(here, None) == (HeadLink(rel="prev", href="a/index.html"),)
    assert turns(None, here) == (HeadLink(rel="next", href="a/index.html"),)
    assert feed_link("", "渠") == ()
    assert feed_link("feeds/a.xml", "渠") == (
        HeadLink(rel="alternate", type="application/atom+xml", title="渠", href="feeds/a.xml"),
    )
    bare = Head()
    assert (bare.links, bare.beside, bare.metas, bare.data, bare.scripts) == ((), (), (), None, ())
    assert (HeadLink(rel="x", href="y").type, HeadLink(rel="x", href="y").title) == ("", "")


@pytest.mark.parametrize("mark", ["{{", "{%", "{#"])
def test_no_template_is_found_in_what_a_page_says_to_machines(mark: str) -> None:
    press = Press(frame_of(Draft(headline="一")))
    data = {"b": f"渠{mark}水", "a": {"一": 1}}
    made = press.sheet("x/", "about", title="甲", section="about", doubts=((), ()), head=Head(data=data))
    text = made.data.decode("utf-8")
    assert mark not in text
    (told,) = re.findall(
        r"application/ld\+json.*?>(\{.*?\})<", text.replace("\\\\", "\\").replace('\\"', '"')
    )
    assert json.loads(told) == data
    assert told.index('"a"') < told.index('"b"')


def test_a_page_is_front_matter_and_one_block() -> None:
    press = Press(frame_of(Draft(headline="一")))
    made = press.sheet("x/y/", "about", title="甲<乙", section="about", description="丙", doubts=((), ()))
    lines = made.data.decode("utf-8").split("\n")
    assert made.uri == "x/y/index.md"
    assert lines[:6] == [
        "---",
        'title: "甲&#60;乙"',
        'description: "丙"',
        'section: "about"',
        'kind: "about"',
        "---",
    ]
    assert lines[6] == ""
    assert lines[7].startswith("<")
    assert (lines[-1], lines[-2][-1]) == ("", ">")


# ---- the whole ----


def test_everything_is_rendered_once_and_in_order() -> None:
    archive = told_archive()
    uris = [file.uri for file in render(archive)]
    told = site_of(archive)
    assert len(set(uris)) == len(uris)
    firsts = list(dict.fromkeys(uri.split("/")[0] for uri in uris if "/" in uri))
    assert firsts == [
        "about", "coverage", "search", "browse", "articles", "pages", "papers", "regions", "columns", "themes",
        "bylines", "organisations", "practices", "dates", "shared", "desk", "assets",
    ]  # fmt: skip
    assert {f"{address}index.md" for part in told.values() for address in part if address.endswith("/")} <= {*uris, "data/index.md"}  # fmt: skip


def base(files: Any) -> dict[str, Any]:
    """Return the directory of an index."""
    text = next(file.data.decode() for file in files if file.uri == "search/base.js")
    return dict(json.loads("[" + text.removeprefix("Banmian.receive(").removesuffix(")\n") + "]")[2])


@pytest.mark.parametrize("traditional", [True, False])
def test_traditional_characters_are_known_where_the_archive_wants_it(traditional: bool) -> None:
    archive = make_archive(make_page(Draft(headline="马", paragraphs=("马跑了。",))))
    settings = replace(archive.settings, traditional=traditional)
    found = base(index_for_search(replace(archive, settings=settings)))["variants"]
    assert found == ("馬马" if traditional else "")


@pytest.mark.parametrize(
    ("character", "folded"),
    [("︀", ""), ("️", ""), ("\ufdff", ""), ("．", "."), ("‥", ""), ("\ufe10", ""), ("\U000e00ff", "\U000e00ff"), ("\U000e0100", ""), ("\U000e01ef", ""), ("\U000e01f0", "\U000e01f0"), ("○", "〇"), ("◯", "〇"), ("⑴", "1"), ("…", ""), ("㈠", "一"), ("½", "12")]
    + [(sign, sign) for sign in "+%‰.#@&/°"]
    + [(sign, "") for sign in "-*=<>$^_~!?\\|'\"()[]{},:;£§ \u00a0\x07\u200d\ud800"],
)  # fmt: skip
def test_each_character_is_folded_alone(character: str, folded: str) -> None:
    assert fold_character(character) == folded


def test_the_table_of_variants_leads_to_characters_that_stay() -> None:
    table = simplified_characters()
    assert (table["馬"], table["學"], table["龍"], table["\u4e7e"]) == ("马", "学", "龙", table["\u4e7e"])
    assert (table["薴"], table["苧"], table["㑮"], table["鿓"], table["𠁞"], table["𰻞"]) == tuple(
        "苎苎𫝈鿒𠀾𰻝"
    )
    assert all(fold_character(each) == each for pair in table.items() for each in pair)
    assert all(table.get(other, other) == other and len(other) == 1 for other in table.values())
    assert all(character != other for character, other in table.items())


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        ("alias", "别称"),
        ("bare-name", "简称"),
        ("stem", "省去通名"),
        ("spelling", "异写"),
        ("other-parent", "旧属"),
        ("guess", "疑似误读，按上级地区与字形推断"),
        ("name", ""),
    ],
)
def test_a_rule_is_told_in_a_word_where_it_needs_one(rule: str, note: str) -> None:
    (reason,) = proofs(make_page(Draft(headline="一")), [proof("锡盟", 3, rule)])
    assert (reason.text, reason.note, [line.href for line in reason.lines]) == (
        "锡盟",
        note,
        ["pages/page-01/index.html#L3"],
    )
