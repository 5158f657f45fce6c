"""What the tests share: a real browser, a server over a folder, and the repository's own site.

- `browser`: one Chromium for the whole run.
- `page_guard(**options)`: makes a page in a new context, and fails the test if anything was written
  to the console as an error, if a script broke, or if the page asked any other host for anything.
  `allow=regex` lets console errors pass that are meant. `page` is one such page.
- `site_server(folder, prefix="", zips=False)`: serves a folder, returns the address of its home.
- `built_site`: the repository's seeds, built once a run; its folder.
- `say_at_end(text)`: has a text stand below the results of the run.

Hypothesis tries a hundred examples of each property; `--hypothesis-profile long` tries five thousand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import hypothesis
import pytest

from generator.commands.browsers import LEFT_OUT, OWN, find_browser
from generator.publishing.serving import serving
from generator.vocabulary.settings import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

hypothesis.settings.register_profile("quick", deadline=None, print_blob=True)
hypothesis.settings.register_profile("long", deadline=None, print_blob=True, max_examples=5_000)
hypothesis.settings.load_profile("quick")
SAID = pytest.StashKey[list[str]]()

NEAR = {"127.0.0.1", "localhost", None}
FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser tests out when, and only when, a person says so."""
    if os.environ.get(LEFT_OUT) != "1":
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what tests had to say."""
    for text in config.stash.get(SAID, []):
        terminalreporter.write_line(text)


@pytest.fixture
def say_at_end(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Take texts that stand below the results."""
    return request.config.stash.setdefault(SAID, []).append


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for the whole run."""
    from playwright.sync_api import sync_playwright

    path = find_browser(lambda line: None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=None if path == OWN else path, args=FLAGS)
        yield started
        started.close()


class Guard:
    """Watches pages and remembers what they must not do."""

    def __init__(self, allow: str | None) -> None:
        self.faults: list[str] = []
        self._allow = re.compile(allow) if allow else None

    def open(self, browser: Browser, **options: Any) -> Page:
        """Open a page in a new context; pages that it opens are watched too."""
        context = browser.new_context(**{"locale": "zh-CN", **options})
        context.on("page", self.watch)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    def watch(self, page: Page) -> None:
        """Listen to the page's console, its errors and its requests."""
        page.on(
            "console",
            lambda message: self._fault(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: self._fault(f"script: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("dialog", lambda dialog: (self._fault(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _request(self, url: str) -> None:
        if urlsplit(url).hostname not in NEAR:
            self.faults.append(f"request to another host: {url}")

    def _fault(self, text: str) -> None:
        if not (self._allow and self._allow.search(text)):
            self.faults.append(text)


@pytest.fixture
def page_guard(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make pages that may neither err nor ask another host for anything."""
    guards: list[Guard] = []
    with ExitStack() as contexts:

        def open_page(*, allow: str | None = None, **options: Any) -> Page:
            guards.append(Guard(allow))
            opened = guards[-1].open(browser, **options)
            contexts.callback(opened.context.close)
            return opened

        yield open_page
    faults = [fault for guard in guards for fault in guard.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(page_guard: Callable[..., Page]) -> Page:
    """Open one guarded page."""
    return page_guard()


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[..., str]]:
    """Serve folders; each address holds until the run ends."""
    with ExitStack() as servers:

        def serve(folder: Path, *, prefix: str = "", zips: bool = False) -> str:
            return servers.enter_context(serving(folder, prefix=prefix, zips=zips))

        yield serve


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the repository's seeds once; return the folder of the finished site."""
    from generator.build import build
    from generator.telling.progress import silent
    from generator.vocabulary.settings import load_settings

    settings = load_settings(out_dir=tmp_path_factory.mktemp("built"))
    build(settings, progress=silent())
    return settings.site_dir
