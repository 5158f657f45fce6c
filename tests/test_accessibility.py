"""The site as people use it: no barrier that axe knows, by keyboard, without scripts, from a folder, in print."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from generator.vocabulary.settings import ROOT
from tests.chinese import foreign
from tests.kinds_of_pages import longest_of_each, templates_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

UNNEEDED = {"former", "paper", "issue"}
"""Templates that these seeds do not need: addresses that lead elsewhere, and newspapers, which no seed names;
`test_paper_pages.py` looks at the latter."""
TEMPLATES = sorted(
    {path.name.split(".")[0] for path in (ROOT / "theme" / "markdown").glob("*.md.jinja")} - UNNEEDED
    | {"plain"}
)
FIRST = "[id^=p]:is(p, h2)"
"""The first paragraph of an item."""
WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")
VIOLATIONS = """async () => (await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})).violations.map(
  found => [found.id, ...found.nodes.map(node => node.html)].join(" "))"""
TOO_BROAD = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
  const at = document.activeElement, own = at.matches(".md-option") ? at.nextElementSibling : document.querySelector(`.tabbed-labels [for="${at.id || " "}"]`);
  const seen = own || at;
  const box = seen.getBoundingClientRect(), style = getComputedStyle(seen);
  const shown = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  (window.stops = window.stops || new Set()).add(at);
  return at === document.body ? "" : shown && ringed ? "seen" : at.outerHTML.slice(0, 200);
}"""
UNREACHED = """() => Array.from(document.querySelectorAll("a[href], button, summary, input, select"))
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !window.stops.has(element))
  .filter(element => element.type !== "radio" && element.tabIndex >= 0).map(element => element.outerHTML.slice(0, 200))"""
LISTS = ".bm-rows, .bm-front, .bm-tree, .bm-cards, .bm-chart, .bm-axis, .bm-editions, .bm-abc, .bm-list section > h2"
GROUND = "getComputedStyle(document.body).backgroundColor"


@dataclass(frozen=True)
class Site:
    """The built site: its folder, its address, and the longest page of each template and kind of item."""

    folder: Path
    home: str
    templates: Mapping[str, str]
    kinds: Mapping[str, str]

    def items(self) -> list[str]:
        """Return the pages of all items, in order."""
        rows = (self.folder / "data" / "articles.jsonl").read_text("utf-8").splitlines()
        return [f"{json.loads(row)['url']}index.html" for row in rows]


@pytest.fixture(scope="module")
def site(built_site: Path, site_server: Callable[..., str]) -> Site:
    """Serve the site, and look for a page of each template."""
    kinds = longest_of_each(built_site, r'<div [^>]*data-kind="(\w+)"')
    return Site(built_site, site_server(built_site, zips=True), templates_of(built_site), kinds)


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Site) -> str:
    """Return the address of the site's home, served and as a folder."""
    return site.home if request.param == "http" else f"{site.folder.as_uri()}/"


def opened(page: Page, address: str) -> Page:
    """Open a page and wait for what its scripts draw."""
    page.goto(address)
    for path, drawn in {
        "search/": ".bm-search__status[data-state=done]",
        "browse/": ".bm-search__status[data-state=done]",
    }.items():
        if path in address:
            page.wait_for_selector(drawn)
    return page


def barriers(page: Page) -> list[str]:
    """Return what axe finds, with all that can be opened open."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    return list(page.evaluate(VIOLATIONS))


# ---- every template ----


def test_the_seeds_show_every_template(site: Site) -> None:
    assert sorted(site.templates) == TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_axe_finds_no_barrier(name: str, site: Site, page_guard: Callable[..., Page]) -> None:
    query = "?q=" + quote("社区") if name == "search" else ""
    page = opened(page_guard(), site.home + site.templates[name] + query)
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_BROAD) <= 0, width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = barriers(page)
    assert not any(found.values()), found


def test_nothing_runs_over_the_narrowest_screen_in_the_largest_text(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    for name, uri in site.templates.items():
        opened(page, site.home + uri)
        page.evaluate("document.documentElement.dataset.size = document.documentElement.dataset.space = 'l'")
        page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
        assert page.evaluate(TOO_BROAD) <= 0, name


def test_every_kind_of_page_opens_without_a_fault(home: str, site: Site, page: Page) -> None:
    page.context.set_offline(home.startswith("file:"))
    printed = "".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    for name, uri in {**site.templates, **site.kinds}.items():
        if name == "plain" and home.startswith("file:"):
            continue
        opened(page, home + uri)
        assert page.locator("h1").count() == 1, uri
        assert foreign(page.inner_text("body"), printed + uri) == [] or name == "data", uri


# ---- keys ----


@pytest.mark.parametrize("name", ["home", "item", "page", "year", "browse", "search"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(name: str, site: Site, page: Page) -> None:
    opened(page, site.home + site.templates[name] + ("?q=" + quote("社区") if name == "search" else ""))
    for _ in range(600):
        page.keyboard.press("Tab")
        where = page.evaluate(FOCUSED)
        if not where:
            break
        assert where == "seen"
    assert page.evaluate(UNREACHED) == []


# ---- without scripts ----


@pytest.fixture
def bare(page_guard: Callable[..., Page]) -> Page:
    """Open a page that runs no scripts."""
    return page_guard(java_script_enabled=False)


def test_an_item_is_read_cited_and_turned_without_scripts(home: str, site: Site, bare: Page) -> None:
    bare.goto(home + site.items()[0])
    assert bare.locator(FIRST).first.is_visible()
    assert bare.locator("#cite-gbt2015").is_visible()
    assert bare.locator("main button:visible, .bm-settings:visible").count() == 0
    bare.click("main a[rel=next]")
    bare.wait_for_url(home + site.items()[1])


@pytest.mark.parametrize("name", ["pages", "page", "regions", "columns", "themes", "dates", "bylines"])
def test_from_every_list_an_item_is_reached_without_scripts(
    name: str, home: str, site: Site, bare: Page
) -> None:
    bare.goto(home + site.templates[name])
    for _ in range(3):
        if "articles/" in bare.url:
            break
        bare.click(f"main :is({LISTS}) a >> nth=0")
    assert bare.locator(f".bm-k-item {FIRST}").first.is_visible()


@pytest.mark.parametrize("name", ["search", "browse"])
def test_what_needs_scripts_says_so_and_leads_on(name: str, site: Site, bare: Page) -> None:
    bare.goto(site.home + site.templates[name])
    assert "脚本" in bare.inner_text("main")


# ---- paper, and words that were searched ----


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_print_has_the_source_line_and_no_ways_on(scheme: str, site: Site, page: Page) -> None:
    opened(page, site.home + site.items()[0])
    while page.locator("body").get_attribute("data-md-color-scheme") != scheme:
        page.locator("[data-md-component=palette] label:visible").click()
    page.emulate_media(media="print")
    assert page.locator(".bm-source").is_visible()
    assert page.locator(FIRST).first.is_visible()
    assert page.locator("nav:visible, button:visible, .md-header:visible, footer:visible").count() == 0
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


def test_words_that_were_searched_are_marked_on_the_item(home: str, site: Site, page: Page) -> None:
    uri = site.items()[0]
    opened(page, home + uri)
    word = page.inner_text(FIRST)[:4]
    opened(page, f"{home}{uri}?h={quote(word)}")
    page.wait_for_selector("mark.bm-hit")
    assert word in page.locator("mark.bm-hit").all_inner_texts()
    assert "第 1 处" in page.inner_text(".bm-hits")
