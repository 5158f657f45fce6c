"""The workbench: its counts are those of the archive, what is taken away is what is chosen."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from generator.archive.facets import FACETS, NO_YEAR
from generator.archive.groups import Archive, Entry
from generator.build import read_archive
from generator.data.exporting.tables import safe
from generator.data.records import item_record
from generator.model.edtf import days
from generator.model.words import KINDS
from generator.site.search_index.adapting import NOWHERE, Documents, facts_of
from generator.site.search_index.texts import ITEMS_PER_CHUNK
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.making import Draft, make_archive, make_page
from tests.searchsite import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Keys = Mapping[str, frozenset[str]]
MOST_VALUES = 40
"""Values up to which a facet shows all; the same number in drawing.js."""
SHOWN = """facets => Object.fromEntries(facets.map(facet => [facet, Object.fromEntries(
  [...document.querySelectorAll(`.bm-facet[data-facet=${facet}] label`)].map(label =>
    [label.querySelector("input").value, Number(label.querySelector(".bm-facet__count").textContent)]))]))"""
DONE = ".bm-search__status[data-state=done]"


def bare_site(folder: Path, archive: Archive) -> Path:
    """Write the workbench of an archive, and nothing else of its site."""
    return write_site(folder, list(Documents(archive)), facts_of(archive, {}), articles=False)


def opened(page: Page, site: Path | str, search: str = "") -> Page:
    """Open the workbench and wait for what is chosen."""
    home = site if isinstance(site, str) else f"{site.as_uri()}/"
    page.goto(f"{home}search/index.html{search}")
    page.wait_for_selector(DONE)
    return page


def ticked(page: Page, name: str, *, on: bool = True) -> None:
    """Tick a value of a facet, or take the tick away, and wait for the answer."""
    page.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)} ?\\d+$")).set_checked(on)
    page.wait_for_selector(DONE)


def count_said(page: Page) -> int:
    """Return the number of items that the page says it found."""
    found = re.search(r"找到 (\d+) 篇", page.inner_text(".bm-search__status"))
    return int(found[1]) if found else 0


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the repository's own pages."""
    return read_archive(load_settings(), progress=silent())


def keys_of(archive: Archive, entry: Entry) -> Keys:
    """Return what an item is filed under, by what its data say and not by what the page loads."""
    record = item_record(entry.page, entry.item)
    places = archive.gazetteer.places
    regions = set()
    for region in record["regions"]:
        code = region["code"] if region["primary"] else None
        while code in places:
            regions.add(code)
            code = places[code].parent
    span = days(record["date"]["edtf"] or None)
    years = range(int(span[0][:4]), int(span[1][:4]) + 1) if span else ()
    return {
        "region": frozenset(regions or {NOWHERE.code}),
        "column": frozenset({record["column"]} if record["column"] else ()),
        "theme": frozenset(theme["name"] for theme in record["themes"]),
        "kind": frozenset({KINDS[record["kind"]]}),
        "year": frozenset(map(str, years)) or frozenset({NO_YEAR}),
    }


def above(archive: Archive, code: str) -> Iterator[str]:
    """Yield the codes of the places that hold a place."""
    places = archive.gazetteer.places
    while code in places and (code := places[code].parent or "") in places:
        yield code


def expected(
    archive: Archive, items: list[Keys], chosen: Mapping[str, set[str]]
) -> tuple[int, dict[str, Counter[str]]]:
    """Return how many items fit a choice, and each value's count among those that the other facets let through."""
    upper = {code for inner in chosen.get("region", ()) for code in above(archive, inner)}
    wanted = {facet: set(values) - upper for facet, values in chosen.items() if values}

    def fitting(left_out: str) -> list[Keys]:
        others = {facet: values for facet, values in wanted.items() if facet != left_out}
        return [item for item in items if all(item[facet] & values for facet, values in others.items())]

    counts = {facet: Counter(key for item in fitting(facet) for key in item[facet]) for facet in FACETS}
    return len(fitting("")), counts


def choices(archive: Archive, items: list[Keys], count: int) -> Iterator[dict[str, set[str]]]:
    """Yield choices of one to four values that some item has, places inside each other among them."""
    chance = random.Random(3)
    for _ in range(count):
        chosen: dict[str, set[str]] = {}
        for facet in chance.choices(FACETS, k=chance.randint(1, 4)):
            value = chance.choice(sorted(chance.choice([item for item in items if item[facet]])[facet]))
            chosen.setdefault(facet, set()).add(value)
        if chance.random() < 0.3 and "region" in chosen:
            chosen["region"] |= set(list(above(archive, min(chosen["region"])))[:1])
        yield chosen


def test_every_count_is_the_archives(page: Page, tmp_path: Path, archive: Archive) -> None:
    items = [keys_of(archive, entry) for entry in archive.items]
    site = bare_site(tmp_path, archive)
    seen: Counter[int] = Counter()
    for chosen in [{}, *choices(archive, items, 40)]:
        asked = urlencode([(facet, value) for facet in chosen for value in sorted(chosen[facet])])
        shown = opened(page, site, f"?{asked}").evaluate(SHOWN, list(FACETS))
        number, wanted = expected(archive, items, chosen)
        assert count_said(page) == number, asked
        seen[number] += 1
        for facet in FACETS:
            keys = {key for key, count in wanted[facet].items() if count} | chosen.get(facet, set())
            counts = {key: wanted[facet][key] for key in keys}
            assert shown[facet].items() <= counts.items(), asked
            assert chosen.get(facet, set()) <= shown[facet].keys()
            assert len(keys) > MOST_VALUES or shown[facet] == counts, asked
    assert len(seen) > 10


def test_what_is_chosen_stands_above_and_goes_with_a_tap(page: Page, tmp_path: Path) -> None:
    drafts = [Draft(headline=f"第{number}篇水利", column="甲" if number else "乙") for number in range(3)]
    opened(
        page,
        bare_site(tmp_path, make_archive(make_page(*drafts))),
        f"?q={quote('水利')}&column={quote('甲')}",
    )
    chips = page.locator(".bm-bench__chips button")
    assert chips.all_inner_texts() == ["水利×", "甲×", "全部清除"]
    page.get_by_role("button", name="去掉 词句：水利").click()
    page.wait_for_function("location.search === '?column=%E7%94%B2'")
    page.wait_for_selector(DONE)
    assert page.input_value("#banmian-search input[name=q]") == ""
    assert count_said(page) == 2
    page.get_by_role("button", name="全部清除").click()
    page.wait_for_function("location.search === ''")
    page.wait_for_selector(DONE)
    assert (count_said(page), chips.count()) == (3, 0)
    page.go_back()
    page.wait_for_selector(".bm-bench__chips button")
    assert count_said(page) == 2


def test_a_tick_keeps_the_cursor_and_a_facet_stays_as_the_reader_left_it(page: Page, tmp_path: Path) -> None:
    drafts = [Draft(headline=f"第{number}篇", column=f"栏目{number}") for number in range(20)]
    opened(page, bare_site(tmp_path, make_archive(make_page(*drafts))))
    column = page.locator("[data-facet=column]")
    assert column.get_attribute("open") is None
    column.locator("summary").click()
    ticked(page, "报道")
    assert column.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.value") == "报道"


def test_on_a_phone_the_facets_are_a_sheet_over_the_results(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    drafts = [Draft(headline=f"第{number}篇", column="甲" if number else "乙") for number in range(9)]
    opened(page, bare_site(tmp_path, make_archive(make_page(*drafts))))
    assert page.locator(".bm-facet").first.is_hidden()
    page.get_by_role("button", name="筛选").click()
    ticked(page, "甲")
    page.get_by_role("button", name="看 8 篇").click()
    assert page.locator(".bm-facet").first.is_hidden()
    assert page.locator(".bm-result").count() == 8
    assert page.get_by_role("button", name="筛选（1）").is_visible()
    page.get_by_role("button", name="筛选（1）").click()
    page.set_viewport_size({"width": 1200, "height": 844})
    page.locator("dialog").wait_for(state="hidden")
    assert page.locator(".bm-facet").first.is_visible()


@pytest.mark.site
def test_an_address_of_old_leads_to_the_same_selection(
    page: Page, built_site: Path, archive: Archive
) -> None:
    items = [keys_of(archive, entry) for entry in archive.items]
    slug, name = next((theme.slug, theme.name) for entry in archive.items for theme in entry.item.tags.themes)
    page.goto(f"{built_site.as_uri()}/browse/index.html#region=150000&theme={slug}&kind=article")
    page.wait_for_selector(DONE)
    assert "/search/index.html?" in page.url
    wanted = {"region": {"150000"}, "theme": {name}, "kind": {KINDS["article"]}}
    assert count_said(page) == expected(archive, items, wanted)[0] > 0


def test_the_basket_is_kept_and_is_a_selection(page: Page, tmp_path: Path) -> None:
    drafts = [Draft(headline=f"第{number}篇", column="甲" if number else "乙") for number in range(3)]
    site = bare_site(tmp_path, make_archive(make_page(*drafts)))
    opened(page, site)
    for _ in range(2):
        page.locator(".bm-keep", has_text=re.compile("^收$")).first.click()
    opened(page, site)
    page.get_by_role("button", name="收下的 2 篇").click()
    page.wait_for_function("location.search === '?basket=1'")
    page.wait_for_selector(DONE)
    assert page.locator(".bm-result__title").all_inner_texts() == ["第0篇", "第1篇"]
    ticked(page, "甲")
    assert count_said(page) == 1
    assert [item["标题"] for item in json.loads(taken(page, "JSON"))] == ["第1篇"]


def test_two_selections_stand_side_by_side(page: Page, tmp_path: Path) -> None:
    drafts = [
        Draft(
            headline=f"第{number}篇",
            column="甲" if number else "乙",
            practices=["流动书车"] * (number > 1),
        )
        for number in range(4)
    ]
    opened(page, bare_site(tmp_path, make_archive(make_page(*drafts))), f"?column={quote('甲')}")
    page.get_by_role("button", name="与另一组比较").click()
    page.wait_for_selector(".bm-both")
    ticked(page, "甲", on=False)
    ticked(page, "乙")
    heads = page.locator(".bm-both thead th")
    assert ["".join(text.split()) for text in heads.all_inner_texts()] == ["甲3篇", "乙1篇"]
    practices = page.locator(".bm-both tbody", has_text="做法").locator("td")
    assert ["".join(text.split()) for text in practices.all_inner_texts()] == ["流动书车2", "无"]
    assert "没有两组都有的稿件" in page.inner_text(".bm-bench__both")
    page.get_by_role("button", name="左右对调").click()
    page.wait_for_function("document.querySelector('.bm-both thead th').textContent.startsWith('乙')")
    page.reload()
    page.wait_for_selector(DONE)
    assert heads.first.inner_text().startswith("乙")
    page.get_by_role("button", name="结束对照").click()
    page.locator(".bm-both").wait_for(state="detached")
    assert count_said(page) == 3


def test_a_year_of_the_picture_is_chosen_and_let_go(page: Page, tmp_path: Path, archive: Archive) -> None:
    opened(page, bare_site(tmp_path, archive))
    mark = page.locator(".bm-year").first
    count, year = mark.locator("span").first.inner_text(), mark.locator("span").last.inner_text()
    mark.click()
    page.wait_for_function("year => location.search === `?year=${year}`", arg=year)
    page.wait_for_selector(DONE)
    assert f"{count_said(page)}篇" == count
    assert page.locator(".bm-year[aria-pressed=true]").count() == 1
    cell = page.locator(".bm-cross__mark").first
    number = int(cell.inner_text())
    cell.click()
    page.wait_for_function("location.search.includes('theme=')")
    page.wait_for_selector(DONE)
    assert count_said(page) == number


def test_on_paper_all_stand_with_references_and_no_controls(page: Page, tmp_path: Path) -> None:
    drafts = [Draft(headline=f"第{number}篇") for number in range(25)]
    opened(page, bare_site(tmp_path, make_archive(make_page(*drafts))))
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator(".bm-bench__take summary").click()
    page.get_by_role("button", name="打印").click()
    page.wait_for_function("window.printed")
    assert page.locator(".bm-bench__cite").count() == 25
    assert "共 25 篇" in str(page.locator(".bm-bench__foot").text_content())


# ---- taking away ----

WORDS = ("＝1+1", "=1+1", "'旧", "＠会", "－5℃", "甲,乙", '“引”"号"', "平常")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the workbench of an archive with words that tables fear, and more items than one script of rows holds."""
    drafts = [Draft(headline=word, kicker=f"{word}引", column=f"{word}栏") for word in WORDS]
    drafts += [
        Draft(headline=f"第{number}篇", column="很多" if number < ITEMS_PER_CHUNK - 40 else "四十")
        for number in range(ITEMS_PER_CHUNK)
    ]
    return bare_site(tmp_path_factory.mktemp("many"), make_archive(make_page(*drafts)))


def taken(page: Page, form: str) -> str:
    """Take what is shown away in a form; return the text of the file."""
    if page.locator(".bm-bench__take[open]").count() == 0:
        page.locator(".bm-bench__take summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=form, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_table_guards_what_tables_fear_and_gives_the_words_back(page: Page, many: Path) -> None:
    opened(page, many)
    rows = list(csv.DictReader(io.StringIO(taken(page, "表格（CSV）"), newline="")))
    objects = json.loads(taken(page, "JSON"))
    assert len(rows) == len(objects) == ITEMS_PER_CHUNK + len(WORDS)
    assert [row["标题"] for row in rows[: len(WORDS)]] == [safe(word) for word in WORDS]
    assert [row["引题"] for row in rows[: len(WORDS)]] == [safe(f"{word}引") for word in WORDS]
    given_back = [{name: value.removeprefix("'") for name, value in row.items()} for row in rows]
    assert given_back == objects
    assert [item["标题"] for item in objects[: len(WORDS)]] == list(WORDS)


def test_what_is_taken_away_is_what_is_chosen_in_its_order(page: Page, many: Path) -> None:
    opened(page, many)
    ticked(page, "四十")
    ticked(page, "平常栏")
    page.locator(".bm-search__order").select_option("old")
    page.wait_for_selector(DONE)
    page.wait_for_function("document.querySelector('.bm-result__title').textContent === '第249篇'")
    titles = [item["标题"] for item in json.loads(taken(page, "JSON"))]
    assert titles == [*(f"第{number}篇" for number in range(249, 209, -1)), "平常"]
    assert taken(page, "表格（CSV）").count("\n") == 42
    for form, begins in (("RIS", "TI  - "), ("BibTeX", "  title = {{"), ("Word", "<li><p><b>")):
        found = re.findall(rf"^{re.escape(begins)}([^<}}\n]+)", taken(page, form), re.MULTILINE)
        assert found == titles, form


def test_a_document_says_what_was_chosen(page: Page, many: Path) -> None:
    opened(page, many, f"?column={quote('四十')}&kind={quote('报道')}")
    assert "<p>栏目：四十，体裁：报道，共 40 篇</p>" in taken(page, "Word")


def test_nothing_can_be_taken_of_nothing(page: Page, many: Path) -> None:
    opened(page, many, f"?q={quote('第1篇')}&column={quote('四十')}")
    assert count_said(page) == 0
    assert page.locator(".bm-bench__take").is_hidden()


def test_rows_that_do_not_come_are_told_and_asked_for_again(
    page_guard: Callable[..., Page], many: Path, site_server: Callable[..., str]
) -> None:
    page = page_guard(allow="ERR_FAILED")
    opened(page, site_server(many), f"?column={quote('平常栏')}")
    page.route("**/search/rows/*.js*", lambda route: route.abort(), times=2)
    page.locator(".bm-bench__take summary").click()
    page.get_by_role("button", name="JSON").click()
    page.wait_for_selector(".bm-search__status[data-state=error]")
    assert "读不出来" in page.inner_text(".bm-search__status")
    assert [item["标题"] for item in json.loads(taken(page, "JSON"))] == ["平常"]


def test_no_words_of_an_item_end_a_line_of_a_script(page: Page, tmp_path: Path) -> None:
    hostile = "甲</script>\u2028乙\u2029"
    opened(page, bare_site(tmp_path, make_archive(make_page(Draft(headline=hostile)))))
    assert [item["标题"] for item in json.loads(taken(page, "JSON"))] == [hostile]
    assert "甲&lt;/script&gt;" in taken(page, "Word")
