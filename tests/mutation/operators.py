"""The small changes that can be made to a node of a Python tree."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from tests.mutation.patterns import compiles, shrunk

Variant = tuple[str, ast.AST]
"""The operator's name and what stands in the node's place."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}


def variants(node: ast.AST, parent: ast.AST, *, pattern: bool = False) -> Iterator[Variant]:
    """Yield every change of this node alone; `pattern` says that a string in it is a regular expression."""
    for kinds, make in MAKERS:
        if isinstance(node, kinds):
            yield from make(node, parent)
    if pattern and isinstance(node, ast.Constant) and isinstance(node.value, str):
        smaller = dict.fromkeys(shrunk(node.value))
        whole = compiles(node.value)
        yield from (("pattern", _constant(node, text)) for text in smaller if compiles(text) or not whole)


def changed(node: ast.AST, **fields: Any) -> ast.AST:
    """Return a copy of the node with other fields."""
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _constant(node: ast.AST, value: Any) -> ast.AST:
    return ast.copy_location(ast.Constant(value=value), node)


def _comparison(node: ast.Compare, parent: ast.AST) -> Iterator[Variant]:
    for place, operation in enumerate(node.ops):
        others = [*node.ops]
        others[place] = COMPARISONS[type(operation)]()
        yield "comparison", changed(node, ops=others)


def _logic(node: ast.BoolOp, parent: ast.AST) -> Iterator[Variant]:
    yield "logic", changed(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for place in range(len(node.values)):
        rest = node.values[:place] + node.values[place + 1 :]
        yield "logic", rest[0] if len(rest) == 1 else changed(node, values=rest)


def _dropped_not(node: ast.UnaryOp, parent: ast.AST) -> Iterator[Variant]:
    if isinstance(node.op, ast.Not | ast.USub) and not isinstance(node.operand, ast.Constant):
        yield "not" if isinstance(node.op, ast.Not) else "arithmetic", node.operand


def _condition(node: ast.expr, parent: ast.AST) -> Iterator[Variant]:
    """Turn a condition round, unless turning its comparison or dropping its `not` says the same."""
    asked = getattr(parent, "test", None) is node or node in getattr(parent, "ifs", ())
    if asked and not isinstance(node, ast.Compare | ast.UnaryOp | ast.Constant):
        yield "condition", ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=node), node)


def _arithmetic(node: ast.BinOp | ast.AugAssign, parent: ast.AST) -> Iterator[Variant]:
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
    if any(isinstance(side, ast.JoinedStr) or isinstance(getattr(side, "value", 0), str) for side in sides):
        return  # Words are only ever put together.
    if type(node.op) in ARITHMETIC:
        yield "arithmetic", changed(node, op=ARITHMETIC[type(node.op)]())


def _value(node: ast.Constant, parent: ast.AST) -> Iterator[Variant]:
    value = node.value
    if isinstance(value, bool):
        yield "boolean", _constant(node, not value)
    elif isinstance(value, int):
        yield "number", _constant(node, value + 1)
        if value > 1:
            yield "number", _constant(node, value - 1)
    elif isinstance(value, float) and value:
        yield "number", _constant(node, value / 2)
        yield "number", _constant(node, value * 2)
    elif isinstance(value, str | bytes) and value:
        yield "words", _constant(node, value[:0])


def _element(node: ast.List | ast.Tuple | ast.Set, parent: ast.AST) -> Iterator[Variant]:
    if isinstance(node, ast.Set) or not isinstance(node.ctx, ast.Load):
        if not isinstance(node, ast.Set):
            return
    elif isinstance(node, ast.Tuple) and isinstance(parent, ast.Return | ast.Subscript | ast.For | ast.Yield):
        return  # Taken apart at once: to drop one breaks everything and shows nothing.
    if isinstance(parent, ast.Assign) and any(isinstance(each, ast.Tuple) for each in parent.targets):
        return
    for place in range(len(node.elts)):
        if len(node.elts) > 1:
            yield "element", changed(node, elts=node.elts[:place] + node.elts[place + 1 :])


def _entry(node: ast.Dict, parent: ast.AST) -> Iterator[Variant]:
    for place in range(len(node.keys)):
        keys, values = [*node.keys], [*node.values]
        del keys[place], values[place]
        yield "element", changed(node, keys=keys, values=values)


def _statement(node: ast.stmt, parent: ast.AST) -> Iterator[Variant]:
    nothing = ast.copy_location(ast.Pass(), node)
    if isinstance(node, ast.Break | ast.Continue):
        turned = ast.Continue() if isinstance(node, ast.Break) else ast.Break()
        yield "jump", ast.copy_location(turned, node)
        yield "statement", nothing
    elif isinstance(node, ast.Return) and node.value is not None:
        if not isinstance(node.value, ast.Constant):
            yield "return", changed(node, value=_constant(node, None))
    elif isinstance(node, ast.Expr):
        if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom | ast.Await):
            yield "statement", _silent(node)
    elif isinstance(node, ast.AugAssign | ast.Raise | ast.Return | ast.Delete) or (
        isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name | ast.Tuple)
    ):
        yield "statement", nothing


def _silent(node: ast.Expr) -> ast.AST:
    """Return what does nothing in the statement's place; a generator stays one."""
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        empty = ast.YieldFrom(value=ast.Tuple(elts=[], ctx=ast.Load()))
        return ast.fix_missing_locations(ast.copy_location(ast.Expr(value=empty), node))
    return ast.copy_location(ast.Pass(), node)


MAKERS: tuple[tuple[Any, Callable[[Any, ast.AST], Iterator[Variant]]], ...] = (
    (ast.Compare, _comparison),
    (ast.BoolOp, _logic),
    (ast.UnaryOp, _dropped_not),
    (ast.expr, _condition),
    ((ast.BinOp, ast.AugAssign), _arithmetic),
    (ast.Constant, _value),
    ((ast.List, ast.Tuple, ast.Set), _element),
    (ast.Dict, _entry),
    (ast.stmt, _statement),
)
