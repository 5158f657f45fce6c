"""The picture of a page in the browser: lines lead to it and back, and what is seen is drawn from tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build import build
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.test_scans import SIZE, seeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]
NATURAL = (
    "[...document.querySelectorAll('.bm-scan img')].every(image => image.complete && image.naturalWidth)"
)
LARGE = "document.querySelector('.bm-scan__sheet').clientWidth > 1.5 * document.querySelector('.bm-scan__frame').clientWidth"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a page with a picture, opened from a folder."""
    folder = tmp_path_factory.mktemp("scan")
    (folder / "seeds").mkdir()
    settings = load_settings(seeds_dir=seeds(folder / "seeds"), out_dir=folder / "out")
    build(settings, progress=silent())
    return (settings.site_dir / "pages" / "p1" / "index.html").as_uri()


def shown(page: Page, region: str) -> bool:
    """Whether a line of the picture stands within the frame."""
    return page.evaluate(
        """id => {
          const own = document.getElementById(id).getBoundingClientRect();
          const frame = document.querySelector(".bm-scan__frame").getBoundingClientRect();
          const [x, y] = [own.x + own.width / 2, own.y + own.height / 2];
          return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
        }""",
        region,
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_a_line_leads_to_its_place_and_the_place_to_its_line(
    width: int, sheet: str, page_guard: Callable[..., Page]
) -> None:
    page = page_guard(viewport={"width": width, "height": 800})
    page.goto(sheet)
    region = page.locator(".bm-scan__lines a").nth(3).get_attribute("id") or ""
    page.locator(f"a[href='#{region}']").click()
    page.wait_for_function(LARGE)
    page.wait_for_function(NATURAL)
    assert shown(page, region)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(f"#{region} path").click()
    assert page.url.endswith(region.replace("S", "#L"))


def test_enlarging_by_button_and_key_draws_tiles_and_the_whole_takes_them_away(
    sheet: str, page_guard: Callable[..., Page]
) -> None:
    page = page_guard(viewport={"width": 1280, "height": 800})
    page.goto(sheet)
    page.get_by_role("button", name="放大").click()
    page.locator(".bm-scan__frame").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.wait_for_selector(".bm-scan__tile[src*='/scan/0/']")
    page.wait_for_function(NATURAL)
    assert page.locator("[data-scan='said']").inner_text() == "放大到4.1倍"
    page.get_by_role("button", name="整版").click()
    assert page.locator(".bm-scan__tile").count() == 0


def test_without_script_the_page_shows_a_plain_picture_with_links(
    sheet: str, page_guard: Callable[..., Page]
) -> None:
    page = page_guard(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(sheet)
    whole = page.locator(".bm-scan__whole")
    whole.scroll_into_view_if_needed()
    box = whole.bounding_box()
    assert box is not None
    assert box["height"] / box["width"] == pytest.approx(SIZE[1] / SIZE[0], rel=0.02)
    assert page.locator(".bm-scan__bar").is_hidden()
    page.locator(".bm-scan__lines a").first.click()
    assert "#L" in page.url
