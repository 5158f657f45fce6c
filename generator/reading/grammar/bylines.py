"""A line that signs, in all the forms of print: people and bodies, their roles, offices and work.

Only where a line's place and mark say that it signs; its words alone would not be enough for most of these forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.model import Contributor, ContributorRole, Named, Span
from generator.reading.grammar.bodies import is_part
from generator.reading.grammar.byline_words import OFFICES, Sort, Word, words_of
from generator.reading.grammar.people import DESK, SOURCE, as_contributor, parse_people

NO_OFFICE = re.compile("作者|编辑$")
"""Titles of those who hold no office."""
NO_NAME = re.compile("[的了是在]|[发来]自|摄于")
"""What stands in no name."""
LONGEST = 9
"""Characters of the longest name that only a role or a body before it lets be one."""
PEOPLE = re.compile("[一-鿿]|[一-鿿]{1,5}族")
"""What a bracket at a name says of where someone is from: `[美]`, `(蒙古族)`."""
FIRST = re.compile(r"\s*[/／:：]\s*")
"""Behind a word of work: it is that of the names that follow."""
LAST = re.compile(r"[/／]\s*$")
"""Before a word of work: it is that of the names before."""


def parse_byline(text: str) -> tuple[Named, ...]:
    """Return everyone whom a line that signs names, people and bodies; empty if one word of it is not understood.

    >>> [who.contributor.name for who in parse_byline("青沙县委组织部 林禾 高岩 文/图")]
    ['林禾', '高岩']
    """
    text = SOURCE.sub("", text)
    if DESK.fullmatch(text):
        return parse_people(text)
    words = words_of(text, 0, len(text))
    if not words:
        return ()
    line = _Line(text=text)
    understood = all(line.take(word) for word in words)
    return line.named() if understood and line.finished() else ()


def signer(name: str, title: str, *, rank: str = "", work: str = "", body: str = "") -> Contributor:
    """Return someone who signs, told by the words around the name; without a name, the body signs itself."""
    if not name:
        return Contributor(name=body, role=ContributorRole.INSTITUTION, title=title, function=work)
    office = OFFICES.search(title) and not NO_OFFICE.search(title)
    role = ContributorRole.OFFICIAL if office else None
    found = as_contributor(name, title, work, role=role, body=body)
    if not rank:
        return found
    ranked = as_contributor(name, title if rank in title else rank + title, work, role=role)
    return replace(found, role=ranked.role, rank=rank)


@dataclass(kw_only=True)
class _Signer:
    """Someone who is named, or a body, while the line is read."""

    word: Word
    title: str = ""
    body: str = ""
    work: str = ""


@dataclass(kw_only=True)
class _Line:
    """What has been read of a line so far."""

    text: str
    people: list[_Signer] = field(default_factory=list)
    bodies: list[_Signer] = field(default_factory=list)
    title: Word | None = None
    body: Word | None = None
    work: Word | None = None
    origin: Word | None = None
    """A bracket that says where the next one is from."""
    lone_title: bool = False
    """Whether nobody has been named behind the title."""
    lone_body: bool = False
    """Whether nobody has been named behind the body."""
    lone_work: bool = False
    """Whether nobody has been named behind a word of work that is for those who follow."""
    idle: int = 0
    """From here on people have no work."""
    fresh: int = 0
    """From here on people were named since the last title or body."""

    def take(self, word: Word) -> bool:
        """Read one word more; tell whether it has a place in a byline."""
        if word.sort is Sort.BRACKET:
            return self._bracket(word)
        if word.sort in (Sort.ROLE, Sort.OFFICE):
            self._take_title(word)
        elif word.sort is Sort.BODY:
            self._take_body(word)
        elif word.sort is Sort.WORK:
            return self._take_work(word)
        else:
            return self._take_name(word)
        return True

    def finished(self) -> bool:
        """Let a body for which nobody signs sign itself; tell whether somebody has every title and work."""
        self._release()
        return not self.lone_title and not self.lone_work

    def named(self) -> tuple[Named, ...]:
        """Return people and bodies in printed order."""
        found = [*(self._person(who) for who in self.people), *(self._body(who) for who in self.bodies)]
        return tuple(sorted(found, key=lambda who: who.span.start))

    def _person(self, who: _Signer) -> Named:
        printed = self.text[who.word.start : who.word.end]
        latin = printed[0].isascii()
        name = " ".join(printed.split()) if latin else "".join(printed.split())
        contributor = signer(name, who.title, work=who.work, body=who.body)
        return Named(contributor=contributor, span=Span(who.word.start, who.word.end))

    def _body(self, who: _Signer) -> Named:
        name = "".join(self.text[who.word.start : who.word.end].split())
        contributor = Contributor(name=name, role=ContributorRole.INSTITUTION, function=who.work)
        return Named(contributor=contributor, span=Span(who.word.start, who.word.end))

    def _take_title(self, word: Word) -> None:
        """A title goes on over a comma or blank: `教授、博士生导师`."""
        if self.title is not None and self.lone_title:
            word = word._replace(start=self.title.start)
        elif not self.lone_body:
            self.body = None
        self.title, self.lone_title = word, True
        self.fresh = len(self.people)

    def _take_body(self, word: Word) -> None:
        if self.lone_body and self.body is not None and is_part(self._quote(word)):
            self.body = word._replace(start=self.body.start)
            return
        self._release()
        self.body, self.lone_body, self.title = word, True, None
        self.fresh = len(self.people)

    def _release(self) -> None:
        if self.body is not None and self.lone_body:
            self.bodies.append(_Signer(word=self.body, work=self._quote(self.work)))
        self.body, self.lone_body = None, False

    def _take_work(self, word: Word) -> bool:
        """A word of work is that of the names before it, or, first in the line or before a stroke, of those behind."""
        before = len(self.people) > self.idle or self.lone_body
        ahead = FIRST.match(self.text, word.end) and not LAST.search(self.text, 0, word.start)
        if before and not ahead:
            for who in self.people[self.idle :]:
                who.work = self._quote(word)
            self.idle = len(self.people)
            if self.lone_body and self.body is not None:
                self.bodies.append(_Signer(word=self.body, work=self._quote(word)))
                self.body, self.lone_body = None, False
            return True
        self.work, self.lone_work = word, True
        if not self.lone_title:
            self.title = None
        return True

    def _take_name(self, word: Word) -> bool:
        length = len("".join(self._quote(word).split()))
        likely = (
            2 <= length <= LONGEST and (self.title or self.body) and not NO_NAME.search(self._quote(word))
        )
        if word.sort is Sort.OTHER and not likely:
            return False
        body, title = self._quote(self.body), self._quote(self.title)
        title = " ".join(filter(None, (title, self._quote(self.origin))))
        self.people.append(_Signer(word=word, title=title, body=body, work=self._quote(self.work)))
        self.origin = None
        self.lone_title = self.lone_body = self.lone_work = False
        if self.work is not None:
            self.idle = len(self.people)
        return True

    def _bracket(self, word: Word) -> bool:
        """A bracket behind names tells of them; before them it is read like all else."""
        sorts = {inner.sort for inner in word.inner}
        behind = self.people[self.fresh :]
        if behind and sorts and sorts <= {Sort.ROLE, Sort.OFFICE, Sort.BODY}:
            for who in behind:
                who.title, who.body = self._told(word.inner, who)
            self.fresh = len(self.people)
            return True
        if PEOPLE.fullmatch(self.text, word.start + 1, word.end - 1) and Sort.WORK not in sorts:
            return self._from(word)
        return all(self.take(inner) for inner in word.inner)

    def _from(self, word: Word) -> bool:
        """Keep what a bracket says of where someone is from: of the one before it, or else of the next."""
        if len(self.people) > self.fresh:
            who = self.people[-1]
            who.title = " ".join(filter(None, (who.title, self._quote(word))))
        else:
            self.origin = word
        return True

    def _told(self, words: Iterable[Word], who: _Signer) -> tuple[str, str]:
        title, body = who.title, who.body
        for word in words:
            if word.sort is Sort.BODY:
                body = self._quote(word)
            else:
                title = self._quote(word)
        return title, body

    def _quote(self, word: Word | None) -> str:
        return " ".join(self.text[word.start : word.end].split()) if word is not None else ""
