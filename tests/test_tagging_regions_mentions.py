"""Which names in a text are places, read in an invented province: what stands around and before a name decides."""

from __future__ import annotations

import pytest

from generator.tagging.regions import survey_regions
from generator.tagging.regions.findings import Known, Mention
from generator.tagging.regions.mentions import Reader, known_on
from generator.tagging.regions.place_names import PlaceNames, place_names_of
from tests.little_province import little_province
from tests.making import Draft, make_page
from tests.tagging_cases import read_table

MENTIONS = read_table("mentions")
SURVEYS = read_table("survey")


@pytest.fixture(scope="module")
def names() -> PlaceNames:
    return place_names_of(little_province())


def read(text: str, names: PlaceNames) -> str | None:
    reader = Reader(text, names)
    mentions = reader.read()
    told = [_told(mention, text, names) for mention in mentions]
    told += [f"!{text[clash.outer.start : clash.inner.end]}" for clash in reader.clashes]
    return " ".join(told) or None


def _told(mention: Mention, text: str, names: PlaceNames) -> str:
    places = names.gazetteer
    known = mention.code in places.places
    place = "/".join(step.name for step in places.path(mention.code)[1:]) if known else mention.code
    before = f"<{text[mention.after.start : mention.after.end]}" if mention.after else ""
    return f"{text[mention.start : mention.end]}={place}({mention.rule}{'+' * mention.chained}{before})"


def survey(text: str) -> str | None:
    page = make_page(Draft(paragraphs=text.split("|")))
    tags, doubts = survey_regions(page.items[0], page, little_province())
    told = []
    for tag in tags:
        proofs = "+".join(f"{proof.text}:{proof.rule}" for proof in tag.evidence)
        words = f"{'/'.join(tag.path[1:]) or tag.name}={proofs}"
        told.append(words if tag.primary else f"({words})")
    return " ".join([*told, *(doubt.detail for doubt in doubts)]) or None


@pytest.mark.parametrize("sentence", MENTIONS)
def test_names_that_are_places(sentence: str, names: PlaceNames) -> None:
    assert {text: read(text, names) for text in MENTIONS[sentence]} == MENTIONS[sentence]


@pytest.mark.parametrize("sentence", SURVEYS)
def test_tags_and_doubts_of_a_text(sentence: str) -> None:
    assert {text: survey(text) for text in SURVEYS[sentence]} == SURVEYS[sentence]


def learnt(text: str, names: PlaceNames) -> Known:
    known = Known()
    known.learn(Reader(text, names).read(), names)
    return known


def test_what_a_text_makes_known(names: PlaceNames) -> None:
    known = learnt("云海市、内蒙古自治区、白沙盟、渔歌县月牙湾镇石滩村和风铃旗。", names)
    assert known.counties == {"150103", "152601"}
    assert known.leagues == {"150100", "152500", "152600"}
    assert known.townships == {"150103001"}
    assert known.order == [(15, "150103"), (18, "150103"), (22, "150103"), (26, "152601")]


def test_what_is_known_of_one_text_is_forgotten_with_the_next(names: PlaceNames) -> None:
    known = learnt("渔歌县月牙湾镇。", names)
    page = Mention(start=0, end=3, code="152501001", rule="page")
    known.learn([page, Mention(start=4, end=7, code="152500", rule="full-name")], names)
    assert (known.counties, known.leagues, known.townships, known.order) == (set(), {"152500"}, set(), [])


def test_a_long_name_is_found_by_what_the_rest_of_the_page_names(names: PlaceNames) -> None:
    def beside(text: str, rest: str) -> list[tuple[str, str]]:
        page = make_page(Draft(paragraphs=(text,)), Draft(paragraphs=(rest,)))
        nearby = known_on(page.source, names)
        return [(mention.code, mention.rule) for mention in Reader(text, names, nearby).read()]

    assert beside("月牙湾镇来人。", "渔歌县来人。") == [("150103001", "page")]
    assert beside("月牙湾镇来人。", "沙柳旗来人。") == []
    assert beside("星耀镇来人。", "沙柳旗来人。") == []
    assert beside("东海滩社区来人。", "灯塔区来人。") == [("150101001002", "page")]
    assert beside("风铃旗月牙湾镇来人。", "渔歌县来人。") == [("152601", "full-name")]
    assert beside("白沙盟的月牙湾镇来人。", "渔歌县来人。") == [("152500", "full-name")]
    assert beside("风铃旗来人,月牙湾镇来人。", "渔歌县来人。") == [("152601", "full-name")]


def test_districts_inside_longer_names_start_no_reading(names: PlaceNames) -> None:
    districts = Reader("灯塔街街道和灯塔区,云海市,灯塔区。", names).districts()
    assert [(mention.start, mention.end, mention.code) for mention in districts] == [
        (6, 9, "150101"),
        (14, 17, "150101"),
    ]
