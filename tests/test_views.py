"""What templates may see: words, addresses, printed lines, counts that add up, dates never narrowed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.dates import by_year, years_of
from generator.archive.things import ThingKind, thing_id
from generator.model import Block, DateBasis, DateTag, Item, Kind, Level, Page, Role, Series, Span
from generator.model.edtf import days
from generator.model.widths import full_width
from generator.site.views.charts import shade, short_name, tile_map
from generator.site.views.files import size_words
from generator.site.views.frame import Frame
from generator.site.views.home import coverage_view, home_view, newest_pages
from generator.site.views.leaves import leaves
from generator.site.views.names import title_of
from generator.site.views.pages import page_view
from generator.site.views.places import place_view, region_tree
from generator.site.views.prints import lines_around, marks_of, printed
from generator.site.views.reasons import proofs
from generator.site.views.related import related_to
from generator.site.views.series import runs
from generator.site.views.subjects import column_view, extent, theme_view
from generator.site.views.times import year_view
from generator.site.views.writers import leaves_of, people_by_role, person_view, practice_views
from generator.telling.errors import ConfigError
from generator.vocabulary.gazetteer import Gazetteer, Place
from tests.making import PLACES, Draft, by, make_archive, make_page, place, proof, region, theme

JUNE = DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED)


def frame_of(*pages: Page, **options: object) -> Frame:
    return Frame(archive=make_archive(*pages, **options))  # type: ignore[arg-type]


# ---- words ----


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2022-06-03", ("2022-06-03", "2022-06-03")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-06/2022-07-03", ("2022-06-01", "2022-07-03")),
        ("2019-07-15/..", None),
        (None, None),
    ],
)
def test_an_interval_has_days_only_where_both_ends_are_known(edtf: str | None, span: object) -> None:
    assert days(edtf) == span


def test_our_own_words_get_the_marks_of_chinese_print() -> None:
    assert full_width("标题很少,可能不是:“甲”;2,000 字 a,b") == "标题很少，可能不是：“甲”；2,000 字 a,b"


def test_numbers_in_a_row_become_a_range() -> None:
    assert list(runs([1, 2, 3, 5, 8, 9])) == ["1–3", "5", "8–9"]
    assert list(runs([])) == []


@pytest.mark.parametrize(("size", "words"), [(900, "900 字节"), (1536, "1.5 KB"), (3 << 20, "3.0 MB")])
def test_a_size_is_told_in_units(size: int, words: str) -> None:
    assert size_words(size) == words


# ---- printed lines ----


def test_lines_outside_heading_and_body_stand_where_they_were_printed() -> None:
    page = make_page(Draft(headline="雪", bylines=(by("林禾", "本报记者"),), paragraphs=("下雪了。",)))
    before, after = lines_around(page, page.items[0])
    assert ["".join(piece.text for piece in line.pieces) for line in before] == ["□本报记者 林禾"]
    assert after == ()


def test_a_signature_stands_behind_the_body() -> None:
    page = make_page(Draft(headline="雪", bylines=(by("林禾"),), signed=True, paragraphs=("下雪了。",)))
    before, after = lines_around(page, page.items[0])
    assert (before, after[0].pieces[0].text) == ((), "(林禾)")


def test_what_a_paragraph_leaves_of_its_line_is_shown_too() -> None:
    page = make_page(Draft(headline="雪", paragraphs=("下雪了。(林禾)",)))
    item = page.items[0]
    part = item.body[0]
    cut = replace(part, pieces=(Span(part.pieces[0].start, part.pieces[0].end - 4),), text="下雪了。")
    _, after = lines_around(page, replace(item, body=(cut,)))
    assert [line.pieces[0].text for line in after] == ["(林禾)"]


def shown(page: Page, item: Item) -> str:
    """Return every printed character of an item that its views show, without blanks."""
    before, after = lines_around(page, item)
    headings = [heading.text for heading in (item.kicker, item.headline, item.deck) if heading]
    lines = ["".join(piece.text for piece in line.pieces) for line in (*before, *after)]
    body = ["".join(page.source.quote(span) for span in part.pieces) for part in item.body]
    return "".join(sorted("".join([*headings, *lines, *body]).replace(" ", "")))


def printed_content(page: Page, block: Block) -> str:
    whole = block.role in (Role.BYLINE, Role.SIGNATURE, Role.CREDIT)
    return page.source.quote(block.span if whole else block.content)


WORDS = st.text(st.sampled_from("雪山草地人马车书a1,。“”"), min_size=1, max_size=12)


@given(headline=WORDS, kicker=WORDS, paragraphs=st.lists(WORDS, max_size=4), signed=st.booleans())
def test_every_character_of_an_item_is_shown_once(
    headline: str, kicker: str, paragraphs: list[str], signed: bool
) -> None:
    draft = Draft(
        headline=headline, kicker=kicker, bylines=(by("林禾", "记者"),), signed=signed, paragraphs=paragraphs
    )
    page = make_page(draft)
    item = page.items[0]
    source = "".join(printed_content(page, block) for block in item.blocks)
    assert shown(page, item) == "".join(sorted(source.replace(" ", "")))


def test_a_misprint_cuts_the_words_and_keeps_them() -> None:
    page = make_page(Draft(paragraphs=("修了一条排水沟。",), corrections=(("排水沟", "排水渠"),)))
    item = page.items[0]
    pieces = printed(page.source, item.body[0].pieces[0], marks_of(item))
    assert [(piece.text, piece.corrected) for piece in pieces] == [
        ("修了一条", ""),
        ("排水沟", "排水渠"),
        ("。", ""),
    ]


def test_the_same_words_on_several_lines_are_one_reason() -> None:
    page = make_page(Draft(headline="雪"))
    reasons = proofs(page, [proof("锡盟", line, "alias") for line in (3, 5, 3)])
    assert [(reason.text, reason.note, [line.number for line in reason.lines]) for reason in reasons] == [
        ("锡盟", "别称", [3, 5])
    ]


# ---- places ----


def test_the_counts_of_a_place_add_up() -> None:
    frame = frame_of(
        make_page(
            Draft(headline="一", regions=(place("150105"),)),
            Draft(headline="二", regions=(place("150105"), place("152501"))),
            Draft(headline="三", regions=(place("150100"),)),
            Draft(headline="四", regions=(place("150000"),)),
        )
    )
    view = place_view(frame, frame.archive.gazetteer.province)
    assert (view.total, view.own, view.shared) == (4, 1, 1)
    assert view.total == view.own + sum(child.count for child in view.children) - view.shared
    below = place_view(frame, frame.archive.gazetteer.places["150100"])
    assert (below.total, below.own, below.shared) == (3, 1, 0)


def test_a_place_that_is_only_mentioned_is_listed_apart() -> None:
    frame = frame_of(
        make_page(Draft(headline="一", regions=(place("150105"), place("152501", primary=False))))
    )
    view = place_view(frame, frame.archive.gazetteer.places["152500"])
    assert (view.total, view.mention_count, [row.title for row in view.mentions]) == (0, 1, ["一"])


def test_leagues_and_counties_have_pages_even_without_items() -> None:
    frame = frame_of(make_page(Draft(headline="一")))
    assert frame.region_pages == {spot.code for spot in PLACES}
    assert [branch.code for branch in region_tree(frame).branches] == ["150100", "152500"]


def test_a_tree_of_many_places_ends_at_the_counties() -> None:
    towns = [
        Place(f"150105{number:03d}", f"第{number}镇", "township", "150105", (), f"t{number}")
        for number in range(450)
    ]
    spots = {spot.code: spot for spot in (*PLACES, *towns)}
    tags = [
        region(town.code, "内蒙古自治区", "呼和浩特市", "赛罕区", town.name, level=Level.TOWNSHIP)
        for town in towns
    ]
    gazetteer = Gazetteer(places=spots, province=PLACES[0])
    few = frame_of(make_page(Draft(headline="一", regions=tags[:3])), gazetteer=gazetteer)
    many = frame_of(make_page(Draft(headline="一", regions=tags)), gazetteer=gazetteer)
    assert len(region_tree(few).branches[0].branches[0].branches) == 3
    assert region_tree(many).branches[0].branches[0].branches == ()
    assert len(place_view(many, gazetteer.places["150105"]).children) == 450


# ---- lists ----


def test_a_short_index_stays_on_one_page() -> None:
    (leaf,) = leaves({"雪": "xue", "马": "ma", "1+3": "1-3"}, "practices/")
    assert (leaf.address, leaf.names) == ("practices/", ("马", "雪", "1+3"))


def test_a_long_index_is_cut_by_letter_and_by_number() -> None:
    slugs = {f"雪{number}": f"xue-{number:03d}" for number in range(5)} | {"马": "ma", "1": "1"}
    found = leaves(slugs, "x/", size=3)
    assert [(leaf.letter, leaf.address, len(leaf.names)) for leaf in found] == [
        ("M", "x/m/", 1),
        ("X", "x/x/", 3),
        ("X", "x/x/2/", 2),
        ("0", "x/0/", 1),
    ]


def test_a_list_is_cut_into_parts_that_lead_to_each_other() -> None:
    page = make_page(*(Draft(headline=f"第{number}则", kind=Kind.BRIEF) for number in range(7)))
    frame = frame_of(page)
    parts = list(frame.parts(frame.archive.items, "columns/x/", 3))
    assert [(part.address, len(part.rows)) for part in parts] == [
        ("columns/x/", 3),
        ("columns/x/2/", 3),
        ("columns/x/3/", 1),
    ]
    assert parts[0].previous is None
    assert parts[1].previous
    assert parts[1].previous.href == "columns/x/index.html"
    assert parts[2].next is None


def test_lists_begin_with_the_newest_and_end_with_the_undated() -> None:
    dates = {"一": "2021", "二": None, "三": "2022-06-11/2022-06-30", "四": "2022-06-12"}
    page = make_page(*(Draft(headline=name, date=DateTag(edtf=edtf)) for name, edtf in dates.items()))
    frame = frame_of(page)
    assert [title_of(entry.item) for entry in frame.newest(frame.archive.items)] == ["三", "四", "一", "二"]


def test_an_empty_list_still_has_a_page() -> None:
    (part,) = frame_of(make_page(Draft(headline="一"))).parts([], "themes/x/", 3)
    assert (part.total, part.rows) == (1, ())


def test_a_column_knows_its_missing_parts_and_the_pages_without_it() -> None:
    pages = [
        make_page(Draft(column="牧区夜话", headline="一", series=Series(name="夜话", number=2, printed="②"))),
        make_page(Draft(headline="二"), page_id="page-02"),
        make_page(
            Draft(column="牧区夜话", headline="三", series=Series(name="夜话", number=5, printed="⑤")),
            page_id="page-03",
        ),
    ]
    view = column_view(frame_of(*pages), "牧区夜话")
    assert (view.total, view.pages, view.gap) == (2, 2, 1)
    assert view.series[0].missing == ("1", "3–4")


def test_a_column_outside_the_vocabulary_has_a_page_too() -> None:
    frame = frame_of(make_page(Draft(column="新栏目", headline="一")))
    view = column_view(frame, "新栏目")
    assert (view.listed, view.slug, view.total) == (False, "xin-lan-mu-702815", 1)


def test_a_theme_knows_what_goes_with_it() -> None:
    both = (theme("xue-xi-jiao-yu", "学习教育"), theme("zhi-li", "治理"))
    frame = frame_of(
        make_page(Draft(headline="一", themes=both, regions=(place("150105"),), column="牧区夜话"))
    )
    view = theme_view(frame, "xue-xi-jiao-yu")
    assert [link.text for link in (*view.beside, *view.places, *view.columns)] == [
        "治理",
        "呼和浩特市",
        "牧区夜话",
    ]
    assert (view.terms, view.against) == (("夜校",), ("电影",))


def test_contributors_are_told_by_what_they_did() -> None:
    frame = frame_of(
        make_page(
            Draft(headline="一", bylines=(by("林禾", "本报记者"), by("高远", "通讯员"))),
            Draft(headline="二", bylines=(by("林禾", "摄"),)),
        )
    )
    assert [(group.letter, [link.text for link in group.links]) for group in people_by_role(frame)] == [
        ("记者", ["林禾"]),
        ("通讯员", ["高远"]),
        ("摄影", ["林禾"]),
    ]
    assert person_view(frame, "林禾").total == 2


def test_practices_stand_by_their_pinyin() -> None:
    frame = frame_of(make_page(Draft(headline="一", practices=("夜校", "草原夜话", "1+3专项行动"))))
    (leaf,) = leaves_of(frame, ThingKind.PRACTICE, "practices/")
    letters = practice_views(frame, leaf)
    assert [(letter, [view.link.text for view in views]) for letter, views in letters] == [
        ("C", ["草原夜话"]),
        ("Y", ["夜校"]),
        ("0", ["1+3专项行动"]),
    ]
    href = f"practices/{thing_id('夜校')}/index.html"
    assert frame.thing_link(ThingKind.PRACTICE, "“夜校”").href == href


# ---- time ----


def test_an_item_of_two_years_stands_in_both_and_an_open_one_in_none() -> None:
    page = make_page(
        Draft(headline="一", date=DateTag(edtf="2022-12-30/2023-01-02", basis=DateBasis.INFERRED)),
        Draft(headline="二", date=DateTag(edtf="2019-07-15/..", basis=DateBasis.INFERRED)),
    )
    frame = frame_of(page)
    assert years_of(frame.archive.items[0]) == ("2022", "2023")
    assert {key: len(group) for key, group in by_year(frame.archive).items()} == {
        "2023": 1,
        "2022": 1,
        "unknown": 1,
    }


def test_an_interval_is_never_told_as_a_day() -> None:
    frame = frame_of(make_page(Draft(headline="一", date=JUNE)))
    year = year_view(frame, "2022", frame.archive.items)
    june = year.months[5]
    assert (june.sure, june.maybe) == (1, 0)
    assert {day.state for day in june.days[10:]} == {"maybe"}
    assert {day.state for day in june.days[:10]} == {"none"}
    assert year.months[0].days == ()


def test_a_month_that_is_only_possible_draws_no_calendar() -> None:
    frame = frame_of(make_page(Draft(headline="一", date=DateTag(edtf="2022-05-20/2022-07-02"))))
    year = year_view(frame, "2022", frame.archive.items)
    assert [bool(month.days) for month in year.months[3:8]] == [False, True, False, True, False]
    assert [month.maybe for month in year.months[3:8]] == [0, 1, 1, 1, 0]


def test_a_day_with_a_page_leads_to_it() -> None:
    frame = frame_of(make_page(Draft(headline="一", date=DateTag(edtf="2022-06-16"))))
    june = year_view(frame, "2022", frame.archive.items).months[5]
    assert [(day.number, day.links[0].href) for day in june.days if day.state == "page"] == [
        (16, "pages/page-01/index.html")
    ]


def test_an_interval_over_two_months_counts_for_neither() -> None:
    frame = frame_of(make_page(Draft(headline="一", date=DateTag(edtf="2022-06-11/2022-07-02"))))
    year = year_view(frame, "2022", frame.archive.items)
    assert [(month.sure, month.maybe) for month in year.months[5:7]] == [(0, 1), (0, 1)]
    assert len(year.loose) == 1


def test_the_first_and_last_date_of_a_list_are_its_bounds() -> None:
    page = make_page(
        Draft(headline="一", date=DateTag(edtf="2022-06")),
        Draft(headline="二", date=DateTag(edtf="2021-01-05")),
        Draft(headline="三"),
    )
    assert extent(make_archive(page).items) == ("2021年1月5日", "2022年6月")


def test_the_newest_page_comes_first_and_undated_ones_last() -> None:
    dated = [
        make_page(Draft(headline="一", date=DateTag(edtf=edtf)), page_id=name)
        for name, edtf in (("a", "2021-01-05"), ("b", "2022-06"), ("c", None))
    ]
    assert [page.id for page in newest_pages(tuple(dated))] == ["b", "a", "c"]


# ---- a newspaper page, an item's company, the whole ----


def test_every_line_of_a_page_says_where_it_went() -> None:
    page = make_page(
        Draft(column="牧区夜话", headline="雪", paragraphs=("下雪了。",)), unplaced=("这一行没有去处",)
    )
    view = page_view(frame_of(page), page, None, None)
    assert [line.text for line in view.lines] == [line for line in page.source.lines if line.strip()]
    assert [(line.role, line.unplaced, bool(line.owner)) for line in view.lines] == [
        ("栏目", False, False),
        ("标题", False, True),
        ("正文", False, True),
        ("未识别", True, False),
    ]
    assert view.lines[2].owner
    assert re.fullmatch(r"articles/page-01-01/index\.html#p\d{6}", view.lines[2].owner.href)


def test_related_items_say_why_and_are_never_the_item_itself() -> None:
    frame = frame_of(
        make_page(
            Draft(headline="一", practices=("夜校",), column="牧区夜话"),
            Draft(headline="二", practices=("夜校",), column="牧区夜话"),
            Draft(headline="三", column="牧区夜话"),
            Draft(headline="四"),
        )
    )
    related = related_to(frame, frame.archive.items[0])
    assert [(link.text, link.note) for link in related] == [
        ("二", "同提“夜校”；同一栏目“牧区夜话”"),
        ("三", "同一栏目“牧区夜话”"),
    ]


def test_at_most_five_items_are_related() -> None:
    page = make_page(
        *(Draft(headline=f"第{number}则", column="牧区夜话", practices=("夜校",)) for number in range(9))
    )
    frame = frame_of(page)
    assert all(len(related_to(frame, entry)) <= 5 for entry in frame.archive.items)


def test_home_counts_what_there_is() -> None:
    frame = frame_of(make_page(Draft(headline="一", paragraphs=("下雪 了。",), regions=(place("150105"),))))
    figures = {figure.unit: figure.number for figure in home_view(frame).figures}
    assert figures == {"个版面": "1", "篇": "1", "字": "4", "盟市": "1/2", "位署名者": "0", "种做法": "0"}


def test_coverage_tells_what_is_missing() -> None:
    frame = frame_of(make_page(Draft(paragraphs=("下雪了。",), complete=False), unplaced=("散",)))
    view = coverage_view(frame)
    assert {count.text: count.count for count in view.missing} == {
        "日期未定": 1,
        "日期是推定的区间": 0,
        "未定地区": 1,
        "未定主题": 1,
        "没有标题": 1,
        "没有署名": 1,
        "文字不全（版面截断）": 1,
    }
    assert view.unplaced == 1


# ---- pictures ----


@pytest.mark.parametrize(
    ("count", "most", "step"), [(0, 0, 0), (0, 9, 0), (1, 100, 1), (50, 100, 2), (9, 9, 4)]
)
def test_a_shade_tells_a_share(count: int, most: int, step: int) -> None:
    assert shade(count, most) == step


def test_a_league_is_short_on_its_tile() -> None:
    assert [short_name(spot) for spot in PLACES[1:4:2]] == ["呼和浩特", "锡林郭勒"]


def test_each_league_is_a_tile_that_leads_to_it() -> None:
    drawn = tile_map(frame_of(make_page(Draft(headline="一", regions=(place("150105"),)))))
    assert [(tile.link.text, tile.link.href, tile.link.count, tile.step) for tile in drawn.tiles] == [
        ("呼和浩特", "regions/150100/index.html", 1, 4),
        ("锡林郭勒", "", 0, 0),
    ]


def test_a_fault_in_the_map_is_told(tmp_path: Path) -> None:
    (tmp_path / "tilemap.yml").write_text("tiles: {'150100': [0]}\n", encoding="utf-8")
    archive = make_archive(make_page(Draft(headline="一")))
    moved = replace(archive, settings=replace(archive.settings, config_dir=tmp_path))
    with pytest.raises(ConfigError, match=r"tilemap\.yml"):
        tile_map(Frame(archive=moved))
