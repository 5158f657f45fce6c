"""Small changes made at random: to the lines of a page, to the words of a file that a person writes or a program does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

SIGNS = (
    "□◎◆★#“”‘’（）()《》【】、，。：:;!?—…·0159年月日\t \u3000\u200b\u0301\ufeff\x0c\ufffd<>&*_`[]{}|\\$%\r\n"
    "\u2028\x85\x1b𠀀\ud800"
)
WORD = re.compile(r"[^\s:,\[\]{}\"<>=]+")
SCALARS = (
    *(
        "null",
        "true",
        "~",
        "''",
        '""',
        "[]",
        "{}",
        "[[]]",
        "0",
        "-1",
        "1e999",
        ".nan",
        "0x7fffffffffffffff",
        "07",
    ),
    *(
        "2022-02-30",
        "2022-06-16",
        "9999-12-31",
        "0000-00-00",
        "2022/2023",
        "12:30:45",
        "=",
        "<<",
        "- a",
        "? a",
        "|",
    ),
    *(
        "!!python/name:os.system",
        "!ENV HOME",
        "!!binary aGk=",
        "&a b",
        "*a",
        "%TAG",
        "\\x00",
        '"\\ud800"',
        "on",
        "y",
    ),
    *(
        "none",
        "new",
        "hide",
        "page",
        "headline",
        "page-1",
        "150000",
        "150100",
        "../x",
        "/etc/passwd",
        "http://a/<b>",
    ),
    *(
        "草" * 3_000,
        "[" * 60,
        "[" * 3_000,
        "9" * 400,
        "1" * 5_000,
        "草\u2028原",
        "<script>alert(1)</script>",
        "{{ a }}",
    ),
)
"""What a value may not be, or may be somewhere else only."""

Change = Callable[[list[str], Random], list[str]]


def changed_lines(lines: list[str], others: Sequence[str], rng: Random) -> list[str]:
    """Return the lines with one of them cut, doubled, moved, joined, spoiled, or lines of another page among them."""
    lines = lines or [""]
    at, way = rng.randrange(len(lines)), rng.randrange(8)
    line = lines[at]
    cut = rng.randint(0, len(line))
    if way == 0:
        return [*lines[:at], line[:cut], line[cut:], *lines[at + 1 :]]
    if way == 1:
        return [*lines[:at], *[line] * rng.randint(2, 5), *lines[at + 1 :]]
    if way == 2:
        return rng.sample(lines, len(lines))
    if way == 3:
        return [*lines[:at], "".join(lines[at : at + 3]), *lines[at + 3 :]]
    if way == 4:
        return [*lines[:at], *rng.choice(others).split("\n")[:20], *lines[at:]]
    if way == 5:
        return lines[: at + 1]
    if way == 6:
        return [*lines[:at], *_set(line, rng), *lines[at + 1 :]]
    sign = rng.choice(SIGNS) * rng.choice((1, 1, 2, 60))
    return [*lines[:at], line[:cut] + sign + line[cut:], *lines[at + 1 :]]


def _set(line: str, rng: Random) -> list[str]:
    """Return a line as print sets it, in rows of one width."""
    width = rng.randint(6, 20)
    return [line[start : start + width] for start in range(0, len(line), width)] or [""]


def changed_words(text: str, rng: Random) -> str:
    """Return a file with a word changed, a line lost, doubled, moved in or out, or a sign put in."""
    way = rng.randrange(6)
    if way < 3:
        words = list(WORD.finditer(text))
        if not words:
            return rng.choice(SCALARS)
        word = rng.choice(words)
        other = rng.choice(SCALARS) if way else rng.choice(words)[0]
        return text[: word.start()] + other + text[word.end() :]
    if way == 3:
        at = rng.randint(0, len(text))
        return text[:at] + rng.choice(SIGNS) * rng.choice((1, 1, 3)) + text[at:]
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    if way == 4:
        return "\n".join([*lines[:at], *lines[at + 1 :]])
    moved = rng.choice((lines[at].lstrip(), "  " + lines[at], f"{lines[at]}\n{lines[at]}"))
    return "\n".join([*lines[:at], moved, *lines[at + 1 :]])


def cut_short(text: str, rng: Random) -> str:
    """Return the beginning of a file, as a copy that broke off leaves it."""
    return text[: rng.randint(0, len(text))]
