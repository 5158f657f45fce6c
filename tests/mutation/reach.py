"""Finds out which tests reach which statement of generator/, by one run of the tests that need no browser."""

from __future__ import annotations

import ast
import builtins
import hashlib
import json
import sys
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from functools import wraps
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from tests.mutation.home import come_home
from tests.mutation.names import Names
from tests.mutation.trees import FUNCTIONS, statements

HITS = "__mutation_hits__"
NESTED = "__mutation_nested__"
CACHES = {"cache", "lru_cache", "cached_property"}
AS_DIGITS = bytes.maketrans(b"\0\1", b"01")
MATTERING = ("generator", "tests", "site_config", "theme", "seeds")
OWN = ("tests/mutation/", "tests/test_mutation")
"""What runs the mutants is none of what they are made of."""
QUICK = "not browser and not site and not scale"
Statement = tuple[str, int, int]
"""The file, the line and the column of a statement."""


@dataclass
class Reach:
    """Which tests reach what. Sets of tests are the bits of whole numbers."""

    tests: list[tuple[str, float]] = field(default_factory=list)
    """The id and the seconds of every test that passed."""
    reached: dict[Statement, int] = field(default_factory=dict)
    early: list[Statement] = field(default_factory=list)
    """What runs while tests are only collected."""
    packages: list[str] = field(default_factory=list)
    """What the tests import of other packages: to be loaded once for all mutants."""

    def save(self, path: Path, digest: str) -> None:
        """Write everything to a file."""
        reached = [[*statement, f"{bits:x}"] for statement, bits in self.reached.items()]
        data = {
            "digest": digest,
            "tests": self.tests,
            "reached": reached,
            "early": self.early,
            "packages": self.packages,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, path: Path, digest: str) -> Reach | None:
        """Read what `save` wrote, if it is of the same sources and tests."""
        if not path.is_file():
            return None
        data = json.loads(path.read_text("utf-8"))
        if data["digest"] != digest:
            return None
        reached = {(name, line, column): int(bits, 16) for name, line, column, bits in data["reached"]}
        early = [tuple(each) for each in data["early"]]
        return cls([tuple(test) for test in data["tests"]], reached, early, data["packages"])


def digest_of(root: Path, folders: Iterable[str] = MATTERING) -> str:
    """Return what changes when a module, a test or a data file of either changes."""
    total = hashlib.sha256(sys.version.encode() + Path(__file__).read_bytes())
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_file() and "__pycache__" not in name and not name.startswith(OWN):
                total.update(name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def number_statements(root: Path, trees: dict[str, ast.Module]) -> dict[Statement, int]:
    """Give every statement inside a function a number."""
    live = [
        (path, place.statement.lineno, place.statement.col_offset)
        for path, tree in trees.items()
        for place in statements(tree)
        if place.outermost
    ]
    return {statement: number for number, statement in enumerate(dict.fromkeys(live))}


class Marking:
    """An import hook that makes every statement of generator/ note that it ran."""

    def __init__(self, root: Path, numbers: dict[Statement, int]) -> None:
        self.root, self.numbers = root, numbers

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find a module of generator/ as Python does, and load it with marks."""
        if name.split(".")[0] != "generator":
            return None
        spec = PathFinder.find_spec(name, path)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _MarkingLoader(name, spec.loader.path, self)
        return spec

    def code(self, source: bytes, filename: str) -> CodeType:
        """Compile a module with a mark before each statement of its functions."""
        tree = ast.parse(source)
        path = Path(filename).relative_to(self.root).as_posix()
        for node in list(ast.walk(tree)):
            for name in ("body", "orelse", "finalbody"):
                listed = getattr(node, name, None)
                if isinstance(listed, list):
                    setattr(node, name, [each for child in listed for each in self._marked(path, child)])
        for node in ast.walk(tree):
            if isinstance(node, FUNCTIONS) and any(_keeps_answers(each) for each in node.decorator_list):
                node.decorator_list.append(ast.copy_location(ast.Name(id=NESTED, ctx=ast.Load()), node))
        return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)

    def _marked(self, path: str, node: ast.stmt) -> Iterable[ast.stmt]:
        number = self.numbers.get((path, getattr(node, "lineno", 0), getattr(node, "col_offset", -1)))
        if number is None:
            return (node,)
        mark = ast.parse(f"{HITS}[{number}] = 1").body[0]
        for each in ast.walk(mark):
            ast.copy_location(each, node)
        return (mark, node)


def _keeps_answers(decorator: ast.expr) -> bool:
    names = {getattr(node, "id", None) or getattr(node, "attr", None) for node in ast.walk(decorator)}
    return bool(names & CACHES)


class _MarkingLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, marking: Marking) -> None:
        super().__init__(name, path)
        self.marking = marking

    def get_code(self, fullname: str) -> CodeType:
        return self.marking.code(self.get_data(self.path), self.path)


class Recorder:
    """A pytest plugin that notes for each test what it reached, with what its shared fixtures reached."""

    def __init__(self, many: int) -> None:
        self.hits = bytearray(many)
        self.nested: dict[str, int] = {}
        self.fixtures: dict[int, int] = {}
        self.tests: list[tuple[str, float, int]] = []
        self.early = 0
        self.packages: list[str] = []
        self.seconds, self.failed = 0.0, False
        setattr(builtins, HITS, self.hits)
        setattr(builtins, NESTED, self.remember)

    def take(self) -> int:
        """Return what was hit as the bits of a number, and start anew."""
        bits = int(self.hits[::-1].translate(AS_DIGITS) or b"0", 2)
        self.hits[:] = bytes(len(self.hits))
        return bits

    def give(self, before: bytes) -> None:
        """Add what had been hit before."""
        both = int.from_bytes(before, "big") | int.from_bytes(self.hits, "big")
        self.hits[:] = both.to_bytes(len(self.hits), "big")

    def remember(self, function: Any) -> Any:
        """Note what a function hits whose answers are kept: who asks later reaches the same."""

        @wraps(function)
        def wrapped(*args: Any, **named: Any) -> Any:
            before = bytes(self.hits)
            self.hits[:] = bytes(len(self.hits))
            try:
                return function(*args, **named)
            finally:
                now = bytes(self.hits)
                name = function.__name__
                self.nested[name] = self.nested.get(name, 0) | self.take()
                self.give(before)
                self.give(now)

        return wrapped

    def pytest_collection_finish(self) -> None:
        """Set apart what ran before the first test."""
        self.early = self.take()
        self.packages = [name for name in sys.modules if name.split(".")[0] not in ("generator", "tests")]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """Note what a fixture hits that several tests share."""
        if fixturedef.scope == "function":
            return (yield)
        before = bytes(self.hits)
        self.hits[:] = bytes(len(self.hits))
        try:
            return (yield)
        finally:
            now = bytes(self.hits)
            self.fixtures[id(fixturedef)] = self.fixtures.get(id(fixturedef), 0) | self.take()
            self.give(before)
            self.give(now)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Generator[None, Any, Any]:
        """Note what one test hit."""
        self.take()
        self.seconds, self.failed = 0.0, False
        result = yield
        bits = self.take()
        for defs in item._fixtureinfo.name2fixturedefs.values():
            bits |= self.fixtures.get(id(defs[-1]), 0)
        if not self.failed:
            self.tests.append((item.nodeid, self.seconds, bits))
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a test takes; what does not pass by itself says nothing about mutants."""
        self.seconds += report.duration
        self.failed = self.failed or not report.passed

    def reach(self, numbers: dict[Statement, int], names: Names) -> Reach:
        """Return who reaches what."""
        found = Reach([(name, round(seconds, 4)) for name, seconds, _ in self.tests])
        order = list(numbers)
        reached = [0] * len(order)
        for place, (_, _, bits) in enumerate(self.tests):
            for number in _bits(bits):
                reached[number] |= 1 << place
        users = dict.fromkeys(self.nested, 0)
        for name in users:
            for statement in names.mentioning({name}):
                users[name] |= reached[numbers[statement]]
        for name, bits in self.nested.items():
            for number in _bits(bits):
                reached[number] |= users[name]
        found.reached = {statement: bits for statement, bits in zip(order, reached, strict=True) if bits}
        found.packages = self.packages
        found.early = [order[number] for number in _bits(self.early)]
        return found


def _bits(number: int) -> list[int]:
    text = f"{number:b}"[::-1]
    return [place for place, bit in enumerate(text) if bit == "1"]


def record(root: Path, trees: dict[str, ast.Module], options: list[str]) -> Reach:
    """Run the quick tests with marks; to be called before generator/ is imported."""
    come_home(root)
    numbers = number_statements(root, trees)
    recorder = Recorder(len(numbers))
    sys.meta_path.insert(0, Marking(root, numbers))
    pytest.main([*options, "-m", QUICK], plugins=[recorder])
    return recorder.reach(numbers, Names(trees))
