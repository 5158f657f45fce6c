"""hOCR, as Tesseract, OCRopus and the Internet Archive write it: HTML whose classes and titles hold the layout.

http://kba.github.io/hocr-spec/1.2/. Read with the standard library's forgiving parser, for not all of
it is XML; what it says is text and places, never markup that goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.model import Box
from generator.reading.boxes.found import (
    BoxesError,
    FoundLine,
    Word,
    checked,
    found_line,
    join_words,
    number,
    one_page,
    shown,
)

BBOX = re.compile(r"\bbbox((?:\s+[-+.\w]+){4})")
WORDS = ("ocrx_word", "ocr_word", "ocrx_cinfo", "ocr_cinfo")
"""Classes of what is less than a line."""
LINES = ("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat")
EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
"""Elements of HTML that nothing closes."""
DEEPEST = 200
"""Elements within elements; an hOCR page has about ten."""
SILENT = frozenset(("title", "script", "style"))
"""Elements whose text is not the page's."""


@dataclass(slots=True)
class _Node:
    """An element that is open."""

    tag: str
    classes: frozenset[str]
    box: Box | None
    id: str
    words: list[Word] = field(default_factory=list)


def read_hocr(text: str) -> tuple[FoundLine, ...]:
    """Return the lines of an hOCR document. Raises BoxesError if it is none, has no lines, or one has no place."""
    parser = _Reader()
    parser.feed(text)
    parser.close()
    if not parser.is_hocr:
        raise BoxesError("不是 hOCR:没有 ocr_ 开头的 class。", "请在识别软件里选 hOCR 格式导出。")
    one_page(sum(words > 0 for words in parser.pages))
    return checked([line for holder in parser.holders if (line := _line(holder))])


def _line(holder: _Node) -> FoundLine | None:
    box = holder.box
    points = [(box.left, box.top), (box.right, box.bottom)] if box else []
    return found_line(holder.id, join_words(holder.words), points)


class _Reader(HTMLParser):
    """Gives each word to the line it stands in, or to the smallest element around it that has a place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Node] = []
        self.holders: list[_Node] = []
        self.pages: list[int] = []
        self.is_hocr = False
        self._spaced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in EMPTY:
            self._spaced = True
            return
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        match = BBOX.search(given.get("title") or "")
        box = _box(match[1].split()) if match and _is_ocr(classes) else None
        self.is_hocr = self.is_hocr or _is_ocr(classes)
        if len(self.open) >= DEEPEST:
            raise BoxesError(f"元素嵌套超过 {DEEPEST} 层。")
        if "ocr_page" in classes:
            self.pages.append(0)
        self.open.append(_Node(tag=tag, classes=classes, box=box, id=given.get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what is still open in it."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        self._spaced = self._spaced or data[:1].isspace()
        text = " ".join(data.split())
        if text and not any(node.tag in SILENT for node in self.open):
            holder = self._holder(text)
            if not holder.words:
                self.holders.append(holder)
            holder.words.append(Word(text=text, box=self._word_box(), spaced=self._spaced))
            if self.pages:
                self.pages[-1] += 1
        if text:
            self._spaced = data[-1:].isspace()

    def _holder(self, text: str) -> _Node:
        """Return the open line; else the innermost place that is more than a word. Raises BoxesError."""
        inward = self.open[::-1]
        line = next((node for node in inward if node.classes.intersection(LINES)), None)
        place = line or next(
            (node for node in inward if node.box and not node.classes.intersection(WORDS)), None
        )
        if place is None:
            raise BoxesError(f"文字“{shown(text)}”没有坐标。", "请在识别软件里连坐标一起导出。")
        return place

    def _word_box(self) -> Box | None:
        return next((node.box for node in self.open[::-1] if node.classes.intersection(WORDS)), None)


def _is_ocr(classes: frozenset[str]) -> bool:
    return any(name.startswith(("ocr_", "ocrx_")) for name in classes)


def _box(values: list[str]) -> Box:
    left, top, right, bottom = (number(value) for value in values)
    return Box(left, top, max(left, right), max(top, bottom))
