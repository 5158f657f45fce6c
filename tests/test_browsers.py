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


class Machine:
    """Stands in for running programs: those that name a word of `refused` fail, and all calls are kept."""

    def __init__(self, *refused: str) -> None:
        self.refused = set(refused)
        self.calls: list[str] = []
        self.done: Callable[[str], None] = lambda call: None

    def run(self, command: list[str], *_: object) -> str | None:
        self.calls.append(" ".join(command))
        if any(word in self.calls[-1] for word in self.refused):
            return None
        self.done(self.calls[-1])
        return "1.2.3"

    @property
    def installed(self) -> list[str]:
        return [call for call in self.calls if "install" in call or "update" in call]


Machines = Callable[..., Machine]


@pytest.fixture
def machine(program: Program, monkeypatch: pytest.MonkeyPatch) -> Machines:
    """Make a Debian on which we are root, without a browser; what is refused there, fails."""
    program("apt-get", "raise SystemExit('never')")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.delenv(browsers.AGREED, raising=False)

    def make(*refused: str) -> Machine:
        made = Machine(*refused)
        monkeypatch.setattr(browsers, "_run", made.run)
        return made

    return make


def test_unasked_nothing_is_installed_and_a_sentence_says_what_to_run(machine: Machines) -> None:
    debian = machine("launch")
    with pytest.raises(UsageError, match="python3 -m generator test --install-browser"):
        find_browser(print)
    assert debian.installed == []


def test_unasked_not_even_a_library_is_installed(program: Program, machine: Machines) -> None:
    program("chromium", "print('Chromium 1.2.3')")
    debian = machine("playwright")
    with pytest.raises(UsageError, match="缺少 libatomic1"):
        find_browser(print)
    assert debian.installed == []


@pytest.mark.parametrize("value", ["", "0", "false", "no"])
def test_nothing_but_true_or_1_is_a_machine_of_ci(
    machine: Machines, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    debian = machine("launch")
    monkeypatch.setenv(browsers.AGREED, value)
    with pytest.raises(UsageError):
        find_browser(print)
    assert debian.installed == []


def test_what_playwright_has_downloaded_before_is_taken(machine: Machines) -> None:
    debian = machine()
    assert find_browser(print) == OWN
    assert debian.installed == []


def test_playwrights_own_comes_first(machine: Machines) -> None:
    own = machine("launch")
    own.done = lambda call: own.refused.discard("launch") if "install" in call else None
    assert find_browser(lambda _: None, agreed=True) == OWN
    assert [call.split(" -m ")[1] for call in own.installed] == ["playwright install --only-shell chromium"]


@pytest.mark.parametrize("agreed", ["option", "true", "1", "True"])
def test_debian_gets_a_browser_by_apt(
    program: Program, machine: Machines, monkeypatch: pytest.MonkeyPatch, agreed: str
) -> None:
    debian = machine("launch", "playwright install")
    debian.done = lambda call: program("chromium", "") and None if "install" in call else None
    if agreed != "option":
        monkeypatch.setenv(browsers.AGREED, agreed)
    assert Path(find_browser(lambda _: None, agreed=agreed == "option")).name == "chromium"
    assert debian.installed[-2:] == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends chromium libatomic1 fonts-noto-cjk",
    ]


def test_debian_gets_what_the_driver_lacks_by_apt(program: Program, machine: Machines) -> None:
    path = program("chromium", "print('Chromium 1.2.3')")
    debian = machine("playwright")
    assert find_browser(lambda _: None, agreed=True) == str(path)
    assert debian.installed[-1] == "apt-get install -y -qq --no-install-recommends libatomic1"


def test_where_nothing_can_be_installed_the_run_fails_and_says_what_to_install(machine: Machines) -> None:
    machine("launch", "install")
    with pytest.raises(UsageError, match="apt-get install chromium libatomic1 fonts-noto-cjk"):
        find_browser(lambda _: None, agreed=True)


def test_nobody_but_root_installs_with_apt(machine: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    debian = machine("launch", "playwright install")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(UsageError):
        find_browser(lambda _: None, agreed=True)
    assert not [call for call in debian.calls if call.startswith("apt-get")]


def test_playwrights_driver_runs_here() -> None:
    assert driver_runs()
