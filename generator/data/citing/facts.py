"""What is known of an item and belongs in a citation.

A field is empty where nothing is known. Two things are not copied but composed. An item without a
headline gets the one that an editor supplies, or its first words, in square brackets, as a cataloguer does. A label such as
第七版 is written as its number, 7, the way GB/T 7714 writes 版次.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.archive.addresses import item_url
from generator.archive.dates import date_of, is_single, to_find
from generator.model import Contributor, ContributorRole, DateBasis, DateTag, Item, Page, TextKind
from generator.model.date_words import about_words, between_words
from generator.model.edtf import common
from generator.model.numerals import number_of
from generator.model.words import KINDS

WORDS = 20
"""Most characters of a supplied title."""
_NUMBERED = re.compile(r"第?\s*(\S+?)\s*版")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFacts:
    """The facts of one item that its citations are made of."""

    id: str
    """The item's id."""
    title: str
    """Headline and deck; in square brackets the headline that an editor supplies, or the first words."""
    authors: tuple[str, ...]
    """Who wrote it (for a picture, who took it), in printed order."""
    paper: str
    """The newspaper's name."""
    label: str
    """The page's number in the issue (版次)."""
    edtf: str
    """The day or interval of printing."""
    inferred: bool
    """Whether the day or interval follows from the page's words alone."""
    single: bool
    """Whether the date is one stated date, not an interval and not inferred."""
    about: str
    """In Chinese words what is known of a date that is not single: about when it is, or in which interval."""
    to_find: tuple[str, ...]
    """What is to be found out before the item can be cited in full: 报名, 日期, 版次."""
    column: str
    """The column it stands in."""
    series: tuple[str, int] | None
    """The series' name and the part's number."""
    themes: tuple[str, ...]
    """Names of its themes."""
    notes: tuple[str, ...]
    """What a person who cites it should know, in Chinese sentences."""
    rights: str
    """Whose text it is, as the page's sidecar says."""
    url: str
    """The hosted address of its page."""
    address: str
    """The address of its page below the archive's root."""
    site: str
    """The archive's name."""
    accessed: str
    """The day on which the reader saw it."""

    @property
    def date(self) -> str:
        """The date as a citation prints it: one stated date, or nothing."""
        return self.edtf if self.single else ""

    @property
    def certain_date(self) -> str:
        """As much of the date as is certain, for fields that can hold one date only: 2022-06-16, 2022-06, 2022."""
        return common(self.edtf)


def facts_of(page: Page, item: Item, *, url: str, site: str, accessed: str = "") -> CitationFacts:
    """Return the facts of `item`; see `cite` for the other arguments."""
    date = date_of(page, item)
    return CitationFacts(
        id=item.id,
        title=cited_title(item),
        authors=authors_of(item),
        paper=page.issue.paper or "",
        label=_number(page.issue.label or ""),
        edtf=date.edtf or "",
        inferred=date.basis is DateBasis.INFERRED,
        single=is_single(date),
        about=_about(date),
        to_find=to_find(page, date),
        column=item.column or "",
        series=(item.series.name, item.series.number) if item.series else None,
        themes=tuple(theme.name for theme in item.tags.themes),
        notes=_notes(page, item),
        rights=page.issue.rights or "",
        url=url,
        address=item_url(item),
        site=site,
        accessed=accessed if url else "",
    )


def _about(date: DateTag) -> str:
    if not date.edtf or is_single(date):
        return ""
    return about_words(date.edtf) if date.basis is DateBasis.INFERRED else between_words(date.edtf)


def cited_title(item: Item) -> str:
    """Return the title to cite: headline and deck; in square brackets what an editor supplies, or the first words."""
    printed = item.headline or item.kicker or item.deck
    if item.supplied:
        title = f"[{item.supplied}]"
    elif printed is not None:
        title = printed.text
    else:
        return f"[{_first_words(item.text) or KINDS[item.kind]}]"
    deck = item.deck.text if item.deck and (item.supplied or printed is not item.deck) else ""
    return f"{title}：{deck}" if deck else title


def authors_of(item: Item) -> tuple[str, ...]:
    """Return the names of the authors: those whom an editor states, else of those who signed.

    Writers come first, then photographers, then institutions, last a line in which nobody could be told.
    """
    if item.authors:
        return tuple(dict.fromkeys(author.contributor.name for author in item.authors))
    people = [byline.contributor for byline in item.bylines]
    for chosen in (_writers(people), _by_role(people, ContributorRole.PHOTOGRAPHER)):
        if chosen:
            return chosen
    return _by_role(people, ContributorRole.INSTITUTION) or _by_role(people, ContributorRole.UNKNOWN)


def _writers(people: list[Contributor]) -> tuple[str, ...]:
    others = (ContributorRole.PHOTOGRAPHER, ContributorRole.INSTITUTION, ContributorRole.UNKNOWN)
    return tuple(dict.fromkeys(person.name for person in people if person.role not in others))


def _by_role(people: list[Contributor], role: ContributorRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.name for person in people if person.role is role))


def _first_words(text: str) -> str:
    sentence = re.split(r"[。!?！？；;\n]", text.strip(), maxsplit=1)[0]
    return sentence if len(sentence) <= WORDS else f"{sentence[:WORDS]}……"


def _number(label: str) -> str:
    """Return 7 for 第七版, 07 for 07, A3 for A3版; any other label as it is."""
    found = _NUMBERED.fullmatch(label.strip())
    name = found[1] if found else label.strip()
    number = None if name.isdecimal() else number_of(name)
    return name if number is None else str(number)


def _notes(page: Page, item: Item) -> tuple[str, ...]:
    date = date_of(page, item)
    unknown = to_find(page, date)
    notes = [f"{'、'.join(unknown)}待考。"] if unknown else []
    if page.issue.text_kind is TextKind.ABSTRACT:
        notes.append("本页正文为提要，不是报纸原文。")
    if date.edtf and date.basis is DateBasis.INFERRED:
        notes.append(f"刊出日期由版面文字推定：{between_words(date.edtf)}。")
    if item.supplied:
        notes.append("报上没有标题，题名为编者所拟。")
    if not item.complete:
        notes.append("版面在文中截断，正文不全。")
    return tuple(notes)
