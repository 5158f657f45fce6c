"""Hand-made pages for tests: say what matters, get a Page whose lines and spans are true to its text.

>>> page = make_page(Draft(headline="草原上的课堂", bylines=(by("林禾", "本报记者"),), paragraphs=("课开了。",)))
>>> page.items[0].headline.lines, page.items[0].body[0].text
((1,), '课开了。')
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.archive.groups import Archive
from generator.model import (
    Block,
    Byline,
    Contributor,
    ContributorRole,
    DateTag,
    Doubt,
    Evidence,
    Heading,
    Issue,
    Item,
    Kind,
    Level,
    Misprint,
    Page,
    Paragraph,
    ParagraphKind,
    Practice,
    RegionTag,
    Role,
    Series,
    SourceText,
    Span,
    Tags,
    ThemeTag,
)
from generator.vocabulary.gazetteer import Gazetteer, Place
from generator.vocabulary.papers import Papers
from generator.vocabulary.settings import Settings
from generator.vocabulary.taxonomy import Column, ColumnKind, Taxonomy, Theme

ROLES = {
    "记者": ContributorRole.REPORTER,
    "见习记者": ContributorRole.TRAINEE,
    "通讯员": ContributorRole.CORRESPONDENT,
    "摄": ContributorRole.PHOTOGRAPHER,
}


def by(name: str, title: str = "", role: ContributorRole | None = None) -> Contributor:
    """Return someone in a byline; the role follows from the printed words unless it is given."""
    found = role or next(
        (ROLES[word] for word in sorted(ROLES) if title.endswith(word)), ContributorRole.AUTHOR
    )
    return Contributor(name=name, title=title, role=found)


def proof(
    text: str, line: int = 1, rule: str = "made", *, start: int = 0, file: str = "page-01.txt"
) -> Evidence:
    """Return words that prove a tag."""
    return Evidence(file=file, line=line, start=start, end=start + len(text), text=text, rule=rule)


def region(
    code: str,
    *path: str,
    level: Level = Level.LEAGUE,
    primary: bool = True,
    evidence: Sequence[Evidence] = (),
) -> RegionTag:
    """Return a place by its code and the names from the province down to it."""
    return RegionTag(
        code=code,
        name=path[-1],
        level=level,
        path=path,
        primary=primary,
        evidence=tuple(evidence) or (proof(path[-1]),),
    )


def theme(slug: str, name: str, score: float = 2.0, evidence: Sequence[Evidence] = ()) -> ThemeTag:
    """Return a theme of an item."""
    return ThemeTag(slug=slug, name=name, score=score, evidence=tuple(evidence) or (proof(name),))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What an item of a made page has; everything else follows from it."""

    headline: str | Sequence[str] = ()
    """One line, or several."""
    kicker: str = ""
    deck: str = ""
    bylines: Sequence[Contributor] = ()
    """Printed on one line under the headline, or at the end when `signed` is true."""
    signed: bool = False
    paragraphs: Sequence[str | Sequence[str]] = ()
    """Each one printed line, or several where print columns cut it; `## …` is a crosshead, `- …` a list item."""
    kind: Kind = Kind.ARTICLE
    column: str | None = None
    series: Series | None = None
    complete: bool = True
    doubts: Sequence[Doubt] = ()
    corrections: Sequence[tuple[str, str]] = ()
    """Misprints: the words as printed, which must stand in the item, and the right reading."""
    regions: Sequence[RegionTag] = ()
    themes: Sequence[ThemeTag] = ()
    practices: Sequence[str] = ()
    """Names; the item's first line counts as the place."""
    date: DateTag = field(default=DateTag())


@dataclass
class _Layout:
    """The growing text of a page: every printed line is followed by a blank one."""

    text: str = ""
    line: int = 1
    blocks: list[Block] = field(default_factory=list)

    def put(self, words: str, role: Role, mark: str = "") -> Block:
        """Print one line and return its block."""
        start = len(self.text)
        end = start + len(mark) + len(words)
        block = Block(
            line=self.line,
            span=Span(start, end),
            content=Span(start + len(mark), end),
            role=role,
            rule="made",
        )
        self.text += f"{mark}{words}\n\n"
        self.line += 2
        self.blocks.append(block)
        return block

    def take(self) -> tuple[Block, ...]:
        """Return the blocks since the last call."""
        taken, self.blocks = tuple(self.blocks), []
        return taken


def make_page(
    *drafts: Draft,
    page_id: str = "page-01",
    issue: Issue | None = None,
    unplaced: Sequence[str] = (),
    encoding: str = "utf-8",
) -> Page:
    """Return a page with the drafts printed in order; a new column prints its mark first."""
    layout = _Layout()
    items: list[Item] = []
    furniture: list[Block] = []
    column: str | None = None
    for position, draft in enumerate(drafts, start=1):
        if draft.column and draft.column != column:
            layout.put(draft.column, Role.COLUMN_MARK, "◎")
            furniture.extend(layout.take())
        column = draft.column
        items.append(_print_item(layout, draft, f"{page_id}-{position:02d}", position))
    for words in unplaced:
        layout.put(words, Role.UNKNOWN)
    source = SourceText(
        id=page_id,
        name=f"{page_id}.txt",
        text=layout.text,
        encoding=encoding,
        sha256=hashlib.sha256(layout.text.encode(encoding)).hexdigest(),
        path=f"seeds/{page_id}.txt",
    )
    made = tuple(_correct(item, draft, source) for item, draft in zip(items, drafts, strict=True))
    return Page(
        source=source,
        issue=issue or Issue(),
        items=made,
        furniture=tuple(furniture),
        unplaced=layout.take(),
    )


def make_one(**draft: Any) -> Page:
    """Return a page of one item; takes the fields of Draft."""
    return make_page(Draft(**draft))


def make_item(**draft: Any) -> Item:
    """Return the only item of a page; takes the fields of Draft."""
    return make_page(Draft(**draft)).items[0]


def _print_item(layout: _Layout, draft: Draft, item_id: str, position: int) -> Item:
    kicker = _print_heading(layout, (draft.kicker,) if draft.kicker else (), Role.KICKER)
    lines = (draft.headline,) if isinstance(draft.headline, str) else tuple(draft.headline)
    headline = _print_heading(layout, tuple(line for line in lines if line), Role.HEADLINE)
    deck = _print_heading(layout, (draft.deck,) if draft.deck else (), Role.DECK)
    bylines = () if draft.signed else _print_bylines(layout, draft, "□", "head")
    body = tuple(_print_paragraph(layout, words) for words in draft.paragraphs)
    if draft.signed:
        bylines = _print_bylines(layout, draft, "", "tail")
    blocks = layout.take()
    line = blocks[0].line if blocks else 1
    return Item(
        id=item_id,
        position=position,
        kind=draft.kind,
        column=draft.column,
        series=draft.series,
        kicker=kicker,
        headline=headline,
        deck=deck,
        bylines=bylines,
        body=body,
        blocks=blocks,
        complete=draft.complete,
        doubts=tuple(draft.doubts),
        tags=Tags(
            regions=tuple(draft.regions),
            themes=tuple(draft.themes),
            practices=tuple(
                Practice(name=name, evidence=(proof(f"“{name}”", line),)) for name in draft.practices
            ),
            date=draft.date,
        ),
    )


def _print_heading(layout: _Layout, lines: Sequence[str], role: Role) -> Heading | None:
    if not lines:
        return None
    numbers = tuple(layout.put(line, role).line for line in lines)
    return Heading(text=" ".join(lines), lines=numbers)


def _print_bylines(layout: _Layout, draft: Draft, mark: str, place: str) -> tuple[Byline, ...]:
    if not draft.bylines:
        return ()
    words = " ".join(f"{person.title} {person.name}".strip() for person in draft.bylines)
    role = Role.SIGNATURE if place == "tail" else Role.BYLINE
    block = layout.put(f"({words})" if place == "tail" else words, role, mark)
    return tuple(
        Byline(
            contributor=person,
            line=block.line,
            span=block.span,
            place=place,
            evidence=(proof(person.name, block.line, start=max(0, f"{mark}{words}".find(person.name))),),
        )
        for person in draft.bylines
    )


def _print_paragraph(layout: _Layout, words: str | Sequence[str]) -> Paragraph:
    pieces = (words,) if isinstance(words, str) else tuple(words)
    kind, role, mark = ParagraphKind.PARAGRAPH, Role.PARAGRAPH, ""
    if pieces[0].startswith("## "):
        kind, role, mark = ParagraphKind.SUBHEAD, Role.CROSSHEAD, "## "
    elif pieces[0].startswith("- "):
        kind, role, mark = ParagraphKind.ITEM, Role.LIST_ITEM, "- "
    blocks = [layout.put(piece.removeprefix(mark), role, mark) for piece in pieces]
    return Paragraph(
        kind=kind,
        pieces=tuple(block.content for block in blocks),
        lines=tuple(block.line for block in blocks),
        text="".join(piece.removeprefix(mark) for piece in pieces),
    )


def _correct(item: Item, draft: Draft, source: SourceText) -> Item:
    misprints = []
    for read, corrected in draft.corrections:
        start = source.text.index(read, item.blocks[0].span.start)
        span = Span(start, start + len(read))
        misprints.append(Misprint(line=source.line_of(start), span=span, read=read, corrected=corrected))
    return replace(item, misprints=tuple(misprints))


PLACES = (
    Place("150000", "内蒙古自治区", Level.PROVINCE, "", ("内蒙古",), "nei-meng-gu-zi-zhi-qu"),
    Place("150100", "呼和浩特市", Level.LEAGUE, "150000", ("呼市",), "hu-he-hao-te-shi"),
    Place("150105", "赛罕区", Level.COUNTY, "150100", (), "sai-han-qu"),
    Place("152500", "锡林郭勒盟", Level.LEAGUE, "150000", ("锡盟",), "xi-lin-guo-le-meng"),
    Place("152501", "二连浩特市", Level.COUNTY, "152500", ("二连",), "er-lian-hao-te-shi"),
)
"""A few places, with their true codes."""
COLUMN = Column(
    slug="mu-qu-ye-hua", name="牧区夜话", kind=ColumnKind.ARTICLES, aliases=("夜话",), about="牧区的夜晚。"
)
THEME = Theme(
    slug="xue-xi-jiao-yu", name="学习教育", about="学习和教育。", terms=(("夜校", 2.0), ("电影", -1.0))
)


def place(code: str, *, primary: bool = True) -> RegionTag:
    """Return a tag of one of PLACES."""
    known = {spot.code: spot for spot in PLACES}
    path = [known[code]]
    while path[0].parent:
        path.insert(0, known[path[0].parent])
    return region(code, *(spot.name for spot in path), level=path[-1].level, primary=primary)


def make_archive(
    *pages: Page,
    site_url: str = "",
    site_name: str = "试验档案",
    taxonomy: Taxonomy | None = None,
    gazetteer: Gazetteer | None = None,
    papers: Papers | None = None,
) -> Archive:
    """Return an archive with one column, one theme and the five PLACES, unless others are given; no described papers."""
    known = papers or Papers()
    return Archive(
        pages=tuple(replace(page, issue=known.identify(page.issue)) for page in pages),
        papers=known,
        taxonomy=taxonomy or Taxonomy(columns=(COLUMN,), themes=(THEME,), events=()),
        gazetteer=gazetteer or Gazetteer(places={spot.code: spot for spot in PLACES}, province=PLACES[0]),
        settings=Settings(
            seeds_dir=Path("seeds"),
            config_dir=Path("site_config"),
            out_dir=Path("build"),
            mkdocs_file=Path("mkdocs.yml"),
            site_name=site_name,
            description="试验用的档案。",
            site_url=site_url,
            repo_url="",
            province="150000",
            traditional=True,
        ),
    )
