"""The page that combines facets: its counts are those of the archive, its table that of the data."""

from __future__ import annotations

import csv
import io
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from generator.archive.groups import Archive, Entry
from generator.build import read_archive
from generator.data.exporting.tables import safe
from generator.data.records import item_record
from generator.model.edtf import days
from generator.site.linking import script_files
from generator.site.views.facets import CHUNK, facet_files
from generator.site.views.frame import Frame
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.making import Draft, make_archive, make_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FACETS = ("region", "column", "theme", "kind", "year")
Keys = Mapping[str, frozenset[str]]
SHOWN = """facets => {
  const lists = [...document.querySelectorAll('.bm-facet-box ul')];
  return [Number(document.querySelector('.bm-sum strong').textContent), Object.fromEntries(facets.map((facet, at) =>
    [facet, [...lists[at].querySelectorAll('label')].map(label => {
      const count = label.querySelector('.bm-count').textContent;
      return [label.textContent.trim().slice(0, -count.length).trim(), Number(count)];
    })]))];
}"""


PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>组合浏览</title>
<link rel="icon" href="data:,"><script src="../assets/browse.js" defer></script></head>
<body><div class="bm-facets" data-facets></div></body></html>"""


def bare_site(folder: Path, archive: Archive) -> Path:
    """Write the page that combines an archive's facets, and nothing else of its site."""
    (folder / "browse").mkdir()
    (folder / "browse" / "index.html").write_text(PAGE, encoding="utf-8")
    for file in (*facet_files(Frame(archive=archive)), *script_files()):
        (folder / file.uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.uri).write_bytes(file.data)
    return folder


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
        "region": frozenset(regions),
        "column": frozenset({archive.column_slugs[record["column"]]} if record["column"] else ()),
        "theme": frozenset(theme["slug"] for theme in record["themes"]),
        "kind": frozenset({record["kind"]}),
        "year": frozenset(map(str, years)) or frozenset({"未定"}),
    }


def above(archive: Archive, code: str) -> Iterator[str]:
    """Yield the codes of the places that hold a place."""
    while (code := archive.gazetteer.places[code].parent or "") in archive.gazetteer.places:
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
    named = values_of(archive)
    seen: Counter[int] = Counter()
    page.goto(f"{bare_site(tmp_path, archive).as_uri()}/browse/index.html")
    page.wait_for_selector(".bm-row")
    for chosen in [{}, *choices(archive, items, 40)]:
        fragment = urlencode([(facet, value) for facet in chosen for value in sorted(chosen[facet])])
        total, counts = page.evaluate(
            f"([facets, fragment]) => new Promise(resolve => {{ location.hash = fragment;"
            f" setTimeout(() => resolve(({SHOWN})(facets)), 0); }})",
            [list(FACETS), fragment],
        )
        number, wanted = expected(archive, items, chosen)
        assert total == number, fragment
        seen[number] += 1
        for facet in FACETS:
            keys = {key for key, count in wanted[facet].items() if count} | chosen.get(facet, set())
            if facet == "region":
                keys &= offered(archive, chosen.get("region", set()), set(named["region"]))
            assert sorted(counts[facet]) == sorted([named[facet][key], wanted[facet][key]] for key in keys), (
                fragment
            )
    assert len(seen) > 10


def values_of(archive: Archive) -> dict[str, dict[str, str]]:
    """Return the words of each value, by its key."""
    facets = next(iter(facet_files(Frame(archive=archive)))).data.decode("utf-8")
    data: dict[str, Any] = json.loads(facets.partition("(")[2].rpartition(")")[0])
    return {facet: {value[0]: value[1] for value in data[facet]} for facet in FACETS}


def offered(archive: Archive, chosen: set[str], known: set[str]) -> set[str]:
    """Return the places to offer: the leagues, what is chosen, and what lies just below it."""
    found = set()
    for code in known:
        uppers = list(above(archive, code))
        if len(uppers) == 1 or code in chosen or (len(uppers) > 1 and uppers[0] in chosen):
            found.add(code)
    return found


# ---- taking away ----

WORDS = ("＝1+1", "=1+1", "'旧", "＠会", "－5℃", "甲,乙", '“引”"号"', "平常")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of an archive with words that tables fear, and more items than one file of rows holds."""
    drafts = [Draft(headline=word, kicker=f"{word}引", column=f"{word}栏") for word in WORDS]
    drafts += [
        Draft(headline=f"第{number}篇", column="很多" if number < CHUNK - 40 else "四十")
        for number in range(CHUNK)
    ]
    return bare_site(tmp_path_factory.mktemp("many"), make_archive(make_page(*drafts)))


def taken(page: Page, button: str) -> str:
    """Press a button; return the text of the file that it gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_table_guards_what_tables_fear_and_gives_the_words_back(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}/browse/index.html")
    page.wait_for_selector(".bm-row")
    rows = list(csv.DictReader(io.StringIO(taken(page, "下载表格（CSV）"), newline="")))
    objects = json.loads(taken(page, "下载 JSON"))
    assert len(rows) == len(objects) == CHUNK + len(WORDS)
    assert [row["标题"] for row in rows[: len(WORDS)]] == [safe(word) for word in WORDS]
    assert [row["引题"] for row in rows[: len(WORDS)]] == [safe(f"{word}引") for word in WORDS]
    given_back = [{name: value.removeprefix("'") for name, value in row.items()} for row in rows]
    assert given_back == objects
    assert [item["标题"] for item in objects[: len(WORDS)]] == list(WORDS)


def test_what_is_taken_away_is_what_is_chosen(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}/browse/index.html")
    page.get_by_role("checkbox", name="平常栏").check()
    assert [item["标题"] for item in json.loads(taken(page, "下载 JSON"))] == ["平常"]
    assert taken(page, "下载引文（RIS）").count("\nTI  - ") == 1
    assert taken(page, "下载表格（CSV）").count("\n") == 2


def test_a_list_grows_on_demand_and_begins_anew_with_a_choice(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}/browse/index.html")
    rows = page.locator(".bm-facets .bm-row")
    more = page.get_by_role("button", name="再看一些")
    for wanted in (40, 80, 120):
        page.wait_for_function(f"document.querySelectorAll('.bm-facets .bm-row').length === {wanted}")
        more.click()
    page.get_by_role("checkbox", name="很多").check()
    page.wait_for_function("document.querySelectorAll('.bm-facets .bm-row').length === 40")
    assert more.is_visible()
    assert rows.first.locator("a").text_content() == "第0篇"
    page.get_by_role("checkbox", name="很多").uncheck()
    page.get_by_role("checkbox", name="平常栏").check()
    page.wait_for_function("document.querySelectorAll('.bm-facets .bm-row').length === 1")
    assert more.is_hidden()
    assert rows.locator(".bm-row__meta span").all_text_contents()[0] == "◎平常栏"
    assert page.evaluate("document.activeElement.getAttribute('data-key').startsWith('column')")


def test_data_that_are_missing_are_told(
    page_guard: Callable[..., Page], many: Path, site_server: Callable[..., str]
) -> None:
    page = page_guard(allow="ERR_FAILED")
    page.route("**/browse/facets.js", lambda route: route.abort())
    page.goto(f"{site_server(many)}browse/index.html")
    page.get_by_text("数据文件读不出来，请刷新再试。").wait_for()


def test_rows_that_do_not_come_are_asked_for_again(
    page_guard: Callable[..., Page], many: Path, site_server: Callable[..., str]
) -> None:
    page = page_guard(allow="ERR_FAILED")
    page.route("**/browse/rows/0.js", lambda route: route.abort(), times=1)
    page.goto(f"{site_server(many)}browse/index.html")
    page.get_by_text("数据文件读不出来，请刷新再试。").wait_for()
    page.get_by_role("checkbox", name="四十").check()
    page.wait_for_function("document.querySelectorAll('.bm-facets .bm-row').length === 40")
    assert page.get_by_role("button", name="再看一些").is_hidden()
    assert page.locator(".bm-sum strong").text_content() == "40"
