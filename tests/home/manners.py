"""How newspapers lay out pages, each manner a recipe: the same seed makes the same pages.

A recipe takes a sheet, the articles of its page and a generator of its own, and puts lines down.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

from tests.home.laying import Put, Sheet
from tests.home.sources import Article, articles, briefs, captions, furniture

PAGES = 8
"""Pages of a manner; those by topic have one for each topic."""
Recipe = Callable[[Sheet, Sequence[Article], Random], None]
MARKS = "□■●◎"


def head(article: Article, item: int, *, decks: bool = False) -> list[Put]:
    """Return the headline; with `decks`, kicker and deck around it."""
    lines = [("kicker", article.kicker), ("headline", article.headline), ("deck", article.deck)]
    return [Put(text, item, part) for part, text in lines if text and (decks or part == "headline")]


def body(article: Article, item: int, rng: Random, *, crossheads: bool = True) -> list[Put]:
    """Return the paragraphs and crossheads."""
    numbers = count()
    return [
        Put(text, item, part, next(numbers) if part == "body" else 0)
        for part, text in article.pieces(rng, crossheads=crossheads)
    ]


def signed(article: Article, item: int, mark: str = "□") -> list[Put]:
    """Return the line that names the author under the headline."""
    return [Put(f"{mark}{article.role} {article.name}", item, "byline")]


def cut(puts: Sequence[Put], rng: Random, share: float) -> Iterator[Put]:
    """Yield the lines, a share of the long paragraphs cut in two within a sentence, as print columns do."""
    for put in puts:
        seams = [
            n for n in range(14, len(put.text) - 14) if not set(put.text[n - 1 : n + 1]) & set("，。；：？")
        ]
        if put.part == "body" and seams and rng.random() < share:
            at = rng.choice(seams)
            yield Put(put.text[:at], put.item, put.part, put.paragraph)
            yield Put(put.text[at:], put.item, put.part, put.paragraph)
        else:
            yield put


def signed_page(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> list[list[Put]]:
    """Begin an item for each article and return the lines of each: headline, byline, body."""
    made = []
    for article in chosen:
        item = sheet.new([article.name])
        made.append([*head(article, item), *signed(article, item), *body(article, item, rng)])
    return made


def in_order(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Articles one after the other, signed under their headlines, one paragraph in eight cut."""
    for puts in signed_page(sheet, chosen, rng):
        sheet.put(*cut(puts, rng, 0.125))


def lay_captions(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Captions that name nobody, thrown between and into signed articles."""
    puts = [put for each in signed_page(sheet, chosen[:4], rng) for put in cut(each, rng, 0.2)]
    for text in rng.sample(captions(), rng.randint(2, 4)):
        at = rng.choice([n for n in range(1, len(puts)) if puts[n].part == "body"])
        puts.insert(at, Put(text, sheet.new(kind="caption")))
    sheet.put(*puts)


def brief_line(text: str, name: str, manner: int) -> str:
    """Return a brief as one of four papers prints it; the last names nobody."""
    forms = (f"{text}（{name}）", f"本报讯 {text}（{name}）", f"本报讯（记者 {name}）{text}", text)
    return forms[manner]


def lay_briefs(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """A run of briefs without headlines between articles, under a mark of their own or under none."""
    manner = int(sheet.name[-2:]) // 2 % 4
    before, *after = signed_page(sheet, chosen[:3], rng)
    sheet.put(*before)
    if rng.random() < 0.6:
        sheet.furnish([rng.choice(["简讯", "短波", "◎简讯"])])
    authors = rng.sample([article.name for article in articles()], 6)
    for text, name in zip(rng.sample(briefs(), rng.randint(3, 5)), authors, strict=False):
        item = sheet.new([name] if manner < 3 else [], kind="brief")
        sheet.put(Put(brief_line(text, name, manner), item))
    for puts in after:
        sheet.put(*puts)


def lay_names(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """The author's name alone under each headline."""
    spaced = rng.random() < 0.3
    for article in chosen:
        item = sheet.new([article.name])
        name = "　".join(article.name) if spaced and len(article.name) == 2 else article.name
        sheet.put(*head(article, item), Put(name, item, "byline"), *cut(body(article, item, rng), rng, 0.1))


def rows_of(text: str, width: int, *, hang: bool) -> Iterator[str]:
    """Yield the rows of a paragraph set to `width`; with `hang`, no row begins with a stop: the one before holds it."""
    while text:
        at = width
        while hang and text[at : at + 1] and text[at] in "，。、；：？！”）":
            at += 1
        yield text[:at]
        text = text[at:]


def lay_printed_lines(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Bodies line by line as set in a column of one width, two blanks before each paragraph, kept by some pages."""
    width, indent, hang, sheet.blank = rng.randint(12, 20), rng.random() < 0.5, rng.random() < 0.5, False
    for puts in signed_page(sheet, chosen[:5], rng):
        for put in puts:
            if put.part != "body":
                sheet.put(put)
                continue
            rows = rows_of(f"　　{put.text}", width, hang=hang)
            kept = rows if indent else (row.strip("　") for row in rows)
            sheet.put(*(Put(row, put.item, "body", put.paragraph) for row in kept))


def lay_neighbours(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Articles on one topic with headlines and no names; some end behind the next one's first paragraph."""
    tail: list[Put] = []
    for article in chosen:
        item = sheet.new()
        puts = list(cut(body(article, item, rng, crossheads=False), rng, 0.125))
        sheet.put(*head(article, item), puts[0], *tail)
        tail = [puts.pop()] if len(puts) > 2 and rng.random() < 0.4 else []
        sheet.put(*puts[1:])
    sheet.put(*tail)


def lay_bulletin(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """A bulletin: unsigned items of one to three paragraphs, two topics, headlines as long as sentences."""
    for article in chosen:
        item = sheet.new()
        longer = article.deck or article.kicker
        forms = (article.headline, f"{article.headline}　{longer}", f"【{longer}】{article.headline}")
        sheet.put(Put(rng.choice(forms), item, "headline"))
        sheet.put(*body(article, item, rng, crossheads=False)[: rng.randint(1, 3)])


def lay_interleaved(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Three articles dealt in turns of one to three lines, half the paragraphs cut; then three more."""
    made = [list(cut(puts, rng, 0.5)) for puts in signed_page(sheet, chosen[:6], rng)]
    for group in (made[:3], made[3:]):
        while any(group):
            for puts in group:
                turn = rng.randint(1, 3) + (2 if puts and puts[0].part == "headline" else 0)
                sheet.put(*puts[:turn])
                del puts[:turn]


def lay_columns(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Two columns of boxes, each article set across both, read column after column: halves stand far apart."""
    first, second = [], []
    for puts in signed_page(sheet, chosen[:5], rng):
        texts = list(puts)
        middle = next(n for n in range(2, len(texts)) if n >= len(texts) // 2 and texts[n].part == "body")
        halves = list(cut([texts[middle]], rng, 1.0))
        first += [*texts[:middle], halves[0]]
        second += [*halves[1:], *texts[middle + 1 :]]
    sheet.put(*first, *second)


def lay_furniture(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """A masthead on top, editors below, jump lines and advertisements inside the articles."""
    lines = furniture()
    sheet.furnish(rng.sample(lines["top"], 4))
    for puts in signed_page(sheet, chosen, rng):
        for before, put in enumerate(cut(puts, rng, 0.125)):
            if before > 3 and rng.random() < 0.15:
                sheet.furnish([rng.choice(lines["middle"])])
            sheet.put(put)
    sheet.furnish(rng.sample(lines["bottom"], 3))


def lay_decks(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Headlines of two or three lines: kicker, headline, deck; decks with a dash on some pages."""
    dash = "——" if rng.random() < 0.5 else ""
    for article in chosen:
        item = sheet.new([article.name])
        lines = head(article, item, decks=True)
        lines = [Put(dash + put.text, item, put.part) if put.part == "deck" else put for put in lines]
        sheet.put(
            *lines, *signed(article, item, rng.choice(MARKS)), *cut(body(article, item, rng), rng, 0.125)
        )


def lay_closing(sheet: Sheet, chosen: Sequence[Article], rng: Random) -> None:
    """Names at the end: in brackets behind the last sentence, on a line alone, or in the lead."""
    for article in chosen:
        item = sheet.new([article.name])
        puts = body(article, item, rng)
        way = rng.randrange(3)
        if way == 2:
            puts[0] = Put(f"本报讯（{article.role.removeprefix('本报')} {article.name}）{puts[0].text}", item)
        elif way == 1:
            last = puts[-1]
            puts[-1] = Put(f"{last.text}（{article.name}）", item, "body", last.paragraph)
        else:
            puts.append(Put(f"（{article.name}）", item, "byline"))
        sheet.put(*head(article, item), *cut(puts, rng, 0.1))


MANNERS: Mapping[str, Recipe] = {
    "bare-names": lay_names,
    "briefs": lay_briefs,
    "bulletin": lay_bulletin,
    "captions": lay_captions,
    "closing-names": lay_closing,
    "columns": lay_columns,
    "decks": lay_decks,
    "furniture": lay_furniture,
    "in-order": in_order,
    "interleaved": lay_interleaved,
    "neighbours": lay_neighbours,
    "printed-lines": lay_printed_lines,
    "traditional": in_order,
}
"""Manner to recipe; a manner is a folder where `score` finds its pages."""
TOPICS = {"neighbours": 1, "bulletin": 2}
"""How many topics a page of these manners is of; the pages of the others are of many."""


def known(half: int | None) -> tuple[Article, ...]:
    """Return all articles, or those of every other topic, 0 or 1, so that two halves share none."""
    topics = sorted({article.topic for article in articles()})
    chosen = topics if half is None else topics[half::2]
    return tuple(article for article in articles() if article.topic in chosen)


def chosen_for(manner: str, rng: Random, half: int | None = None) -> Iterator[list[Article]]:
    """Yield the articles of each page; none stands twice in a manner if it need not."""
    if manner in TOPICS:
        topics = sorted({article.topic for article in known(half)})
        for at in range(0, len(topics), TOPICS[manner]):
            own = [article for article in articles() if article.topic in topics[at : at + TOPICS[manner]]]
            yield rng.sample(own, min(len(own), 8))
        return
    pool: list[Article] = []
    for _ in range(PAGES):
        size = 6 if manner == "interleaved" else rng.randint(5, 7)
        if len(pool) < size:
            pool = rng.sample(known(half), len(known(half)))
        yield [pool.pop() for _ in range(size)]


def in_traditional(sheet: Sheet) -> Sheet:
    """Return the page in traditional characters, its names too."""
    from opencc import OpenCC

    convert = OpenCC("s2t").convert
    puts = [Put(convert(put.text), put.item, put.part, put.paragraph) for put in sheet.puts]
    items = [{**item, "names": [convert(name) for name in item["names"]]} for item in sheet.items]
    return Sheet(name=sheet.name, blank=sheet.blank, puts=puts, items=items)


def half_width(sheet: Sheet) -> Sheet:
    """Return the page with commas and brackets as OCR often gives them."""
    table = str.maketrans("，：；（）？！", ",:;()?!")
    puts = [Put(put.text.translate(table), put.item, put.part, put.paragraph) for put in sheet.puts]
    return Sheet(name=sheet.name, blank=sheet.blank, puts=puts, items=sheet.items)


@cache
def pages_of(manner: str, seed: int = 0, half: int | None = None) -> tuple[Sheet, ...]:
    """Return the pages of a manner, the same whenever a seed is given; every other one half-width.

    The floors are those of seed 0; other seeds make pages that no figure has seen, of the same articles. With a
    half, 0 or 1, the articles are those of `known`.
    """
    rng = Random(zlib.crc32(manner.encode()) + seed)
    made = []
    for number, chosen in enumerate(chosen_for(manner, rng, half), 1):
        sheet = Sheet(name=f"{manner}-{number:02}")
        MANNERS[manner](sheet, chosen, rng)
        sheet = in_traditional(sheet) if manner == "traditional" else sheet
        made.append(half_width(sheet) if number % 2 == 0 else sheet)
    return tuple(made)


def write_pages(folder: Path, seed: int = 0, half: int | None = None) -> None:
    """Write every page with its answer to `folder`, a folder for each manner, as `score` reads them."""
    for manner in MANNERS:
        for sheet in pages_of(manner, seed, half):
            sheet.write(folder / manner)
