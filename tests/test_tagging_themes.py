"""Themes of an item: each case file is one sentence about what an item is about, and what it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Page, ThemeTag
from generator.tagging.themes import MOST, is_of_party, tag_themes
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import Taxonomy, Theme, load_taxonomy
from tests.making import Draft, make_one, make_page
from tests.tagging_cases import case_files, page_of, read_case

SITE = load_taxonomy(ROOT / "site_config")
RATE = 2_000
"""Items a second that tagging must reach on one core."""


def vocabulary(**themes: dict[str, float]) -> Taxonomy:
    made = tuple(
        Theme(slug=name, name=name, about=name, terms=tuple(terms.items())) for name, terms in themes.items()
    )
    return Taxonomy(columns=(), themes=made, events=())


def tagged(page: Page, taxonomy: Taxonomy, **known: Any) -> tuple[ThemeTag, ...]:
    return tag_themes(page.items[0], page, taxonomy, **known)


def names(page: Page, taxonomy: Taxonomy = SITE) -> list[str]:
    return [tag.name for tag in tagged(page, taxonomy)]


@pytest.mark.parametrize("path", case_files("themes"), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    found = names(page_of(case))
    assert found == case.get("themes", found)
    assert len(found) == case.get("count", len(found))


def test_every_theme_of_the_site_has_a_case() -> None:
    told = {name for path in case_files("themes") for name in read_case(path).get("themes", ())}
    assert {theme.name for theme in SITE.themes} <= told


def test_every_theme_of_the_site_can_be_reached() -> None:
    assert [theme.name for theme in SITE.themes if max(weight for _, weight in theme.terms) < 3] == []


def test_evidence_is_printed_on_the_line_that_it_names() -> None:
    page = make_one(headline="议事会开到院里", paragraphs=("院里摆了长桌。", ("积分", "制也贴上了墙。")))
    evidence = [(proof.text, proof.line) for tag in tagged(page, SITE) for proof in tag.evidence]
    assert ("议事会", 1) in evidence
    assert evidence[1:] == [("积分", 5), ("制", 7)]


def test_evidence_keeps_the_signs_as_printed() -> None:
    page = make_one(headline="党建＋物业在枫林小区")
    assert "党建＋物业" in [proof.text for tag in tagged(page, SITE) for proof in tag.evidence]


def test_a_word_counts_more_in_the_headline_than_in_the_body() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0})
    above = tagged(make_one(headline="夜校", paragraphs=("开课了。",)), taxonomy)
    below = tagged(make_one(headline="开课", paragraphs=("天黑了。", "夜校开课了。")), taxonomy)
    assert above[0].score > below[0].score


def test_a_second_mention_counts_less_than_the_first() -> None:
    taxonomy = vocabulary(a={"夜校": 4.0})
    one, two, three = (
        tagged(make_one(paragraphs=("开课。", "夜校。" * times)), taxonomy)[0].score for times in (1, 2, 3)
    )
    assert 0 < three - two < two - one < one


@pytest.mark.parametrize(
    ("draft", "score"),
    [
        ({"headline": "夜校"}, 83.94),
        ({"kicker": "夜校", "headline": "开课"}, 67.73),
        ({"headline": "开课", "deck": "夜校"}, 67.73),
        ({"headline": "开课", "paragraphs": ("夜校。",)}, 56.22),
        ({"paragraphs": ("开课。", "## 夜校")}, 56.22),
        ({"paragraphs": ("开课。", "夜校。")}, 40.0),
        ({"paragraphs": ("开课。", "夜校夜校。")}, 67.73),
        ({"paragraphs": ("开课。", "夜校" + "。" * 144)}, 40.0),
        ({"paragraphs": ("开课。", "夜校" + "。" * 294)}, 31.38),
    ],
)
def test_a_word_counts_by_its_place_and_the_length_of_the_text(draft: dict[str, Any], score: float) -> None:
    (tag,) = tagged(make_one(**draft), vocabulary(a={"夜校": 40.0}))
    assert tag.score == score


@pytest.mark.parametrize(
    ("terms", "tagged"),
    [
        ({"夜校": 3.0}, True),
        ({"夜校": 2.99}, False),
        ({"夜校": 2.0, "黑板": 1.0}, True),
        ({"夜校": 1.99, "黑板": 1.99}, False),
        ({"夜校": 2.5, "黑板": 0.5}, True),
        ({"夜校": 2.6, "黑板": 0.4}, False),
        ({"夜校": 2.4, "黑板": 0.5}, False),
    ],
)
def test_how_strong_words_must_be(terms: dict[str, float], tagged: bool) -> None:
    page = make_one(paragraphs=("开课。", "夜校有黑板。"))
    assert bool(names(page, vocabulary(a=terms))) is tagged


@pytest.mark.parametrize(
    ("best", "other", "kept"),
    [(10.0, 4.0, True), (10.0, 3.99, False), (40.0, 4.5, True), (40.0, 4.49, False), (3.0, 3.0, True)],
)
def test_how_far_behind_the_best_a_theme_may_be(best: float, other: float, kept: bool) -> None:
    page = make_one(paragraphs=("开课。", "夜校有黑板。"))
    found = names(page, vocabulary(a={"夜校": best}, b={"黑板": other}))
    assert found == (["a", "b"] if kept else ["a"])


def test_an_item_has_three_themes_at_most() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0}, b={"夜校": 4.0}, c={"夜校": 5.0}, d={"夜校": 6.0})
    assert names(make_one(headline="夜校"), taxonomy) == ["d", "c", "b"]


def test_six_words_prove_a_theme_the_strongest_first_and_each_once() -> None:
    terms = {"灯": 4.0, "笔": 3.0, "纸": 3.0, "书": 3.0, "桌": 3.0, "门": 3.0, "窗": 3.0, "炕": 0.0}
    page = make_one(headline="炕", paragraphs=("门窗。", "书桌、笔纸和灯,笔。"))
    (tag,) = tagged(page, vocabulary(a=terms))
    assert [(proof.text, proof.line, proof.rule) for proof in tag.evidence] == [
        ("笔", 5, "body"),
        ("门", 3, "lead"),
        ("窗", 3, "lead"),
        ("灯", 5, "body"),
        ("书", 5, "body"),
        ("桌", 5, "body"),
    ]


def test_a_word_without_weight_proves_nothing() -> None:
    (tag,) = tagged(make_one(headline="夜校炕"), vocabulary(a={"夜校": 4.0, "炕": 0.0}))
    assert [proof.text for proof in tag.evidence] == ["夜校"]


def test_of_two_overlapping_words_of_one_length_the_first_counts() -> None:
    (tag,) = tagged(make_one(headline="夜校课堂"), vocabulary(a={"校课堂": 4.0, "夜校课": 4.0}))
    assert [proof.text for proof in tag.evidence] == ["夜校课"]


def test_words_of_the_vocabulary_and_of_print_may_have_either_width() -> None:
    assert names(make_one(headline="党建＋电"), vocabulary(a={"党建+": 4.0})) == ["a"]
    assert names(make_one(headline="党建+电"), vocabulary(a={"党建＋": 4.0})) == ["a"]


def test_a_long_text_needs_more_words_than_a_short_one() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0})
    assert names(make_one(paragraphs=("夜校开课。",)), taxonomy) == ["a"]
    assert names(make_one(paragraphs=("夜校开课。" + "风吹过草原。" * 200,)), taxonomy) == []


def test_weak_words_never_make_a_theme() -> None:
    taxonomy = vocabulary(a={"课本": 1.9, "黑板": 1.9, "粉笔": 1.9})
    assert names(make_one(headline="课本、黑板、粉笔", paragraphs=("课本黑板粉笔。",)), taxonomy) == []


def test_a_negative_word_speaks_against_a_theme() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0, "电影": -3.0})
    assert names(make_one(headline="夜校", paragraphs=("夜校开课。",)), taxonomy) == ["a"]
    assert names(make_one(headline="夜校电影", paragraphs=("夜校放电影。",)), taxonomy) == []


def test_a_negative_word_is_no_evidence() -> None:
    taxonomy = vocabulary(a={"夜校": 4.0, "电影": -1.0})
    tags = tagged(make_one(headline="夜校", paragraphs=("夜校放电影。",)), taxonomy)
    assert [proof.text for proof in tags[0].evidence] == ["夜校"]


def test_of_two_overlapping_words_the_longer_one_counts() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0, "夜校课": 4.0}, b={"夜校": 3.0})
    tags = tagged(make_one(headline="夜校课", paragraphs=("夜校课开了。",)), taxonomy)
    assert {tag.name: [proof.text for proof in tag.evidence] for tag in tags} == {
        "a": ["夜校课"],
        "b": ["夜校"],
    }


def test_a_theme_far_behind_the_best_is_left_out() -> None:
    taxonomy = vocabulary(a={"夜校": 9.0}, b={"黑板": 3.0})
    assert names(make_one(headline="夜校", paragraphs=("夜校有黑板。",)), taxonomy) == ["a"]


def test_a_theme_strong_in_itself_stays_however_strong_the_best_is() -> None:
    taxonomy = vocabulary(a={"夜校": 40.0}, b={"黑板": 5.0})
    assert names(make_one(headline="夜校", paragraphs=("夜校有黑板。",)), taxonomy) == ["a", "b"]


def test_a_strong_word_needs_another_unless_it_is_very_strong() -> None:
    page = make_one(headline="夜校", paragraphs=("夜校有黑板,点着灯。",))
    assert names(page, vocabulary(a={"夜校": 2.9})) == []
    assert names(page, vocabulary(a={"夜校": 2.9, "灯": 0.2})) == []
    assert names(page, vocabulary(a={"夜校": 2.9, "黑板": 0.5})) == ["a"]
    assert names(page, vocabulary(a={"夜校": 3.0})) == ["a"]


def test_equal_themes_stand_in_the_order_of_the_vocabulary() -> None:
    taxonomy = vocabulary(b={"夜校": 3.0}, a={"夜校": 3.0})
    assert names(make_one(headline="夜校"), taxonomy) == ["b", "a"]


def test_an_archive_without_themes_has_items_without_themes() -> None:
    assert names(make_one(headline="夜校"), vocabulary()) == []


def test_an_item_without_words_has_no_theme() -> None:
    assert names(make_one()) == []


@given(
    st.lists(
        st.sampled_from(["红色物业", "议事会", "志愿服务队", "第一书记", "夜", "。", "“", "“两新”"]),
        max_size=40,
    )
)
def test_any_text_gives_at_most_three_themes_with_evidence_in_it(words: list[str]) -> None:
    page = make_one(headline="青杨社区", paragraphs=("".join(words) or "夜",))
    tags = tagged(page, SITE)
    assert len(tags) <= MOST
    assert [tag.score for tag in tags] == sorted((tag.score for tag in tags), reverse=True)
    assert all(
        tag.evidence and all(proof.text in page.items[0].text for proof in tag.evidence) for tag in tags
    )


WEAK_WORDS = ("夜校", "黑板", "粉笔")


def weak(weight: float, *, of_party: bool | None, text: str = "夜校有黑板,有粉笔,夜校真好。") -> list[str]:
    taxonomy = vocabulary(a=dict.fromkeys(WEAK_WORDS, weight))
    tags = tagged(make_one(paragraphs=("开课。", text)), taxonomy, of_party=of_party)
    return [tag.name for tag in tags]


@pytest.mark.parametrize(("of_party", "tagged"), [(True, ["a"]), (False, []), (None, [])])
def test_many_weak_words_make_a_theme_on_a_page_of_the_partys_work_alone(
    of_party: bool | None, tagged: list[str]
) -> None:
    assert weak(1.5, of_party=of_party) == tagged


def test_few_or_faint_words_make_none() -> None:
    assert weak(0.4, of_party=True) == []
    assert weak(1.9, of_party=True, text="夜校有黑板。" + "渠水很清。" * 40) == []


def test_of_themes_with_weak_words_the_leading_one_is_kept() -> None:
    page = make_one(paragraphs=("开课。", "夜校有黑板,食堂有饭菜。"))
    leading = {"a": {"夜校": 1.4, "黑板": 1.4}, "b": {"食堂": 0.8, "饭菜": 0.8}}
    assert [tag.name for tag in tagged(page, vocabulary(**leading), of_party=True)] == ["a"]
    close = leading | {"b": {"食堂": 1.3, "饭菜": 1.4}}
    assert tagged(page, vocabulary(**close), of_party=True) == ()


def test_a_story_without_the_party_needs_more_on_a_page_of_other_news() -> None:
    taxonomy = vocabulary(a={"夜校": 3.0})
    for text, least in (("夜校开课。", False), ("夜校开课,党员都来。", True)):
        page = make_one(paragraphs=("开课。", text))
        assert bool(tagged(page, taxonomy)) is True
        assert bool(tagged(page, taxonomy, of_party=False)) is least


@pytest.mark.parametrize(("told", "of_party"), [(0, False), (1, False), (2, True)])
def test_a_page_is_of_the_party_if_most_items_are(told: int, of_party: bool) -> None:
    texts = ["党支部开会。"] * told + ["渠水很清。"] * (2 - told)
    page = make_page(*(Draft(paragraphs=(text,)) for text in texts))
    assert is_of_party(page) is of_party
