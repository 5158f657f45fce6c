"""Small changes of a script, made on its tokens: enough for plain JavaScript without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.mutants import Mutant, cut

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<number>\d[\w.]*)
    |(?P<word>[\w$]+)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<template>`(?:\\.|[^`\\])*`)
    |(?P<mark>>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--
      |\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|\*\*|.)""",
    re.X | re.S,
)
PATTERN = re.compile(r"/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
BEFORE_PATTERN = re.compile(r"[(,=:\[!&|?{};+\-*%<>~^]|=>|&&|\|\||return|typeof|case|in|of|.*[=&|?]")
TURNED = {
    "comparison": {
        "===": "!==",
        "!==": "===",
        "==": "!=",
        "!=": "==",
        "<": "<=",
        "<=": "<",
        ">": ">=",
        ">=": ">",
    },
    "logic": {"&&": "||", "||": "&&", "??": "&&"},
    "arithmetic": {
        "+": "-",
        "-": "+",
        "*": "/",
        "/": "*",
        "%": "*",
        "+=": "-=",
        "-=": "+=",
        "++": "--",
        "--": "++",
    },
    "boolean": {"true": "false", "false": "true"},
    "jump": {"continue": "break", "break": "continue"},
    "not": {"!": ""},
}


@dataclass(frozen=True)
class Token:
    """A token and where it starts."""

    kind: str
    text: str
    start: int


def tokens(source: str) -> list[Token]:
    """Return the tokens of a script, without spaces and comments."""
    found: list[Token] = []
    place = 0
    while place < len(source):
        pattern = PATTERN.match(source, place)
        before = found[-1].text if found else "("
        if pattern and BEFORE_PATTERN.fullmatch(before):
            token = Token("pattern", pattern[0], place)
        else:
            match = TOKEN.match(source, place)
            assert match
            token = Token(match.lastgroup or "", match[0], place)
        place += len(token.text)
        if token.kind != "space":
            found.append(token)
    return found


def script_mutants(room: str, path: str, source: str) -> list[Mutant]:
    """Return all mutants of a script."""
    lines = source.split("\n")
    found = []
    for number, (token, operator, after) in enumerate(_changes(source)):
        line = source.count("\n", 0, token.start) + 1
        text = " ".join(lines[line - 1].split())
        there = token.start - source.rfind("\n", 0, token.start) - 1
        other = lines[line - 1][:there] + after + lines[line - 1][there + len(token.text) :]
        before, shown = cut(text, " ".join(other.split()))
        mutant = Mutant(
            room, path, line, _function(source, token.start), operator, text, before, shown, number, (line, 0)
        )
        found.append(mutant)
    return found


def mutated_script(source: str, number: int) -> str:
    """Return the script with the change of this number in it."""
    token, _, after = list(_changes(source))[number]
    return source[: token.start] + after + source[token.start + len(token.text) :]


def _changes(source: str) -> Iterator[tuple[Token, str, str]]:
    found = tokens(source)
    for before, token, after in zip(
        [Token("", ";", 0), *found], found, [*found[1:], Token("", ";", 0)], strict=False
    ):
        yield from ((token, operator, other) for operator, other in _others(before, token, after))


def _others(before: Token, token: Token, after: Token) -> Iterator[tuple[str, str]]:
    text = token.text
    if token.kind in ("mark", "word") and before.text != ".":
        for operator, turned in TURNED.items():
            if text in turned and not (text in "+-*/" and _words(before, after)):
                yield operator, turned[text]
    if token.kind == "number" and text.isdigit():
        yield "number", str(int(text) + 1)
        if int(text) > 1:
            yield "number", str(int(text) - 1)
    elif token.kind in ("string", "template") and len(text) > 2 and "${" not in text:
        if before.text not in ("import", "from") and after.text != ":" and text[1:-1] != "use strict":
            yield "words", text[0] + text[-1]
    elif text == "return" and after.text not in (";", "}", "null", "undefined"):
        # Nothing in place of null: who asks takes both for nothing.
        yield "return", "return void"


def _words(before: Token, after: Token) -> bool:
    """Tell whether what is joined is words: to subtract them would break everything and show nothing."""
    return before.kind in ("string", "template") or after.kind in ("string", "template")


NAMED = re.compile(
    r"(?:function\*?\s+([\w$]+)|(?:const|let|var)\s+([\w$]+)\s*=\s*(?:async\s*)?(?:\([^()]*\)|[\w$]+)\s*=>)"
)


def _function(source: str, place: int) -> str:
    """Return the name of the nearest function above: near enough for a key that outlives moved lines."""
    names = [match[1] or match[2] for match in NAMED.finditer(source, 0, place)]
    return names[-1] if names else ""
