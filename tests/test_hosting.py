"""A site with an address of its own, below a path: what says where it stands says so rightly, and every page works there."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from generator.build import build
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.site

ADDRESS = "https://archive.example/papers/"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the first of the repository's pages for an address below a path."""
    root = tmp_path_factory.mktemp("hosted")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace('site_url: ""', f"site_url: {ADDRESS}")
    shutil.copytree(ROOT / "theme" / "overrides", root / "theme" / "overrides")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    first = min((ROOT / "seeds").glob("*.txt"))
    (root / "seeds").mkdir()
    (root / "seeds" / first.name).write_bytes(first.read_bytes())
    settings = load_settings(root=root, config_dir=ROOT / "site_config")
    build(settings, progress=silent())
    return settings.site_dir


def head_links(path: Path, rel: str) -> list[str]:
    """Return where the links of one relation in a page's head lead."""
    return re.findall(rf'<link rel="{rel}"[^>]* href="([^"]+)"', path.read_text("utf-8"))


def test_every_page_but_the_missing_one_names_its_own_address(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        folder = path.parent.relative_to(site).as_posix()
        own = ADDRESS if folder == "." else f"{ADDRESS}{folder}/"
        assert head_links(path, "canonical") == ([] if path.name == "404.html" else [own])


def test_the_sitemap_names_every_page_worth_finding_once(site: Path) -> None:
    named = [element.text or "" for element in ElementTree.parse(site / "sitemap.xml").iter(LOCATION)]
    paths = [site / address.removeprefix(ADDRESS) / "index.html" for address in named]
    assert len(set(named)) == len(named)
    assert [path for path in paths if not path.is_file()] == []
    assert set(site.glob("articles/*/index.html")) | set(site.glob("pages/*/index.html")) <= set(paths)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_feeds_and_the_description_of_the_search_name_full_addresses(site: Path) -> None:
    feed = ElementTree.parse(site / "feeds" / "all.xml")
    links = [link.get("href") or "" for link in feed.iter(f"{ATOM}link")]
    assert [link for link in links if not link.startswith(ADDRESS)] == []
    assert f'template="{ADDRESS}search/?q={{searchTerms}}"' in (site / "opensearch.xml").read_text("utf-8")
    assert head_links(site / "index.html", "search") == ["opensearch.xml"]


def test_an_item_is_cited_by_its_address(site: Path) -> None:
    for path in sorted(site.glob("articles/*/index.html")):
        own = f"{ADDRESS}articles/{path.parent.name}/"
        text = path.read_text("utf-8")
        cited = re.findall(r'<p id="cite-gbt20\d\d">(.*?)</p>', text)
        assert [own in words for words in cited] == [True, True]
        assert f'content="{own}"' in text
        assert (
            json.loads((path.parent / "index.json").read_text("utf-8"))["url"]
            == f"articles/{path.parent.name}/"
        )


@pytest.mark.browser
def test_every_kind_of_page_works_below_a_path(
    site: Path, site_server: Callable[..., str], page_guard: Callable[..., Page]
) -> None:
    home = site_server(site, prefix="/papers")
    page = page_guard(allow="404")
    page.goto(f"{home}no/such/page/")
    page.click("#content a")
    page.wait_for_url(re.compile("/papers/(index.html)?$"))
    for section in ("版面", "地区", "栏目", "主题", "日期", "检索"):
        page.get_by_role("navigation", name="主导航").get_by_role("link", name=section, exact=True).click()
        page.wait_for_load_state()
        assert page.locator(".md-tabs [aria-current=page]").inner_text() == section
    page.fill("#bm-q", "社区")
    page.press("#bm-q", "Enter")
    page.wait_for_selector(".bm-search__status[data-state=done]")
    page.locator("main a[href*='articles/']").first.click()
    page.wait_for_selector("mark.bm-hit")
