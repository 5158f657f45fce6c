"""One axis of time: an inferred date is a stretch, a stated day a point."""

from __future__ import annotations

from generator.model import DateBasis, DateTag, Issue, Page
from generator.site.views.axis import MOST, THIN, YEAR, time_axis
from generator.site.views.frame import Frame
from tests.making import Draft, make_archive, make_page


def dated(edtf: str | None, basis: DateBasis = DateBasis.INFERRED, name: str = "p") -> Page:
    """Return a page of one item with a date, stated of its issue or inferred from its words."""
    tag = DateTag(edtf=edtf, basis=basis)
    if basis is DateBasis.STATED:
        return make_page(Draft(headline="一"), page_id=name, issue=Issue(paper="晚报", date=tag))
    return make_page(Draft(headline="一", date=tag), page_id=name)


def axis_of(*pages: Page) -> tuple[tuple[str, ...], list[tuple[str, int, int, bool, bool]]]:
    """Return the labels of the years, and of each stretch its words, place, width and how it is known."""
    axis = time_axis(Frame(archive=make_archive(*pages)))
    assert axis
    return axis.years, [(each.when, each.x, each.width, each.sure, each.open) for each in axis.stretches]


def test_an_archive_without_dates_has_no_axis() -> None:
    assert time_axis(Frame(archive=make_archive(dated(None)))) is None


def test_an_inferred_date_is_as_long_as_it_is_unsure() -> None:
    years, stretches = axis_of(
        dated("2022-01-01/2022-12-31", name="a"), dated("2023-01-01/2023-06-30", name="b")
    )
    assert years == ("2022", "2023")
    assert stretches == [
        ("约2022年", 0, YEAR, False, False),
        ("约2023年上半年", YEAR, round(YEAR * 181 / 365), False, False),
    ]


def test_an_open_end_reaches_to_the_end_of_the_axis() -> None:
    _, stretches = axis_of(dated("2022-01-01/..", name="a"), dated("2023-12-31", name="b"))
    assert stretches[0] == ("约2022年1月以后", 0, 2 * YEAR, False, True)
    assert stretches[1][1:3] == (2 * YEAR - 3, THIN)


def test_stated_days_of_one_month_are_one_stretch() -> None:
    stated = DateBasis.STATED
    pages = [dated(f"2022-06-{day:02d}", stated, f"p{day}") for day in (3, 9)]
    axis = time_axis(Frame(archive=make_archive(*pages, dated("2022-07-01", stated, "q"))))
    assert axis
    assert [(each.when, each.text, each.count, each.sure) for each in axis.stretches] == [
        ("2022年6月", "2 个版面", 2, True),
        ("2022年7月1日", "《晚报》 2022年7月1日", 1, True),
    ]
    assert axis.stretches[0].href == "dates/2022/index.html"


def test_a_long_axis_names_few_years_and_tells_stated_days_by_year() -> None:
    pages = [
        dated(f"{year}-{month:02d}-01", DateBasis.STATED, f"p{year}{month}")
        for year in range(1950, 1960)
        for month in range(1, 13)
    ]
    axis = time_axis(Frame(archive=make_archive(*pages)))
    assert axis
    assert axis.years == ("1950", "", "1952", "", "1954", "", "1956", "", "1958", "")
    assert [each.when for each in axis.stretches] == [f"{year}年" for year in range(1950, 1960)]


def test_of_too_many_stretches_the_latest_are_drawn() -> None:
    pages = [dated(f"{year}-01-01/{year}-03-02", name=f"p{year}") for year in range(1900, 1900 + MOST + 3)]
    axis = time_axis(Frame(archive=make_archive(*pages)))
    assert axis
    assert (len(axis.stretches), axis.more) == (MOST, 3)
    assert axis.stretches[0].when == "约1903年初"
