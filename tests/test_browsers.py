"""A browser for the tests: chosen, installed, or a sentence that says what to install."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import browsers
from generator.commands.browsers import OWN, driver_runs, find_browser, installed
from generator.telling.errors import UsageError

Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Make a program that prints something, the only one on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(
        shutil, "which", lambda name: str(folder / name) if (folder / name).exists() else None
    )
    monkeypatch.setattr(browsers, "PLACES", ())
    monkeypatch.delenv(browsers.CHOSEN, raising=False)

    def make(name: str, code: str) -> Path:
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


def test_a_browser_tells_its_version(program: Program) -> None:
    path = program("chromium", "print('Chromium 156.0.8078.73')")
    assert list(installed()) == [str(path)]


@pytest.mark.parametrize(
    "code",
    [
        "print('Please install the snap')",
        "import sys; print('Chromium 1.2.3'); sys.exit(1)",
        "import sys; sys.exit('no')",
    ],
)
def test_a_program_of_that_name_may_be_no_browser(program: Program, code: str) -> None:
    program("chromium-browser", code)
    assert list(installed()) == []


def test_chromium_comes_before_chrome_and_edge(program: Program) -> None:
    for name in ("microsoft-edge", "google-chrome", "chromium"):
        program(name, "print('Browser 1.2.3')")
    assert [Path(path).name for path in installed()] == ["chromium", "google-chrome", "microsoft-edge"]


def test_a_chosen_browser_is_taken(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = program("my-browser", "")
    for chosen in (str(mine), OWN):
        monkeypatch.setenv(browsers.CHOSEN, chosen)
        assert find_browser(print) == chosen


def test_a_chosen_browser_that_is_not_there_is_passed_over(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program("chromium", "print('Chromium 1.2.3')")
    monkeypatch.setenv(browsers.CHOSEN, "/no/such/browser")
    assert find_browser(print) == str(path)


def refuse(*wanted: str) -> Callable[..., str | None]:
    """Return a stand-in for running programs, under which those that name a wanted word fail."""
    return lambda command, *_: None if any(word in " ".join(command) for word in wanted) else "1.2.3"


def test_without_any_browser_the_run_fails_and_says_what_to_install(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers, "_run", refuse("install"))
    with pytest.raises(UsageError, match="apt-get install chromium libatomic1 fonts-noto-cjk"):
        find_browser(lambda _: None)


def test_playwrights_own_is_the_second_choice(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "_run", refuse())
    assert find_browser(lambda _: None) == OWN


def test_playwrights_own_must_start(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "_run", refuse("launch"))
    with pytest.raises(UsageError):
        find_browser(lambda _: None)


def test_a_driver_that_does_not_start_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("chromium", "print('Chromium 1.2.3')")
    monkeypatch.setattr(browsers, "driver_runs", lambda: False)
    with pytest.raises(UsageError, match="libatomic1"):
        find_browser(lambda _: None)


def test_debian_gets_a_browser_by_apt(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("apt-get", "")
    calls: list[str] = []

    def run(command: list[str], *_: object) -> str | None:
        calls.append(" ".join(command))
        if "chromium" in command and command[:2] == ["apt-get", "install"]:
            program("chromium", "")
        return None if "playwright" in command and "install" in command else "Chromium 1.2.3"

    monkeypatch.setattr(browsers, "_run", run)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert Path(find_browser(lambda _: None)).name == "chromium"
    assert calls[-2] == "apt-get install -y -qq --no-install-recommends chromium libatomic1 fonts-noto-cjk"


def test_nobody_but_root_installs_with_apt(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("apt-get", "raise SystemExit('never')")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert not browsers._install_debian(("chromium",), print)


def test_playwrights_driver_runs_here() -> None:
    assert driver_runs()
