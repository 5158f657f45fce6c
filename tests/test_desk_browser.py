"""The desk in a real browser: by mouse, by keyboard, on a phone, from a folder, and with a reader behind it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.build import read_page
from generator.commands.desking import DeskReader
from generator.editing.sidecars import sidecar_of
from generator.model import Page as Read
from generator.publishing.desk_api import DeskApi
from generator.publishing.serving import Server
from generator.reading.files import read_source
from generator.vocabulary.settings import ROOT, load_settings
from tests.growth.counting import vocabularies

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

STEM = "002_8b07b5c90aa7d11c"
"""A page of the repository's on which one line is doubted; it has a sidecar already."""


@pytest.fixture
def desk(built_site: Path) -> str:
    """Return the address of the desk over the page, in a folder."""
    return f"{built_site.as_uri()}/desk/index.html?page={STEM}"


def opened(page: Page, address: str) -> Page:
    """Open the desk and wait until it is there."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(".bm-desk__cards article")
    return page


def give(page: Page, line: str) -> None:
    """Give the chosen lines to the item of which a line is the headline."""
    page.get_by_role("button", name="归入").click()
    page.get_by_label("归入哪一篇").select_option(line)
    page.get_by_role("button", name="好", exact=True).click()


def written(page: Page) -> str:
    """Return the sidecar that has come of it."""
    return page.locator(".bm-desk__code").inner_text().rstrip("\n") + "\n"


def reading(text: str) -> Read:
    """Return what the generator reads with a sidecar."""
    source = read_source(ROOT / "seeds" / f"{STEM}.txt")
    return read_page(source, sidecar_of(source, text, f"{STEM}.yml"), *vocabularies())


def held_by(read: Read, line: int) -> set[int]:
    """Return the lines of the item that a line is in."""
    return next((set(item.lines) for item in read.items if line in item.lines), set())


def test_three_corrections_by_mouse_are_read_as_they_were_meant(page: Page, desk: str) -> None:
    opened(page, f"{desk}#L105")
    give(page, "103")
    page.locator("[data-line='105']").click()
    page.locator("[data-line='51']").click()
    page.get_by_role("button", name="另起一篇").click()
    page.locator("[data-line='51']").click()
    page.locator("[data-line='11']").click()
    page.get_by_role("button", name="改错字").click()
    box = page.locator(".bm-desk__ask textarea")
    box.fill(box.input_value().replace("板凳", "长凳", 1))
    page.get_by_role("button", name="好", exact=True).click()
    text = written(page)
    assert text.startswith((ROOT / "seeds" / f"{STEM}.yml").read_text("utf-8"))
    read = reading(text)
    assert 103 in held_by(read, 105)
    assert min(held_by(read, 51)) == 51
    assert [(each.read, each.corrected) for item in read.items for each in item.misprints] == [("板", "长")]


def test_the_same_by_keyboard(page: Page, desk: str) -> None:
    opened(page, f"{desk}#L105")
    page.keyboard.press("g")
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("n")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("m")
    page.keyboard.press("End")
    page.keyboard.type("禾")
    page.keyboard.press("Enter")
    text = written(page)
    assert "105 飞线怎么理、噪声: {item: 103" in text
    assert "101 支部按标准化规范: {item: new}" in text
    assert "as: " in text


def test_steps_go_back_and_forth_and_a_draft_waits(page: Page, desk: str) -> None:
    opened(page, f"{desk}#L105")
    page.keyboard.press("x")
    assert "{item: none}" in written(page)
    page.keyboard.press("Control+z")
    assert "corrections" not in written(page)
    page.keyboard.press("Control+y")
    opened(page, desk)
    assert "{item: none}" in written(page)
    assert page.get_by_role("status").filter(has_text="接着上次的草稿").is_visible()
    for _ in range(2):
        page.get_by_role("button", name="撤销").click(force=True)
    opened(page, desk)
    assert "corrections" not in written(page)


def test_what_is_said_of_an_item_is_read(page: Page, desk: str) -> None:
    opened(page, desk)
    card = page.locator(".bm-desk__card").first
    card.locator("summary").click()
    card.get_by_label("栏目").fill("草原书屋")
    card.get_by_label("体裁").select_option("commentary")
    card.get_by_label("作者").fill("林禾、高岩")
    card.get_by_label("主题").fill("志愿服务")
    card.get_by_label("主题").blur()
    card.get_by_role("button", name="标为已核对").click()
    read = reading(written(page))
    item = next(item for item in read.items if item.column == "草原书屋")
    assert (item.kind, [each.contributor.name for each in item.authors]) == ("commentary", ["林禾", "高岩"])
    assert "志愿服务" in [each.name for each in item.tags.themes]
    assert item.sure
    assert item.checks[0].text


def test_a_range_is_chosen_and_joined(page: Page, desk: str) -> None:
    opened(page, desk)
    page.locator("[data-line='99']").click()
    page.locator("[data-line='101']").click(modifiers=["Shift"])
    assert page.get_by_text("选中 2 行").is_visible()
    page.keyboard.press("j")
    assert "101 支部按标准化规范: {joins: 99" in written(page)
    parts = [set(part.lines) for item in reading(written(page)).items for part in item.body]
    assert any({99, 101} <= part for part in parts)


def test_it_is_proposed_on_the_host(page: Page, desk: str, page_guard: Callable[..., Page]) -> None:
    page = page_guard(allow="ERR_|net::")
    page.context.route("https://example.org/**", lambda route: route.fulfill(body="编辑"))
    opened(page, f"{desk}#L105")
    page.evaluate("open = address => { window.went = address; }")
    page.keyboard.press("x")
    assert page.get_by_role("button", name="提交修改").count() == 0, "the archive names no repository"
    address = page.evaluate(
        "text => (open(`x?value=${encodeURIComponent(text)}`), window.went)", written(page)
    )
    assert parse_qs(urlsplit(address).query)["value"] == [written(page)]


def test_a_phone_shows_all_of_it(page_guard: Callable[..., Page], desk: str) -> None:
    page = opened(page_guard(viewport={"width": 390, "height": 844}, has_touch=True), f"{desk}#L105")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    bar = page.get_by_role("toolbar").bounding_box()
    assert bar
    assert bar["height"] < 200
    page.locator("[data-line='105']").tap()
    page.locator("[data-line='103']").tap()
    page.get_by_role("button", name="不属于任何一篇").tap()
    assert "103 从“各自为战”到: {item: none}" in written(page)


def test_the_queue_leads_to_the_line(page: Page, built_site: Path) -> None:
    page.goto(f"{built_site.as_uri()}/desk/queue/index.html")
    page.locator(".bm-queue a").first.click()
    page.wait_for_selector(".bm-desk__cards article")
    line = urlsplit(page.url).fragment.removeprefix("L")
    assert page.locator(f"[data-line='{line}']").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("id_", ["nobody", "../x", "<img src=x onerror=alert(1)>", "__proto__"])
def test_a_page_that_is_not_there_is_told_so(
    id_: str, built_site: Path, page_guard: Callable[..., Page]
) -> None:
    page = page_guard(allow="ERR_FILE_NOT_FOUND")
    page.goto(f"{built_site.as_uri()}/desk/index.html?page={id_}")
    assert page.get_by_role("alert").is_visible()


# ---- with a reader behind it ----


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


@pytest.fixture
def served(built_site: Path, seeds: Path) -> Iterator[str]:
    """Serve the site with a reader over pages of its own; yield the address of the desk over the page."""
    desk = DeskApi(DeskReader(load_settings(seeds_dir=seeds)).acts())
    with Server(built_site, desk=desk) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"{server.url}desk/index.html"
        server.shutdown()


def test_a_change_is_read_again_and_saved(page: Page, served: str, seeds: Path) -> None:
    opened(page, f"{served}?page={STEM}#L105")
    give(page, "103")
    with page.expect_response("**/.banmian/desk/read"):
        page.locator("[data-line='105']").press("Escape")
    text = written(page)
    with page.expect_navigation():
        page.get_by_role("button", name="保存", exact=True).click()
    assert (seeds / f"{STEM}.yml").read_text("utf-8") == text
    page.wait_for_selector(".bm-desk__cards article")
    assert written(page) == text


def test_a_new_page_is_read_while_one_looks_and_saved(page: Page, served: str, seeds: Path) -> None:
    page.goto(served)
    page.get_by_label("版面编号").fill("nmgrb-20220616-07")
    page.get_by_label("文字：").fill(
        "# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前，流动书车走了三个苏木。\n"
    )
    page.get_by_text("读成 1 篇").wait_for()
    page.get_by_role("button", name="保存为新的一版").click()
    page.get_by_text("保存了").wait_for()
    assert "流动书车" in (seeds / "nmgrb-20220616-07.txt").read_text("utf-8")
