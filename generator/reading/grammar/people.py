"""Who is named in a byline, a lead, a signature or a credit, and as what."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from generator.model import Contributor, ContributorRole, Named, Span
from generator.reading.grammar.surnames import DOUBLE, is_transcribed, opens_name, split_names

_PAPER = r"(?:(?<![一-鿿])(?!记者)[一-鿿]{1,5}(?:报社|报|通讯社|社|台|网|在线|传媒))"
_KIND = r"(?:全媒体?|融媒体?|首席|见习|实习|特约|特派|高级|资深|摄影|文字|视频|驻[一-鿿]{2,4}?|一线)*"
ROLE = re.compile(
    rf"(?:本报|本刊|本台|本网|新华社|中新社|{_PAPER})?{_KIND}(?:记者|实习生|通讯员|撰稿人|评论员|摄影师|特约作者)"
    r"|(?:图/文|文/图)(?=\s+[一-鿿])|(?:文字|摄影|图片|图/文|文/图|图|文|作者|撰文|供稿)(?=[/／:：])"
)
TAIL = re.compile(r"\s*(?P<word>摄影报道|摄影|摄|文/图|图/文|文并摄|文图|图文|供图|供稿|撰文|图|文)\s*$")
WORKS = frozenset({"文字", "摄影", "图片", "图/文", "文/图", "图", "文", "作者", "撰文", "供稿"})
AUTHOR = "作者"
"""A word before a name that tells nothing of the work."""
WORK = re.compile(
    r"(?:摄影|图文|文图|采访|联合|综合|文字|实习)?报道|文[/／、·]图|图[/／、·]文|文并[摄图]|文图|图文|文字|图片|摄影|摄像|摄制|航拍|供图|供稿"
    r"|(?:撰文|撰稿|执笔|采写|采访|整理|口述|讲述|记录|翻译)[人者]?|编译|译|编辑|编写|绘图|绘画|绘|制图|漫画|插图|视频|摄|文|图"
)
"""What someone did for an item."""
PICTURES = frozenset({"摄影报道", "摄影", "摄像", "摄制", "航拍", "图片", "摄", "图"})
"""Works of those who did not write."""
RANK = re.compile("首席|正?高级|资深|特约|特派|见习|实习|主任(?=记者)|助理(?=记者)")
DESK = re.compile(r"(?:本报|本刊|新华社)(?:特约|首席)?(?:评论员|编辑部)")
"""Who signs for the whole paper."""
TOKEN = re.compile(r"[^\s、,，;；/／:：&□■●◆◎]+")
NAME = re.compile(r"[一-鿿〇·•]{2,12}")
DOT = re.compile(r"[·•]")
"""What stands between the parts of a name that is written out from another tongue."""
SOURCE = re.compile(r"\s*(?:来源|据)\S*$")


def role_of(title: str) -> ContributorRole:
    """Return what the words before a name say that the person did."""
    if "通讯员" in title:
        return ContributorRole.CORRESPONDENT
    if "实习" in title or "见习" in title:
        return ContributorRole.TRAINEE
    if title.startswith(("摄", "图")):
        return ContributorRole.PHOTOGRAPHER
    return ContributorRole.REPORTER if "记者" in title else ContributorRole.AUTHOR


def as_contributor(
    name: str, title: str = "", work: str = "", *, role: ContributorRole | None = None, body: str = ""
) -> Contributor:
    """Return someone with the words around the name, each in its field; a word of work is no title."""
    if title in WORKS and title != AUTHOR:
        title, work = "", title
    rank = RANK.search(title)
    pictures = ContributorRole.PHOTOGRAPHER if work in PICTURES and role is None else None
    return Contributor(
        name=name,
        role=pictures or role or role_of(title or work),
        title=title,
        rank=rank.group() if rank else "",
        function=work,
        institution=body,
    )


def parse_people(text: str, *, bare: bool = False) -> tuple[Named, ...]:
    """Return everyone named in `text`, which must hold nothing else; empty if it does.

    With `bare`, names may stand without any word of a role.
    """
    text = SOURCE.sub("", text)
    if DESK.fullmatch(text):
        who = Contributor(name=text, role=ContributorRole.INSTITUTION)
        return (Named(contributor=who, span=Span(0, len(text))),)
    tail = TAIL.search(text)
    ends = tail.start() if tail else len(text)
    marks = list(ROLE.finditer(text, 0, ends))
    if not marks and not bare:
        return ()
    word = tail.group("word") if tail else ""
    found: list[Named] = []
    title = work = ""
    for index, start in enumerate([0, *(mark.end() for mark in marks)]):
        last = index == len(marks)
        end = ends if last else marks[index].start()
        if index:
            title = marks[index - 1].group()
            work = title if title in WORKS else work
        done = word or work.removeprefix(AUTHOR)
        people = _split_work(text, start, end, title, done, tail=last)
        if people is None or (index and not people and last):
            return ()
        found.extend(
            _as_photographer(person) if work.startswith(("图", "摄")) else person for person in people
        )
    if word.startswith("摄"):
        found = [_as_photographer(person) for person in found]
    return tuple(found)


def _split_work(text: str, start: int, end: int, title: str, word: str, *, tail: bool) -> list[Named] | None:
    """Read the names between two role words; `张文李图` names a writer and a photographer."""
    if tail and word == "图" and "文" in text[start + 2 : end]:
        cut = text.index("文", start + 2)
        writers = _names(text, start, cut, title, "文")
        pictures = _names(text, cut + 1, end, "", "图")
        if writers and pictures:
            return [*writers, *pictures]
    return _names(text, start, end, title, word)


def _names(text: str, start: int, end: int, title: str, word: str) -> list[Named] | None:
    """Return the names in a stretch of text behind a title or before a word of work; None if something else stands there."""
    sign = title or word[:1]
    tokens = [(token.start(), token.end()) for token in TOKEN.finditer(text, start, end)]
    people: list[Named] = []
    for first, last in _whole_names(tokens):
        printed = text[first:last]
        name = "".join(printed.split())
        if not NAME.fullmatch(name) or not (
            _plain_name(name) if not sign else len(name) <= 5 or sign != "摄"
        ):
            return None
        offset = first
        for part in split_names(name):
            behind = offset + len(part) if printed == name else last
            if len(part) > 6 and not DOT.search(part):
                return None
            who = as_contributor(part, title, word, role=role_of(sign))
            people.append(Named(contributor=who, span=Span(offset, behind)))
            offset = behind
    return people


def _whole_names(tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put names together whose characters print has set apart: `张 胜 男`."""
    names: list[tuple[int, int]] = []
    for single, group in groupby(tokens, key=lambda token: token[1] - token[0] == 1):
        run = list(group)
        width = (2 if len(run) == 4 else 3) if single else 1
        parts = [run[index : index + width] for index in range(0, len(run), width)]
        names += [(part[0][0], part[-1][1]) for part in parts]
    return names


def _plain_name(name: str) -> bool:
    """Tell whether `name` is surely a person's even without a word of a role."""
    if is_transcribed(name):
        return True
    if any(not opens_name(part) for part in split_names(name)):
        return False
    return len(name) <= 3 or name[:2] in DOUBLE or len(split_names(name)) > 1


def _as_photographer(person: Named) -> Named:
    return replace(person, contributor=replace(person.contributor, role=ContributorRole.PHOTOGRAPHER))


def are_people(text: str) -> bool:
    """Tell whether `text` is nothing but two to four names of two or three characters that print runs together."""
    name = "".join(text.split())
    parts = split_names(name)
    return (
        bool(NAME.fullmatch(name))
        and 1 < len(parts) <= 4
        and all(len(part) <= 3 and opens_name(part, rare=False) for part in parts)
    )


def is_person(text: str) -> bool:
    """Tell whether `text` is nothing but one person's name of two or three characters (four for 欧阳…)."""
    name = "".join(text.split())
    return bool(NAME.fullmatch(name)) and _plain_name(name) and len(split_names(name)) == 1
