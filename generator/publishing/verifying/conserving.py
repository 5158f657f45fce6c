"""Whether each character of each page went to one place of the data, in order and once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.publishing.verifying.markup import squeeze
from generator.publishing.verifying.places import Fault, Row, Site

REMNANT = re.compile(
    r"&#?\w+;|&(?:[a-z]{2,4}sp|zwn?j|#x?[0-9a-f]+)(?![0-9a-z])|</?[a-z][^>]*>", re.ASCII | re.IGNORECASE
)
"""What is left of a web page at the ends of a line."""
BLANKS = re.compile(
    r"(?:\s|&(?:amp;)*(?:nbsp|ensp|emsp|thinsp|zwn?j|#0*(?:160|819[45]|820[1345]|12288)"
    r"|#x0*(?:a0|200[239bcd]|3000))(?:;|(?![0-9A-Za-z])))+",
    re.IGNORECASE,
)
"""Blanks, written as such or as a web page does, one behind the other."""
MARKS = re.compile(r"[\W_]|讯|电|摄|文|图|供图|影|报道")
"""Marks, and the words that a lead or a credit has besides names."""


def check_lines(site: Site) -> Iterator[Fault]:
    """Yield each line that is not numbered in order, or that no item, mark, unplaced or withdrawn line answers for."""
    for id_, page in site.pages.items():
        rows = site.lines[id_]
        if [row["line"] for row in rows] != list(range(1, len(rows) + 1)):
            yield Fault(where="data/lines.jsonl", said=f"版面 {id_} 的行号不是从 1 起、一行不缺、一行不重。")
        texts = {each["line"]: each["text"] for key in ("furniture", "unplaced") for each in page[key]}
        gone = {line for each in page["withdrawn"] for line in each["lines"]}
        for row in rows:
            site.counts["行"] += 1
            yield from _line(id_, row, texts, gone, page["items"])
        if site.text(f"pages/{id_}/index.txt") != "\n".join(row["text"] for row in rows):
            yield Fault(where=f"pages/{id_}/index.txt", said="与 data/lines.jsonl 里的各行不同。")
    listed = [item for page in site.pages.values() for item in page["items"]]
    for item in (set(listed) ^ set(site.articles)) | {id_ for id_, n in Counter(listed).items() if n > 1}:
        yield Fault(where="data/pages.jsonl", said=f"稿件 {item} 在版面的目录里不是恰好一次。")


def _line(page: str, row: Row, texts: dict[int, str], gone: set[int], items: list[str]) -> Iterator[Fault]:
    line, text = row["line"], squeeze(REMNANT.sub("", row["text"]))
    owners = (row["item"] is not None) + (line in texts) + (line in gone)
    where = f"{page}:{line}"
    if line in gone and (row["text"] or row["role"] != "withdrawn"):
        yield Fault(where=where, said="这一行已撤下,文字却还在。")
    elif text and owners != 1:
        yield Fault(where=where, said=f"“{text[:12]}”应当恰好归入一处,现在是 {owners} 处。")
    elif row["item"] is not None and row["item"] not in items:
        yield Fault(where=where, said=f"归入的稿件 {row['item']} 不在这一版。")
    elif line in texts and squeeze(texts[line]) != text:
        yield Fault(where=where, said="栏目标记或未归位的行与原文不同。")


def check_items(site: Site) -> Iterator[Fault]:
    """Yield each word of an item's lines that the item lacks, has twice, or has and its lines do not."""
    of_item: dict[str, dict[int, str]] = {id_: {} for id_ in site.articles}
    for rows in site.lines.values():
        for row in rows:
            if row["item"] in of_item:
                of_item[row["item"]][row["line"]] = squeeze(_trimmed(row["text"]))
    for id_, article in site.articles.items():
        site.counts["稿件"] += 1
        site.counts["字"] += sum(map(len, of_item[id_].values()))
        yield from _item(id_, article, of_item[id_])


def _trimmed(line: str) -> str:
    """Return a line without blanks at its ends, where they are no text."""
    runs = [run.span() for run in BLANKS.finditer(line)]
    start = runs[0][1] if runs and runs[0][0] == 0 else 0
    end = runs[-1][0] if runs and runs[-1][1] == len(line) else len(line)
    return line[start : max(start, end)]


def _item(id_: str, article: Row, lines: dict[int, str]) -> Iterator[Fault]:
    taken: dict[int, list[tuple[int, int]]] = {line: [] for line in lines}
    for number, paragraph in enumerate(article["paragraphs"], 1):
        rest = squeeze(paragraph["text"])
        for line in paragraph["lines"]:
            rest = rest[_take(rest, lines.get(line, ""), taken.setdefault(line, [])) :]
        if rest:
            yield Fault(
                where=f"articles/{id_}/", said=f"第 {number} 段的“{rest[:12]}”不是原文那几行的字,或用了两次。"
            )
    headings = [squeeze(article[key] or "") for key in ("kicker", "headline", "deck", "column")]
    headings += [REMNANT.sub("", heading) for heading in headings]
    if article["series"]:
        headings.append(squeeze(article["series"]["name"]))
    names = sorted(_names(article), key=len, reverse=True)
    for line, text in lines.items():
        for piece in _left(text, taken[line]):
            if (lost := _unaccounted(piece, headings, names)) and lost not in article_words(article):
                yield Fault(where=f"{article['page']}:{line}", said=f"“{lost[:12]}”不在稿件 {id_} 里。")


def _take(rest: str, line: str, taken: list[tuple[int, int]]) -> int:
    """Take as much of a line as a paragraph goes on with, where it is not taken yet; return how much."""
    low, high = 0, min(len(rest), len(line))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _free(rest[:middle], line, taken) >= 0 else (low, middle - 1)
    if low:
        start = _free(rest[:low], line, taken)
        taken.append((start, start + low))
    return low


def _free(piece: str, line: str, taken: list[tuple[int, int]]) -> int:
    """Return where a piece stands in a line behind everything that is taken of it; -1 for nowhere."""
    return line.find(piece, max((end for _, end in taken), default=0))


def _left(line: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in [*taken, (len(line), len(line))]:
        if start > at:
            yield line[at:start]
        at = max(at, end)


def _names(article: Row) -> Iterator[str]:
    for person in (*article["bylines"], *article["institutions"]):
        for key in ("name", "role", "rank", "function", "institution"):
            if person.get(key):
                yield squeeze(person[key])


def _unaccounted(piece: str, headings: Sequence[str], names: Sequence[str]) -> str:
    """Return what is left of a piece of a line when marks, headings and names are taken away."""
    bare = REMNANT.sub("", piece)
    core = re.sub(r"^\W+|\W+$", "", bare)
    if any(core and core in known for known in (*headings, *names)):
        return ""
    for name in names:
        bare = bare.replace(name, "")
    left = MARKS.sub("", bare)
    return "" if any(left in MARKS.sub("", name) for name in names) else left


def article_words(article: Row) -> str:
    """Return the words by which an item's bylines were printed, beside their names."""
    words = (
        proof["text"]
        for each in (*article["bylines"], *article["institutions"])
        for proof in each["evidence"]
    )
    return squeeze("".join(words))
