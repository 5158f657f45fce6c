"""Puts a place in a bad state, runs a command there, and tells what came of it: `python -m tests.bad_inputs`.

The cases are those of cases/bad_inputs.yml. Each runs in a folder of its own with one good page, a small gazetteer
and a site that stands, by default as a person runs it, in a process of its own; what is said, the code, and what has
come, gone or changed are held against the case. Where a small disk is needed it is mounted in a namespace of its own,
which goes with the process.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator.vocabulary.settings import ROOT
from tests.making import PLACES

Case = Mapping[str, Any]
CASES: Sequence[Case] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "bad_inputs.yml").read_text(encoding="utf-8")
)
PAGE = "# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,给各嘎查的书屋送去新书四百册。\n"
FOLDERS = {"--seeds": "seeds", "--config": "config", "--out": "out"}
OPTIONS = {
    **dict.fromkeys(("build", "serve", "package"), ("--seeds", "--config", "--out")),
    **dict.fromkeys(("check", "explain", "record", "diff"), ("--seeds", "--config")),
    **dict.fromkeys(("score", "fit"), ("--config",)),
    "new": ("--seeds",),
}
"""The folders that a command is told of where the case says no other."""
MOUNTS = ("full", "read-only", "mounted")
NEEDS_SITE = ("build", "serve", "package", "verify", "diff")
COPIED = ("generator", "theme", "site_config", "mkdocs.yml")
DROP_FROM_BOUNDING_SET = 24
OVERRIDES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: by these root reads and writes what nobody may."""
SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a case."""

    code: int
    """The exit code."""
    told: str
    """What was said."""
    changed: list[str]
    """What has come, gone or changed, beside the Markdown that a build writes anew in any case."""


def faults_of(case: Case, outcome: Outcome) -> list[str]:
    """Return what is otherwise than the case says."""
    found = [f"does not say {words!r}" for words in map(str, case["says"]) if words not in outcome.told]
    if outcome.code != case["exit"]:
        found.append(f"leaves with {outcome.code}, not {case['exit']}")
    if "Traceback" in outcome.told or (case["says"] and not any("一" <= c <= "鿿" for c in outcome.told)):
        found.append("says no sentence")
    if outcome.changed and not case.get("changes"):
        found.append(f"has changed {outcome.changed[:5]}")
    return found


# ---- the place


def make_place(folder: Path) -> Path:
    """Make a place with a page and a gazetteer; no site stands in it yet."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "a-01.txt").write_text(PAGE, encoding="utf-8")
    (folder / "config" / "regions").mkdir(parents=True)
    rows = [[place.code, place.name, str(place.level), place.parent, place.slug] for place in PLACES]
    few = {"format": 1, "districts": rows, "places": []}
    (folder / "config" / "regions" / "150000.json").write_text(json.dumps(few), encoding="utf-8")
    return folder


def make_standing(folder: Path) -> Path:
    """Make a place in which a site stands."""
    from generator.build import build
    from generator.telling.progress import silent
    from generator.vocabulary.settings import load_settings

    place = make_place(folder)
    settings = load_settings(seeds_dir=place / "seeds", config_dir=place / "config", out_dir=place / "out")
    build(settings, progress=silent())
    return place


def copy_for(case: Case, standing: Path, place: Path) -> Path:
    """Copy what a case needs of a place, and of the repository."""
    left_out = shutil.ignore_patterns("__pycache__", *(() if needs_site(case) else ("out",)))
    shutil.copytree(standing, place, symlinks=True, ignore=left_out)
    for name in COPIED if case.get("repo") else ():
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        (place / "repo").mkdir(exist_ok=True)
        copy(source, place / "repo" / name, **({"ignore": left_out} if source.is_dir() else {}))
    return place


def state_of(place: Path) -> dict[str, str]:
    """Return what lies in a place: a digest of each file, the kind of anything else."""
    found = {}
    for path in place.rglob("*"):
        name = path.relative_to(place).as_posix()
        if name.startswith("out/docs"):
            continue
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            small = path.stat().st_size < 50_000_000
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if small else "large"
        else:
            found[name] = "folder" if path.is_dir() else "other"
    return found


# ---- what is made in it


def put(made: Mapping[str, Any], place: Path, held: ExitStack) -> None:
    """Put one thing into a place."""
    kind, name = next(iter(made.items()))
    path = place / name
    if kind not in ("gone", "mode", "edited", *MOUNTS):
        path.parent.mkdir(parents=True, exist_ok=True)
    MAKERS[kind](path, made, held)


def _repeated(path: Path, made: Mapping[str, Any], _: ExitStack) -> None:
    words = made["words"] * made["times"] + made.get("then", "") * made["times"]
    path.write_text(made.get("before", "") + words + made.get("after", ""), encoding="utf-8")


def _sparse(path: Path, made: Mapping[str, Any], _: ExitStack) -> None:
    path.touch()
    os.truncate(path, made["size"])


def _socket(path: Path, _: Mapping[str, Any], held: ExitStack) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    held.enter_context(socket.socket(socket.AF_UNIX)).bind(path.name)
    os.chdir(here)


def _gone(path: Path, *_: object) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _edited(path: Path, made: Mapping[str, Any], _: ExitStack) -> None:
    text = path.read_text("utf-8")
    if made["old"] not in text:
        raise ValueError(f"{path} does not hold {made['old']}")
    path.write_text(text.replace(made["old"], made["new"]), encoding="utf-8")


def _mode(path: Path, made: Mapping[str, Any], held: ExitStack) -> None:
    held.callback(path.chmod, path.stat().st_mode & 0o777)
    path.chmod(int(made["to"], 8))


def _zip(path: Path, made: Mapping[str, Any], _: ExitStack) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, words in made["holds"].items():
            archive.writestr(name, words)
    data = bytearray(path.read_bytes())
    if made.get("spoilt"):
        at = data.index("乙".encode())
        data[at : at + 3] = "己".encode()
    if made.get("encrypted"):
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                data[at + flags] |= 1
                at = data.find(mark, at + 1)
    path.write_bytes(data[: made.get("cut")])


def _locked(path: Path, _: Mapping[str, Any], held: ExitStack) -> None:
    import fcntl

    (path / ".banmian-work").mkdir(parents=True, exist_ok=True)
    file = held.enter_context((path / ".banmian-work" / "lock").open("w"))
    fcntl.flock(file, fcntl.LOCK_EX)


def _mount(path: Path, *options: str) -> None:
    subprocess.run(["mount", *options, str(path)], check=True)


def _over(path: Path, megabytes: int) -> None:
    """Mount an empty disk at a folder and put into it what lay there."""
    aside = path.with_name(f"{path.name}-aside")
    path.rename(aside)
    path.mkdir()
    _mount(path, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs")
    shutil.copytree(aside, path, symlinks=True, dirs_exist_ok=True)
    shutil.rmtree(aside)


def _full(path: Path, made: Mapping[str, Any], _: ExitStack) -> None:
    _over(path, 100)
    free = shutil.disk_usage(path).free - made["left"] * 1024
    (path / ".ballast").write_bytes(bytes(max(0, free)))


def _read_only(path: Path, *_: object) -> None:
    _over(path, 100)
    _mount(path, "-o", "remount,ro")


MAKERS: Mapping[str, Callable[[Path, Mapping[str, Any], ExitStack], object]] = {
    "text": lambda path, made, _: path.write_text(made["words"], encoding="utf-8"),
    "bytes": lambda path, made, _: path.write_bytes(bytes.fromhex(made["hex"])),
    "repeated": _repeated,
    "sparse": _sparse,
    "folder": lambda path, *_: path.mkdir(exist_ok=True),
    "fifo": lambda path, *_: os.mkfifo(path),
    "socket": _socket,
    "link": lambda path, made, _: path.symlink_to(made["to"]),
    "gone": _gone,
    "mode": _mode,
    "edited": _edited,
    "zip": _zip,
    "locked": _locked,
    "full": _full,
    "read-only": _read_only,
    "mounted": lambda path, *_: _over(path, 100),
}


# ---- how it is run


def arguments_of(case: Case, place: Path) -> list[str]:
    """Return the command line of a case."""
    given = [str(word).replace("<300>", "长" * 100 + "n" * 200) for word in case["run"]]
    wanted = [name for name in OPTIONS.get(given[0], ()) if name not in given]
    folders = [
        word
        for name in wanted
        for word in (name, str(place / FOLDERS[name]) if case.get("repo") else FOLDERS[name])
    ]
    return [given[0], *folders, *given[1:]]


def is_apart(case: Case) -> bool:
    """Tell whether a case needs a process of its own."""
    return bool(case.get("under") or case.get("repo") or needs_mount(case))


def needs_site(case: Case) -> bool:
    """Tell whether a site must stand before."""
    touched = [str(path) for made in case["made"] for path in made.values()]
    return case["run"][0] in NEEDS_SITE or any(path.startswith("out") for path in touched)


def needs_mount(case: Case) -> bool:
    """Tell whether a case needs a disk of its own."""
    return any(kind in made for made in case["made"] for kind in MOUNTS)


def run_command(case: Case, place: Path) -> tuple[int, str]:
    """Run the command of a case as a person does; return the code and what was said."""
    under, home = case.get("under", {}), place / "repo" if case.get("repo") else place
    environment = {
        **os.environ,
        "PYTHONPATH": str(home if case.get("repo") else ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        **under.get("environment", {}),
    }
    words = arguments_of(case, place)
    with ExitStack() as held:
        if under.get("port"):
            taken = held.enter_context(socket.create_server(("127.0.0.1", 0)))
            words = [word.replace("<port>", str(taken.getsockname()[1])) for word in words]
        output = under.get("output")
        stdout: Any = (
            held.enter_context(Path(output).open("wb")) if output == "/dev/full" else subprocess.PIPE
        )
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            preexec_fn=lambda: _limit(under),
        )
    return done.returncode, ((done.stdout or b"") + done.stderr).decode("utf-8", "replace")


def _limit(under: Mapping[str, Any]) -> None:
    import resource

    for name, number, unit in (
        ("RLIMIT_FSIZE", "size", 1),
        ("RLIMIT_AS", "memory", 1 << 20),
        ("RLIMIT_NOFILE", "files", 1),
    ):
        if number in under:
            limit = getattr(resource, name)
            resource.setrlimit(limit, (under[number] * unit, resource.getrlimit(limit)[1]))
    for name, descriptor in (("input", 0), ("output", 1)):
        if under.get(name) == "closed":
            os.close(descriptor)
    if under.get("plain") and os.geteuid() == 0:
        for right in OVERRIDES:
            if ctypes.CDLL(None).prctl(DROP_FROM_BOUNDING_SET, right, 0, 0, 0):
                raise OSError("root keeps its rights")


def attempt(case: Case, place: Path, run: Callable[[Case, Path], tuple[int, str]]) -> Outcome:
    """Put a place in the state of a case, run its command, and tell what came of it."""
    with ExitStack() as held:
        for made in case["made"]:
            if "mode" not in made:
                put(made, place, held)
        before = state_of(place)
        with ExitStack() as modes:
            for made in case["made"]:
                if "mode" in made:
                    put(made, place, modes)
            code, told = run(case, place)
        after = state_of(place)
    changed = sorted(name for name in before | after if before.get(name) != after.get(name))
    return Outcome(code=code, told=told, changed=changed)


@cache
def mounter() -> tuple[str, ...] | None:
    """Return the command in which a process may mount disks that nobody else sees; None where there is none."""
    for command in (("unshare", "-m"), ("unshare", "-rm"), ("sudo", "-n", "--preserve-env", "unshare", "-m")):
        tried = [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        if shutil.which(command[0]) and subprocess.run(tried, capture_output=True).returncode == 0:
            return command
    return None


def attempt_apart(case: Case, place: Path) -> Outcome:
    """As `attempt`, in a process of its own, in which disks may be mounted."""
    name = case["name"]
    command = [*(mounter() or ()), sys.executable, "-m", "tests.bad_inputs", "--inside", str(place), name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return Outcome(**json.loads(done.stdout))


def try_all(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, Outcome | str]]:
    """Run each case as a person does; yield it with what came of it."""
    standing = make_standing(folder / "standing")
    for number, case in enumerate(cases):
        place = copy_for(case, standing, folder / str(number))
        try:
            yield case, attempt_apart(case, place) if needs_mount(case) else attempt(case, place, run_command)
        except subprocess.TimeoutExpired:
            yield case, "hangs"
        shutil.rmtree(place, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every case, or those whose name holds a word, and tell which are not as they should be."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="?", default="")
    parser.add_argument("--inside", type=Path)
    parser.add_argument("--all", action="store_true", help="tell what each case says")
    given = parser.parse_args(arguments)
    if given.inside:
        case = next(case for case in CASES if case["name"] == given.words)
        outcome = attempt(case, given.inside, run_command)
        fields = {"code": outcome.code, "told": outcome.told, "changed": outcome.changed}
        sys.stdout.write(json.dumps(fields))
        return 0
    cases = [case for case in CASES if given.words in case["name"]]
    bad = 0
    with TemporaryDirectory() as folder:
        for case, outcome in try_all(cases, Path(folder)):
            faults = [outcome] if isinstance(outcome, str) else faults_of(case, outcome)
            bad += bool(faults)
            if faults or given.all:
                told = "" if isinstance(outcome, str) else outcome.told[-700:]
                sys.stdout.write(f"{'✗' if faults else '✓'} {case['name']}: {'; '.join(faults)}\n{told}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{len(cases)} cases, {bad} not as they should be\n")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
