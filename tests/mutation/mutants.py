"""What a mutant is, how all mutants of a file are made, and how a sample of them is drawn."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from types import CodeType

from tests.mutation.operators import variants
from tests.mutation.trees import FUNCTIONS, Place, header, places

SHOWN = 70
"""Longer texts are cut where the change is shown."""


@dataclass(frozen=True)
class Mutant:
    """One small change of one file."""

    room: str
    path: str
    """The file, from the repository's folder."""
    line: int
    function: str
    operator: str
    statement: str
    """The statement that is changed, on one line and without the statements in it."""
    before: str
    after: str
    number: int
    """The how manieth change of its file this is: enough to make it again."""
    at: tuple[int, int] = (0, 0)
    """Line and column of the statement."""
    outermost: str = ""
    """The outermost function that holds the statement; empty if it runs when the module is imported."""
    begins: str = ""
    """The function that the statement begins: then its defaults are changed."""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What stays the same when lines are moved."""
        return (self.path, self.function, self.operator, self.statement, f"{self.before} → {self.after}")


def python_mutants(room: str, path: str, source: str) -> list[Mutant]:
    """Return all mutants of a Python module."""
    found = []
    headers: dict[ast.stmt, str] = {}
    for number, (place, operator, other) in enumerate(_changes(ast.parse(source), source)):
        before, after = _shown(place.node, other)
        if place.statement not in headers:
            headers[place.statement] = header(place.statement)
        found.append(
            Mutant(
                room=room,
                path=path,
                line=getattr(place.node, "lineno", place.statement.lineno),
                function=place.function,
                operator=operator,
                statement=headers[place.statement],
                before=before,
                after=after,
                number=number,
                at=(place.statement.lineno, place.statement.col_offset),
                outermost=place.outermost,
                begins=_begins(place),
            )
        )
    return found


def _begins(place: Place) -> str:
    name = getattr(place.statement, "name", "") if isinstance(place.statement, FUNCTIONS) else ""
    return f"{place.function}.{name}".removeprefix(".") if name else ""


def mutated_code(source: str, number: int, filename: str) -> CodeType:
    """Return the module's code with the change of this number in it."""
    tree = ast.parse(source)
    place, _, other = _changes(tree, source)[number]
    place.put(other)
    return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


def _changes(tree: ast.Module, source: str) -> list[tuple[Place, str, ast.AST]]:
    return [
        (place, operator, other)
        for place in places(tree, source)
        for operator, other in variants(place.node, place.parent, pattern=place.pattern)
    ]


def _shown(node: ast.AST, other: ast.AST) -> tuple[str, str]:
    """Return both nodes as text, cut around what differs."""
    before, after = (
        header(each) if isinstance(each, ast.stmt) else ast.unparse(each) for each in (node, other)
    )
    return cut(" ".join(before.split()), " ".join(after.split()))


def cut(before: str, after: str) -> tuple[str, str]:
    """Return two texts without the long stretch that they start with in common."""
    same = next((place for place, (a, b) in enumerate(zip_longest(before, after)) if a != b), 0)
    start = max(0, same - 20) if max(len(before), len(after)) > SHOWN else 0
    head = "…" if start else ""
    return tuple(
        head + text[start : start + SHOWN] + "…" * (len(text) > start + SHOWN) for text in (before, after)
    )  # type: ignore[return-value]


def draw(by_file: Mapping[str, Sequence[Mutant]], many: int, seed: int) -> list[Mutant]:
    """Draw mutants evenly over the files, and within a file evenly over its statements."""
    chance = random.Random(seed)
    queues = [_shuffled(list(mutants), chance) for _, mutants in sorted(by_file.items()) if mutants]
    chance.shuffle(queues)
    rounds = zip_longest(*queues)
    return [mutant for row in rounds for mutant in row if mutant is not None][:many]


def _shuffled(mutants: list[Mutant], chance: random.Random) -> list[Mutant]:
    """Return one mutant of each statement in any order, then a second of each, and so on."""
    by_statement: dict[tuple[int, int], list[Mutant]] = {}
    for mutant in mutants:
        by_statement.setdefault(mutant.at, []).append(mutant)
    groups = list(by_statement.values())
    for group in groups:
        chance.shuffle(group)
    chance.shuffle(groups)
    return [mutant for row in zip_longest(*groups) for mutant in row if mutant is not None]


def room_files(root: Path, room: str) -> list[str]:
    """Return the modules of a room: a folder, or a module, of generator/."""
    folder = root / "generator" / room
    found = folder.rglob("*.py") if folder.is_dir() else [folder.with_suffix(".py")]
    return sorted(path.relative_to(root).as_posix() for path in found if path.is_file())


def mutants_of(
    root: Path, room: str, files: Iterable[str], make: Callable[[str, str, str], list[Mutant]]
) -> dict[str, list[Mutant]]:
    """Return all mutants of a room, by file."""
    return {path: make(room, path, (root / path).read_text("utf-8")) for path in files}
