"""Search as a reader meets it: in a real browser, over http and from a folder, with no network."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import yaml

from generator.archive.groups import Archive
from generator.build import read_archive
from generator.model.unicode import category
from generator.site.search_index.adapting import Documents, facts_of
from generator.site.search_index.documents import SearchDocument
from generator.site.search_index.folding import fold, fold_character, simplified_characters
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.search_cases import CASES, case_files, read_case
from tests.search_cases import facts_of as case_facts
from tests.searchsite import made_facts, made_records, substrings, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

ODD_FOLDER = "下载 100%#档案"
ANSWER = """async ([query, order]) => {
  const found = await Banmian.answer(query);
  const items = await Banmian.sorted(found, found.items, order || "worth");
  const ids = async list => (await Promise.all(Array.from(list, Banmian.textOf))).map(text => text.id);
  return { ids: await ids(items), near: found.near ? await ids(found.nearItems) : [], exact: found.exact };
}"""
ANSWERS = """async queries => {
  const answers = [];
  for (const query of queries) answers.push(Array.from((await Banmian.answer(query)).items));
  return answers;
}"""


@dataclass(frozen=True)
class Made:
    """A made archive of a few hundred items."""

    folder: Path
    records: list[SearchDocument]
    texts: list[list[str]]

    def called(self, title: str) -> str:
        """Return the id of the only item with these words in its title."""
        (name,) = [record.id for record in self.records if title in record.title]
        return name

    def holding(self, phrase: str) -> list[int]:
        """Return the items that hold the folded phrase, by looking at every one."""
        return [number for number, texts in enumerate(self.texts) if any(phrase in text for text in texts)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Write a made archive into a folder with an odd name."""
    records = list(made_records(400, length=700))
    folder = write_site(tmp_path_factory.mktemp("made") / ODD_FOLDER, records, made_facts())
    return Made(folder, records, [[fold(text) for text in record.texts] for record in records])


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, made: Made, site_server: Callable[..., str]) -> str:
    """Return the archive's home over http and as a folder."""
    return site_server(made.folder, zips=True) if request.param == "http" else f"{made.folder.as_uri()}/"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the repository's own pages."""
    return read_archive(load_settings(), progress=silent())


@pytest.fixture(scope="module")
def seeds(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Write the index of the repository's own pages."""
    records = list(Documents(archive))
    variants = simplified_characters()
    folder = write_site(tmp_path_factory.mktemp("seeds"), records, facts_of(archive, variants))
    return Made(folder, records, [[fold(text, variants) for text in record.texts] for record in records])


def opened(page: Page, address: str, query: str = "") -> Page:
    """Open the search page and wait until it has answered."""
    page.goto(f"{address}search/index.html{query and '?q=' + quote(query)}")
    page.wait_for_selector(".bm-search__status[data-state=done]")
    return page


def count_said(page: Page) -> int:
    """Return the number of items that the page says it found."""
    found = re.search(r"找到 (\d+) 篇", page.inner_text(".bm-search__status"))
    return int(found[1]) if found else 0


def test_python_and_javascript_fold_every_character_alike(page: Page, made: Made) -> None:
    opened(page, f"{made.folder.as_uri()}/")
    known = [chr(code) for code in range(0x110000) if category(chr(code)) not in ("Cn", "Cs")]
    theirs = page.evaluate("characters => characters.map(Banmian.foldCharacter)", known)
    differing = [
        f"U+{ord(character):04X}"
        for character, other in zip(known, theirs, strict=True)
        if fold_character(character) != other
    ]
    assert not differing


def test_half_a_character_is_dropped_alike(page: Page, made: Made) -> None:
    opened(page, f"{made.folder.as_uri()}/")
    assert page.evaluate("Banmian.foldCharacter('\\ud800') + Banmian.fold('a\\udc00b')") == "ab"


def test_every_substring_is_found_and_nothing_else(page: Page, made: Made, address: str) -> None:
    opened(page, address)
    page.context.set_offline(address.startswith("file:"))
    chance = random.Random(4)
    asked = [fold(text) for text in substrings(made.records, 1000, chance)]
    asked = [text for text in asked if text]
    answers = page.evaluate(ANSWERS, asked)
    wrong = [text for text, items in zip(asked, answers, strict=True) if items != made.holding(text)]
    assert not wrong
    assert len(asked) > 950


def test_what_stands_nowhere_is_not_found(page: Page, made: Made, address: str) -> None:
    opened(page, address)
    page.context.set_offline(address.startswith("file:"))
    absent = list(_absent(made, 200))
    assert page.evaluate(ANSWERS, absent) == [[]] * len(absent)


def _absent(made: Made, count: int) -> Iterator[str]:
    """Pieces of the texts put together so that the whole stands nowhere, though its parts do."""
    chance = random.Random(5)
    while count:
        one, other = (fold(text)[:3] for text in substrings(made.records, 2, chance))
        if len(one + other) > 3 and not made.holding(one + other):
            yield one + other
            count -= 1


def test_without_its_scripts_the_index_is_missed(
    made: Made, page_guard: Callable[..., Page], tmp_path: Path
) -> None:
    folder = write_site(tmp_path, made.records[:20], made_facts())
    for script in (folder / "search" / "s").iterdir():
        script.unlink()
    page = page_guard(allow="ERR_FILE_NOT_FOUND")
    page.goto(f"{folder.as_uri()}/search/index.html?q={quote(made.records[3].title[:2])}")
    page.wait_for_selector(".bm-search__status[data-state=error]")
    assert "读不出来" in page.inner_text(".bm-search__status")


def test_a_script_that_fails_once_is_asked_for_again(
    page_guard: Callable[..., Page], made: Made, site_server: Callable[..., str]
) -> None:
    page = page_guard(allow="ERR_FAILED")
    failed: list[str] = []

    def refuse_once(route: Route) -> None:
        path = route.request.url.split("?")[0]
        if path in failed:
            route.continue_()
        else:
            failed.append(path)
            route.abort()

    page.route("**/search/*/*.js*", refuse_once)
    opened(page, site_server(made.folder), made.texts[3][0][:4])
    assert count_said(page) == len(made.holding(made.texts[3][0][:4]))
    assert failed


def test_scripts_of_another_build_are_refused(
    made: Made, page_guard: Callable[..., Page], tmp_path: Path
) -> None:
    folder = write_site(tmp_path / "a", made.records[:20], made_facts())
    other = write_site(tmp_path / "b", made.records[5:25], made_facts())
    for script in (other / "search" / "s").iterdir():
        (folder / "search" / "s" / script.name).write_bytes(script.read_bytes())
    page = page_guard()
    page.goto(f"{folder.as_uri()}/search/index.html?q={quote(made.records[3].title[:2])}")
    page.wait_for_selector(".bm-search__status[data-state=error]")


def test_every_substring_of_our_own_pages_is_found(page: Page, seeds: Made) -> None:
    opened(page, f"{seeds.folder.as_uri()}/")
    page.context.set_offline(True)
    asked = [fold(text) for text in substrings(seeds.records, 1000, random.Random(7))]
    answers = page.evaluate(ANSWERS, asked)
    variants = simplified_characters()
    assert [
        text
        for text, items in zip(asked, answers, strict=True)
        if text and items != seeds.holding(fold(text, variants))
    ] == []


def test_every_printed_line_of_an_item_is_found(archive: Archive, seeds: Made) -> None:
    variants = simplified_characters()
    number = {record.id: index for index, record in enumerate(seeds.records)}
    for entry in archive.items:
        texts = seeds.texts[number[entry.item.id]]
        for block in entry.item.blocks:
            line = fold(entry.page.source.quote(block.content), variants)
            assert any(line in text for text in texts), entry.page.source.quote(block.content)


def test_what_is_asked_for_stands_first(page: Page, seeds: Made) -> None:
    opened(page, f"{seeds.folder.as_uri()}/")
    recalls, ranks = [], []
    for asked in yaml.safe_load((CASES / "relevance.yml").read_text("utf-8")):
        answer = page.evaluate(ANSWER, [asked["query"], None])
        first = (answer["ids"] or answer["near"])[:5]
        expected = {seeds.called(title) for title in asked["expects"]}
        if not expected:
            assert not answer["ids"], asked
            continue
        recalls.append(len(expected & set(first)) / min(5, len(expected)))
        ranks.append(next((1 / place for place, name in enumerate(first, 1) if name in expected), 0.0))
    assert len(recalls) >= 40
    assert sum(recalls) / len(recalls) >= 0.98
    assert sum(ranks) / len(ranks) >= 0.95


def test_a_draft_shows_only_what_its_texts_prove(page: Page, tmp_path: Path) -> None:
    """In half of the items the pairs of 甲乙丙 stand apart."""
    bodies = [f"第{number}篇。" + ("甲乙丙" if number % 2 else "甲乙，丁乙丙") for number in range(40)]
    records = [
        SearchDocument(
            id=f"i{number:02}", title="题", heading=("题",), body=(body,), kinds=("报道",), years=("未定",)
        )
        for number, body in enumerate(bodies)
    ]
    opened(page, f"{write_site(tmp_path, records, case_facts(records, {})).as_uri()}/")
    answer = page.evaluate(
        """async () => {
          let draft = null;
          const found = await Banmian.answer("甲乙丙", given => { draft = given; });
          return [draft.exact, draft.items.length, await Banmian.drafted(draft, draft.items, "worth"),
            found.exact, Array.from(found.items)];
        }"""
    )
    assert answer[:2] == [False, 40]
    assert answer[2]
    assert all(number % 2 for number in answer[2])
    assert answer[3:] == [True, list(range(1, 40, 2))]


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_case(path: Path, page: Page, tmp_path: Path) -> None:
    records, facts, questions = read_case(path)
    opened(page, f"{write_site(tmp_path, records, facts).as_uri()}/")
    for asked in questions:
        answer = page.evaluate(ANSWER, [asked["query"], asked.get("sort")])
        ids = answer["ids"] if asked.get("ordered") else sorted(answer["ids"])
        assert ids == asked["finds"], asked
        assert answer["near"] == asked.get("near", answer["near"]), asked


def test_no_random_query_throws(page: Page, made: Made) -> None:
    opened(page, f"{made.folder.as_uri()}/")
    chance = random.Random(6)
    signs = (
        ' \t　"“”「」-－:：OR|栏目地区主题作者年类()[]{}*+?.\\^$/<>&#%🙂𠮷\ud800\u200b\u0301ﬁ㎡①'
        + made.records[0].title
    )
    queries = ["".join(chance.choices(signs, k=chance.randint(0, 30))) for _ in range(10_000)]
    failed = page.evaluate(
        """async queries => {
          const failed = [];
          for (const query of queries) {
            try { await Banmian.answer(query); } catch (error) { failed.push(query); }
          }
          return failed;
        }""",
        queries,
    )
    assert failed == []


def test_a_hostile_query_is_harmless(page: Page, made: Made) -> None:
    opened(page, f"{made.folder.as_uri()}/")
    for query in (
        "<img src=x onerror=alert(1)>" * 40_000,
        "(a+)+$" * 170_000,
        "字" * 1_000_000,
        '"' * 1_000_000,
    ):
        page.fill("#banmian-search .bm-box__input", query[:400])
        page.evaluate(
            "query => { document.querySelector('#banmian-search .bm-box__input').value = query; }", query
        )
        page.press("#banmian-search .bm-box__input", "Enter")
        page.wait_for_selector(".bm-search__status[data-state=done]")
    assert page.query_selector("img") is None


def test_text_of_the_archive_is_never_markup(page: Page, tmp_path: Path) -> None:
    case = next(path for path in case_files() if path.stem == "text_that_looks_like_markup_is_text")
    records, facts, _questions = read_case(case)
    folder = write_site(tmp_path, records, facts)
    opened(page, f"{folder.as_uri()}/", "onerror")
    assert page.inner_text(".bm-result__title") == "<img src=x onerror=alert(1)>"
    assert page.query_selector(".bm-search__results img") is None


class TestPage:
    """The search page."""

    def test_results_show_the_words_marked_and_lead_to_the_marked_item(
        self, page: Page, made: Made, address: str
    ) -> None:
        phrase = fold(made.records[7].body[1])[2:8]
        opened(page, address, phrase)
        assert count_said(page) == len(made.holding(phrase))
        assert fold(page.inner_text(".bm-result mark")) == phrase
        page.click(".bm-result__title")
        page.wait_for_selector("mark.bm-hit--here")
        assert fold("".join(page.locator("mark.bm-hit").all_inner_texts()[:1])) == phrase
        assert "第 1 处" in page.inner_text(".bm-hits__status")

    def test_hits_are_walked_and_taken_away(self, page: Page, made: Made) -> None:
        record = made.records[3]
        sign = fold(record.body[0])[0]
        page.goto(f"{made.folder.as_uri()}/articles/{record.id}/index.html?h={quote(sign)}")
        page.click("text=下一处")
        assert "第 2 处" in page.inner_text(".bm-hits__status")
        page.click("text=上一处")
        page.click("text=上一处")
        total = page.locator("mark.bm-hit").count()
        assert page.inner_text(".bm-hits__status") == f"第 {total} 处，共 {total} 处"
        before = page.inner_text("main")
        page.click("text=不再标出")
        assert page.locator("mark").count() == 0
        assert page.inner_text("main") == before

    def test_a_hit_across_elements_is_one_hit_and_leaves_no_empty_mark(self, page: Page, made: Made) -> None:
        text = (made.folder / "index.html").read_text("utf-8")
        words = "<p>前甲<b>乙</b>丙</p><p>甲<i>乙丙</i></p><p>甲</p><p>乙</p>"
        (made.folder / "across.html").write_text(text.replace("<p>首页</p>", words), "utf-8")
        page.goto(f"{made.folder.as_uri()}/across.html?h={quote('甲乙')}")
        page.wait_for_selector(".bm-hits")
        assert page.locator("mark.bm-hit").all_text_contents() == ["甲", "乙", "甲", "乙"]
        assert page.inner_text(".bm-hits__status") == "第 1 处，共 2 处"

    def test_the_engine_is_there_once(self, page: Page, made: Made) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        opened(page, f"{made.folder.as_uri()}/")
        page.focus("header .bm-box__input")
        page.keyboard.insert_text(made.records[5].title[:4])
        page.wait_for_selector("header .bm-box__option")
        assert asked.count("bench.js") + asked.count("search.js") == 1

    def test_facets_add_up_and_narrow(self, page: Page, made: Made, address: str) -> None:
        sign = _common_pair(made)
        opened(page, address, sign)
        total = count_said(page)
        kinds = page.locator("[data-facet=kind] .bm-facet__count").all_text_contents()
        assert sum(map(int, kinds)) == total
        region = page.locator("[data-facet=region] .bm-facet__count").all_text_contents()
        assert int(region[0]) == total
        page.check("[data-facet=kind] input >> nth=1")
        page.wait_for_function(
            f"document.querySelector('.bm-search__status').textContent.includes('找到 {kinds[1]} 篇')"
        )
        assert "kind=" in page.url
        page.fill("#banmian-search .bm-box__input", "改了")
        page.go_back()
        page.wait_for_function(
            f"document.querySelector('.bm-search__status').textContent.includes('找到 {total} 篇')"
        )
        assert page.input_value("#banmian-search .bm-box__input") == sign

    def test_an_item_of_two_places_counts_once_in_what_holds_both(self, page: Page, tmp_path: Path) -> None:
        places = (("150302",), ("150302", "150105"), ("150105", "150100"), ("0",))
        records = [
            SearchDocument(
                id=f"i{number}", title="题", heading=("题",), regions=codes, kinds=("报道",), years=("未定",)
            )
            for number, codes in enumerate(places)
        ]
        opened(page, f"{write_site(tmp_path, records, case_facts(records, {})).as_uri()}/", "题")
        rows = page.locator("[data-facet=region] label").all_text_contents()
        assert rows == ["内蒙古自治区3", "呼和浩特市2", "赛罕区2", "乌海市2", "海勃湾区2", "未定1"]

    def test_of_many_places_the_upper_ones_are_shown_first(self, page: Page, made: Made) -> None:
        opened(page, f"{made.folder.as_uri()}/")
        rows = page.locator("[data-facet=region] .bm-facet__row")
        assert rows.count() == 11
        page.locator("[data-facet=region] input").nth(2).check()
        page.wait_for_function("document.querySelectorAll('[data-facet=region] .bm-facet__row').length > 15")

    def test_the_address_holds_the_whole_search(self, page: Page, made: Made, address: str) -> None:
        sign = _common_pair(made)
        page.goto(f"{address}search/index.html?q={quote(sign)}&year=2020&sort=old")
        page.wait_for_selector(".bm-search__status[data-state=done]")
        wanted = [number for number in made.holding(sign) if made.records[number].years == ("2020",)]
        assert count_said(page) == len(wanted)
        first = page.get_attribute(".bm-result", "data-item")
        assert first == made.records[wanted[0]].id

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("，。", "请输入文字：标点和符号不参加检索"),
            ("栏目:没有此栏", "没有找到（没有名为“没有此栏”的，已按普通词查找）"),
            ("无" * 500, "没有找到（查询太长，只用了前 400 个字）"),
        ],
        ids=["signs", "no such name", "too long"],
    )
    def test_the_page_says_what_it_made_of_a_query(
        self, page: Page, made: Made, query: str, said: str
    ) -> None:
        opened(page, f"{made.folder.as_uri()}/", query)
        assert page.inner_text(".bm-search__status") == said

    def test_more_results_are_added(self, page: Page, made: Made) -> None:
        sign = _common_pair(made)
        opened(page, f"{made.folder.as_uri()}/", sign)
        total = len(made.holding(sign))
        assert page.locator(".bm-result").count() == 10
        while page.locator(".bm-search__more").count():
            shown = page.locator(".bm-result").count()
            page.click(".bm-search__more")
            page.wait_for_function(f"document.querySelectorAll('.bm-result').length > {shown}")
        ids = page.eval_on_selector_all(".bm-result", "rows => rows.map(row => row.dataset.item)")
        assert len(set(ids)) == len(ids) == total

    def test_without_a_query_everything_is_listed(self, page: Page, made: Made) -> None:
        opened(page, f"{made.folder.as_uri()}/")
        assert count_said(page) == len(made.records)
        assert page.locator("[href=null], [open=null], [value=null]").count() == 0


def _common_pair(made: Made) -> str:
    """Return a pair that many items hold."""
    pairs = {text[at : at + 2] for text in made.texts[0] for at in range(len(text) - 1)}
    return max(sorted(pairs), key=lambda pair: (min(len(made.holding(pair)), 60), pair))


class TestBox:
    """The box on every page."""

    def test_it_furnishes_the_form_of_the_theme(self, page: Page, made: Made, address: str) -> None:
        page.goto(f"{address}articles/{made.records[0].id}/index.html")
        assert page.locator("input[role=combobox][aria-expanded=false]").count() == 1
        page.fill("input[name=q]", made.records[5].title[:4])
        page.wait_for_selector(".bm-box__option")

    def test_the_engine_comes_when_a_reader_turns_to_the_box(
        self, page: Page, made: Made, address: str
    ) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}index.html")
        assert sorted(name for name in asked if name.endswith(".js")) == ["assets/site.js"]
        page.focus(".bm-box__input")
        page.wait_for_function("window.Banmian")
        page.keyboard.insert_text(made.records[5].title[:4])
        page.wait_for_selector(".bm-box__option")
        page.focus(".bm-box__input")
        assert asked.count("assets/search.js") == 1

    def test_what_was_typed_before_the_engine_came_is_answered(self, page: Page, made: Made) -> None:
        page.goto(f"{made.folder.as_uri()}/index.html")
        page.evaluate(
            """words => { const input = document.querySelector('.bm-box__input'); input.focus(); input.value = words; }""",
            made.records[5].title[:4],
        )
        page.wait_for_selector(".bm-box__option")

    def test_an_engine_that_is_missing_is_told_and_asked_for_again(
        self, page_guard: Callable[..., Page], made: Made, site_server: Callable[..., str]
    ) -> None:
        page = page_guard(allow="ERR_FAILED")
        page.route("**/assets/search.js", lambda route: route.abort(), times=1)
        page.goto(f"{site_server(made.folder)}index.html")
        page.focus(".bm-box__input")
        page.wait_for_selector(".bm-box__status[data-state=error]")
        assert "search.js 读不出来" in page.inner_text(".bm-box__status")
        page.locator(".bm-box__input").blur()
        page.focus(".bm-box__input")
        page.keyboard.insert_text(made.records[5].title[:4])
        page.wait_for_selector(".bm-box__option")

    def test_typing_shows_results_and_keys_choose(self, page: Page, made: Made, address: str) -> None:
        page.goto(f"{address}index.html")
        page.keyboard.press("/")
        page.keyboard.insert_text(fold(made.records[9].body[0])[:6])
        page.wait_for_selector(".bm-box__result")
        page.keyboard.press("ArrowDown")
        chosen = page.get_attribute(".bm-box__input", "aria-activedescendant")
        assert page.get_attribute(f"#{chosen}", "aria-selected") == "true"
        page.keyboard.press("Escape")
        assert page.is_hidden(".bm-box__list")
        assert page.inner_text(".bm-box__status") == ""
        page.keyboard.press("Enter")
        page.wait_for_selector(".bm-search__status[data-state=done]")
        assert "search/index.html?q=" in page.url

    def test_enter_opens_what_is_chosen(self, page: Page, made: Made, address: str) -> None:
        page.goto(f"{address}index.html")
        page.fill(".bm-box__input", made.records[9].title)
        page.wait_for_selector(".bm-box__result")
        for _ in range(page.locator(".bm-box__option:not(.bm-box__result)").count() + 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/articles/{made.records[9].id}/**")

    def test_of_many_results_the_first_are_shown_and_all_are_one_step_away(
        self, page: Page, made: Made
    ) -> None:
        sign = _common_pair(made)
        page.goto(f"{made.folder.as_uri()}/index.html")
        page.fill(".bm-box__input", sign)
        page.wait_for_selector(".bm-box__all")
        assert page.locator(".bm-box__result").count() == 6
        assert page.inner_text(".bm-box__all") == f"全部 {len(made.holding(sign))} 篇"
        page.click(".bm-box__all")
        page.wait_for_selector(".bm-search__status[data-state=done]")
        assert count_said(page) == len(made.holding(sign))

    def test_the_number_of_results_is_told_to_screen_readers(self, page: Page, made: Made) -> None:
        page.goto(f"{made.folder.as_uri()}/index.html")
        page.fill(".bm-box__input", made.records[9].title)
        page.wait_for_function("/找到 \\d+ 篇/.test(document.querySelector('.bm-box__status').textContent)")
        assert page.get_attribute(".bm-box__status", "aria-live") == "polite"

    def test_names_and_headlines_are_suggested(self, page: Page, made: Made) -> None:
        page.goto(f"{made.folder.as_uri()}/index.html")
        for typed, note, shown in (
            ("乙", "地区", "乙盟"),
            ("栏目1", "栏目", "栏目1"),
            ("主题1", "主题", "主题1"),
            (made.records[2].authors[0], "作者", made.records[2].authors[0]),
            (made.records[2].title[:5], "标题", made.records[2].title),
        ):
            page.fill(".bm-box__input", "")
            page.fill(".bm-box__input", typed)
            page.wait_for_selector(
                f".bm-box__option:has(.bm-box__note:text-is('{note}')):has-text('{shown}')"
            )

    def test_slash_is_a_sign_where_one_writes(self, page: Page, made: Made) -> None:
        opened(page, f"{made.folder.as_uri()}/")
        page.fill("#banmian-search .bm-box__input", "1")
        page.press("#banmian-search .bm-box__input", "/")
        assert page.input_value("#banmian-search .bm-box__input") == "1/"


def test_the_interface_speaks_chinese(page: Page, made: Made) -> None:
    opened(page, f"{made.folder.as_uri()}/", _common_pair(made))
    seen: Any = page.evaluate(
        """() => [...document.querySelectorAll('.bm-search, .bm-search *')].flatMap(element =>
          ['aria-label', 'placeholder', 'title'].map(name => element.getAttribute(name))
            .concat([...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data)))"""
    )
    assert not [
        text
        for text in seen
        if text and re.search(r"[A-Za-z]{2,}", re.sub("CSV|JSON|RIS|BibTeX|Word", "", text))
    ]


@pytest.mark.site
def test_the_built_site_is_searched_from_a_folder(page: Page, built_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / ODD_FOLDER
    folder.symlink_to(built_site, target_is_directory=True)
    page.context.set_offline(True)
    page.goto(f"{folder.as_uri()}/index.html")
    page.keyboard.press("/")
    page.keyboard.insert_text("急难愁盼")
    page.wait_for_selector(".bm-box__result mark")
    page.keyboard.press("Enter")
    page.wait_for_selector(".bm-search__status[data-state=done]")
    assert count_said(page) > 0
    page.click(".bm-result__title")
    page.wait_for_selector("mark.bm-hit--here")


@pytest.mark.scale
def test_every_substring_of_ten_thousand_items_is_found(page: Page, tmp_path: Path) -> None:
    records = list(made_records(10_000, length=1000))
    many = Made(
        write_site(tmp_path, records, made_facts(), articles=False),
        records,
        [["\0".join(fold(text) for text in record.texts)] for record in records],
    )
    opened(page, f"{many.folder.as_uri()}/")
    page.context.set_offline(True)
    asked = [fold(text) for text in substrings(records, 1000, random.Random(8))] + list(_absent(many, 50))
    answers = page.evaluate(ANSWERS, asked)
    wrong = [text for text, items in zip(asked, answers, strict=True) if text and items != many.holding(text)]
    assert not wrong
