"""The site in a real browser, over http and from a folder: nothing breaks, nothing leaves, everything answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.archive.things import thing_id
from generator.build import gather_files
from generator.model import DateBasis, DateTag, Doubt, Issue, Kind, Span, TextKind
from generator.publishing.site import publish
from generator.publishing.workshop import open_workshop
from generator.vocabulary.settings import ROOT
from tests.making import Draft, by, make_archive, make_page, place, theme

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

HOSTILE = '</title></script><script>alert(1)</script><img src=x onerror=alert(2)>{{ x }} [TOC] --8<-- "a"'
ITEM = "articles/page-01-01/index.html"
TEMPLATES = (
    *("index.html", ITEM, "articles/page-01-02/index.html", "pages/page-01/index.html", "pages/index.html"),
    *(
        "regions/index.html",
        "regions/152501/index.html",
        "columns/index.html",
        "columns/mu-qu-ye-hua/index.html",
    ),
    *(
        "themes/index.html",
        "themes/xue-xi-jiao-yu/index.html",
        "bylines/index.html",
        f"bylines/{thing_id('林禾')}/index.html",
    ),
    *("organisations/index.html", f"practices/{thing_id('毡房夜校')}/index.html"),
    *("practices/index.html", "dates/index.html", "dates/2022/index.html", "coverage/index.html"),
    *("browse/index.html", "data/index.html", "search/index.html", "about/index.html"),
)


def second(page: Page) -> str:
    """Return the anchor of the second paragraph of the item that a page shows."""
    return str(page.eval_on_selector_all("#text [id^=p]", "found => found[1].id"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish an archive whose words try to break out; return the folder of the site."""
    first = make_page(
        Draft(
            column="牧区夜话",
            kicker="把夜校办到毡房里",
            headline="一盏灯下 九个学生",
            bylines=(by("林禾", "本报记者"),),
            paragraphs=("夜校开课了。", ("“都来吧。”支书说,", "人就坐满了。")),
            regions=(place("152501"),),
            themes=(theme("xue-xi-jiao-yu", "学习教育"),),
            practices=("毡房夜校",),
            date=DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED),
        ),
        Draft(
            headline=HOSTILE,
            column=HOSTILE,
            paragraphs=(HOSTILE,),
            practices=(HOSTILE,),
            regions=(place("150105"),),
        ),
        Draft(kind=Kind.CAPTION, paragraphs=("牧民在夜校里练字。",), regions=(place("150105"),)),
    )
    line = first.items[0].body[1].lines[0]
    start = first.items[0].body[1].pieces[0].start + 1
    doubt = Doubt(code="text-doubled", line=line, detail="“都来”可疑。", span=Span(start, start + 2))
    suspect = replace(first.items[0], text_doubts=(doubt,))
    first = replace(first, items=(suspect, *first.items[1:]))
    second = make_page(
        Draft(headline="支部要建强"), page_id="page-02", issue=Issue(text_kind=TextKind.ABSTRACT)
    )
    archive = make_archive(first, second, site_name="版面 · 试验档案")
    folder = tmp_path_factory.mktemp("site")
    settings = replace(
        archive.settings,
        out_dir=folder,
        mkdocs_file=ROOT / "mkdocs.yml",
        repo_url="https://example.org/a/b",
        config_dir=ROOT / "site_config",
    )
    with open_workshop(settings) as workshop:
        publish(gather_files(replace(archive, settings=settings), ()), settings, workshop)
    return settings.site_dir


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Path, site_server: Callable[..., str]) -> str:
    """Return the site's address, with a slash at its end."""
    return site_server(site, prefix="/sub/") if request.param == "http" else f"{site.as_uri()}/"


@pytest.fixture
def there(site: Path, site_server: Callable[..., str]) -> str:
    return site_server(site)


def test_no_page_errs_asks_elsewhere_or_lets_words_run(page: Page, home: str) -> None:
    for template in TEMPLATES:
        page.goto(home + template)
        assert page.locator("h1").count() == 1, template
        assert page.locator("main script").count() == 0, template


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_screen(page_guard: Callable[..., Page], there: str, width: int) -> None:
    page = page_guard(viewport={"width": width, "height": 900})
    for template in TEMPLATES:
        page.goto(there + template)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, template


def test_hostile_words_are_shown_as_they_are(page: Page, home: str) -> None:
    page.goto(home + "articles/page-01-02/index.html")
    assert page.locator("h1").text_content() == HOSTILE
    assert page.title().startswith(f"{HOSTILE} - ")
    page.goto(home + "columns/index.html")
    assert HOSTILE in (page.locator("main").text_content() or "")


def test_words_and_ways_are_there_without_script(page_guard: Callable[..., Page], home: str) -> None:
    page = page_guard(java_script_enabled=False)
    page.goto(home + ITEM)
    assert page.locator(".bm-ln").first.is_visible()
    assert page.locator("button:visible").count() == 1, "the form's own button alone"
    page.locator(".bm-why summary").first.click()
    assert page.locator(".bm-why__note", has_text="由版面文字推定：").is_visible()
    page.get_by_role("link", name="下一篇").click()
    assert page.url.endswith("articles/page-01-02/index.html")


def test_arrow_keys_turn_items_and_brackets_turn_pages(page: Page, home: str) -> None:
    page.goto(home + ITEM)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/articles/page-01-02/index.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**/{ITEM}")
    # The second page has no date, so it stands before the first.
    page.keyboard.press("[")
    page.wait_for_url("**/pages/page-02/index.html")


def test_keys_do_nothing_while_a_reader_writes_or_calls_the_browser(page: Page, there: str) -> None:
    page.goto(there + ITEM)
    for keys in ("Control+ArrowRight", "Alt+]", "Shift+ArrowRight"):
        page.keyboard.press(keys)
    page.keyboard.press("/")
    page.keyboard.type("]")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert page.url == there + ITEM


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page: Page, home: str) -> None:
    page.goto(home + ITEM)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_size_space_and_scheme_are_remembered(page: Page, home: str) -> None:
    page.goto(home + ITEM)
    size = "getComputedStyle(document.querySelector('[id^=p]:is(p, h2)')).fontSize"
    before = float(page.evaluate(size).removesuffix("px"))
    page.get_by_label("字号与行距").click()
    for name in ("大", "松"):
        page.get_by_role("radio", name=name, exact=True).check()
    palette = page.locator("[data-md-component=palette] label:visible")
    palette.click()
    palette.click()
    assert float(page.evaluate(size).removesuffix("px")) > before * 1.2
    page.goto(home + "index.html")
    for name in ("size", "space"):
        assert page.locator("html").get_attribute(f"data-{name}") == "l"
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_the_panel_of_settings_closes_by_escape_and_by_a_click_elsewhere(page: Page, there: str) -> None:
    page.goto(there + ITEM)
    panel, summary = page.locator("[data-settings]"), page.get_by_label("字号与行距")
    for leave in (lambda: page.keyboard.press("Escape"), lambda: page.locator("h1").click()):
        summary.click()
        page.get_by_role("radio", name="大", exact=True).check()
        assert panel.get_attribute("open") is not None
        leave()
        assert panel.get_attribute("open") is None


def test_the_drawer_of_a_phone_leads_everywhere_and_shows_where_the_reader_is(
    page_guard: Callable[..., Page], there: str
) -> None:
    page = page_guard(viewport={"width": 390, "height": 844})
    page.goto(there + "dates/index.html")
    drawer = page.get_by_role("navigation", name="导航栏")
    assert not drawer.get_by_text("主题").is_visible() or drawer.bounding_box()["x"] < 0  # type: ignore[index]
    page.get_by_text("打开导航").click(force=True)
    page.wait_for_timeout(400)
    assert drawer.locator(".md-nav__link--active").inner_text().strip() == "日期"
    drawer.get_by_role("link", name="做法").click()
    page.wait_for_url("**/practices/index.html")


def test_the_system_s_darkness_is_followed(page_guard: Callable[..., Page], there: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = page_guard(color_scheme=scheme)
        page.goto(there)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] != colours[1]


def test_a_reference_is_copied(page_guard: Callable[..., Page], there: str) -> None:
    page = page_guard(permissions=["clipboard-read", "clipboard-write"])
    page.goto(there + ITEM)
    page.locator("[data-clipboard-target='#cite-gbt2015']").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#cite-gbt2015").inner_text()
    assert "一盏灯下 九个学生[N]" in copied
    assert page.get_by_role("status").filter(has_text="已复制").is_visible()


def test_a_paragraph_has_an_address(page_guard: Callable[..., Page], there: str) -> None:
    page = page_guard(permissions=["clipboard-read", "clipboard-write"])
    page.goto(there + ITEM)
    page.get_by_label("第2段的固定链接").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{there}{ITEM}#{second(page)}"
    assert page.url.endswith(f"#{second(page)}")


def test_a_report_is_about_the_paragraph_that_a_reader_points_at(page: Page, there: str) -> None:
    page.goto(there + ITEM)
    page.locator(".bm-para").nth(1).hover()
    page.locator(".bm-wrong").nth(1).click()
    href = page.locator("#report a[href*='/issues/new']").get_attribute("href") or ""
    assert f"address=page-01-01%23{second(page)}" in href
    assert "line=11%E3%80%8113" in href
    assert "第11、13行" in (page.locator("#report-text").text_content() or "")


def test_a_report_without_a_form_on_the_web_is_shown_to_be_copied(page: Page, site: Path, there: str) -> None:
    html = (site / ITEM).read_text(encoding="utf-8").replace("/issues/new", "/elsewhere")
    page.route(f"**/{ITEM}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(there + ITEM)
    assert page.locator("#report details").get_attribute("open") is None
    page.locator(".bm-para").nth(1).hover()
    page.locator(".bm-wrong").nth(1).click()
    assert page.locator("#report details").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_line_numbers_come_on_demand_on_a_phone(page_guard: Callable[..., Page], there: str) -> None:
    page = page_guard(viewport={"width": 390, "height": 844})
    page.goto(there + ITEM)
    assert page.locator(".bm-ln:visible").count() == 0
    page.get_by_role("button", name="原文行号").click()
    page.locator(".bm-ln").nth(1).click()
    page.wait_for_url("**/pages/page-01/index.html#L11")


def test_a_source_line_marks_its_item_and_leads_back(page: Page, home: str) -> None:
    page.goto(home + "pages/page-01/index.html#L11")
    marked = page.locator(".bm-line--same").count()
    assert marked == page.locator(".bm-line[data-item='page-01-01']").count() == 6
    page.locator("#L11 .bm-line__owner a").click()
    page.wait_for_url(f"**/{ITEM}#p*")
    assert page.url.endswith(f"#{second(page)}")


def test_every_search_form_leads_to_the_search(page: Page, home: str) -> None:
    for template, field in (("index.html", "#home-q"), (ITEM, "#bm-q")):
        page.goto(home + template)
        page.fill(field, "夜校")
        page.press(field, "Enter")
        page.wait_for_url("**/search/index.html?q=*")


def test_a_sheet_is_printed_with_its_source_and_without_the_shell(page: Page, there: str) -> None:
    page.goto(there + ITEM)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".bm-source").is_visible()
    assert page.locator("#cite-gbt2025").is_visible()
    for part in (".md-header", ".md-tabs", ".bm-foot", ".bm-bar", ".bm-turn", ".bm-report"):
        assert not page.locator(part).first.is_visible(), part


def test_the_shell_is_light(site: Path) -> None:
    html = (site / "about/index.html").read_text(encoding="utf-8")
    before, _, rest = html.partition('id="content"')
    _, _, after = rest.partition("</main>")
    assert len((before + after).encode("utf-8")) < 40_000


def test_every_page_has_a_strict_content_policy_and_works_under_it(page: Page, home: str) -> None:
    for template in TEMPLATES:
        page.goto(home + template)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
        assert policy.startswith("default-src 'none'; script-src 'self' file:; style-src 'self' file:;")
        assert "unsafe" not in policy
        assert page.locator("h1").is_visible() or template == "index.html", template


def test_a_page_that_is_not_there_says_so(page_guard: Callable[..., Page], there: str) -> None:
    page = page_guard(allow="404")
    page.goto(there + "404.html")
    assert page.locator("h1").text_content() == "没有这一页"


def test_an_item_is_read_aloud_from_its_kicker_to_its_last_paragraph(page: Page, there: str) -> None:
    page.add_init_script(
        "window.spoken = [];"
        "window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
        "Object.defineProperty(window, 'speechSynthesis', { value: { cancel() {}, speak(words) {"
        "  spoken.push([words.text, words.lang, document.querySelector('[data-do=speak]').textContent]);"
        "  words.onstart(); setTimeout(() => words.onend(), 0); } } });"
    )
    page.goto(there + ITEM)
    page.get_by_role("button", name="朗读").click()
    page.get_by_role("button", name="朗读", exact=True, pressed=False).wait_for()
    assert page.evaluate("spoken") == [
        [words, "zh-CN", "停止朗读"]
        for words in (
            "把夜校办到毡房里",
            "一盏灯下 九个学生",
            "夜校开课了。",
            "“都来吧。”支书说,人就坐满了。",
        )
    ]
    assert page.locator(".bm-speaking").count() == 0


def copied(page: Page, selector: str) -> str:
    """Return what the reader's clipboard holds after copying an element, without blanks."""
    page.evaluate("selector => getSelection().selectAllChildren(document.querySelector(selector))", selector)
    page.keyboard.press("Control+C")
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }))")
    page.focus("#pasted")
    page.keyboard.press("Control+V")
    return "".join(page.input_value("#pasted").split())


def test_copying_the_text_copies_the_text_alone(page_guard: Callable[..., Page], home: str) -> None:
    page = page_guard(viewport={"width": 1280, "height": 900})
    page.goto(home + ITEM)
    assert page.locator(".bm-marks").first.is_visible()
    assert page.locator(".bm-wrong").count() == 2
    assert copied(page, "#text") == "夜校开课了。“都来吧。”支书说,人就坐满了。"


def test_copying_source_lines_copies_no_numbers(page: Page, there: str) -> None:
    page.goto(there + "pages/page-02/index.html")
    assert copied(page, ".bm-lines") == "支部要建强"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_suspect_string_tells_why_on_its_line(
    page_guard: Callable[..., Page], home: str, scripts: bool
) -> None:
    page = page_guard(java_script_enabled=scripts)
    page.goto(home + ITEM)
    words = page.locator("#text .bm-suspect")
    assert words.inner_text() == "都来"
    page.keyboard.press("Tab")
    words.focus()
    told = "element => getComputedStyle(element, '::after')"
    assert words.get_attribute("data-why") == "“都来”可疑。"
    assert page.locator(f"#{words.get_attribute('aria-describedby')}").count() == 1
    if scripts:
        assert words.evaluate(f"element => ({told})(element).display") == "block"
        page.keyboard.press("Escape")
        assert words.evaluate(f"element => ({told})(element).display") == "none"
        page.keyboard.press("Tab")
        words.focus()
        assert words.evaluate(f"element => ({told})(element).display") == "block"
        page.keyboard.press("Tab")
        assert words.evaluate(f"element => ({told})(element).display") == "none"


def test_the_choice_of_the_sources_own_signs_is_kept(page: Page, home: str) -> None:
    page.goto(home + ITEM)
    page.locator(".bm-verbatim").click()
    page.reload()
    assert page.locator("#verbatim").is_checked()


def test_the_verdict_stands_under_the_headline_and_is_green_only_without_doubts(
    page: Page, home: str
) -> None:
    page.goto(home + ITEM)
    assert page.inner_text(".bm-title .bm-verdict") == "疑有错字：文字 1 处存疑"
    assert page.locator(".bm-verdict").count() == 1
    page.goto(home + "articles/page-01-03/index.html")
    assert page.inner_text(".bm-title .bm-verdict") == "未见疑点"


def test_a_former_name_and_pinyin_lead_to_the_page_of_a_place(page: Page, home: str) -> None:
    for words in ("锡盟", "xilinguole"):
        page.goto(f"{home}search/index.html?q={words}")
        page.click(".bm-search__places a >> text=锡林郭勒盟")
        assert page.inner_text("h1") == "锡林郭勒盟"


def test_an_empty_answer_offers_what_is_near(page: Page, home: str) -> None:
    page.goto(f"{home}search/index.html?q=学习教肓")
    page.wait_for_selector(".bm-search__offers a")
    assert "学习教育" in page.inner_text(".bm-search__offers")
