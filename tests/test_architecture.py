"""The house stands as it was drawn: imports run one way, rooms stay small, starting stays quick."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard

import pytest

from generator.vocabulary.settings import ROOT

LAYERS: tuple[tuple[str, ...], ...] = (
    ("__init__", "telling"),
    ("model",),
    ("vocabulary",),
    ("reading",),
    # Steps of the way that do not know each other.
    ("tagging", "archive"),
    ("data", "editing"),
    ("site", "publishing"),
    ("build",),
    ("commands",),
    ("__main__",),
)
"""A room may import from the layers above it in this table, and from no room of its own layer."""
DEPTH = {room: depth for depth, rooms in enumerate(LAYERS) for room in rooms}
BARE = (
    "__init__.py",
    "__main__.py",
    "commands/__init__.py",
    "commands/bootstrap.py",
    "commands/wheels.py",
    "publishing/__init__.py",
    "publishing/locking.py",
    "telling/__init__.py",
    "telling/errors.py",
)
"""Run before any package is installed."""
HEAVY = {
    "jinja2",
    "libzim",
    "mkdocs",
    "numpy",
    "opencc",
    "playwright",
    "pypinyin",
    "rapidfuzz",
    "scipy",
    "sklearn",
    "slugify",
    "tarfile",
    "watchdog",
    "yaml",
}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 50
FILES = sorted((ROOT / "generator").rglob("*.py"))
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of everything imported, wherever it is, but for types alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        yield from imports(node)


def room_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and not parts[1].startswith("__version") else "__init__"


def violations(trees: Mapping[str, ast.AST]) -> list[str]:
    """Return `file imports room` for every import that runs the wrong way."""
    found = []
    for path, tree in trees.items():
        here = room_of(path.removesuffix(".py").replace("/", "."))
        for name in imports(tree):
            there = room_of(name)
            if name.split(".")[0] != "generator" or there == here:
                continue
            if DEPTH.get(there, 99) >= DEPTH.get(here, 0):
                found.append(f"{path} imports {there}")
    return found


def test_imports_run_one_way() -> None:
    assert violations(TREES) == []


@pytest.mark.parametrize(
    ("path", "code", "found"),
    [
        ("model/items.py", "import generator.reading.rules", "reading"),
        ("tagging/x.py", "import generator.data.exporting", "data"),
        ("site/views/x.py", "from generator import build", "build"),
        ("reading/rules/x.py", "def f():\n    from generator.commands.cli import main", "commands"),
        ("editing/x.py", "from generator.data.records import item_url", "data"),
    ],
)
def test_a_planted_violation_is_found(path: str, code: str, found: str) -> None:
    assert violations({f"generator/{path}": ast.parse(code)}) == [f"generator/{path} imports {found}"]


MOST_ROOMS = 14
"""As many names as a newcomer can know."""


def test_the_rooms_are_few() -> None:
    names = [path.name for path in (ROOT / "generator").iterdir() if path.name != "__pycache__"]
    assert len(names) <= MOST_ROOMS


GRAMMAR = {f"generator.reading.grammar.{name}" for name in ("forms", "people", "officials")}


def test_what_was_recognised_is_not_parsed_again() -> None:
    """The assembling asks the blocks; the grammar of names is for the rules alone."""
    parsing = {
        path
        for path, tree in TREES.items()
        for name in imports(tree)
        if path.startswith("generator/reading/assembling/") and name.rpartition(".")[0] in GRAMMAR
    }
    assert parsing == set()


def test_every_room_has_its_place() -> None:
    rooms = {room_of(path.removesuffix(".py").replace("/", ".")) for path in TREES}
    assert rooms - set(DEPTH) == set()


@pytest.mark.parametrize("name", BARE)
def test_what_runs_first_needs_python_alone(name: str) -> None:
    tree = TREES[f"generator/{name}"]
    tops = {imported.split(".")[0] for imported in imports(tree)}
    assert tops - set(sys.stdlib_module_names) - {"generator", "__future__"} == set()


def test_only_publishing_knows_mkdocs() -> None:
    knowing = {
        path for path, tree in TREES.items() for name in imports(tree) if name.split(".")[0] == "mkdocs"
    }
    assert {room_of(path.removesuffix(".py").replace("/", ".")) for path in knowing} <= {"publishing"}


def test_only_the_fitting_knows_scikit_learn() -> None:
    """Who reads pages needs no extra."""
    knowing = {
        path for path, tree in TREES.items() for name in imports(tree) if name.split(".")[0] == "sklearn"
    }
    assert knowing
    assert {path.rpartition("/")[0] for path in knowing} == {"generator/reading/fitting"}


def test_only_one_module_knows_libzim() -> None:
    """Who makes no ZIM file needs no extra, and nothing else asks for this module before it is wanted."""
    knowing = {
        path for path, tree in TREES.items() for name in imports(tree) if name.split(".")[0] == "libzim"
    }
    assert knowing == {"generator/publishing/zim.py", "generator/publishing/releasing.py"}
    asking = {path for path, tree in TREES.items() if "generator.publishing.zim" in " ".join(imports(tree))}
    assert asking == {"generator/commands/making.py"}


def test_no_reading_asks_the_fitting() -> None:
    asking = {
        path
        for path, tree in TREES.items()
        for name in imports(tree)
        if name.startswith("generator.reading.fitting")
    }
    allowed = ("generator/reading/fitting/", "generator/editing/fitting/", "generator/commands/fitting.py")
    assert not [path for path in asking if not path.startswith(allowed)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", TREES)
def test_a_function_is_short(path: str) -> None:
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions(TREES[path])}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_most_functions_are_very_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1 for tree in TREES.values() for node in functions(tree)
    )
    assert lengths[len(lengths) // 2] <= 10


@pytest.mark.parametrize("path", TREES)
def test_everything_public_says_what_it_is(path: str) -> None:
    tree = TREES[path]
    silent = [] if ast.get_docstring(tree) or not tree.body else [path]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            members = [child for child in node.body if isinstance(child, ast.FunctionDef)]
            public = [node, *members] if not node.name.startswith("_") else []
        elif isinstance(node, ast.Module):
            public = [child for child in node.body if isinstance(child, ast.FunctionDef)]
        else:
            continue
        silent += [
            each.name for each in public if not each.name.startswith("_") and not ast.get_docstring(each)
        ]
    assert silent == []


SENTENCE = re.compile(r"\S.+\.", re.DOTALL)


def is_value(node: ast.ClassDef) -> bool:
    """Tell whether a class is a dataclass or a NamedTuple that others read."""
    makers = [ast.unparse(each) for each in (*node.decorator_list, *node.bases)]
    return not node.name.startswith("_") and any(
        each.startswith("dataclass") or each == "NamedTuple" for each in makers
    )


def silent_fields(tree: ast.AST) -> list[str]:
    """Return `Class.field` for every public field that no sentence stands under."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or not is_value(node):
            continue
        for field, below in pairwise([*node.body, ast.Pass()]):
            if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
                continue
            said = below.value.value if isinstance(below, ast.Expr) and is_text(below.value) else ""
            if not field.target.id.startswith("_") and not SENTENCE.fullmatch(said):
                found.append(f"{node.name}.{field.target.id}")
    return found


def is_text(node: ast.expr) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", TREES)
def test_every_field_has_a_sentence_under_it(path: str) -> None:
    assert silent_fields(TREES[path]) == []


@pytest.mark.parametrize("maker", ["@dataclass(frozen=True)\nclass A:", "class A(NamedTuple):"])
def test_a_silent_field_is_found(maker: str) -> None:
    code = (
        f'{maker}\n    """A."""\n    told: int\n    """What it is."""\n    silent: int\n    _own: int = 0\n'
    )
    assert silent_fields(ast.parse(code)) == ["A.silent"]


@pytest.mark.parametrize("path", TREES)
def test_nothing_prints(path: str) -> None:
    calls = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.Call)]
    assert "print" not in {node.func.id for node in calls if isinstance(node.func, ast.Name)}


def test_starting_loads_nothing_heavy() -> None:
    code = "import sys, generator.commands.cli; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(loaded.stdout.split()) & HEAVY == set()
