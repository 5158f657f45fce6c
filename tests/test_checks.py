"""What an editor is told of finished pages: codes, places, and how to mend each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.archive.groups import Archive
from generator.editing.checks import CODES, check_archive, check_page
from generator.model import ContributorRole, DateBasis, DateTag, Doubt, Issue, Kind, Page, Span
from generator.model.doubts import DOUBTS, TEXT_DOUBTS
from generator.telling.diagnostics import Diagnostic, Severity
from generator.vocabulary.taxonomy import Taxonomy
from tests.making import COLUMN, Draft, by, make_archive, make_page

DATED = DateTag(edtf="2022-06-01/2022-06-30", basis=DateBasis.INFERRED)
STORY = (
    "柳河灌区的老渠在立夏前一天放水了",
    "管渠的老魏沿着十二公里的渠堤走了一整天",
    "他把每一处渗水的地方都记在牛皮本子上",
    "下游三个村子的麦田在同一个夜里喝足了水",
    "孩子们跟着水头一直跑到了杨树林的尽头",
    "水利站的年轻人连夜换下了最后一块闸板",
)


def checked(page: Page, taxonomy: Taxonomy | None = None) -> list[Diagnostic]:
    archive = make_archive(page, taxonomy=taxonomy)
    return list(check_page(page, archive.taxonomy))


def codes(found: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.code for diagnostic in found]


def only(found: Iterable[Diagnostic], code: str) -> Diagnostic:
    (diagnostic,) = [diagnostic for diagnostic in found if diagnostic.code == code]
    return diagnostic


def clean(**draft: object) -> Draft:
    return Draft(**{"headline": "水渠通水", "paragraphs": ("渠里有水了。",), "date": DATED, **draft})  # type: ignore[arg-type]


def archive_of(*drafts: Draft) -> Archive:
    return make_archive(
        *(make_page(draft, page_id=f"page-{number:05d}") for number, draft in enumerate(drafts))
    )


def signed(name: str, role: ContributorRole = ContributorRole.REPORTER) -> Draft:
    return clean(bylines=(by(name, "本报记者", role),))


def test_a_page_without_a_finding_is_silent() -> None:
    assert checked(make_page(clean())) == []


@pytest.mark.parametrize("kind", Kind)
def test_a_page_without_any_headline_is_an_error_whatever_it_holds(kind: Kind) -> None:
    found = only(
        checked(make_page(clean(headline=(), kind=kind), clean(headline=(), kind=kind))), "no-headline"
    )
    assert (found.severity, found.line) == (Severity.ERROR, 1)
    assert "没有认出任何标题" in found.message


def test_one_headline_is_enough_for_a_page() -> None:
    assert checked(make_page(clean(headline=()), clean())) == []


def test_a_page_without_items_has_no_headline() -> None:
    assert codes(checked(make_page(unplaced=("风吹草低",)))) == ["no-headline", "unplaced"]


def test_an_unplaced_line_is_shown_with_its_place() -> None:
    found = only(checked(make_page(clean(), unplaced=("风吹草低见牛羊的那一天老魏又去渠边了",))), "unplaced")
    assert found.place == "seeds/page-01.txt:5:1"
    assert "“风吹草低见牛羊的那一天老魏又去…”" in found.message


def test_a_doubt_about_the_reading_is_told_with_its_meaning_and_detail() -> None:
    page = make_page(clean(doubts=(Doubt(code="headline-weak", line=3, detail="只有一个词相同"),)))
    found = only(checked(page), "headline-weak")
    assert found.severity == Severity.WARNING
    assert found.message == f"《水渠通水》:{DOUBTS['headline-weak']}只有一个词相同。"
    assert (found.line, found.column, found.item) == (3, None, "page-01-01")


def test_a_suspected_misprint_is_told_in_its_own_words_at_its_column() -> None:
    page = make_page(clean())
    doubt = Doubt(code="text-doubled", line=3, detail="“里里”可能多印了一个字。", span=Span(8, 10))
    page = replace(page, items=(replace(page.items[0], text_doubts=(doubt,)),))
    found = only(checked(page), "text-doubled")
    assert found.message == "《水渠通水》:“里里”可能多印了一个字。"
    assert found.place == "seeds/page-01.txt:3:3"


def test_an_unknown_doubt_is_still_told() -> None:
    found = only(checked(make_page(clean(doubts=(Doubt(code="moon-phase", line=1),)))), "moon-phase")
    assert (found.severity, found.hint) == (Severity.WARNING, "")


def test_an_item_without_a_headline_is_named_by_its_first_words() -> None:
    page = make_page(clean(), clean(headline=(), doubts=(Doubt(code="headline-missing", line=5),)))
    assert only(checked(page), "headline-missing").message.startswith("“渠里有水了。…”一篇:")


def test_a_cut_off_item_is_told_once() -> None:
    doubt = Doubt(code="cut-off", line=3)
    assert codes(checked(make_page(clean(complete=False)))) == ["cut-off"]
    assert codes(checked(make_page(clean(complete=False, doubts=(doubt,))))) == ["cut-off"]


def test_a_column_that_is_not_in_the_vocabulary_is_noted_once() -> None:
    page = make_page(clean(column="新栏目"), clean(column="新栏目"), clean(column=COLUMN.name))
    found = only(checked(page), "unknown-column")
    assert (found.severity, found.line) == (Severity.NOTE, 3)
    assert "新栏目" in found.message


def test_an_alias_is_a_known_column() -> None:
    assert checked(make_page(clean(column=COLUMN.aliases[0]))) == []


def test_half_width_signs_are_counted_in_one_note() -> None:
    found = only(checked(make_page(clean(paragraphs=("水来了,麦子绿了,好!",)))), "half-width")
    assert (found.severity, found.line) == (Severity.NOTE, 3)
    assert "3 处" in found.message


def test_a_page_without_a_date_is_noted_and_a_stated_date_is_enough() -> None:
    assert codes(checked(make_page(clean(date=DateTag())))) == ["date-unknown"]
    stated = DateTag(edtf="2022-06-11", basis=DateBasis.STATED)
    assert checked(make_page(clean(date=stated), issue=Issue(date=stated))) == []


def test_only_a_page_without_headlines_and_a_dead_address_are_errors() -> None:
    errors = [code for code, known in CODES.items() if known.severity == Severity.ERROR]
    assert errors == ["no-headline", "address-lost"]


@pytest.mark.parametrize("code", CODES)
def test_every_code_says_in_chinese_what_it_means_and_how_to_mend_it(code: str) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", code)
    assert re.search("[\u4e00-\u9fff].*。$", CODES[code].meaning)
    assert re.search("[\u4e00-\u9fff].*。$", CODES[code].hint)


def test_every_doubt_has_a_code() -> None:
    assert {*DOUBTS, *TEXT_DOUBTS} <= set(CODES)


def test_two_names_one_character_apart_are_noted_together() -> None:
    (found,) = check_archive(archive_of(signed("魏青原"), signed("魏青原"), signed("魏寅原")))
    assert (found.code, found.severity, found.item) == ("byline-variant", Severity.NOTE, "page-00002-01")
    assert "魏青原(2 处)、魏寅原(1 处)" in found.message


@pytest.mark.parametrize(
    "names",
    [
        ("魏青", "魏寅"),
        ("魏青原", "魏寅草"),
        ("魏青原", "魏青原"),
        ("魏青原", "魏青原野"),
        ("魏青原", "陈青原"),
        tuple(f"魏{middle}原" for middle in "青寅春夏秋冬"),
    ],
)
def test_short_far_same_longer_and_common_names_are_not_variants(names: tuple[str, ...]) -> None:
    assert list(check_archive(archive_of(*map(signed, names)))) == []


def test_a_family_name_that_is_none_may_be_misread() -> None:
    assert codes(check_archive(archive_of(signed("魏青原"), signed("槐青原")))) == ["byline-variant"]


def test_institutions_are_not_people() -> None:
    drafts = [signed(name, ContributorRole.INSTITUTION) for name in ("柳河县委", "柳江县委")]
    assert list(check_archive(archive_of(*drafts))) == []


def test_a_story_printed_twice_is_noted_at_the_second() -> None:
    story = ("，".join(STORY) + "。",)
    (found,) = check_archive(
        archive_of(clean(paragraphs=story), clean(headline="又见水渠", paragraphs=story))
    )
    assert (found.code, found.item) == ("reprint", "page-00001-01")
    assert found.message == "《又见水渠》与 page-00000.txt 的《水渠通水》文字大半相同(约 100%)。"


def test_a_reprint_with_misprints_is_still_found() -> None:
    again = ["，".join(STORY).replace("麦田", "麦由").replace("牛皮", "生皮") + "。"]
    found = check_archive(archive_of(clean(paragraphs=("，".join(STORY) + "。",)), clean(paragraphs=again)))
    assert codes(found) == ["reprint"]


def test_a_passage_in_common_is_less_than_a_reprint() -> None:
    own = "，".join(f"第{number}段渠堤的石头是从北山运来的" for number in "一二三四五六七八九十")
    drafts = (
        clean(paragraphs=("，".join(STORY[:5]), own)),
        clean(paragraphs=("，".join(STORY[:5]), own[::-1])),
    )
    assert codes(check_archive(archive_of(*drafts))) == ["shared-passage"]


def test_a_sentence_in_common_is_nothing() -> None:
    assert list(check_archive(archive_of(clean(paragraphs=STORY[:2]), clean(paragraphs=STORY[:1])))) == []
