"""Material's instant loading, on a site that knows its address: pages are put in, not opened, and lack nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.build import build
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

HOSTILE = "◎广角\n\n</title><script>alert(1)</script><img src=x onerror=alert(2)>\n\n本报记者 林禾\n\n草原上的夜校开课了。\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[..., str]) -> str:
    """Serve a folder, then build the first of our pages and a hostile one into it for that address."""
    root = tmp_path_factory.mktemp("instant")
    settings = load_settings(out_dir=root / "out")
    served = site_server(settings.site_dir, prefix="/papers/")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(text.replace('site_url: ""', f"site_url: {served}"), encoding="utf-8")
    shutil.copytree(ROOT / "theme" / "overrides", root / "theme" / "overrides")
    (root / "seeds").mkdir()
    first = min((ROOT / "seeds").glob("*.txt"))
    (root / "seeds" / first.name).write_bytes(first.read_bytes())
    (root / "seeds" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    build(load_settings(root=root, config_dir=ROOT / "site_config", out_dir=root / "out"), progress=silent())
    return served


def stays(page: Page) -> bool:
    """Return whether the page is still the one that was opened."""
    return bool(page.evaluate("window.opened === true"))


@pytest.fixture
def opened(page: Page, home: str) -> Page:
    page.goto(home)
    page.evaluate("window.opened = true")
    page.wait_for_load_state("networkidle")
    return page


def test_a_page_is_put_in_with_its_title_its_tab_and_its_address(opened: Page, home: str) -> None:
    opened.get_by_role("navigation", name="主导航").get_by_role("link", name="地区", exact=True).click()
    opened.wait_for_url(f"{home}regions/")
    opened.locator("h1", has_text="地区").wait_for()
    assert stays(opened)
    assert opened.title().startswith("地区 - ")
    assert opened.locator(".md-tabs [aria-current=page]").inner_text() == "地区"
    opened.go_back()
    opened.locator(".bm-home").wait_for()
    assert stays(opened)


def test_an_item_that_is_put_in_can_be_cited_reported_and_searched_from(opened: Page, home: str) -> None:
    opened.locator(".bm-home__new a[href*='articles/']").first.click()
    opened.locator(".bm-item").wait_for()
    assert stays(opened)
    assert opened.locator("[data-today]").first.inner_text().startswith("20")
    assert opened.locator(".bm-para .bm-wrong").count() > 0
    opened.fill("#bm-q", "社区")
    opened.press("#bm-q", "Enter")
    opened.wait_for_url(f"{home}search/index.html?q=*")
    opened.locator(".bm-search__status[data-state=done]").wait_for()


def test_the_words_of_a_page_that_is_put_in_are_words(opened: Page, home: str) -> None:
    opened.get_by_role("navigation", name="主导航").get_by_role("link", name="版面", exact=True).click()
    opened.locator("#content a[href*='articles/']", has_text="<script>").first.click()
    opened.locator(".bm-item").wait_for()
    assert stays(opened)
    assert "<script>alert(1)</script>" in opened.inner_text("h1") + opened.inner_text("#text")


def test_a_drawing_that_is_clicked_leads_on(opened: Page, home: str) -> None:
    opened.get_by_role("navigation", name="主导航").get_by_role("link", name="主题", exact=True).click()
    opened.locator(".bm-chart svg a").first.click()
    opened.wait_for_url(f"{home}search/**")
