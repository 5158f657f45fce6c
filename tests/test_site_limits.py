"""Where lists of the site end, are cut or lead on: each limit with a value just inside and one just outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive.dates import by_year
from generator.archive.groups import Archive
from generator.archive.things import ThingKind, thing_id
from generator.model import DateTag, Level, Page, TextKind
from generator.model.outfiles import OutFile
from generator.site.rendering import lists, prints, things
from generator.site.rendering.press import Press
from generator.site.views.charts import league_matrix, short_name, tile_map
from generator.site.views.files import size_words
from generator.site.views.frame import Frame, title_of
from generator.site.views.home import coverage_view, examples, home_view
from generator.site.views.leaves import leaves, letter_of
from generator.site.views.pages import page_view
from generator.site.views.places import place_view, region_tree
from generator.site.views.prints import marks_of, printed
from generator.site.views.related import related_to
from generator.site.views.times import year_view
from generator.site.views.writers import leaves_of, people_by_role, practice_views
from generator.telling.errors import ConfigError
from generator.vocabulary.gazetteer import Gazetteer, Place
from tests.making import PLACES, Draft, by, make_archive, make_item, make_page, place, region, theme


class Noted(Press):
    """A press that notes what each page is given and prints nothing."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(Frame(archive=archive))
        self.pages: dict[str, dict[str, Any]] = {}

    def sheet(self, address: str, template: str, **named: Any) -> OutFile:
        """Note a page."""
        self.pages[address] = {"template": template, **named}
        return OutFile.of_text(f"{address}index.md", "")


def noted(archive: Archive, *makers: Any) -> dict[str, dict[str, Any]]:
    """Return what each page is given by its address."""
    press = Noted(archive)
    for make in makers:
        list(make(press))
    return press.pages


def many(number: int, **draft: Any) -> list[Draft]:
    """Return items that differ in their headlines alone."""
    return [Draft(**{"headline": f"第{at}则", **draft}) for at in range(1, number + 1)]


def frame_of(*drafts: Draft) -> Frame:
    return Frame(archive=make_archive(make_page(*drafts)))


@pytest.mark.parametrize(("length", "shown"), [(19, "长" * 19), (20, "长" * 20), (21, "长" * 20 + "…")])
def test_a_missing_headline_is_made_of_twenty_characters(length: int, shown: str) -> None:
    assert title_of(make_item(paragraphs=("长" * length,))) == f"〔{shown}〕"


@pytest.mark.parametrize(("length", "shown"), [(60, "长" * 60), (61, "长" * 60 + "…")])
def test_a_page_shows_sixty_characters_of_an_item(length: int, shown: str) -> None:
    page = make_page(Draft(headline="一", paragraphs=("## 小题", "长" * length, "又一段。")))
    (section,) = page_view(Frame(archive=make_archive(page)), page, None, None).sections
    assert section.stories[0].lead == shown


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 字节"),
        (1023, "1023 字节"),
        (1024, "1.0 KB"),
        (1_048_524, "1023.9 KB"),
        (1_048_575, "1024.0 KB"),
        (1_048_576, "1.0 MB"),
        (1_048_576 * 1024, "1024.0 MB"),
    ],
)
def test_the_unit_of_a_size(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([5], [1]),
        ([9, 5, 5], [1, 2, 2]),
        ([9, 8, 7, 6], [1, 2, 2, 3]),
        ([1, 2, 3, 4, 5, 6, 7, 8], [3, 3, 3, 3, 2, 2, 2, 1]),
        ([9, 9, 9, 1], [1, 1, 1, 3]),
    ],
)
def test_the_longest_items_of_a_page_are_shown_large(lengths: list[int], sizes: list[int]) -> None:
    page = make_page(*(Draft(headline="题", paragraphs=("长" * length,)) for length in lengths))
    (section,) = page_view(Frame(archive=make_archive(page)), page, None, None).sections
    assert [story.size for story in section.stories] == sizes


def test_items_of_a_page_are_shaded_in_turns_of_six() -> None:
    page = make_page(*many(8))
    view = page_view(Frame(archive=make_archive(page)), page, None, None)
    assert [line.shade for line in view.lines] == [1, 2, 3, 4, 5, 6, 1, 2]


# ---- lists ----


@pytest.mark.parametrize(
    ("number", "near"),
    [
        (1, [1, 2, 3, 4, 11, 21, 31, 100]),
        (50, [1, 20, 30, 40, 47, 48, 49, 50, 51, 52, 53, 60, 70, 80, 100]),
        (100, [1, 70, 80, 90, 97, 98, 99, 100]),
    ],
)
def test_a_part_leads_to_its_neighbours_to_steps_of_ten_and_to_the_ends(number: int, near: list[int]) -> None:
    part = list(frame_of(Draft(headline="一")).parts([], "x/", 3, count=300))[number - 1]
    assert [link.text for link in part.others] == [str(each) for each in near]
    assert [link and link.text for link in (part.previous, part.next)] == [
        str(number - 1) if number > 1 else None,
        str(number + 1) if number < 100 else None,
    ]


def test_lists_of_items_hold_two_hundred_on_a_page() -> None:
    draft: dict[str, Any] = {
        "column": "牧区夜话",
        "regions": (place("150105"),),
        "themes": (theme("xue-xi-jiao-yu", "学习教育"),),
        "bylines": (by("林禾", "记者"),),
        "date": DateTag(edtf="2022"),
    }
    lists_of = (
        lists.region_pages,
        lists.column_pages,
        lists.theme_pages,
        things.thing_pages,
        lists.date_pages,
    )
    archive = make_archive(make_page(*many(201, **draft)))
    pages = noted(archive, *lists_of)
    for address in (
        "regions/150105/",
        "columns/mu-qu-ye-hua/",
        "themes/xue-xi-jiao-yu/",
        f"bylines/{thing_id('林禾')}/",
        "dates/2022/",
    ):
        assert len(pages[address]["part"].rows) == 200, address
        assert [row.title for row in pages[f"{address}2/"]["part"].rows] == ["第201则"], address
        assert pages[f"{address}2/"]["title"] == f"{pages[address]['title']}（第2页）"
        assert [way.rel for way in pages[address]["head"].links][:1] == ["next"]
        assert [way.rel for way in pages[f"{address}2/"]["head"].links][:1] == ["prev"]
    exact = noted(make_archive(make_page(*many(200, **draft))), *lists_of)
    assert not [address for address in exact if address.endswith("/2/")]


def test_the_list_of_columns_holds_two_hundred_on_a_page() -> None:
    drafts = [draft for at in range(201) for draft in many(1, column=f"第{at}栏")]
    pages = noted(make_archive(make_page(*drafts)), lists.column_pages)
    assert [len(pages[address]["columns"]) for address in ("columns/", "columns/2/")] == [200, 1]
    assert pages["columns/"]["unused"] == ["牧区夜话"]
    assert pages["columns/"]["outside"] == 0


def plain_pages(number: int, **draft: Any) -> list[Page]:
    """Return pages of one item each."""
    return [make_page(Draft(headline="一", **draft), page_id=f"page-{at:03}") for at in range(number)]


@pytest.mark.parametrize(("number", "sizes"), [(60, [60]), (61, [60, 1])])
def test_the_list_of_pages_holds_sixty_on_a_page(number: int, sizes: list[int]) -> None:
    pages = noted(make_archive(*plain_pages(number)), prints.newspaper_pages)
    assert [len(page["pages"]) for page in pages.values() if page["template"] == "pages"] == sizes


@pytest.mark.parametrize(("edtf", "loose"), [("2022-06", False), ("2022", True)])
@pytest.mark.parametrize(("number", "more"), [(60, 0), (61, 1), (63, 3)])
def test_sixty_pages_are_named_under_a_month_or_a_year(
    edtf: str, loose: bool, number: int, more: int
) -> None:
    frame = Frame(archive=make_archive(*plain_pages(number, date=DateTag(edtf=edtf))))
    year = year_view(frame, "2022", frame.archive.items)
    june = year.months[5]
    named, left = (year.loose, year.more) if loose else (june.pages, june.more)
    assert (len(named), left) == (60, more)
    assert year.most == number
    assert ((june.pages, june.more) if loose else (year.loose, year.more)) == ((), 0)


def test_a_year_without_items_is_drawn_against_one() -> None:
    assert year_view(frame_of(Draft(headline="一")), "2022", ()).most == 1


def test_undated_items_stand_behind_all_years() -> None:
    drafts = [Draft(headline="一", date=DateTag(edtf=edtf)) for edtf in ("2020", None, "2022", "2021")]
    assert list(by_year(frame_of(*drafts).archive)) == ["2022", "2021", "2020", "unknown"]


@pytest.mark.parametrize(("number", "shown", "more"), [(7, 7, 0), (8, 7, 1)])
def test_seven_items_stand_under_a_new_page(number: int, shown: int, more: int) -> None:
    (card,) = home_view(frame_of(*many(number))).newest
    assert (len(card.stories), card.more) == (shown, more)


def test_items_without_headlines_stand_under_a_new_page_only_where_none_has_one() -> None:
    (card,) = home_view(frame_of(Draft(paragraphs=("甲。",)), Draft(headline="乙"))).newest
    assert ([row.title for row in card.stories], card.more) == (["乙"], 1)
    (card,) = home_view(frame_of(Draft(paragraphs=("甲。",)), Draft(paragraphs=("乙。",)))).newest
    assert ([row.title for row in card.stories], card.more) == (["〔甲〕", "〔乙〕"], 0)


@pytest.mark.parametrize(("number", "shown"), [(24, 24), (25, 24)])
def test_the_home_page_names_twenty_four_columns(number: int, shown: int) -> None:
    drafts = [Draft(headline="一", column=f"第{at}栏") for at in range(number)]
    assert len(home_view(frame_of(*drafts)).columns) == shown


@pytest.mark.parametrize(("number", "shown"), [(4, 4), (5, 4)])
def test_the_home_page_has_four_new_pages(number: int, shown: int) -> None:
    assert len(home_view(Frame(archive=make_archive(*plain_pages(number)))).newest) == shown


@pytest.mark.parametrize(("number", "shown"), [(10, 10), (11, 10)])
def test_ten_items_are_named_for_what_is_missing(number: int, shown: int) -> None:
    count = coverage_view(frame_of(*many(number))).missing[0]
    assert (count.count, len(count.rows)) == (number, shown)


@pytest.mark.parametrize(("number", "shown"), [(40, 40), (41, 40)])
def test_forty_names_stand_under_a_role(number: int, shown: int) -> None:
    frame = frame_of(Draft(headline="一", bylines=tuple(by(f"林{at}", "记者") for at in range(number))))
    assert [len(group.links) for group in people_by_role(frame)] == [shown]


@pytest.mark.parametrize(("number", "shown"), [(8, 8), (9, 8)])
def test_eight_items_are_named_under_a_practice(number: int, shown: int) -> None:
    frame = frame_of(*many(number, practices=("夜校",)))
    (((_, (view,)),),) = (
        practice_views(frame, leaf) for leaf in leaves_of(frame, ThingKind.PRACTICE, "practices/")
    )
    assert (view.link.count, len(view.rows)) == (number, shown)


@pytest.mark.parametrize(("number", "shown"), [(20, 20), (21, 20)])
def test_twenty_items_that_mention_a_place_are_named(number: int, shown: int) -> None:
    frame = frame_of(*many(number, regions=(place("150105", primary=False),)))
    view = place_view(frame, PLACES[2])
    assert (view.mention_count, len(view.mentions)) == (number, shown)


@pytest.mark.parametrize(("towns", "deep"), [(395, True), (396, False)])
def test_a_tree_of_up_to_four_hundred_places_shows_the_smallest(towns: int, deep: bool) -> None:
    spots = [Place(f"150105{at:03}", f"第{at}镇", "township", "150105", (), f"t{at}") for at in range(towns)]
    above = ("内蒙古自治区", "呼和浩特市", "赛罕区")
    tags = [region(spot.code, *above, spot.name, level=Level.TOWNSHIP) for spot in spots]
    gazetteer = Gazetteer(places={spot.code: spot for spot in (*PLACES, *spots)}, province=PLACES[0])
    archive = make_archive(make_page(Draft(headline="一", regions=tags)), gazetteer=gazetteer)
    assert bool(region_tree(Frame(archive=archive)).branches[0].branches[0].branches) is deep


# ---- an index by letters ----


@pytest.mark.parametrize(("number", "pages"), [(200, 1), (201, 2)])
def test_an_index_of_two_hundred_stays_on_one_page(number: int, pages: int) -> None:
    slugs = {f"甲{at}": f"jia-{at}" for at in range(number)}
    found = leaves(slugs, "x/")
    assert [(leaf.letter, leaf.address) for leaf in found] == (
        [("", "x/")] if pages == 1 else [("J", "x/j/"), ("J", "x/j/2/")]
    )
    assert [leaf.titled("做法") for leaf in found] == (
        ["做法"] if pages == 1 else ["做法：J", "做法：J（第2页）"]
    )


@pytest.mark.parametrize(("slug", "letter"), [("xue", "X"), ("1-3", "0"), ("-a", "0")])
def test_what_begins_with_no_letter_stands_under_0(slug: str, letter: str) -> None:
    assert letter_of(slug) == letter


def long_archive() -> Archive:
    """Return an archive whose indexes are cut: 201 names under L, one under M, one with a digit."""
    names = [*(f"林{at:03}" for at in range(201)), "马1", "1马"]
    draft = Draft(headline="一", bylines=tuple(by(name, "记者") for name in names), practices=tuple(names))
    return make_archive(make_page(draft))


@pytest.mark.parametrize(
    ("make", "root", "address", "title", "template"),
    [
        (things.practice_index, "practices/", "practices/", "做法", "practices"),
        (things.byline_index, "bylines/", "bylines/a-z/", "署名", "letters"),
    ],
)
def test_a_long_index_has_a_page_for_each_letter(
    make: Any, root: str, address: str, title: str, template: str
) -> None:
    pages = noted(long_archive(), make)
    own = {at: page for at, page in pages.items() if at == root or page["title"].startswith(f"{title}：")}
    assert [(at, page["title"]) for at, page in own.items()] == [
        (root, title),
        (f"{address}l/", f"{title}：L"),
        (f"{address}l/2/", f"{title}：L（第2页）"),
        (f"{address}m/", f"{title}：M"),
        (f"{address}0/", f"{title}：其他"),
    ]
    for page in own.values():
        assert [(link.text, link.href) for link in page["leaves"]] == [
            ("L", f"{address}l/index.html"),
            ("M", f"{address}m/index.html"),
            ("其他", f"{address}0/index.html"),
        ]
    first, second, *_, last = list(own.values())[1:]
    assert [words(link) for link in first["beside"]] == ["", f"下一页 → {address}l/2/index.html"]
    assert [words(link) for link in second["beside"]] == [
        f"上一页 → {address}l/index.html",
        f"下一页 → {address}m/index.html",
    ]
    assert [words(link) for link in last["beside"]] == [f"上一页 → {address}m/index.html", ""]
    assert [words(link) for link in first["crumbs"]] == [f"{title} → {root}index.html"]
    assert {page["section"] for page in own.values()} == {root.rstrip("/")}
    assert {page["template"] for at, page in own.items() if at != root} == {template}
    assert own[root]["letters"] in ([], ())
    assert [len(page["letters"]) for page in list(own.values())[1:]] == [1, 1, 1, 1]
    assert [page.get("lead", at == root) for at, page in own.items()] == [True, False, False, False, False]


def words(link: Any) -> str:
    return f"{link.text} → {link.href}" if link else ""


# ---- company ----


def related(drafts: Sequence[Draft], at: int) -> list[str]:
    frame = frame_of(*drafts)
    return [link.text for link in related_to(frame, frame.archive.items[at])]


def test_two_neighbours_on_either_side_are_related_and_five_at_most() -> None:
    assert related(many(9, column="牧区夜话"), 4) == ["第3则", "第4则", "第6则", "第7则"]
    assert related(many(9, column="牧区夜话"), 0) == ["第2则", "第3则"]
    both = [
        replace(draft, practices=("夜校",) if at in (1, 8, 9) else ()) if at != 5 else draft
        for at, draft in enumerate(many(9, column="牧区夜话"), 1)
    ]
    both[4] = replace(both[4], practices=("夜校",))
    assert related(both, 4) == ["第1则", "第8则", "第9则", "第3则", "第4则"]


@pytest.mark.parametrize(("place_of_it", "found"), [(8, True), (9, False)])
def test_eight_practices_of_an_item_are_looked_at(place_of_it: int, found: bool) -> None:
    names = [f"做法{at}" for at in range(1, 10)]
    drafts = [
        Draft(headline="一", practices=names),
        Draft(headline="二", practices=(names[place_of_it - 1],)),
    ]
    assert related(drafts, 0) == (["二"] if found else [])


@pytest.mark.parametrize("level", [Level.LEAGUE, Level.COUNTY])
@pytest.mark.parametrize(("before", "found"), [(5, True), (6, False)])
def test_six_places_of_an_item_are_looked_at(level: Level, before: int, found: bool) -> None:
    wanted = place("150100") if level is Level.LEAGUE else place("150105")
    regions = [*[place("152501", primary=False)] * before, wanted]
    assert related([Draft(headline="一", regions=regions), Draft(headline="二", regions=(wanted,))], 0) == (
        ["二"] if found else []
    )


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"practices": ("夜校",)}, {"regions": (place("150105"),)}),
        ({"regions": (place("150105"),)}, {"themes": (theme("xue-xi-jiao-yu", "学习教育"),)}),
        ({"themes": (theme("xue-xi-jiao-yu", "学习教育"),)}, {"regions": (place("150100"),)}),
        ({"themes": (theme("xue-xi-jiao-yu", "学习教育"),)}, {"column": "牧区夜话"}),
        (
            {"practices": ("夜校",)},
            {"column": "牧区夜话", "themes": (theme("xue-xi-jiao-yu", "学习教育"),)},
        ),
        (
            {"column": "牧区夜话", "themes": (theme("xue-xi-jiao-yu", "学习教育"),)},
            {"regions": (place("150105"),)},
        ),
    ],
)
def test_what_says_more_comes_first(better: dict[str, Any], worse: dict[str, Any]) -> None:
    whole: dict[str, Any] = {}
    for each in (better, worse):
        for name, value in each.items():
            whole[name] = value if isinstance(value, str) else (*whole.get(name, ()), *value)
    assert related(
        [Draft(headline="一", **whole), Draft(headline="次", **worse), Draft(headline="先", **better)], 0
    ) == ["先", "次"]


def test_the_province_alone_brings_nothing_together() -> None:
    assert related(many(2, regions=(place("150000"),)), 0) == []
    assert related(many(2, regions=(place("150105", primary=False),)), 0) == []


# ---- pictures ----


@pytest.mark.parametrize(
    "tiles",
    [
        "{}",
        "tiles: []",
        "tiles: {'150100': [1]}",
        "tiles: {'150100': [1, 1, 2, 1]}",
        "tiles: {'150100': [0, 1]}",
        "tiles: {'150100': [1, 8]}",
        "tiles: {'150100': ['1', 1]}",
        "tiles: {'150100': 1}",
        "{tiles: {}, more: 1}",
        "[]",
    ],
)
def test_what_is_no_map_is_told(tmp_path: Path, tiles: str) -> None:
    with pytest.raises(ConfigError, match=r"tilemap\.yml"):
        tile_map(mapped(tmp_path, tiles))


@pytest.mark.parametrize(
    ("tiles", "placed", "found"),
    [
        ("tiles: {'150100': [1, 7], '152500': [7, 1, 2]}", True, [(1, 7, False), (7, 1, True)]),
        ("tiles: {'150100': [1, 7]}", False, [(0, 0, False), (0, 0, False)]),
    ],
)
def test_tiles_stand_where_the_map_says_or_flow(tmp_path: Path, tiles: str, placed: bool, found: Any) -> None:
    drawn = tile_map(mapped(tmp_path, tiles))
    assert drawn.placed is placed
    assert [(tile.column, tile.row, tile.wide) for tile in drawn.tiles] == found


def mapped(folder: Path, tiles: str) -> Frame:
    (folder / "tilemap.yml").write_text(f"{tiles}\n", encoding="utf-8")
    archive = make_archive(make_page(Draft(headline="一")))
    return Frame(archive=replace(archive, settings=replace(archive.settings, config_dir=folder)))


@pytest.mark.parametrize(
    ("name", "short"),
    [("大市", "大市"), ("兴安盟", "兴安"), ("青州", "青州"), ("青海州", "青海"), ("白河市", "白河"), ("白河县", "白河县")],
)  # fmt: skip
def test_only_the_last_word_of_a_league_falls_away(name: str, short: str) -> None:
    assert short_name(replace(PLACES[1], name=name)) == short


def test_there_is_no_matrix_where_no_item_has_theme_and_league() -> None:
    assert league_matrix(frame_of(Draft(headline="一", regions=(place("150105"),)))) is None
    assert league_matrix(frame_of(Draft(headline="一", themes=(theme("jiu", "旧"),), regions=(place("150105"),)))) is None  # fmt: skip


def test_the_search_has_examples_only_of_what_there_is() -> None:
    assert examples(frame_of(Draft(headline="一"))) == []
    drafts = [
        Draft(headline="一", practices=("甲", "乙", "丙"), themes=(theme("jiu", "旧"),)),
        Draft(headline="二", practices=("丙",)),
    ]
    assert examples(frame_of(*drafts)) == ["丙", "甲", "jiu"]


# ---- printed words ----


def cut(words: str, *readings: tuple[str, str]) -> Iterator[str]:
    page = make_page(Draft(paragraphs=(words,), corrections=readings))
    span = page.items[0].body[0].pieces[0]
    for piece in printed(page.source, span, marks_of(page.items[0])):
        yield f"{piece.text}/{piece.corrected}" if piece.corrected else piece.text


def test_misprints_at_the_ends_leave_no_empty_words() -> None:
    assert list(cut("甲乙丙", ("甲", "申"), ("丙", "内"))) == ["甲/申", "乙", "丙/内"]
    assert list(cut("甲乙丙", ("甲乙", "申乙"), ("乙丙", "乙内"))) == ["甲乙/申乙", "丙"]
    assert list(cut("甲乙丙", ("甲乙丙", "申乙内"))) == ["甲乙丙/申乙内"]


@pytest.mark.parametrize(
    ("kinds", "notice"),
    [
        ("ff", ""),
        ("fa", "有 1 个版面只是提要，不是报纸原文。"),
        ("aa", "各版文字都只是提要，不是报纸原文。"),
    ],
)
def test_an_archive_says_how_many_pages_are_abstracts(kinds: str, notice: str) -> None:
    pages = plain_pages(2)
    for at, kind in enumerate(kinds):
        made = TextKind.ABSTRACT if kind == "a" else TextKind.FULL
        pages[at] = replace(pages[at], issue=replace(pages[at].issue, text_kind=made))
    assert Press(Frame(archive=make_archive(*pages))).notice == notice
