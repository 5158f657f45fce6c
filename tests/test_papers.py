"""Newspapers and issues: what an editor says of them, which pages are one issue, and what is missing."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.groups import Archive
from generator.archive.papers import day_of
from generator.data.citing import json_ld
from generator.data.exporting.references import list_reference_files
from generator.editing.checks import check_issues
from generator.model import DateBasis, DateTag, Issue, Page
from generator.telling.errors import ConfigError
from generator.vocabulary.calendars import Published
from generator.vocabulary.papers import Paper, PaperName, Papers, bare, id_of, load_papers
from generator.vocabulary.settings import ROOT
from tests.making import Draft, make_archive, make_page

FULL = """papers:
  - name: 北疆日报
    slug: bei-jiang
    former:
      - {name: 北疆报, since: 1950, until: 1983-06}
      - 红旗报
    cn: CN 15-0000
    place: 呼和浩特市
    publisher: 北疆日报社
    since: 1948-01-01
    about: 试验用的报纸。
    published:
      - {since: 2022-07-01, until: 2022-07-31, weekdays: [1]}
      - {since: 2022-06-01, until: 2022-06-30, weekdays: [1, 2, 3, 4, 5], except: [2022-06-03], days: [2022-06-04], pages: 8}
  - name: 草原晚报
"""
DAILY = Paper(
    id="bei-jiang",
    name="北疆日报",
    former=(PaperName(name="北疆报", until="1983-06"),),
    cn="CN 15-0000",
    place="呼和浩特市",
    since="1948",
    published=(
        Published(
            since="2022-06-13",
            until="2022-06-19",
            weekdays=(1, 2, 3),
            days=frozenset({"2022-06-18"}),
            pages=2,
        ),
    ),
)
PAPERS = Papers(listed=(DAILY,))


def load(folder: Path, text: str) -> Papers:
    """Return the papers that `text` describes."""
    (folder / "papers.yml").write_text(text, encoding="utf-8")
    return load_papers(folder)


def of(
    paper: str | None, date: str | None, label: str | None, page_id: str, basis: DateBasis = DateBasis.STATED
) -> Page:
    """Return a page of one item that is said to be of an issue."""
    issue = Issue(paper=paper, date=DateTag(edtf=date, basis=basis) if date else DateTag(), label=label)
    return make_page(Draft(headline=page_id, paragraphs=("雪。",)), page_id=page_id, issue=issue)


def issues(archive: Archive) -> list[tuple[str, list[str]]]:
    """Return each issue with its pages."""
    return [
        (issue.id, [page.id for page in issue.pages])
        for newspaper in archive.newspapers
        for issue in newspaper.issues
    ]


# ---- the vocabulary ----


def test_a_paper_has_all_that_an_editor_says(tmp_path: Path) -> None:
    papers = load(tmp_path, FULL)
    daily, evening = papers.listed
    assert (daily.id, daily.cn, daily.place, daily.since, daily.publisher) == (
        "bei-jiang",
        "CN 15-0000",
        "呼和浩特市",
        "1948-01-01",
        "北疆日报社",
    )
    assert [(name.name, name.since, name.until) for name in daily.former] == [
        ("北疆报", "1950", "1983-06"),
        ("红旗报", "", ""),
    ]
    assert [span.since for span in daily.published] == ["2022-06-01", "2022-07-01"]
    assert (evening.id, evening.cn, evening.published) == (id_of("草原晚报"), "", ())


@pytest.mark.parametrize("name", ["北疆日报", "《北疆日报》", "北疆 日报", "北疆报", "红旗报"])
def test_a_paper_is_found_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    assert load(tmp_path, FULL).paper(name).id == "bei-jiang"


def test_a_paper_that_nobody_describes_has_a_name_alone() -> None:
    paper = PAPERS.paper("《新报》")
    assert (paper.listed, paper.name, paper.id) == (False, "新报", id_of("新报"))


def test_an_id_depends_on_the_name_alone_and_names_that_sound_alike_differ() -> None:
    assert id_of("《公式报》") == id_of("公式报") != id_of("公示报")
    assert id_of("★").isalnum()


@pytest.mark.parametrize("text", ["papers: []\n", "papers:\n", "", "# 没有\n"])
def test_a_file_without_papers_describes_none(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text).listed == ()


def test_no_file_describes_none_and_the_repositorys_own_is_right(tmp_path: Path) -> None:
    assert load_papers(tmp_path) == Papers()
    assert load_papers(ROOT / "site_config").listed == ()


def test_the_example_in_the_repositorys_file_is_right(tmp_path: Path) -> None:
    lines = (ROOT / "site_config" / "papers.yml").read_text("utf-8").splitlines()
    example = [line[2:] for line in lines[lines.index("# papers:") :] if line.startswith("# ")]
    (paper,) = load(tmp_path, "\n".join(example)).listed
    assert (paper.former[0].until, paper.published[0].pages) == ("1983-06-30", 8)


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ("name: 北疆日报, slug: Bei Jiang", 2, "slug"),
        ("name: 北疆日报, slug: index", 2, "slug"),
        ("name: 北疆日报, cn: 15-0000", 2, "CN 15-0001"),
        ("name: 北疆日报, color: red", 2, "不认识的键"),
        ("name: 北疆日报, since: 1948-13", 2, "不是一个日期"),
        ("name: 北疆日报, since: 1948/1950", 2, "不是一个日期"),
        ("name: 北疆日报, since: 1990, until: 1989-12-31", 2, "早于"),
        ("name: 北疆日报, former: [{name: 北疆报, until: 去年}]", 2, "不是一个日期"),
        ("name: 北疆日报, published: [{since: 2022-01-01}]", 2, "until"),
        ("name: 北疆日报, published: [{since: 2022-02-30, until: 2022-03-01}]", 2, "没有 2022-02-30"),
        ("name: 北疆日报, published: [{since: 2022-03-02, until: 2022-03-01}]", 2, "早于"),
        ("name: 北疆日报, published: [{since: 0022-03-02, until: 2022-03-01}]", 2, "200 年"),
        ("name: 北疆日报, published: [{since: 2022-03-01, until: 2022-03-02, weekdays: [0]}]", 2, "不小于 1"),
        (
            "name: 北疆日报, published: [{since: 2022-03-01, until: 2022-03-02, days: [2022-03-03]}]",
            2,
            "不在",
        ),
        (
            "name: 北疆日报, published: [{since: 2022-03-01, until: 2022-03-09}, {since: 2022-03-09, until: 2022-03-10}]",
            2,
            "重叠",
        ),
    ],
)
def test_a_fault_and_its_line(tmp_path: Path, entry: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, f"papers:\n  - {{{entry}}}\n")
    fault = error.value.diagnostics[0]
    assert (Path(fault.path).name, fault.line) == ("papers.yml", line)
    assert words in fault.message + fault.hint


def test_all_faults_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = "papers:\n  - name: 甲报\n    since: 去年\n  - name: 乙报\n    former: [甲 报]\n    until: 2022-02-30\n"
    with pytest.raises(ConfigError) as error:
        load(tmp_path, text)
    assert [fault.line for fault in error.value.diagnostics] == [3, 4, 6]


# ---- what was published ----


def test_issues_are_those_of_the_weekdays_and_of_days_named() -> None:
    (span,) = DAILY.published
    assert list(span.issues()) == ["2022-06-13", "2022-06-14", "2022-06-15", "2022-06-18"]


DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2022, 12, 31))


@given(
    ends=st.lists(DAYS, min_size=2, max_size=2).map(sorted),
    weekdays=st.sets(st.integers(1, 7)),
    more=st.sets(DAYS),
    less=st.sets(DAYS),
)
def test_every_day_is_asked_by_itself(
    ends: list[datetime.date], weekdays: set[int], more: set[datetime.date], less: set[datetime.date]
) -> None:
    span = Published(
        since=ends[0].isoformat(),
        until=ends[1].isoformat(),
        weekdays=tuple(weekdays),
        days=frozenset(day.isoformat() for day in more),
        without=frozenset(day.isoformat() for day in less),
    )
    found = list(span.issues())
    assert found == sorted(set(found))
    for day in {*more, *less, *ends, ends[0] + (ends[1] - ends[0]) / 2}:
        printed = (day.isoweekday() in weekdays or day in more) and day not in less
        assert (day.isoformat() in found) == (printed and ends[0] <= day <= ends[1])


@pytest.mark.parametrize(
    ("name", "date", "fits"),
    [
        ("北疆日报", "2022-06-16", True),
        ("北疆日报", "1947-12-31", False),
        ("北疆日报", "1947/1948", True),
        ("北疆报", "1983-06-30", True),
        ("北疆 报", "1983-07-01", False),
        ("北疆日报", "", True),
    ],
)
def test_a_name_fits_the_date_or_it_does_not(name: str, date: str, fits: bool) -> None:
    assert (DAILY.misfit(name, date) == "") == fits


# ---- pages and issues ----


def test_the_pages_of_a_day_are_one_issue_in_the_order_of_their_labels() -> None:
    labels = ["10", "第二版", "A2", "要闻版", None, "1", "A10", "B1"]
    pages = [of("北疆日报", "2022-06-14", label, f"p{at}") for at, label in enumerate(labels)]
    assert issues(make_archive(*pages, papers=PAPERS)) == [
        ("bei-jiang/2022-06-14", ["p5", "p1", "p0", "p3", "p2", "p6", "p7", "p4"])
    ]


def test_an_issue_comes_as_references_in_its_order() -> None:
    pages = [of("北疆日报", "2022-06-14", label, f"p{at}") for at, label in enumerate(["2", "1"])]
    files = {file.uri: file.data for file in list_reference_files(make_archive(*pages, papers=PAPERS))}
    told = json.loads(files["papers/bei-jiang/2022-06-14/references.csl.json"])
    assert [item["title"] for item in told] == ["p1", "p0"]


def test_a_page_whose_paper_or_day_is_not_stated_is_of_no_issue() -> None:
    pages = [
        of(None, "2022-06-14", "1", "p0"),
        of("北疆日报", None, "1", "p1"),
        of("北疆日报", "2022-06", "1", "p2"),
        of("北疆日报", "2022-06-14/2022-06-15", "1", "p3"),
        of("北疆日报", "2022-06-14", "1", "p4", DateBasis.INFERRED),
    ]
    archive = make_archive(*pages, papers=PAPERS)
    assert issues(archive) == []
    assert [page.id for page in archive.newspapers[0].loose] == ["p1", "p2", "p3", "p4"]
    assert archive.issue_of == {}


def test_an_inferred_day_of_the_items_is_not_the_day_of_the_page() -> None:
    inferred = DateTag(edtf="2022-06-14", basis=DateBasis.INFERRED)
    page = make_page(Draft(headline="雪", date=inferred), issue=Issue(paper="北疆日报"))
    assert day_of(page) == ""


def test_former_names_lead_to_the_same_paper_and_unknown_ones_to_papers_of_their_own() -> None:
    pages = [of(name, "1980-01-01", "1", f"p{at}") for at, name in enumerate(("北疆报", "新报", "北疆日报"))]
    archive = make_archive(*pages, papers=PAPERS)
    assert issues(archive) == [
        ("bei-jiang/1980-01-01", ["p0", "p2"]),
        (f"{id_of('新报')}/1980-01-01", ["p1"]),
    ]


def test_an_archive_that_names_no_paper_has_none() -> None:
    assert make_archive(of(None, "2022-06-14", "1", "p0")).newspapers == ()


def test_what_is_missing_is_what_was_published_and_is_not_here() -> None:
    pages = [of("北疆日报", day, "1", f"p{day[-2:]}") for day in ("2022-06-14", "2022-06-16", "2022-06-20")]
    (newspaper,) = make_archive(*pages, papers=PAPERS).newspapers
    (gap,) = newspaper.gaps
    assert (gap.year, gap.published, gap.missing) == ("2022", 4, ("2022-06-13", "2022-06-15", "2022-06-18"))


def test_where_nobody_says_what_was_published_nothing_is_known_to_be_missing() -> None:
    (newspaper,) = make_archive(of("新报", "2022-06-14", "1", "p0")).newspapers
    assert newspaper.gaps == ()
    only_pages = Paper(
        id="x", name="新报", published=(Published(since="2022-01-01", until="2022-12-31", pages=4),)
    )
    (known,) = make_archive(
        of("新报", "2022-06-14", "1", "p0"), papers=Papers(listed=(only_pages,))
    ).newspapers
    assert (known.gaps, known.issues[0].published) == ((), 4)


# ---- checks ----


def found(*pages: Page, papers: Papers = PAPERS) -> list[tuple[str, str]]:
    """Return code and file of what is told of pages."""
    return [(each.code, each.path) for each in check_issues(make_archive(*pages, papers=papers))]


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        (of("北疆日报", "2022-06-14", "1", "p0"), []),
        (of("新报", "2022-06-14", "1", "p0"), ["paper-unknown"]),
        (of("北疆报", "2022-06-14", "1", "p0"), ["paper-date"]),
        (of("北疆日报", "2022-06-16", "1", "p0"), ["issue-day"]),
        (of("北疆日报", "2021-06-16", "1", "p0"), []),
        (of(None, "2022-06-16", "1", "p0"), []),
    ],
)
def test_what_cannot_be_is_told(page: Page, codes: list[str]) -> None:
    assert [code for code, _ in found(page)] == codes


def test_no_paper_is_unknown_where_none_is_described() -> None:
    assert found(of("新报", "2022-06-14", "1", "p0"), papers=Papers()) == []


def test_one_label_twice_and_too_many_pages_are_told() -> None:
    pages = [of("北疆日报", "2022-06-14", label, f"p{at}") for at, label in enumerate(("1", "1", "2"))]
    assert found(*pages) == [("issue-label", "seeds/p1.txt"), ("issue-pages", "seeds/p0.txt")]


def test_a_finding_names_the_line_of_the_sidecar() -> None:
    page = make_page(Draft(headline="雪"), issue=Issue(paper="新报", paper_line=3))
    (finding,) = check_issues(make_archive(page, papers=PAPERS))
    assert (finding.path, finding.line) == ("seeds/page-01.yml", 3)


# ---- citing ----


def test_linked_data_names_the_papers_number_and_place_where_they_are_known() -> None:
    page = make_archive(of("北疆报", "1980-01-01", "1", "p0"), papers=PAPERS).pages[0]
    (issue,) = json_ld(page, page.items[0], url="", site="")["isPartOf"]
    assert issue["isPartOf"] == {
        "@type": "Newspaper",
        "name": "北疆报",
        "identifier": "CN 15-0000",
        "locationCreated": {"@type": "Place", "name": "呼和浩特市"},
    }
    unknown = make_archive(of("新报", "1980-01-01", "1", "p0")).pages[0]
    (issue,) = json_ld(unknown, unknown.items[0], url="", site="")["isPartOf"]
    assert issue["isPartOf"] == {"@type": "Newspaper", "name": "新报"}


@pytest.mark.parametrize(("name", "plain"), [("《北疆 日报》", "北疆日报"), ("北疆日报", "北疆日报")])
def test_a_name_is_known_without_its_marks(name: str, plain: str) -> None:
    assert bare(name) == plain
