"""Cases by their numbers: each number makes the same archive for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

from generator.vocabulary.settings import ROOT
from tests.drawn_pages import EM, FORMS, PITCH, Drawn, corners
from tests.fuzz.cases import Case, Way, plain_files
from tests.fuzz.mutating import changed_lines, changed_words, cut_short
from tests.growth.pages import page_of, recipes

LENGTHS = (200, 400, 400, 800, 800, 3_000)
"""Characters of a page, at most: most are short, so that many can be tried."""
PAGE, BESIDE, RECORD = "seeds/page-1.txt", "seeds/page-1.yml", "seeds/page-1.published.jsonl"
SAID = (
    *("corrections:\n  1: headline\n", "corrections:\n  3: {item: new}\n", "corrections:\n  5: {joins: 3}\n"),
    *(
        "corrections:\n  2: {read: 草, as: 原}\n",
        "corrections:\n  7: {item: 1}\n",
        "corrections:\n  4: {after: 9}\n",
    ),
    *("corrections:\n  9: {item: none}\n  5: byline\n", "checked: [1, 3]\n", "authors:\n  1: [林禾]\n"),
    *("date: 2022-06-31\n", "tags:\n  themes: {add: [基层治理], refuse: [志愿服务]}\n", "corrections: [\n"),
    *("date: {a: [1]}\n", "withdrawn:\n  - {item: 1, reason: 撤, on: 2026-11-30}\n"),
    "withdrawn: {page: true, reason: 撤, on: 2026-11-30}\n",
)
"""Sidecars of which some lines are right on some pages, and some on none."""
NAMES = (
    *(
        "page-1.TXT",
        "版面.txt",
        "con.txt",
        ".txt",
        "a..txt",
        "a b.txt",
        "index.txt",
        "-.txt",
        "a" * 61 + ".txt",
        "a_.txt",
    ),
    *(
        "x/page-1.txt",
        "X/PAGE-1.txt",
        ".x/page-2.txt",
        "page-1.txt.yml",
        "page-1.yaml",
        "page-2.yml",
        "page-1.answer.json",
    ),
    *(
        "page-1.json",
        "page-1.xml",
        "page-1.hocr",
        "page-2.json",
        "page-2.published.jsonl",
        "x.txt/page-3.txt",
        "a\u3000.txt",
    ),
    *(
        "page-1.md",
        "page-2.XML",
        "0.txt",
        "page-2.txt",
        "search.txt",
        "a-b_c.txt",
        "page\u202e.txt",
        "page-1.txt.txt",
    ),
)


@cache
def pages() -> Sequence[str]:
    """Return the pages that cases are made of: the repository's seeds and the pages that hurt."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    plain = plain_files()[PAGE]
    return (*seeds, *[plain] * 8, *(page_of(name, 900) for name in sorted(recipes())))


def _page(rng: Random) -> str:
    lines = rng.choice(pages()).split("\n")
    for _ in range(rng.randint(1, 8)):
        lines = changed_lines(lines, pages(), rng)
    start = rng.randint(0, max(0, len(lines) - 30))
    return "\n".join(lines[start:])[: rng.choice(LENGTHS)]


def _pages_alone(rng: Random) -> Case:
    return Case(files={PAGE: _page(rng)})


def _beside(rng: Random) -> Case:
    files = {PAGE: _page(rng), BESIDE: rng.choice(SAID)}
    if rng.random() < 0.5:
        files[PAGE] = plain_files()[PAGE] if rng.random() < 0.5 else files[PAGE]
        files[BESIDE] = changed_words(plain_files()[BESIDE], rng)
    return Case(files=files)


def _boxes(rng: Random) -> Case:
    """Return a page drawn in columns, its boxes a little off, as one of the programs writes it, mostly spoiled."""
    rows = [line for line in _page(rng).split("\n") if line.strip()][: rng.randint(1, 40)]
    width, columns = rng.randint(4, 24), rng.randint(1, 4)
    texts = [row[at : at + width] for row in rows for at in range(0, len(row), width)][:60]
    deep = -(-len(texts) // columns)
    off = rng.choice((0.0, 0.0, 3.0, 60.0))
    boxes = []
    for number, text in enumerate(texts):
        left = 100 + number // deep * (width + 2) * EM + rng.uniform(-off, off)
        top = 100 + number % deep * PITCH * EM + rng.uniform(-off, off)
        boxes.append(Drawn(text, corners(left, top, left + len(text) * EM, top + EM)))
    suffix, write = FORMS[rng.choice(sorted(FORMS))]
    written = write(boxes)
    for _ in range(rng.choice((0, 1, 1, 3))):
        written = changed_words(written, rng)
    if rng.random() < 0.05:
        written = cut_short(written, rng)
    files = {f"seeds/page-1.{suffix}": written}
    if rng.random() < 0.4:
        files[PAGE] = "\n\n".join(rows)
    return Case(files=files)


def _vocabulary(rng: Random) -> Case:
    """Return the plain archive with a vocabulary, a sidecar, a record or mkdocs.yml changed."""
    files = dict(plain_files())
    name = rng.choice(sorted(name for name in files if name != PAGE))
    for _ in range(rng.randint(1, 3)):
        files[name] = changed_words(files[name], rng)
    if rng.random() < 0.05:
        files[name] = cut_short(files[name], rng)
    return Case(files=files, way=Way.MAKE)


def _names(rng: Random) -> Case:
    plain = plain_files()
    files = {PAGE: plain[PAGE]} if rng.random() < 0.5 else {}
    for _ in range(rng.randint(1, 3)):
        files[f"seeds/{rng.choice(NAMES)}"] = rng.choice(
            (plain[PAGE], plain[BESIDE], plain[RECORD], "草\n", "")
        )
    return Case(files=files)


def _made(rng: Random) -> Case:
    """Return one to three changed pages with the plain vocabularies; the site is made of them."""
    files = {name: text for name, text in plain_files().items() if not name.startswith("seeds/")}
    files |= {f"seeds/page-{number}.txt": _page(rng) for number in range(1, rng.randint(2, 4))}
    return Case(files=files, way=Way.MAKE)


def _built(rng: Random) -> Case:
    return Case(files={f"seeds/page-{number}.txt": _page(rng) for number in (1, 2)}, way=Way.BUILD)


KINDS: Mapping[str, tuple[float, Callable[[Random], Case]]] = {
    "page": (56, _pages_alone),
    "sidecar": (22, _beside),
    "boxes": (10, _boxes),
    "names": (5, _names),
    "vocabulary": (6, _vocabulary),
    "made": (0.98, _made),
    "built": (0.02, _built),
}
"""By its name: how many of a hundred cases are of a kind, and what makes one."""


def kind_of(seed: int) -> str:
    """Return what kind the case of a number is of."""
    return Random(seed).choices(list(KINDS), [share for share, _ in KINDS.values()])[0]


def case_of(seed: int) -> Case:
    """Return the case of a number."""
    return KINDS[kind_of(seed)][1](Random(f"case {seed}"))
