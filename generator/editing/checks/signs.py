"""What of a source text was not printed: layout signs, lost characters, what is left of a web page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.editing.checks.codes import CODES
from generator.model import SourceText
from generator.reading.remnants import INSIDE, text_of
from generator.reading.signs import Sign, SignKind, find_signs
from generator.telling.diagnostics import Diagnostic

CODE = {
    SignKind.BLANK: "layout-sign",
    SignKind.UNSEEN: "layout-sign",
    SignKind.CONTROL: "control-sign",
    SignKind.REPLACED: "lost-character",
}
SAID = {
    SignKind.BLANK: "处排版符号 {},当作空格。",
    SignKind.UNSEEN: "处看不见的排版符号 {},略去不读。",
    SignKind.CONTROL: "处控制字符 {},略去不读。",
    SignKind.REPLACED: "处替换字符 {},原来的字已经丢了,照原样显示。",
}


def check_source(source: SourceText) -> Iterator[Diagnostic]:
    """Yield one warning for each such sign, and one for each sort of HTML, at the first place of it."""
    for sign in find_signs(source.whole_text):
        yield _sign(source, sign)
    if "&" in source.text or "<" in source.text:
        yield from _html(source)


def _sign(source: SourceText, sign: Sign) -> Diagnostic:
    start = source.whole_text.rfind("\n", 0, sign.offset) + 1
    line = source.whole_text.count("\n", 0, start) + 1
    name = f"U+{ord(sign.character):04X}({unicodedata.name(sign.character, '控制字符')})"
    message = f"有 {sign.count} {SAID[sign.kind].format(name)}"
    return _found(source, CODE[sign.kind], message, line, sign.offset - start)


def _html(source: SourceText) -> Iterator[Diagnostic]:
    ends: list[tuple[int, int, str]] = []
    inside: list[tuple[int, int, str]] = []
    for number, raw in enumerate(source.lines, 1):
        begin, end = text_of(raw)
        for match in INSIDE.finditer(raw):
            at_end = match.end() <= begin or match.start() >= end
            (ends if at_end else inside).append((number, match.start(), match.group()))
    if ends:
        lines = len({number for number, _, _ in ends})
        yield _told(
            source, "html-remnant", f"有 {lines} 行的首尾带着网页的排版代码“{{}}”等,当作空白。", ends[0]
        )
    if inside:
        message = f"文字中间有 {len(inside)} 处网页代码“{{}}”等,照原样显示。"
        yield _told(source, "html-inside", message, inside[0])


def _told(source: SourceText, code: str, message: str, first: tuple[int, int, str]) -> Diagnostic:
    line, offset, words = first
    return _found(source, code, message.format(words if len(words) <= 20 else f"{words[:19]}…"), line, offset)


def _found(source: SourceText, code: str, message: str, line: int, offset: int) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=CODES[code].severity,
        path=source.path or source.name,
        line=line,
        column=offset + 1,
        message=message,
        hint=CODES[code].hint,
    )
