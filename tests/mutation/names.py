"""Who speaks of what: finds the statements that use a table, a pattern or a field by its name.

What runs when a module is imported is reached by no test of its own. A test concerns it if it reaches a
statement that uses its name, or the name of something that was made of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from tests.mutation.trees import FUNCTIONS, Place, statements

Statement = tuple[str, int, int]
BODIES = {"body", "orelse", "finalbody", "handlers", "cases"}


class Names:
    """The names that every statement of some modules uses and defines, and those that tests import."""

    def __init__(
        self,
        trees: Mapping[str, ast.Module],
        early: Iterable[Statement] = (),
        tests: Mapping[str, ast.Module] | None = None,
    ) -> None:
        self.users: dict[str, set[Statement]] = {}
        """The statements within functions that use a name."""
        self.made: list[tuple[set[str], set[str]]] = []
        """What one statement outside of functions uses, and what it defines."""
        self.defined: dict[Statement, set[str]] = {}
        self.bodies: dict[tuple[str, str], set[Statement]] = {}
        """The statements within a function, by its file and name."""
        self.imported = {path: set(_imported(tree)) for path, tree in (tests or {}).items()}
        early = set(early)
        for path, tree in trees.items():
            for place in statements(tree):
                self._add((path, place.statement.lineno, place.statement.col_offset), place, early)

    def _add(self, here: Statement, place: Place, early: set[Statement]) -> None:
        used = set(_used(place.statement))
        self.defined[here] = set(_defined(place))
        if place.outermost:
            self.bodies.setdefault((here[0], place.outermost), set()).add(here)
            for name in used:
                self.users.setdefault(name, set()).add(here)
            if here in early:
                self.made.append((used, {place.outermost.split(".")[-1]}))
        else:
            self.made.append((used, self.defined[here]))

    def mentioning(self, names: set[str]) -> set[Statement]:
        """Return the statements within functions that use one of the names itself."""
        return set().union(*(self.users.get(name, set()) for name in names))

    def concerned(self, here: Statement, function: str = "") -> tuple[set[Statement], set[str]]:
        """Return who uses what this statement makes, however far off: statements in functions, and test files.

        `function` is the function that the statement itself begins, for its defaults.
        """
        names = set(self.defined.get(here, ()))
        while True:
            more = {name for used, defined in self.made if used & names for name in defined} - names
            if not more:
                break
            names |= more
        files = {path for path, imported in self.imported.items() if imported & names}
        return self.mentioning(names) | self.bodies.get((here[0], function), set()), files


def _used(statement: ast.stmt) -> Iterator[str]:
    """Yield the names in a statement's own expressions, not those of the statements in it."""
    for name, value in ast.iter_fields(statement):
        if name in BODIES:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                for node in ast.walk(child):
                    if isinstance(node, ast.Name):
                        yield node.id
                    elif isinstance(node, ast.Attribute):
                        yield node.attr
                    elif isinstance(node, ast.keyword) and node.arg:
                        yield node.arg


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a test module imports from the program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            yield from (alias.name for alias in node.names)


def _defined(place: Place) -> Iterator[str]:
    statement = place.statement
    if place.outermost:
        yield place.outermost.split(".")[-1]
    elif isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        yield statement.name
        if statement.name.startswith("__") and place.function:
            yield place.function.split(".")[-1]
    else:
        for target in getattr(statement, "targets", None) or [getattr(statement, "target", None)]:
            if target is not None:
                yield from (node.id for node in ast.walk(target) if isinstance(node, ast.Name))
        if place.function:
            yield place.function.split(".")[-1]
