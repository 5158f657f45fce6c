"""Makes `.venv`, installs the locked packages into it, and starts Banmian again inside.

Needs Python and pip only, and no pip inside the environment: Debian and Ubuntu refuse
`pip install` outside an environment and ship `venv` without ensurepip. Standard library alone,
and no syntax that an older Python could not read: it must be able to say that it is too old.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from generator.commands.wheels import SetupError, alone, install, output, say

ROOT = Path(__file__).resolve().parent.parent.parent
LOWEST, ABOVE = (3, 11), (3, 14)
"""The Pythons that the locks are made for: from the first, below the second."""
ENVIRONMENT = {
    "PYTHONUTF8": "1",
    "NO_MKDOCS_2_WARNING": "1",
    "PIP_NO_INPUT": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
"""What children get, unless the person has set it."""
LOCKS = ("build", "preserve", "test")
"""The files of requirements/: each holds all that those before it hold."""
INSIDE = "BANMIAN_INSIDE"
"""Names the environment that Banmian was started in, so that it never starts itself twice."""


def enter(arguments: list[str]) -> None:
    """Return if the packages are at hand; else set them up and start again inside, which never returns."""
    os.environ.update({name: value for name, value in ENVIRONMENT.items() if name not in os.environ})
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lock = lock_for(arguments)
    try:
        check_python(sys.version_info[:2])
        if os.environ.get(INSIDE) == sys.prefix or not missing(lock, ROOT):
            return
        python = prepare(ROOT, lock)
    except SetupError as error:
        sys.exit(_tell(str(error)))
    except OSError as error:
        sys.exit(_tell(f"准备环境时无法读写文件:{error}\nCannot read or write a file of the set-up: {error}"))
    except KeyboardInterrupt:
        sys.exit(130)
    restart(python, arguments)


def lock_for(arguments: list[str]) -> str:
    """Return which lock a command needs."""
    if arguments[:1] == ["test"]:
        return "test"
    return "preserve" if arguments[:1] == ["package"] and "--zim" in arguments else "build"


def tell_incomplete(name: str) -> int:
    """Say that package `name` has gone from the environment; return the exit code."""
    return _tell(
        f"环境不完整,缺少 {name}:请删去 .venv 文件夹,再运行一次。\n"
        f"The environment is incomplete, {name} is missing: delete the folder .venv and run this again."
    )


def _tell(text: str) -> int:
    sys.stderr.write(text + "\n")
    return 2


def check_python(version: tuple[int, ...]) -> None:
    """Raise SetupError unless the locks are made for Python `version`."""
    if LOWEST <= tuple(version) < ABOVE:
        return
    found = f"{version[0]}.{version[1]}"
    others = [f"python3.{minor}" for minor in range(ABOVE[1] - 1, LOWEST[1] - 1, -1)]
    other = next((name for name in others if shutil.which(name)), "python3.12")
    raise SetupError(
        f"需要 Python 3.11 到 3.13,这里是 {found}。请安装其中一个,再运行 {other} -m generator …",
        f"Python 3.11 to 3.13 is needed, this is {found}. Install one and run {other} -m generator …",
    )


def missing(lock: str, root: Path) -> list[str]:
    """Return the required packages that this Python does not have; none when pip installed Banmian."""
    project = root / "pyproject.toml"
    if not (root / "requirements").is_dir() or not project.is_file():
        return []
    import tomllib
    from importlib.metadata import PackageNotFoundError, distribution

    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    needed = list(table["dependencies"])
    if lock != "build":
        needed += table["optional-dependencies"][lock]
    absent = []
    for requirement in needed:
        name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        try:
            distribution(name)
        except PackageNotFoundError:
            absent.append(name)
    return absent


def prepare(root: Path, lock: str) -> Path:
    """Make `.venv` below `root` ready for `lock`, one of LOCKS; return its Python. Raises SetupError."""
    folder = root / ".venv"
    python = python_of(folder)
    if _is_ready(root, lock):
        return python
    with alone(root / ".cache" / "setup.lock"):
        if not _is_ready(root, lock):
            _set_up(root, lock)
    return python


def _is_ready(root: Path, lock: str) -> bool:
    """Tell whether the environment is whole and holds what `lock` asks for."""
    folder = root / ".venv"
    wanted = _wanted(root, lock, _whole(folder))
    return _read(folder / "banmian.json").items() >= wanted.items()


def _set_up(root: Path, lock: str) -> None:
    folder = root / ".venv"
    python = python_of(folder)
    version = _make(folder)
    stamp = folder / "banmian.json"
    unfinished = folder / "banmian-unfinished"
    unfinished.touch()
    begun = time.monotonic()
    install(python, root / "requirements" / f"{lock}.txt")
    stamp.write_text(json.dumps(_wanted(root, lock, version)), encoding="utf-8")
    unfinished.unlink()
    say(f"环境已备好,用时 {time.monotonic() - begun:.0f} 秒。Ready.")


def python_of(folder: Path) -> Path:
    """Return the path of the Python of the environment in `folder`."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _whole(folder: Path) -> str:
    """Return the version of an environment's Python; empty unless it is this Python's and was made to its end."""
    version = _version_of(python_of(folder))
    own = version.startswith(f"{sys.version_info[0]}.{sys.version_info[1]}.")
    return version if own and not (folder / "banmian-unfinished").exists() else ""


def _make(folder: Path) -> str:
    """Make the environment unless it stands whole; return the version of its Python."""
    unfinished = folder / "banmian-unfinished"
    version = _whole(folder)
    if version:
        return version
    if folder.exists():
        _clear(folder, unfinished)
    say(f"正在建立 Python 环境 {folder} …  Setting up.")
    folder.mkdir(parents=True)
    unfinished.touch()
    try:
        import venv

        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder)
    except (ImportError, subprocess.CalledProcessError) as error:
        raise SetupError(
            f"这个 Python 不能建立环境({error})。Debian、Ubuntu 请先运行:apt-get install python3-venv",
            f"This Python cannot make an environment ({error}). "
            "On Debian or Ubuntu first run: apt-get install python3-venv",
        ) from None
    version = _version_of(python_of(folder))
    if not version:
        raise SetupError(
            f"建立的环境不能运行:{python_of(folder)}。请重新安装 Python。",
            f"The new environment does not run: {python_of(folder)}. Install Python anew.",
        )
    return version


def _clear(folder: Path, unfinished: Path) -> None:
    if not (folder / "pyvenv.cfg").exists() and not unfinished.exists() and any(folder.iterdir()):
        raise SetupError(
            f"{folder} 不是 Python 环境,没有动它。请把它移走,再运行一次。",
            f"{folder} is not a Python environment and was left alone. Move it away and run this again.",
        )
    say(f"{folder} 不完整,或属于另一个 Python,重新建立。Making the environment anew.")
    shutil.rmtree(folder)


def _version_of(python: Path) -> str:
    """Return the version of an environment's Python, empty if it does not run."""
    code = "import sys; print('%d.%d.%d' % sys.version_info[:3])"
    return output([str(python), "-I", "-c", code]) or ""


def _wanted(root: Path, lock: str, version: str) -> dict[str, str]:
    """Return what the stamp must say; each lock holds all that those before it hold."""
    names = LOCKS[: LOCKS.index(lock) + 1]
    paths = {name: root / "requirements" / f"{name}.txt" for name in names}
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}
    return {"python": version, **digests}


def _read(stamp: Path) -> dict[str, str]:
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def restart(python: Path, arguments: list[str]) -> None:
    """Start Banmian again with `python`; never returns."""
    os.environ[INSIDE] = str(python.parent.parent)
    command = [str(python), "-m", "generator", *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    try:
        sys.exit(subprocess.run(command, check=False).returncode)
    except KeyboardInterrupt:
        sys.exit(130)
