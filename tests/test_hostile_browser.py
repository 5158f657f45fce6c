"""Hostile links, stores, neighbours and pages in a real browser, on every template: nothing of theirs runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.build import build
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings
from tests.kinds_of_pages import templates_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "hostile.yml").read_text("utf-8"))
READING = ("home", "item", "page", "search", "browse", "desk")
"""Templates whose scripts read the address; all read what the browser keeps."""
STEM = "002_8b07b5c90aa7d11c"
"""A page of the repository's, of which the desk keeps drafts."""
ALL_AT_ONCE, WORST = "an end of the element it stands in", "an object where a list is wanted"
ATTACK = "\"'></title></script><img src=x onerror=RUN>{{RUN}}"
RUN = "window.ran=1,alert(1)"
LONG, MANY = "草原<b>" * 1_000, "+".join(f"词{number}" for number in range(1_000))
DRAWN = ".bm-search__status[data-state=done], .bm-search__status[data-state=error]"
"""What the workbench says when it has answered, or has said why it cannot."""
LEFT = """() => [
  window.ran, {}.x, document.querySelector("img[src=x], svg[onload], [onerror], main script"),
  document.querySelectorAll("h1").length === 1 ? null : "no heading",
].filter(found => found)"""
KEEP = """([keys, value]) => keys.forEach(key => [localStorage, sessionStorage].forEach(store =>
  store.setItem(`${window.__md_scope.pathname}.${key}`, value)))"""
PARENT = """<!doctype html><title>他站</title><link rel="icon" href="data:,"><iframe src="{}" name="<img src=x onerror={}>"></iframe>"""
SEND = """messages => messages.forEach(message => window.frames[0].postMessage(message, "*"))"""


def armed(words: str) -> str:
    """Return words of a case with what runs, or what is long, in its place."""
    long_list = json.dumps([f"page-{number}" for number in range(20_000)])
    return (
        words.replace("LONG-LIST", long_list).replace("LONG", LONG).replace("MANY", MANY).replace("RUN", RUN)
    )


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, built_site: Path, site_server: Callable[..., str]) -> str:
    """Return the site's address, with a slash at its end."""
    return site_server(built_site) if request.param == "http" else f"{built_site.as_uri()}/"


@pytest.fixture(scope="module")
def templates(built_site: Path) -> dict[str, str]:
    """Return a page of each template; the page of what is not there needs the root of a server, and is no page."""
    return {name: uri for name, uri in templates_of(built_site).items() if uri != "404.html"}


def holds(page: Page, address: str) -> None:
    """Open an address and hold that nothing of it ran and the page is there."""
    page.goto("about:blank")
    page.goto(address)
    if page.locator("#banmian-search").count():
        page.wait_for_selector(DRAWN)
    if "desk/index.html?page=" in address:
        page.wait_for_selector(".bm-desk__cards article, #banmian-desk [role=alert]")
    assert page.evaluate(LEFT) == [], address[:300]


def held(case: str) -> str:
    """Return what an address of a case ends with."""
    said = CASES["addresses"][case]
    return f"?{armed(said.get('query', ''))}#{armed(said.get('hash', ''))}"


@pytest.mark.parametrize("case", CASES["addresses"])
def test_no_address_runs(case: str, home: str, templates: Mapping[str, str], page: Page) -> None:
    for name in READING:
        holds(page, home + templates[name] + held(case))


@pytest.mark.parametrize("case", CASES["stores"])
def test_nothing_that_the_browser_keeps_runs(
    case: str, home: str, templates: Mapping[str, str], page: Page
) -> None:
    page.goto(home + "index.html")
    page.evaluate(KEEP, [CASES["keys"], armed(CASES["stores"][case])])
    for name in READING:
        holds(page, home + templates[name])
    holds(page, f"{home}desk/index.html?page={STEM}")


def test_no_page_of_any_template_runs_what_is_said_to_it(
    home: str, templates: Mapping[str, str], page: Page
) -> None:
    page.goto(home + "index.html")
    page.evaluate(KEEP, [CASES["keys"], armed(CASES["stores"][WORST])])
    for uri in templates.values():
        holds(page, home + uri + held(ALL_AT_ONCE))


def test_no_neighbour_runs_a_script_in_a_page(
    built_site: Path,
    templates: Mapping[str, str],
    site_server: Callable[..., str],
    page: Page,
    tmp_path: Path,
) -> None:
    home, there = site_server(built_site), site_server(tmp_path)
    messages: list[Any] = json.loads(armed(json.dumps(CASES["messages"])))
    for uri in templates.values():
        (tmp_path / "index.html").write_text(PARENT.format(home + uri, RUN), encoding="utf-8")
        page.goto(there + "index.html")
        page.evaluate(SEND, messages)
        framed = page.frames[1]
        framed.wait_for_load_state()
        assert framed.evaluate(LEFT) == [], uri


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of one of our pages and of one that is hostile throughout."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "seeds").mkdir()
    first = min((ROOT / "seeds").glob("*.txt"))
    (root / "seeds" / first.name).write_bytes(first.read_bytes())
    lines = [armed(words) for words in CASES["pages"].values()]
    items = [
        f"# {line[:300]}\n\n本报记者 林禾 <b>{at}</b>\n\n{line}。社区的夜校开课了。"
        for at, line in enumerate(lines)
    ]
    (root / "seeds" / "hostile.txt").write_text("◎广角\n\n" + "\n\n".join(items), encoding="utf-8")
    said = {
        "paper": armed(ATTACK),
        "date": "2022-06-16",
        "page": armed(ATTACK),
        "rights": armed(ATTACK),
        "authors": {3: [armed(ATTACK)]},
        "withdrawn": [{"item": 9, "reason": armed(ATTACK), "on": "2026-11-30"}],
    }
    (root / "seeds" / "hostile.yml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    settings = load_settings(seeds_dir=root / "seeds", out_dir=root / "out")
    build(settings, progress=silent())
    return settings.site_dir


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_words_of_a_page_run(way: str, hostile: Path, site_server: Callable[..., str], page: Page) -> None:
    home = site_server(hostile) if way == "http" else f"{hostile.as_uri()}/"
    pages = sorted(hostile.glob("articles/hostile-*/index.html"))
    assert len(pages) >= len(CASES["pages"]) // 2
    assert {"former", "paper", "issue", "desk", "queue"} <= templates_of(hostile).keys()
    uris = [path.relative_to(hostile).as_posix() for path in pages]
    for uri in (*uris, *(uri for uri in templates_of(hostile).values() if uri != "404.html")):
        holds(page, home + uri)
    holds(page, f"{home}desk/index.html?page=hostile")


def test_an_address_where_nothing_is_runs_nothing(
    built_site: Path, site_server: Callable[..., str], page_guard: Callable[..., Page]
) -> None:
    home, page = site_server(built_site), page_guard(allow="404")
    for case in CASES["addresses"]:
        holds(page, f"{home}nobody/here{held(case)}")


def test_hostile_words_are_found_and_shown_as_words(
    hostile: Path, site_server: Callable[..., str], page: Page
) -> None:
    home = site_server(hostile)
    holds(page, f"{home}search/index.html?q=牧区的书屋")
    assert "</title></textarea>" in page.locator("main").inner_text()
