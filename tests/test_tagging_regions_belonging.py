"""Where an item belongs: every limit with a value on either side, in an invented province."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from generator.tagging.regions.belonging import PlaceWeights, main_places, visited, weigh
from generator.tagging.regions.item_words import Standing, Words
from generator.tagging.regions.mentions import Reader
from generator.tagging.regions.place_names import PlaceNames, place_names_of
from tests.little_province import little_province
from tests.making import Draft, by, make_page

PROVINCE, CITY, BANNERS, REGION = "150000", "150100", "152500", "152600"
LAMP, NEW, FISH, ZONE, STREET, ZONE_STREET = "150101", "150102", "150103", "150171", "150101001", "150171001"
LEAD, BYLINE, HEADING = Standing.LEAD, Standing.BYLINE, Standing.HEADING


@pytest.fixture(scope="module")
def names() -> PlaceNames:
    return place_names_of(little_province())


def words_of(*paragraphs: str, **draft: Any) -> Words:
    page = make_page(Draft(paragraphs=paragraphs, **draft))
    return Words(page.items[0], page)


def belongs(names: PlaceNames, paragraphs: int = 2, text: str = "渠。", **said: Any) -> list[str]:
    for key in ("own", "total", "count", "certain"):
        said[key] = Counter(said.get(key, {}))
    words = words_of(*[text] * paragraphs, headline="渠")
    return main_places(PlaceWeights(**said), names, words)


CASES: list[tuple[dict[str, Any], list[str]]] = [
    # No place at all: the province, if a word for it leads.
    ({"province_leads": True}, [PROVINCE]),
    ({"province_leads": False, "province": 9}, []),
    # Places elsewhere outweigh those at home, unless a heading or a signer names one of these.
    ({"total": {CITY: 3}, "abroad": 3}, [CITY]),
    ({"total": {CITY: 3}, "abroad": 4}, []),
    ({"total": {CITY: 3}, "abroad": 4, "province": 1}, [CITY]),
    ({"total": {CITY: 3}, "abroad": 9, "standing": {CITY: LEAD}}, []),
    ({"total": {CITY: 3}, "abroad": 9, "standing": {CITY: BYLINE}}, [CITY]),
    # The province that leads and weighs as much rules, unless a place stands higher or in front.
    ({"total": {CITY: 3}, "province": 3, "province_leads": True}, [PROVINCE]),
    ({"total": {CITY: 3}, "province": 2, "province_leads": True}, [CITY]),
    ({"total": {CITY: 3}, "province": 3}, [CITY]),
    ({"total": {CITY: 3}, "province": 3, "province_leads": True, "standing": {CITY: LEAD}}, [CITY]),
    (
        {
            "total": {CITY: 3},
            "province": 3,
            "province_leads": True,
            "province_first": True,
            "standing": {CITY: LEAD},
        },
        [PROVINCE],
    ),
    (
        {
            "total": {CITY: 3},
            "province": 3,
            "province_leads": True,
            "province_first": True,
            "standing": {CITY: BYLINE},
        },
        [CITY],
    ),
    # Six tenths stand for all; two share a story, three are the province's.
    ({"total": {CITY: 6, BANNERS: 4}}, [CITY]),
    ({"total": {CITY: 59, BANNERS: 41}}, [CITY, BANNERS]),
    ({"total": {CITY: 41, BANNERS: 59}}, [BANNERS, CITY]),
    ({"total": {CITY: 59, BANNERS: 41}, "province_leads": True}, [PROVINCE]),
    ({"total": {CITY: 5, BANNERS: 4, REGION: 3}}, [PROVINCE]),
    # A league named once, late and by the way is background.
    ({"total": {CITY: 1}, "own": {CITY: 1}, "count": {CITY: 1}, "paragraphs": 3}, []),
    ({"total": {CITY: 1}, "own": {CITY: 1}, "count": {CITY: 1}, "paragraphs": 2}, [CITY]),
    ({"total": {CITY: 1}, "own": {CITY: 1}, "count": {CITY: 2}, "paragraphs": 3}, [CITY]),
    ({"total": {CITY: 1}, "count": {CITY: 1}, "paragraphs": 3}, [CITY]),
    (
        {"total": {CITY: 1}, "own": {CITY: 1}, "count": {CITY: 1}, "paragraphs": 3, "standing": {CITY: LEAD}},
        [CITY],
    ),
    (
        {
            "total": {CITY: 50, BANNERS: 38, REGION: 12},
            "own": {CITY: 50, BANNERS: 38, REGION: 12},
            "paragraphs": 3,
        },
        [PROVINCE],
    ),
    (
        {
            "total": {CITY: 50, BANNERS: 39, REGION: 11},
            "own": {CITY: 50, BANNERS: 39, REGION: 11},
            "count": {CITY: 2, BANNERS: 2},
            "paragraphs": 3,
        },
        [CITY, BANNERS],
    ),
    (
        {
            "total": {CITY: 50, BANNERS: 38, REGION: 12},
            "own": {CITY: 50, BANNERS: 38, REGION: 12},
            "count": {CITY: 2, BANNERS: 2},
            "province": 1,
            "paragraphs": 3,
        },
        [CITY, BANNERS],
    ),
    # A county is told of if it weighs as much as its league's own name, or half of it and opens the story.
    ({"total": {CITY: 6, LAMP: 3}, "own": {CITY: 3}}, [LAMP]),
    ({"total": {CITY: 7, LAMP: 3}, "own": {CITY: 4}}, [CITY]),
    ({"total": {CITY: 7, LAMP: 3}, "own": {CITY: 4}, "standing": {LAMP: BYLINE}}, [LAMP]),
    ({"total": {CITY: 9, LAMP: 3}, "own": {CITY: 6}, "standing": {LAMP: LEAD}}, [LAMP]),
    ({"total": {CITY: 10, LAMP: 3}, "own": {CITY: 7}, "standing": {LAMP: LEAD}}, [CITY]),
    (
        {"total": {CITY: 9, LAMP: 3}, "own": {CITY: 6}, "standing": {LAMP: LEAD}, "called": {CITY: HEADING}},
        [CITY],
    ),
    (
        {"total": {CITY: 9, LAMP: 3}, "own": {CITY: 6}, "standing": {LAMP: LEAD}, "called": {CITY: BYLINE}},
        [LAMP],
    ),
    ({"total": {CITY: 10, LAMP: 6, FISH: 4}}, [LAMP]),
    ({"total": {CITY: 9, LAMP: 5, FISH: 4}, "own": {CITY: 3}}, [LAMP, FISH]),
    ({"total": {CITY: 9, LAMP: 4, FISH: 5}, "own": {CITY: 3}}, [FISH, LAMP]),
    ({"total": {CITY: 9, LAMP: 5, FISH: 4}, "own": {CITY: 4}}, [CITY]),
    ({"total": {CITY: 9, LAMP: 4, FISH: 3, NEW: 3}}, [CITY]),
    # Words for the whole league keep a story of several counties with it.
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "全市的渠。"}, [CITY]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "我市的渠。"}, [CITY]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "全盟的渠。"}, [CITY]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "我盟的渠。"}, [CITY]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "该市的渠。"}, [LAMP]),
    ({"total": {CITY: 9, LAMP: 8}, "text": "全市的渠。"}, [LAMP]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "全市的渠。", "standing": {LAMP: LEAD}}, [CITY]),
    ({"total": {CITY: 9, LAMP: 8, FISH: 1}, "text": "全市的渠。", "standing": {LAMP: BYLINE}}, [LAMP]),
    (
        {
            "total": {CITY: 9, LAMP: 8, FISH: 1},
            "certain": {LAMP: 8},
            "text": "全市的渠。",
            "standing": {LAMP: LEAD},
        },
        [CITY],
    ),
    # A town that outweighs its county, stands high, or opens a short story or a story that returns to it.
    (
        {
            "total": {CITY: 10, LAMP: 10},
            "certain": {STREET: 6},
            "standing": {STREET: BYLINE},
            "paragraphs": 3,
        },
        [STREET],
    ),
    ({"total": {CITY: 10, LAMP: 10}, "certain": {STREET: 5}, "standing": {STREET: BYLINE}}, [LAMP]),
    ({"total": {CITY: 10, LAMP: 10}, "certain": {STREET: 6}, "standing": {STREET: LEAD}}, [STREET]),
    (
        {"total": {CITY: 10, LAMP: 10}, "certain": {STREET: 6}, "standing": {STREET: LEAD}, "paragraphs": 3},
        [LAMP],
    ),
    (
        {
            "total": {CITY: 10, LAMP: 10},
            "certain": {STREET: 6},
            "standing": {STREET: LEAD},
            "count": {STREET: 4},
            "paragraphs": 3,
        },
        [STREET],
    ),
    (
        {
            "total": {CITY: 10, LAMP: 10},
            "certain": {STREET: 6},
            "standing": {STREET: LEAD},
            "count": {STREET: 3},
            "paragraphs": 3,
        },
        [LAMP],
    ),
    ({"total": {CITY: 10, LAMP: 10}, "certain": {STREET: 6}}, [LAMP]),
    (
        {"total": {CITY: 10, ZONE: 10}, "certain": {ZONE_STREET: 6}, "standing": {ZONE_STREET: LEAD}},
        [ZONE_STREET],
    ),
    (
        {
            "total": {CITY: 10, LAMP: 10, STREET: 10},
            "certain": {STREET: 10, f"{STREET}002": 6},
            "standing": {STREET: LEAD, f"{STREET}002": LEAD},
        },
        [f"{STREET}002"],
    ),
]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_either_side_of_every_limit(said: dict[str, Any], expected: list[str], names: PlaceNames) -> None:
    assert belongs(names, **dict(said)) == expected


def weights_of(names: PlaceNames, *paragraphs: str, **draft: Any) -> PlaceWeights:
    words = words_of(*paragraphs, **draft)
    return weigh(Reader(words.text, names).read(), words, names)


def test_what_names_weigh(names: PlaceNames) -> None:
    found = weights_of(
        names,
        "望潮市灯塔区鱼市街道来人,云海市来人。",
        "灯塔区来人。",
        "白沙盟来人。",
        headline="灯塔区",
    )
    assert found.own == {LAMP: 8, STREET: 3, BANNERS: 1}
    assert found.total == {PROVINCE: 12, CITY: 11, LAMP: 11, STREET: 3, BANNERS: 1}
    assert found.count == {PROVINCE: 4, CITY: 3, LAMP: 3, STREET: 1, BANNERS: 1}
    assert found.certain == found.total
    assert found.standing == {PROVINCE: 3, CITY: 3, LAMP: 3, STREET: 1, BANNERS: 0}
    assert found.called == {LAMP: 3, STREET: 1, BANNERS: 0}
    assert (found.abroad, found.province, found.province_leads, found.province_first) == (3, 0, False, False)
    assert (found.top(LAMP), found.top(FISH)) == (HEADING, Standing.BODY)


def test_a_later_name_in_a_lower_place_changes_no_standing(names: PlaceNames) -> None:
    found = weights_of(names, "渠。", "灯塔区来人。", "灯塔区来人。", headline="灯塔区")
    assert (found.called[LAMP], found.standing[LAMP]) == (HEADING, HEADING)
    found = weights_of(names, "渠。", "灯塔区来人。", bylines=(by("灯塔区政府", "", None),))
    assert found.called[LAMP] == BYLINE


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("新华社灯塔区来人。", 1),
        ("本报灯塔区来人。", 1),
        ("中新社灯塔区来人。", 1),
        ("电灯塔区来人。", 1),
        ("本报在望潮六月一日的灯塔区来人。", 1),
        ("本报,在望潮六月一日的灯塔区来人。", 3),
        ("本报。灯塔区来人。", 3),
        ("本报;灯塔区来人。", 3),
        ("日报灯塔区来人。", 3),
    ],
)
def test_a_dateline_weighs_one(text: str, weight: int, names: PlaceNames) -> None:
    found = weights_of(names, text)
    assert (found.own[LAMP], found.standing[LAMP]) == (weight, LEAD if weight == 3 else Standing.BODY)


@pytest.mark.parametrize(("rule", "certain"), [("page", 0), ("stem", 0), ("guess", 0), ("alias", 3)])
def test_only_names_in_full_are_certain(rule: str, certain: int, names: PlaceNames) -> None:
    words = words_of("鱼市街道来人。")
    (mention,) = Reader("望潮市鱼市街道", names).read()[1:]
    mention.start, mention.end, mention.rule = 0, 4, rule
    found = weigh([mention], words, names)
    assert (found.total[STREET], found.certain[STREET], found.certain[PROVINCE]) == (3, certain, certain)


def away(text: str, names: PlaceNames) -> set[str]:
    words = words_of(text)
    return visited(Reader(words.text, names).read(), words, names)


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"沙柳旗组织村医{word}渔歌县学习。"
            for word in ["赴", "前往", "走进", "来到", "奔赴", "远赴", "抵达", "到"]
        ),
        *(
            f"沙柳旗组织村医到渔歌县{word}。"
            for word in ["参观", "考察", "观摩", "学习", "取经", "交流", "培训", "研学", "调研"]
        ),
        *(
            f"沙柳旗{word}到渔歌县学习。"
            for word in [
                "组织",
                "带领",
                "一行",
                "考察团",
                "代表团",
                "率",
                "选派",
                "党政",
                "干部",
                "党员",
                "学员",
                "代表",
            ]
        ),
        *(f"渠{end}沙柳旗干部到渔歌县学习。" for end in "。;；!！?？"),
        "沙柳旗" + "的" * 23 + "组织人到渔歌县学习。",
        "沙柳旗干部到渔歌县" + "的" * 118 + "学习。",
        "白沙盟来人,沙柳旗干部到渔歌县学习。",
        "沙柳旗干部来,望潮市来,到渔歌县学习",
    ],
)
def test_guests_stay_at_home(text: str, names: PlaceNames) -> None:
    assert away(text, names) == {CITY}


@pytest.mark.parametrize(
    "text",
    [
        "沙柳旗组织村医在渔歌县学习。",
        "沙柳旗组织村医到渔歌县开会。",
        "沙柳旗的人到渔歌县学习。",
        "沙柳旗" + "的" * 24 + "组织人到渔歌县学习。",
        "沙柳旗干部到渔歌县" + "的" * 119 + "学习。",
        "沙柳旗干部到渔歌县。大家学习。",
        *(f"沙柳旗干部来{end}人到渔歌县学习。" for end in "。;；!！?？"),
        "云海市干部到渔歌县学习。",
        "望潮市干部到渔歌县学习。",
        "渔歌县干部到望潮市学习。",
        "沙柳旗来人,到渔歌县学习,干部很多。",
        "到渔歌县学习的沙柳旗干部。",
    ],
)
def test_no_guests_no_visit(text: str, names: PlaceNames) -> None:
    assert away(text, names) == set()


def test_guests_of_one_league_visit_a_county(names: PlaceNames) -> None:
    assert away("灯塔区干部到渔歌县学习。", names) == {FISH}
    assert away("灯塔区干部到渔歌县月牙湾镇学习。", names) == {FISH}
    assert away("灯塔区干部到月牙湾镇学习,渔歌县好。", names) == {FISH}
    assert weights_of(names, "灯塔区干部到渔歌县月牙湾镇学习。").own == {LAMP: 3}
    assert weights_of(names, "沙柳旗干部到渔歌县学习。").own == {"152501": 3}
