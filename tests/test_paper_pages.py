"""The pages of newspapers and issues: of invented papers in a site that is built, and of none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from shutil import copy, copytree

import pytest
from playwright.sync_api import Page

from generator.build import build
from generator.data.citing import json_ld
from generator.model import DateBasis, DateTag, Issue
from generator.site.rendering.papers import paper_pages
from generator.site.rendering.press import Press
from generator.site.rendering.prints import newspaper_pages
from generator.site.views.frame import Frame
from generator.site.views.papers import ISSUES
from generator.telling.progress import silent
from generator.vocabulary.papers import Papers
from generator.vocabulary.settings import ROOT, load_settings
from tests.making import Draft, make_archive, make_page
from tests.test_accessibility import SCHEMES, TOO_BROAD, WIDTHS, barriers

PAPERS = """papers:
  - name: 北疆日报
    slug: bei-jiang
    former: [{name: 北疆报, until: 1983-06-30}]
    cn: CN 15-0000
    published: [{since: 2022-06-13, until: 2022-06-19, weekdays: [1, 2, 3], pages: 8}]
"""
STATED = (
    ("北疆日报", "2022-06-14", "02"),
    ("《北疆日报》", "2022-06-14", "01"),
    ("北疆报", "1980-01-01", "1"),
    ("新报", "2022", "1"),
)


def pages_of(*stated: tuple[str | None, str | None, str | None]) -> Press:
    """Return a press of a page for each paper, date and label."""
    pages = (
        make_page(
            Draft(headline="雪", paragraphs=("雪。",)),
            page_id=f"p{at}",
            issue=Issue(
                paper=paper, date=DateTag(edtf=day, basis=DateBasis.STATED) if day else DateTag(), label=label
            ),
        )
        for at, (paper, day, label) in enumerate(stated)
    )
    return Press(Frame(archive=make_archive(*pages, papers=Papers())))


def printed(press: Press) -> dict[str, str]:
    return {file.uri: file.data.decode() for file in paper_pages(press)}


def test_an_archive_that_names_no_paper_says_so_and_guesses_nothing() -> None:
    press = pages_of((None, "2022-06-14", "01"), (None, None, None))
    assert list(printed(press)) == ["papers/index.md"]
    assert "都没有写明是哪种报纸" in printed(press)["papers/index.md"]
    pages = "".join(file.data.decode() for file in newspaper_pages(press))
    assert "papers/" not in pages
    assert "报名、日期、版次待考" in pages


def test_a_paper_with_many_issues_has_several_pages_and_tells_its_facts_on_the_first() -> None:
    days = [f"{1800 + at // 12}-{at % 12 + 1:02d}-01" for at in range(ISSUES + 1)]
    files = printed(pages_of(*(("新报", day, "1") for day in days)))
    (first, second) = sorted(uri for uri in files if re.fullmatch(r"papers/xin-bao-\w+/(2/)?index.md", uri))[
        ::-1
    ]
    assert files[first].count("bm-row__title") == ISSUES
    assert files[second].count("bm-row__title") == 1
    assert ['id="gaps"' in files[uri] for uri in (first, second)] == [True, False]


def test_names_are_never_markup() -> None:
    files = printed(pages_of(("<b>报{{x}}", "2022-06-14", "<i>1")))
    whole = "".join(files.values())
    assert "<b>" not in whole
    assert "<i>" not in whole
    assert "{{" not in whole
    assert all(re.fullmatch(r"[a-z0-9/.-]+", uri) for uri in files)


def test_linked_data_of_a_page_without_a_paper_names_none() -> None:
    page = pages_of((None, "2022-06-14", "01")).archive.pages[0]
    assert "isPartOf" not in json_ld(page, page.items[0], url="", site="")


# ---- a built site ----


@pytest.fixture(scope="module")
def papered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build four of the seeds as pages of invented papers; return the folder of the site."""
    root = tmp_path_factory.mktemp("papered")
    seeds, config = root / "seeds", root / "config"
    seeds.mkdir()
    copytree(ROOT / "site_config", config)
    (config / "papers.yml").write_text(PAPERS, encoding="utf-8")
    for path, (paper, day, label) in zip(sorted((ROOT / "seeds").glob("*.txt")), STATED, strict=False):
        copy(path, seeds)
        sidecar = f'paper: {paper}\ndate: "{day}"\npage: "{label}"\ntext: abstract\n'
        (seeds / f"{path.stem}.yml").write_text(sidecar, encoding="utf-8")
    settings = load_settings(seeds_dir=seeds, config_dir=config, out_dir=root / "out")
    build(settings, progress=silent())
    return settings.site_dir


PLACES = (
    "papers/",
    "papers/bei-jiang/",
    "papers/bei-jiang/2022-06-14/",
    "papers/bei-jiang/1980-01-01/",
    "coverage/",
)


def links(page: Page) -> Iterator[str]:
    yield from page.eval_on_selector_all("main a[href]", "all => all.map(a => a.href)")


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_no_barrier_and_nothing_is_too_broad(
    place: str, papered: Path, site_server: Callable[..., str], page_guard: Callable[..., Page]
) -> None:
    page = page_guard()
    page.goto(f"{site_server(papered)}{place}index.html")
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = {}
    for width in (320, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_BROAD) <= 0, width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = barriers(page)
    assert not any(found.values()), found


@pytest.mark.browser
@pytest.mark.site
def test_a_reader_goes_from_an_item_to_its_issue_and_from_issue_to_issue(papered: Path, page: Page) -> None:
    page.goto((papered / "papers" / "index.html").as_uri())
    page.click("main .bm-card a >> nth=0")
    page.click("main .bm-row__title >> nth=0")
    assert page.inner_text("h1") == "《北疆日报》 2022年6月14日"
    assert page.locator("main .bm-editions h2 a").all_inner_texts() == ["第01版", "第02版"]
    page.click("main .bm-editions li li a >> nth=0")
    page.click("main .bm-facts a:text('这一期')")
    assert "2022-06-14" in page.url
    page.click("main a[rel=prev]")
    assert page.inner_text("h1") == "《北疆报》 1980年1月1日"
    page.click("main .bm-editions h2 a")
    page.click("main .bm-folio__line a:text('这一期')")
    assert "1980-01-01" in page.url


@pytest.mark.site
def test_gaps_are_counted_against_what_was_published(papered: Path) -> None:
    text = re.sub(r"<[^>]+>", " ", (papered / "papers" / "bei-jiang" / "index.html").read_text("utf-8"))
    assert re.search(r"2022年\s+6月13、15日\s+3\s+1\s+2", text)
    assert "共出 8 版，收了 2 版" in text
    coverage = (papered / "coverage" / "index.html").read_text("utf-8")
    assert "无法知道缺哪些期的" in coverage
    assert "有 1 个版面不知道是哪种报纸或哪一天的" in coverage
