"""Walks a Python module: its statements, and the places in it where something can be changed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MACHINERY = {
    "annotation",
    "returns",
    "decorator_list",
    "type_comment",
    "type_params",
    "format_spec",
    "kwd_attrs",
}
"""Fields that steer tools and types rather than what the program does."""
PLAIN_CALLS = {"cast", "TypeVar", "NewType", "getLogger", "isinstance", "issubclass"}
"""Calls whose arguments are types or names for tools."""


@dataclass(frozen=True)
class Place:
    """A node and where it hangs."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt
    function: str = ""
    """The qualified name of the function or class that it stands in; empty in the module itself."""
    outermost: str = ""
    """The qualified name of the outermost function whose body holds the statement; empty outside of all."""
    pattern: bool = False

    def put(self, other: ast.AST) -> None:
        """Hang another node in this place."""
        if self.index is None:
            setattr(self.parent, self.field, other)
        else:
            getattr(self.parent, self.field)[self.index] = other


def places(tree: ast.Module, source: str = "") -> list[Place]:
    """Return every place of a module that may be changed, in a fixed order."""
    marks = _raw_strings(source)
    return [
        place for index, child in enumerate(tree.body) for place in _walk(_first(tree, index, child), marks)
    ]


def _first(tree: ast.Module, index: int, child: ast.stmt) -> Place:
    return Place(child, tree, "body", index, child)


def _walk(here: Place, raw: set[int]) -> Iterator[Place]:
    if _left_out(here):
        return
    node = here.node
    if isinstance(node, ast.Call) and _dotted(node.func).split(".")[0] == "re":
        here = replace(here, pattern=True)
    elif isinstance(node, ast.Constant | ast.JoinedStr) and not here.pattern:
        raw_here = not isinstance(here.parent, ast.JoinedStr) and node.lineno in raw
        here = replace(here, pattern=raw_here)
    yield here
    inside = _inside(here)
    for name, value in ast.iter_fields(node):
        if name in MACHINERY:
            continue
        around = inside if name == "body" else here
        listed = isinstance(value, list)
        for index, child in enumerate(value if listed else [value]):
            if isinstance(child, ast.AST):
                statement = child if isinstance(child, ast.stmt) else around.statement
                below = replace(around, node=child, parent=node, field=name, index=index if listed else None)
                below = replace(below, statement=statement, pattern=here.pattern and _keeps(node))
                yield from _walk(below, raw)


def _inside(here: Place) -> Place:
    """Return what holds for the body of a function or a class; anything else changes nothing."""
    node = here.node
    if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return here
    name = f"{here.function}.{node.name}" if here.function else node.name
    outermost = here.outermost or (name if isinstance(node, FUNCTIONS) else "")
    return replace(here, function=name, outermost=outermost)


def _keeps(node: ast.AST) -> bool:
    """Tell whether a string below this node of a pattern is still a pattern."""
    return isinstance(node, ast.Call | ast.JoinedStr | ast.BinOp)


def _left_out(here: Place) -> bool:
    node, parent = here.node, here.parent
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # A docstring, also one below a field.
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Global | ast.Nonlocal | ast.expr_context):
        return True
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return True
    if isinstance(node, ast.Assign) and _is_for_tools(node):
        return True
    return isinstance(parent, ast.Call) and _dotted(parent.func).split(".")[-1] in PLAIN_CALLS


def _is_for_tools(node: ast.Assign) -> bool:
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    kind = node.value
    alias = isinstance(kind, ast.Subscript) and _dotted(kind.value).split(".")[-1] in {"Literal", "Callable"}
    return bool(names & {"__all__", "__slots__"}) or alias


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _raw_strings(source: str) -> set[int]:
    """Return the lines on which a raw string starts; people write patterns so."""
    return {
        number
        for number, line in enumerate(source.splitlines(), 1)
        if any(mark in line for mark in ('r"', "r'", 'rf"', 'fr"'))
    }


def statements(tree: ast.Module) -> list[Place]:
    """Return the statements of a module alone."""
    return [place for place in places(tree) if isinstance(place.node, ast.stmt)]


def header(statement: ast.stmt) -> str:
    """Return the text of a statement without the statements in it, on one line."""
    if isinstance(statement, ast.Try | ast.TryStar):
        return "try"
    if isinstance(statement, ast.Match):
        return f"match {ast.unparse(statement.subject)}"
    short = copy(statement)
    for name, value in {
        "body": [ast.Expr(value=ast.Constant(value=...))],
        "orelse": [],
        "decorator_list": [],
    }.items():
        if hasattr(short, name):
            setattr(short, name, value)
    return " ".join(ast.unparse(short).split()).removesuffix(" ...").removesuffix(":")
