"""The set-up on a machine with Python and pip alone: made once, mended when broken, never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands import bootstrap, wheels
from generator.commands.bootstrap import SetupError, missing, prepare, python_of
from generator.publishing import locking
from generator.vocabulary.settings import ROOT

PROJECT = """[project]
dependencies = {needed}
[project.optional-dependencies]
test = {test}
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A project with locks that name nothing, so that pip needs no network."""
    (tmp_path / "requirements").mkdir()
    for lock in bootstrap.LOCKS:
        (tmp_path / "requirements" / f"{lock}.txt").write_text(f"# {lock}\n")
    return tmp_path


def declare(root: Path, needed: list[str], test: list[str]) -> Path:
    (root / "pyproject.toml").write_text(PROJECT.format(needed=json.dumps(needed), test=json.dumps(test)))
    return root


def test_nothing_is_missing_where_all_is_installed(bare: Path) -> None:
    assert missing("build", declare(bare, ["click>=8,<9", "mkdocs-material"], ["no-such-package"])) == []


def test_what_is_missing(bare: Path) -> None:
    declare(bare, ["click", "no-such-package>=2"], ["nor-this; python_version>'3'", "pytest"])
    assert missing("build", bare) == ["no-such-package"]
    assert missing("test", bare) == ["no-such-package", "nor-this"]


@pytest.mark.parametrize(
    ("arguments", "lock"),
    [
        ("", "build"),
        ("build", "build"),
        ("package", "build"),
        ("package --bag", "build"),
        ("package --zim", "preserve"),
        ("package --no-build --bag --zim", "preserve"),
        ("test --zim", "test"),
        ("build --zim", "build"),
    ],
)
def test_which_lock_a_command_needs(arguments: str, lock: str) -> None:
    assert bootstrap.lock_for(arguments.split()) == lock


def test_where_pip_installed_the_program_there_is_nothing_to_set_up(tmp_path: Path) -> None:
    assert missing("test", tmp_path) == []


def test_this_very_python_has_all_that_the_project_needs() -> None:
    assert missing("test", ROOT) == []


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_pythons_that_will_do(version: tuple[int, int]) -> None:
    bootstrap.check_python(version)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_pythons_that_will_not_do(version: tuple[int, int]) -> None:
    with pytest.raises(SetupError) as error:
        bootstrap.check_python(version)
    chinese, english = str(error.value).splitlines()
    assert f"{version[0]}.{version[1]}" in chinese
    assert "3.11 to 3.13" in english


def test_an_environment_is_made_stamped_and_found_again(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = prepare(bare, "build")
    assert (
        subprocess.run([str(python), "-c", "import sys; sys.exit(sys.prefix == sys.base_prefix)"]).returncode
        == 0
    )
    assert "正在建立" in capsys.readouterr().err
    assert prepare(bare, "build") == python
    assert capsys.readouterr().err == ""


def test_the_environment_has_no_pip_of_its_own(bare: Path) -> None:
    prepare(bare, "build")
    assert not list((bare / ".venv").rglob("pip"))


def test_tests_need_more_than_a_build_and_a_build_no_less(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(bare, "build")
    capsys.readouterr()
    prepare(bare, "test")
    assert "正在安装" in capsys.readouterr().err
    prepare(bare, "build")
    assert capsys.readouterr().err == ""


def test_an_extra_needs_more_than_a_build_and_no_more_than_tests(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(bare, "build")
    capsys.readouterr()
    prepare(bare, "preserve")
    assert "正在安装" in capsys.readouterr().err
    prepare(bare, "test")
    capsys.readouterr()
    prepare(bare, "preserve")
    assert capsys.readouterr().err == ""


def test_a_new_lock_is_installed(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepare(bare, "build")
    (bare / "requirements" / "build.txt").write_text("# newer\n")
    capsys.readouterr()
    prepare(bare, "build")
    told = capsys.readouterr().err
    assert "正在安装" in told
    assert "正在建立" not in told


def set_up_beside(bare: Path) -> subprocess.Popen[str]:
    code = f"from pathlib import Path; from generator.commands.bootstrap import prepare; prepare(Path({str(bare)!r}), 'build')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def test_two_first_runs_at_once_make_one_environment(bare: Path) -> None:
    with set_up_beside(bare) as one, set_up_beside(bare) as other:
        told = [one.communicate()[1], other.communicate()[1]]
    assert (one.returncode, other.returncode) == (0, 0), told
    assert "".join(told).count("正在建立") == 1
    assert not (bare / ".cache" / "setup.lock").exists()


def test_who_has_to_wait_is_told(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.0)
    monkeypatch.setattr(wheels, "LONGEST_SET_UP", 0.1)
    with wheels.alone(bare / ".cache" / "setup.lock"), pytest.raises(SetupError, match="一直没有完成"):
        prepare(bare, "build")
    assert "另一次运行正在准备环境,等它完成" in capsys.readouterr().err
    assert not (bare / ".venv").exists()


def test_what_is_ready_waits_for_nobody(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = prepare(bare, "build")
    monkeypatch.setattr(bootstrap, "alone", None)
    assert prepare(bare, "build") == python


def test_an_interrupted_set_up_is_made_anew(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepare(bare, "build")
    (bare / ".venv" / "banmian-unfinished").touch()
    leftover = bare / ".venv" / "half"
    leftover.touch()
    capsys.readouterr()
    prepare(bare, "build")
    assert "重新建立" in capsys.readouterr().err
    assert not leftover.exists()
    assert not (bare / ".venv" / "banmian-unfinished").exists()


def test_an_environment_whose_python_has_gone_is_made_anew(bare: Path) -> None:
    python = prepare(bare, "build")
    python.unlink()
    python.symlink_to(bare / "gone")
    assert subprocess.run([str(prepare(bare, "build")), "-c", ""]).returncode == 0


def test_an_environment_of_another_python_is_made_anew(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = prepare(bare, "build")
    (bare / ".venv" / "old").touch()
    monkeypatch.setattr(
        bootstrap, "_version_of", lambda _: "3.9.1" if (bare / ".venv" / "old").exists() else "3.11.0"
    )
    assert prepare(bare, "build") == python
    assert not (bare / ".venv" / "old").exists()


def test_an_environment_made_by_hand_is_kept_and_completed(bare: Path) -> None:
    import venv

    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(bare / ".venv")
    own = bare / ".venv" / "own"
    own.touch()
    prepare(bare, "build")
    assert own.exists()


def test_a_folder_that_is_no_environment_is_left_alone(bare: Path) -> None:
    (bare / ".venv").mkdir()
    (bare / ".venv" / "thesis.doc").touch()
    with pytest.raises(SetupError, match="不是 Python 环境"):
        prepare(bare, "build")
    assert (bare / ".venv" / "thesis.doc").exists()


@pytest.mark.parametrize("spoilt", ["", "[]", "{", "null"])
def test_a_spoilt_stamp_says_nothing(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "stamp").write_text(spoilt)
    assert bootstrap._read(tmp_path / "stamp") == {}
    assert bootstrap._read(tmp_path / "none") == {}


def test_a_spoilt_stamp_is_written_again(bare: Path) -> None:
    prepare(bare, "build")
    stamp = bare / ".venv" / "banmian.json"
    stamp.write_text("{")
    prepare(bare, "build")
    assert "build" in json.loads(stamp.read_text())


def test_a_package_that_cannot_be_had_is_a_sentence_and_no_stamp(bare: Path) -> None:
    lock = bare / "requirements" / "build.txt"
    lock.write_text("no-such-package==1.0 --hash=sha256:" + "0" * 64 + "\n")
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PYTHONPATH": str(ROOT)}
    code = f"from pathlib import Path; from generator.commands.bootstrap import prepare; prepare(Path({str(bare)!r}), 'build')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert "软件包没有装好" in done.stderr
    assert "no-such-package" in done.stderr
    assert not (bare / ".venv" / "banmian.json").exists()
    assert (bare / ".venv" / "banmian-unfinished").exists()


def test_without_any_pip_the_package_to_install_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = wheels.output
    monkeypatch.setattr(
        wheels, "output", lambda command: None if {"pip", "ensurepip"} & set(command) else real(command)
    )
    with pytest.raises(SetupError, match="apt-get install python3-pip"):
        prepare(bare, "build")


@pytest.mark.parametrize(
    ("words", "version"),
    [("pip 23.0.1 from /x (python 3.11)", (23, 0)), ("", ()), ("No module named pip", ())],
)
def test_the_version_of_pip(monkeypatch: pytest.MonkeyPatch, words: str, version: tuple[int, ...]) -> None:
    monkeypatch.setattr(wheels, "output", lambda _: words)
    assert wheels._pip_version("python3") == version


def test_an_old_pip_is_not_used_from_outside(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels, "_pip_version", lambda _: (20, 3))
    assert wheels.find_pip(Path("x/python")) == ["x/python", "-m", "pip"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_inside_it_does_not_set_up_again() -> None:
    done = run("-S", "-m", "generator", "--version", BANMIAN_INSIDE=sys.base_prefix)
    assert done.returncode == 2
    assert "环境不完整,缺少 click" in done.stderr
    assert "delete the folder .venv" in done.stderr


def test_children_get_what_they_need() -> None:
    code = "import os; from generator.commands import bootstrap; bootstrap.enter([]); print(*map(os.environ.get, bootstrap.ENVIRONMENT))"
    assert run("-c", code, PYTHONUTF8="0").stdout.split() == ["0", "1", "1", "1"]


def test_it_starts_again_inside(bare: Path) -> None:
    python = prepare(bare, "build")
    code = f"from pathlib import Path; from generator.commands import bootstrap; bootstrap.restart(Path({str(python)!r}), ['--version'])"
    done = run("-c", code, PYTHONPATH=os.pathsep.join(path for path in sys.path if path))
    assert done.stdout.startswith("banmian ")


def test_where_the_python_of_an_environment_is() -> None:
    names = {"posix": "bin/python", "nt": "Scripts/python.exe"}
    assert python_of(Path("x")) == Path("x") / names[os.name]
