"""Citations: the strings of the standard, and what programs that are not ours make of the rest."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from generator.data.citing import Citations, cite, json_ld, meta_tags
from generator.data.citing.facts import facts_of
from generator.model import DateBasis, DateTag, Issue, Kind, Page, Series, TextKind
from generator.model.edtf import bounds, common, last_day
from tests import zotero
from tests.making import Draft, by, make_page, region, theme
from tests.reading_cases import citing_case

CASES = Path(__file__).parent / "cases" / "citing"
URL = "https://archive.example/articles/page-01-01/"
STATED = DateTag(edtf="2022-06-16", basis=DateBasis.STATED)
INFERRED = DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED)
KNOWN = Issue(paper="草原晚报", label="07", date=STATED)


def lamp(**changes: Any) -> Draft:
    """Return an item with one reporter."""
    given = {"headline": "毡房里的夜校", "bylines": (by("林禾", "本报记者"),), "paragraphs": ("灯亮了。",)}
    return Draft(**(given | changes))


def cited(draft: Draft, issue: Issue = KNOWN, url: str = URL) -> Citations:
    """Return the citations of a page's only item."""
    page = make_page(draft, issue=issue)
    return cite(page, page.items[0], url=url, site="试验档案")


def tags_of(
    draft: Draft, issue: Issue = KNOWN, url: str = URL, page_id: str = "page-01"
) -> list[tuple[str, str]]:
    page = make_page(draft, issue=issue, page_id=page_id)
    return list(meta_tags(page, page.items[0], url=url, site="试验档案"))


def ld_of(draft: Draft, issue: Issue = KNOWN, url: str = URL) -> dict[str, Any]:
    page = make_page(draft, issue=issue)
    return json_ld(page, page.items[0], url=url, site="试验档案")


def print_with(style: str, item: dict[str, Any]) -> str:
    """Print a CSL-JSON item with citeproc-py."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = CitationStylesStyle(str(CASES / style), validate=False, locale="zh-CN")
        works = CitationStylesBibliography(made, CiteProcJSON([item]), formatter.plain)
        works.register(Citation([CitationItem(item["id"])]))
        return str(works.bibliography()[0])


UNKNOWN = Path(__file__).parent / "cases" / "citing_unknown"
case_files = pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)


def read_case(path: Path) -> tuple[dict[str, Any], Page, Citations]:
    case = yaml.safe_load(path.read_text("utf-8"))
    page = citing_case(case)
    citations = cite(
        page, page.items[0], url=case.get("url", ""), site="试验档案", accessed=case.get("accessed", "")
    )
    return case, page, citations


@case_files
def test_references_are_those_of_the_official_styles(path: Path) -> None:
    case, _, citations = read_case(path)
    assert (citations.gbt2015, citations.gbt2025) == (case["gbt2015"], case["gbt2025"])


@case_files
def test_csl_json_carries_all_that_a_reference_needs(path: Path) -> None:
    case, _, citations = read_case(path)
    assert print_with("newspaper_2015.csl", citations.csl) == case["gbt2015"]
    assert print_with("newspaper_2025.csl", citations.csl) == case["gbt2025"]


@pytest.mark.parametrize("path", sorted(UNKNOWN.glob("*.yml")), ids=lambda path: path.stem)
def test_what_is_not_known_is_to_be_found_out_and_the_reference_leads_back(path: Path) -> None:
    case, page, citations = read_case(path)
    facts = facts_of(page, page.items[0], url=case.get("url", ""), site="试验档案")
    assert (citations.gbt2015, citations.gbt2025) == (case["gbt2015"], case["gbt2025"])
    for reference in (citations.gbt2015, citations.gbt2025):
        assert re.search(r"\[[报日版][^\]]*待考", reference)
        assert reference.endswith(
            (f"试验档案, {facts.url or facts.address}.", f"试验档案，{facts.url or facts.address}.")
        )
        assert not re.search(r"\d/\d|/\.\.|\.\./", reference)


def test_there_are_twenty_references_at_least() -> None:
    assert len(list(CASES.glob("*.yml"))) >= 20


# Nothing is said that is not known.


def test_an_unknown_issue_leaves_no_field_behind() -> None:
    citations = cited(lamp(), Issue(), url="")
    assert not {"container-title", "issued", "page", "URL", "accessed"} & set(citations.csl)
    assert not any(tag in citations.ris for tag in ("T2  -", "PY  -", "DA  -", "SP  -", "UR  -"))
    assert not any(field in citations.bibtex for field in ("journal", "date", "year", "pages", "url"))


def test_fields_for_one_date_hold_what_is_certain_of_an_interval() -> None:
    citations = cited(lamp(date=INFERRED), Issue(paper="草原晚报"))
    assert "date = {2022-06},\n  year = {2022},\n  month = {06}" in citations.bibtex
    assert "PY  - 2022\nDA  - 2022/06//\n" in citations.ris


def test_the_interval_itself_is_told_in_a_note() -> None:
    citations = cited(lamp(date=INFERRED), Issue())
    note = "报名、日期、版次待考。刊出日期由版面文字推定：2022年6月11日至30日之间。"
    assert [f"N1  - {part}。" in citations.ris for part in note.split("。")[:-1]] == [True, True]
    assert note in citations.bibtex
    assert citations.csl["note"].splitlines()[0] == note


DAY, INTERVAL, MONTHS = "2022-06-16", "2022-06-11/2022-06-30", "2021-12/2022-01"


@pytest.mark.parametrize(
    ("edtf", "basis", "issued"),
    [
        (DAY, "stated", {"date-parts": [[2022, 6, 16]]}),
        ("2022-06", "stated", {"date-parts": [[2022, 6]]}),
        (DAY, "inferred", {"date-parts": [[2022, 6, 16]], "raw": f"{DAY}~", "circa": True}),
        (INTERVAL, "stated", {"date-parts": [[2022, 6, 11], [2022, 6, 30]], "raw": INTERVAL}),
        (MONTHS, "inferred", {"date-parts": [[2021, 12], [2022, 1]], "raw": f"{MONTHS}~", "circa": True}),
        ("2022~/2023?", "stated", {"date-parts": [[2022], [2023]], "raw": "2022/2023~", "circa": True}),
        ("2021-07-01/..", "inferred", None),
        ("../2022", "inferred", None),
        (None, "unknown", None),
    ],
)
def test_csl_json_says_both_ends_of_an_interval(edtf: str | None, basis: str, issued: Any) -> None:
    item = cited(lamp(date=DateTag(edtf=edtf, basis=DateBasis(basis))), Issue()).csl
    assert item.get("issued") == issued
    raw = (issued or {}).get("raw")
    lines = item.get("note", "").splitlines()
    assert [line for line in lines if line.startswith("issued:")] == ([f"issued: {raw}"] if raw else [])


def test_citeproc_reads_both_ends_of_an_interval() -> None:
    item = cited(lamp(date=INFERRED), Issue()).csl
    issued = CiteProcJSON([item])[item["id"]]["issued"]
    assert (issued.begin.day, issued.end.day) == (11, 30)


def test_an_open_end_is_told_in_words() -> None:
    item = cited(lamp(date=DateTag(edtf="2021-07-01/..", basis=DateBasis.INFERRED)), Issue()).csl
    assert item["note"] == "报名、日期、版次待考。刊出日期由版面文字推定：2021年7月1日或以后。"


def test_bibtex_names_paper_page_series_and_address() -> None:
    entry = cited(lamp(series=Series(name="夜校行", number=3, printed="③"))).bibtex
    for field in (
        "journal = {草原晚报}",
        "pages = {07}",
        "series = {夜校行}",
        "number = {3}",
        f"url = {{{URL}}}",
    ):
        assert f"  {field}" in entry


def test_an_abstract_and_a_cut_text_are_told_in_a_note() -> None:
    citations = cited(lamp(complete=False), Issue(text_kind=TextKind.ABSTRACT))
    assert (
        citations.csl["note"]
        == "报名、日期、版次待考。本页正文为提要，不是报纸原文。版面在文中截断，正文不全。"
    )


def test_a_stated_day_is_given_whole() -> None:
    citations = cited(lamp())
    assert citations.csl["issued"] == {"date-parts": [[2022, 6, 16]]}
    assert "DA  - 2022/06/16/\n" in citations.ris
    assert "date = {2022-06-16}" in citations.bibtex


@pytest.mark.parametrize(
    ("edtf", "first", "last", "shared", "day"),
    [
        ("2022-06-16", "2022-06-16", "2022-06-16", "2022-06-16", "2022-06-16"),
        ("2022-06-11/2022-06-30", "2022-06-11", "2022-06-30", "2022-06", "2022-06-30"),
        ("2024-02", "2024-02", "2024-02", "2024-02", "2024-02-29"),
        ("2022", "2022", "2022", "2022", "2022-12-31"),
        ("../2022-06", "", "2022-06", "", "2022-06-30"),
        ("2022-06-11/..", "2022-06-11", "", "", "2022-06-11"),
        ("2022-06-11~/2022-07-02?", "2022-06-11", "2022-07-02", "2022", "2022-07-02"),
        ("2022-13", "", "", "", "None"),
        ("2022-02-31", "2022-02-31", "2022-02-31", "2022-02-31", "None"),
        ("", "", "", "", "None"),
    ],
)
def test_dates_and_intervals_are_read(edtf: str, first: str, last: str, shared: str, day: str) -> None:
    assert (bounds(edtf), common(edtf), str(last_day(edtf))) == ((first, last), shared, day)


# BibTeX and RIS hold any text.


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = cited(lamp(headline=r"50%的{灯}_#&$~^\亮了")).bibtex
    title = r"50\%的\{灯\}\_\#\&\$\textasciitilde{}\textasciicircum{}\textbackslash{}亮了"
    assert f"title = {{{{{title}}}}}" in entry


def test_an_author_called_and_stays_one_author() -> None:
    assert "author = {{甲 and 乙} and {丙}}" in cited(lamp(bylines=(by("甲 and 乙"), by("丙")))).bibtex


def test_a_line_of_ris_never_breaks() -> None:
    record = cited(lamp(headline="一\u2028ER  - \x85二")).ris
    assert "TI  - 一 ER  -  二\n" in record
    assert record.count("\nER  - ") == 1


def test_ris_names_column_themes_series_and_archive() -> None:
    draft = lamp(
        column="牧区夜话",
        themes=(theme("xue-xi-jiao-yu", "学习教育"),),
        series=Series(name="夜校行", number=3, printed="③"),
    )
    record = cited(draft).ris
    for line in (
        "SE  - 牧区夜话",
        "KW  - 学习教育",
        "N1  - 系列：夜校行，第 3 篇。",
        "DP  - 试验档案",
        "LA  - zh-CN",
    ):
        assert f"{line}\n" in record


# Zotero.


def test_zotero_takes_an_item_as_a_newspaper_article() -> None:
    draft = lamp(
        bylines=(by("林禾", "本报记者"), by("其木", "通讯员")),
        column="牧区夜话",
        themes=(theme("xue-xi-jiao-yu", "学习教育"),),
    )
    item = zotero.take(tags_of(draft))
    assert item.type == "newspaperArticle"
    assert (item.title, item.publication, item.section) == ("毡房里的夜校", "草原晚报", "牧区夜话")
    assert (item.date, item.pages, item.language) == ("2022/06/16", "07", "zh-CN")
    assert (item.authors, item.url) == (["林禾", "其木"], URL)
    assert (item.abstract, item.rights) == ("", "")


def test_zotero_is_told_whose_text_it_is() -> None:
    issue = Issue(paper="草原晚报", rights="文字归草原晚报所有。", text_kind=TextKind.ABSTRACT)
    item = zotero.take(tags_of(lamp(paragraphs=("灯亮了。牧民骑着",)), issue))
    assert (item.rights, item.abstract) == ("文字归草原晚报所有。", "灯亮了。")
    assert "copyright = {文字归草原晚报所有。}" in cited(lamp(), issue).bibtex


def test_zotero_is_told_only_the_certain_part_of_an_interval() -> None:
    assert zotero.take(tags_of(lamp(date=INFERRED), Issue())).date == "2022/06"
    far = DateTag(edtf="2021-12-20/2022-01-05", basis=DateBasis.INFERRED)
    assert zotero.take(tags_of(lamp(date=far), Issue())).date == ""


def test_zotero_gets_no_paper_where_none_is_known() -> None:
    item = zotero.take(tags_of(lamp(), Issue()))
    assert (item.type, item.publication, item.pages) == ("newspaperArticle", "", "")


def test_an_address_like_a_date_does_not_become_an_issn() -> None:
    tags = tags_of(lamp(), page_id="nmgrb-20220618")
    assert zotero.take(tags).issn == ""
    assert zotero.take([*tags, ("DC.identifier", "nmgrb-20220618-01")]).issn == "2022-0618"


@pytest.mark.parametrize(
    "name", ["citation_journal_title", "DC.coverage", "DC.identifier", "og:type", "og:site_name"]
)
def test_tags_that_mislead_zotero_are_never_written(name: str) -> None:
    place = region("152500", "内蒙古自治区", "锡林郭勒盟")
    assert name not in dict(tags_of(lamp(regions=(place,), column="牧区夜话")))


def test_a_journal_title_would_make_it_a_journal_article() -> None:
    tags = tags_of(lamp())
    assert zotero.take([*tags, ("citation_journal_title", "草原晚报")]).type == "journalArticle"
    assert (
        zotero.take([tag for tag in tags if tag[0] not in ("z:itemType", "DC.type")]).type == "journalArticle"
    )


def test_the_own_type_stands_against_tags_that_a_theme_may_add() -> None:
    assert zotero.take([("og:type", "website"), *tags_of(lamp())]).type == "newspaperArticle"


def test_an_abstract_is_told_as_an_abstract_and_full_text_is_not() -> None:
    assert zotero.take(tags_of(lamp(), Issue(text_kind=TextKind.ABSTRACT))).abstract == "灯亮了。"
    assert zotero.take(tags_of(lamp())).abstract == ""


# Linked data.


def test_linked_data_places_an_item_in_its_issue_of_its_newspaper() -> None:
    node = ld_of(lamp())
    assert node["@type"] == "NewsArticle"
    assert node["isPartOf"] == [
        {
            "@type": "PublicationIssue",
            "datePublished": "2022-06-16",
            "isPartOf": {"@type": "Newspaper", "name": "草原晚报"},
        }
    ]
    assert (node["printPage"], node["inLanguage"], node["datePublished"]) == ("07", "zh-CN", "2022-06-16")


def test_linked_data_invents_no_issue() -> None:
    assert not {"isPartOf", "datePublished", "printPage"} & set(ld_of(lamp(), Issue()))
    paper = ld_of(lamp(date=INFERRED), Issue(paper="草原晚报"))
    assert paper["isPartOf"] == [{"@type": "Newspaper", "name": "草原晚报"}]
    assert paper["datePublished"] == "2022-06"


def test_linked_data_names_authors_with_what_is_printed_beside_them() -> None:
    node = ld_of(lamp(bylines=(by("林禾", "本报记者"), by("安原", "本报记者 摄"))))
    assert node["author"] == [{"@type": "Person", "name": "林禾", "jobTitle": "本报记者"}]
    assert [person["name"] for person in node["contributor"]] == ["安原"]


def test_linked_data_tells_where_the_story_belongs_and_what_it_mentions() -> None:
    home = region("152500", "内蒙古自治区", "锡林郭勒盟")
    other = region("150100", "内蒙古自治区", "呼和浩特市", primary=False)
    node = ld_of(lamp(regions=(home, other)))
    assert [place["identifier"] for place in node["contentLocation"]] == ["152500"]
    assert [place["identifier"] for place in node["mentions"]] == ["150100"]
    assert node["contentLocation"][0]["containedInPlace"]["name"] == "内蒙古自治区"


def test_the_newspapers_text_is_the_body_and_ours_an_abstract() -> None:
    full, abstract = ld_of(lamp()), ld_of(lamp(), Issue(text_kind=TextKind.ABSTRACT))
    assert (full["articleBody"], "abstract" in full) == ("灯亮了。", False)
    assert (abstract["abstract"], "articleBody" in abstract) == ("灯亮了。", False)


def test_a_commentary_is_an_opinion() -> None:
    assert ld_of(lamp(kind=Kind.COMMENTARY))["@type"] == "OpinionNewsArticle"


def test_without_a_hosted_address_nothing_claims_one() -> None:
    node = ld_of(lamp(), url="")
    assert not {"@id", "url", "mainEntityOfPage"} & set(node)
    assert "citation_public_url" not in dict(tags_of(lamp(), url=""))
