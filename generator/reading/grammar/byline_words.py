"""The words of a line that signs, each told by its form: names, roles, offices, bodies, work, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.reading.grammar.bodies import PERHAPS, is_body
from generator.reading.grammar.officials import OFFICE
from generator.reading.grammar.people import ROLE, WORK
from generator.reading.grammar.surnames import DOUBLE, opens_name, split_names
from generator.reading.grammar.written_out import is_written_out

MARKS = "□■●○◎◉◆▲△☆★◇▢◻☐▣囗◼▪▫⊙❏❑◈▼▽"
"""What print, or its OCR, sets before or behind a byline."""
PIECE = re.compile(
    r"(?P<bracket>[（(〔\[【［][^（()）〔〕\[\]【】［］]*[)）〕\]】］])"
    r"|(?P<works>文[/／、·]图|图[/／、·]文)(?![一-鿿])"
    r"|(?P<latin>[A-Z][A-Za-z.'’-]*(?:\s+[A-Z][A-Za-z.'’-]*)*)"
    r"|(?P<spelled>[一-鿿](?:\s+[一-鿿])+(?![一-鿿·•/／:：]))"
    r"|(?P<run>(?:(?!文[/／]图|图[/／]文)[一-鿿〇·•・‧“”《》0-9A-Za-z-])+)"
    rf"|(?P<between>[\s、，,;；/／:：&＆|｜{MARKS}]+)"
)
OFFICES = re.compile(
    rf"(?:{OFFICE}|教师|老师|讲师|医生|律师|院士|博士|硕士|导师|学者|专家|工程师|村官|选调生|党员|干部|社长|总编辑?|理事长|理事|组长"
    r"|厂长|科员|秘书|参事|助理|法官|检察官|民警|作家|诗人|学生|研究生|农民|牧民|职工|工人|队员|辅导员|网格员|讲解员|管理员|指导员"
    r"|教导员|作者|成员|志愿者|(?:高级|首席|主任|责任|本报|本刊)编辑)$"
)
LABEL = re.compile("(?:作者|供稿)单位|作者[系为是]")
"""Before what is told of an author."""
OTHERS = re.compile("等人?$")
"""Behind names: there are more."""
WORK_BEHIND = re.compile("(?:摄影报道|摄影|文并[摄图]|文图|图文|供图|供稿|撰文|整理|采写|报道)$")
"""Words of work that end no name."""
WROTE, PICTURED = (re.compile(rf"[一-鿿]{{2}}[{works}](?![一-鿿])") for works in ("文", "图摄"))
"""Two words that end so in one line tell who did what."""
NOT_A_ROLE = re.compile("[站团组家节之说们眼手]|协会")
"""Behind the word of a role: it is a part of another word."""


class Sort(StrEnum):
    """What a word of a byline is."""

    NAME = "name"
    OTHER = "other"
    """A run of characters that only its place could make a name."""
    ROLE = "role"
    OFFICE = "office"
    BODY = "body"
    WORK = "work"
    BRACKET = "bracket"


class Word(NamedTuple):
    """One word of a byline."""

    sort: Sort
    """What it is."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind it."""
    inner: tuple[Word, ...] = ()
    """The words in a bracket."""


def words_of(text: str, start: int, end: int) -> tuple[Word, ...] | None:
    """Return the words of a stretch of `text`; None if a sign stands there that no byline has."""
    words: list[Word] = []
    while start < end:
        found = PIECE.match(text, start, end)
        if found is None:
            return None
        kind, start = found.lastgroup, found.end()
        if kind == "bracket":
            inner = words_of(text, found.start() + 1, found.end() - 1)
            if inner is None:
                return None
            words.append(Word(Sort.BRACKET, *found.span(), inner))
        elif kind == "works":
            words.append(Word(Sort.WORK, *found.span()))
        elif kind == "latin":
            words.append(Word(Sort.NAME, *found.span()))
        elif kind == "spelled":
            words.extend(_spelled(text, *found.span()))
        elif kind == "run":
            words.extend(_run(text, *found.span()))
    return tuple(words)


def _spelled(text: str, start: int, end: int) -> Iterator[Word]:
    """Put names together whose characters print has set apart: `张 胜 男`, `林 禾 高 岩`."""
    places = [place for place in range(start, end) if not text[place].isspace()]
    width = 2 if len(places) == 4 else 3
    for index in range(0, len(places), width):
        part = places[index : index + width]
        sort = Sort.NAME if len(part) > 1 and opens_name(text[part[0]]) else Sort.OTHER
        yield Word(sort, part[0], part[-1] + 1)


def _run(text: str, start: int, end: int) -> Iterator[Word]:
    """Tell what a run of characters without a blank is, or of which words it is made."""
    run = text[start:end]
    label = LABEL.match(run)
    if label is not None:
        start, run = start + label.end(), run[label.end() :]
    others = OTHERS.search(run)
    if others is not None and _are_names(run[: others.start()]):
        end, run = end - len(others.group()), run[: others.start()]
    if not run:
        return
    if WORK.fullmatch(run):
        yield Word(Sort.WORK, start, end)
    elif worked := _with_work(text, start, end):
        yield from worked
    elif is_written_out(run):
        yield Word(Sort.NAME, start, end)
    elif (role := _role_in(text, start, end)) is not None:
        yield from _around_role(text, start, end, role)
    elif OFFICES.search(run):
        yield Word(Sort.OFFICE, start, end)
    elif is_body(run):
        yield Word(Sort.BODY, start, end)
    elif _are_names(run):
        yield from _names(text, start, end)
    else:
        yield from _parted(text, start, end) or (Word(Sort.OTHER, start, end),)


def _with_work(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Read names with a word of work at them, which might be a part of one: `林禾摄`, `林禾文 高岩图`, `林禾文高岩图`."""
    run = text[start:end]
    cut = run.find("文", 2, -1)
    if run[-1] in "图摄" and cut > 0 and _are_names(run[:cut]) and _are_names(run[cut + 1 : -1]):
        return (*_worked(text, start, start + cut, 1), *_worked(text, start + cut + 1, end - 1, 1))
    whole = WORK_BEHIND.search(run)
    if whole is not None and _are_names(run[: whole.start()]):
        return _worked(text, start, start + whole.start(), len(whole.group()))
    both = WROTE.search(text) is not None and PICTURED.search(text) is not None
    if (run[-1] == "摄" or (run[-1] in "文图" and both)) and _are_names(run[:-1]):
        return _worked(text, start, end - 1, 1)
    return ()


def _worked(text: str, start: int, end: int, length: int) -> tuple[Word, ...]:
    return (*_names(text, start, end), Word(Sort.WORK, end, end + length))


def _role_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first word of a role in a run; `记者站` is none."""
    for role in ROLE.finditer(text, start, end):
        if not NOT_A_ROLE.match(text, role.end(), end):
            return role
    return None


def _around_role(text: str, start: int, end: int, role: re.Match[str]) -> Iterator[Word]:
    """Read `林禾通讯员高岩` and `青沙县融媒体中心记者`; other words before a role are a part of it."""
    before = text[start : role.start()]
    sort = Sort.BODY if is_body(before) else Sort.NAME if _are_names(before) else None
    if sort is Sort.NAME:
        yield from _names(text, start, role.start())
    elif sort is Sort.BODY:
        yield Word(Sort.BODY, start, role.start())
    yield Word(Sort.ROLE, role.start() if sort else start, role.end())
    if role.end() < end:
        yield from _run(text, role.end(), end)


def _are_names(run: str) -> bool:
    """Tell whether a run is one name, or names printed together, by the family names alone."""
    if is_written_out(run):
        return True
    names = split_names(run)
    if not run or not all(opens_name(name) for name in names):
        return False
    return (
        (len(names) > 1 and not PERHAPS.search(run))
        or 2 <= len(run) <= 3
        or (run[:2] in DOUBLE and len(run) == 4)
    )


def _names(text: str, start: int, end: int) -> Iterator[Word]:
    run = text[start:end]
    for name in (run,) if is_written_out(run) else split_names(run):
        yield Word(Sort.NAME, start, start + len(name))
        start += len(name)


def _parted(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Read `林禾摄`, `青沙县委书记林禾`, `青沙县委组织部林禾`: a name with other words at it, no blank between."""
    for cut in range(start + 2, end):
        work = WORK.fullmatch(text, cut, end)
        if work is not None and _are_names(text[start:cut]):
            return _worked(text, start, cut, end - cut)
        if work is not None and is_body(text[start:cut]):
            return (Word(Sort.BODY, start, cut), Word(Sort.WORK, cut, end))
    for cut in range(end - 4, end - 1):
        before = text[start:cut] if cut > start + 1 else ""
        sort = Sort.OFFICE if OFFICES.search(before) else Sort.BODY if is_body(before) else None
        if sort is not None and _are_names(text[cut:end]):
            return (Word(sort, start, cut), *_names(text, cut, end))
    return ()
