"""Rows: their shape is what the published schemas say, and their values are the page's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generator.archive.addresses import paragraph_anchors
from generator.archive.dates import date_of
from generator.archive.things import thing_id
from generator.data.records import item_record, lines_digest, page_record
from generator.model import ContributorRole, DateBasis, DateTag, Doubt, Issue, Kind, Page, Series, TextKind
from tests.making import Draft, by, make_page, proof, region, theme

SCHEMAS = Path(__file__).parent.parent / "generator" / "data" / "schemas"


def schema(name: str) -> Draft202012Validator:
    """Return a validator for one of the published schemas, which may refer to each other."""
    contents = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.schema.json")]
    registry: Registry[Any] = Registry().with_resources(
        (content["$id"], Resource.from_contents(content)) for content in contents
    )
    wanted = next(content for content in contents if content["$id"] == f"{name}.schema.json")
    Draft202012Validator.check_schema(wanted)
    return Draft202012Validator(wanted, registry=registry)


def rich_page() -> Page:
    """Return a page that uses every field of a row."""
    draft = Draft(
        kicker="草原新事",
        headline=("毡房里的夜校", "亮灯到十点"),
        deck="牧民自己排课表",
        bylines=(
            by("林禾", "本报记者"),
            by("其木", "通讯员"),
            by("某旗宣传部", "", ContributorRole.INSTITUTION),
        ),
        paragraphs=(("夜校的灯亮了,牧民骑着", "摩托车赶来听课。"), "## 课表怎么排", "- 周一讲兽医。"),
        kind=Kind.ARTICLE,
        column="牧区夜话",
        series=Series(name="夜校行", number=3, printed="③"),
        complete=False,
        doubts=(
            Doubt(code="headline-far", line=5),
            Doubt(code="headline-far", line=7),
            Doubt(code="cut", line=9),
        ),
        corrections=(("摩托车", "摩托"),),
        regions=(region("152500", "内蒙古自治区", "锡林郭勒盟", evidence=(proof("锡盟", 11, "alias"),)),),
        themes=(theme("xue-xi-jiao-yu", "学习教育", 3.1, (proof("夜校", 11),)),),
        practices=("马背课堂",),
        date=DateTag(
            edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED, evidence=(proof("6月10日下午", 11),)
        ),
    )
    return make_page(draft, Draft(paragraphs=("旗里开会。",), kind=Kind.BRIEF), unplaced=("孤零零的一行",))


def words(text: str, start: int = 0, *, line: int = 11, rule: str = "made") -> dict[str, Any]:
    end = start + len(text)
    return {"file": "page-01.txt", "line": line, "start": start, "end": end, "text": text, "rule": rule}


def test_every_row_is_what_its_schema_says() -> None:
    page = rich_page()
    for item in page.items:
        schema("articles").validate(item_record(page, item))
    schema("pages").validate(page_record(page))


@pytest.mark.parametrize("field", ["kind", "headline_lines", "confidence", "sha256", "date"])
def test_a_row_without_a_field_is_refused(field: str) -> None:
    page = rich_page()
    row = item_record(page, page.items[0])
    del row[field]
    assert not schema("articles").is_valid(row)


def test_a_sure_row_with_doubts_is_refused() -> None:
    page = rich_page()
    row = item_record(page, page.items[0]) | {"confidence": "sure"}
    assert not schema("articles").is_valid(row)


def test_a_row_holds_what_is_printed_and_where() -> None:
    page = rich_page()
    row = item_record(page, page.items[0])
    assert row["id"] == "page-01-01"
    assert row["url"] == "articles/page-01-01/"
    assert (row["source"], row["page"], row["position"]) == ("page-01.txt", "page-01", 1)
    assert (row["kicker"], row["headline"], row["deck"]) == (
        "草原新事",
        "毡房里的夜校 亮灯到十点",
        "牧民自己排课表",
    )
    assert row["headline_lines"] == [5, 7]
    assert row["series"] == {"name": "夜校行", "number": 3, "evidence": []}
    assert row["paragraphs"][0] == {
        "id": paragraph_anchors(page.items[0])[0],
        "kind": "paragraph",
        "text": "夜校的灯亮了,牧民骑着摩托车赶来听课。",
        "corrected": "夜校的灯亮了,牧民骑着摩托赶来听课。",
        "lines": [13, 15],
    }
    assert "corrected" not in row["paragraphs"][1]
    assert row["corrected_headings"] == {}
    assert [paragraph["kind"] for paragraph in row["paragraphs"]] == ["paragraph", "subhead", "item"]
    assert row["misprints"] == [{"line": 15, "read": "摩托车", "corrected": "摩托", "evidence": []}]


def test_persons_and_institutions_are_told_apart() -> None:
    page = rich_page()
    row = item_record(page, page.items[0])
    assert row["bylines"] == [
        {
            "id": thing_id("林禾"),
            "role": "本报记者",
            "rank": None,
            "function": None,
            "institution": None,
            "contribution": "reporter",
            "name": "林禾",
            "lines": [11],
            "evidence": [words("林禾", 6)],
        },
        {
            "id": thing_id("其木"),
            "role": "通讯员",
            "rank": None,
            "function": None,
            "institution": None,
            "contribution": "correspondent",
            "name": "其木",
            "lines": [11],
            "evidence": [words("其木", 13)],
        },
    ]
    assert row["institutions"] == [
        {
            "id": thing_id("某旗宣传部"),
            "role": None,
            "name": "某旗宣传部",
            "function": None,
            "lines": [11],
            "evidence": [words("某旗宣传部", 16)],
        }
    ]


def test_tags_carry_their_evidence() -> None:
    page = rich_page()
    row = item_record(page, page.items[0])
    assert row["regions"] == [
        {
            "code": "152500",
            "name": "锡林郭勒盟",
            "level": "league",
            "path": ["内蒙古自治区", "锡林郭勒盟"],
            "primary": True,
            "guess": False,
            "evidence": [words("锡盟", rule="alias")],
        }
    ]
    assert row["themes"] == [
        {
            "slug": "xue-xi-jiao-yu",
            "name": "学习教育",
            "score": 3.1,
            "evidence": [words("夜校")],
        }
    ]
    assert row["practices"] == [
        {"id": thing_id("马背课堂"), "name": "马背课堂", "line": 3, "evidence": [words("“马背课堂”", line=3)]}
    ]
    assert row["date"]["evidence"] == [words("6月10日下午")]


def test_doubt_stays_in_the_row_each_code_once() -> None:
    page = rich_page()
    doubtful, sure = (item_record(page, item) for item in page.items)
    assert (doubtful["confidence"], doubtful["doubts"]) == ("doubtful", ["headline-far", "cut"])
    assert (sure["confidence"], sure["doubts"]) == ("sure", [])
    assert (doubtful["complete"], sure["complete"]) == (False, True)


def test_the_text_kind_is_that_of_the_page() -> None:
    page = make_page(Draft(paragraphs=("提要一句。",)), issue=Issue(text_kind=TextKind.ABSTRACT))
    assert item_record(page, page.items[0])["text_kind"] == "abstract"
    assert page_record(page)["text_kind"] == "abstract"


def test_a_page_row_names_its_items_and_every_line_outside_them() -> None:
    row = page_record(rich_page())
    assert row["items"] == ["page-01-01", "page-01-02"]
    assert row["furniture"] == [{"line": 1, "role": "column mark", "text": "◎牧区夜话"}]
    assert [line["text"] for line in row["unplaced"]] == ["孤零零的一行"]


def test_nothing_is_known_of_an_issue_unless_it_is_stated() -> None:
    row = page_record(rich_page())
    assert (row["paper"], row["label"], row["rights"]) == (None, None, None)
    assert row["date"] == {"edtf": None, "basis": "unknown", "evidence": []}


def test_an_item_without_a_date_of_its_own_has_that_of_its_issue() -> None:
    stated = DateTag(edtf="2022-06-16", basis=DateBasis.STATED)
    page = make_page(Draft(paragraphs=("一句。",)), issue=Issue(date=stated))
    assert date_of(page, page.items[0]) == stated
    assert date_of(rich_page(), rich_page().items[0]).basis == "inferred"


def test_the_digest_is_that_of_the_source_lines_joined_by_newlines() -> None:
    page = rich_page()
    words = "\n".join(page.source.lines[line - 1] for line in page.items[1].lines)
    assert item_record(page, page.items[1])["sha256"] == hashlib.sha256(words.encode()).hexdigest()


def test_the_digest_does_not_depend_on_the_order_or_the_repetition_of_lines() -> None:
    source = rich_page().source
    assert lines_digest(source, (5, 3, 5)) == lines_digest(source, (3, 5))
    assert lines_digest(source, (3,)) != lines_digest(source, (3, 5))


ARTICLES = schema("articles")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), min_size=1)


@given(headline=WORDS, body=WORDS, name=WORDS)
def test_any_words_make_a_row_that_survives_json(headline: str, body: str, name: str) -> None:
    page = make_page(Draft(headline=headline, paragraphs=(body,), bylines=(by(name),)))
    row = item_record(page, page.items[0])
    assert json.loads(json.dumps(row, ensure_ascii=False).encode()) == row
    assert ARTICLES.is_valid(row)
