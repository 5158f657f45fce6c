"""Bytes to source texts: finds the encoding, checks the form, changes newlines and signs that show nothing.

A page that cannot be read is a fault of that file alone: it is left out, and all others are read.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.model import SourceText
from generator.model.plainfiles import UnfitFile, read_plain, visible_in
from generator.reading.boxes import SUFFIXES, find_lines
from generator.reading.boxes.composing import compose
from generator.reading.boxes.matching import match_lines
from generator.reading.decoding import decode
from generator.reading.remnants import text_of
from generator.reading.scans import add_scans
from generator.reading.signs import nuls, read_signs, too_many_controls
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults, UsageError

TEXT, ANSWER = ".txt", ".answer.json"
PAGES = (TEXT, *SUFFIXES)
"""How the name of a page's file ends, in lower case."""
LIMIT = 1_000_000
"""Largest text of a page in bytes; a printed page has about 20,000."""
BOXES_LIMIT = 20_000_000
"""Largest file of boxes in bytes; with a box for every character a printed page has about 5,000,000."""
CHARACTERS, LINES, LINE = 50_000, 4_000, 20_000
"""Most characters of a page, most lines that are not blank, and characters of the longest line: what no print has.

A broadsheet page has about 12,000 characters, the densest about 25,000; set in rows of twelve, about 2,000 lines.
"""
ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
ID_LIMIT = 60
"""Characters of a page's id; it is a part of addresses and of file names, which systems limit."""
SPLIT = "一个文件只放一个版面的文字,请拆开或检查是否放错了文件。"
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|assets|search|404)", re.IGNORECASE)


def find_pages(folder: Path) -> tuple[Path, ...]:
    """Return the pages below `folder`, sorted by path; hidden files are left out.

    A page is a `.txt`, or a file of boxes that no `.txt` of its name stands beside.

    Raises UsageError if the folder is missing or holds no page.
    """
    if not folder.is_dir():
        raise UsageError(f"找不到版面文件夹 {folder}。请用 --seeds 指向放 .txt 文件的文件夹。")
    files = [
        path
        for path in visible_in(folder)
        if path.suffix.lower() in PAGES and not path.name.lower().endswith(ANSWER)
    ]
    texts = {path.with_suffix("") for path in files if path.suffix.lower() == TEXT}
    paths = sorted(path for path in files if path.suffix.lower() == TEXT or path.with_suffix("") not in texts)
    if not paths:
        raise UsageError(f"{folder} 里没有版面:请放入至少一个 .txt 文件(一版一个文件)。")
    return tuple(paths)


def read_sources(folder: Path) -> tuple[tuple[SourceText, ...], tuple[Diagnostic, ...]]:
    """Return the pages below `folder`, in order of their ids, and the faults of those left out.

    Of pages with one stem the first is read. Raises PageFaults if no page at all can be read,
    UsageError if there is none.
    """
    sources: list[SourceText] = []
    paths = find_pages(folder)
    clashes = {fault.path: fault for fault in _clashes(paths)}
    faults = list(clashes.values())
    for path in paths:
        if str(path) in clashes:
            continue
        try:
            sources.append(read_source(path))
        except PageFaults as error:
            faults.extend(error.diagnostics)
    if not sources:
        raise PageFaults(faults)
    sources.sort(key=lambda source: source.id)
    scanned, faulty = add_scans(folder, sources, paths)
    return scanned, (*faults, *faulty)


def read_source(path: Path) -> SourceText:
    """Read one page, a text or a file of boxes. Raises PageFaults if it is neither.

    Boxes beside a text tell how its lines were printed, and nothing else; JSON of another kind, such as
    a page's answer, may lie there, too, and tells nothing.
    """
    raw = _bytes_of(path)
    if path.suffix.lower() != TEXT:
        return _boxed(path, raw)
    source = _text(path, raw)
    places = [path.with_suffix(suffix) for suffix in SUFFIXES]
    beside = next((place for place in places if os.path.lexists(place)), None)
    if beside is None:
        return source
    raw = _bytes_of(beside)
    try:
        found, _ = find_lines(beside, raw)
    except PageFaults:
        if beside.suffix.lower() == ".json":
            return source
        raise
    return replace(source, boxes_file=beside.name, prints=match_lines(source.text, found))


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises PageFaults if its name, kind or size is no page's."""
    faults = list(_faults_of_name(path))
    raw = b""
    try:
        raw = read_plain(path, LIMIT if path.suffix.lower() == TEXT else BOXES_LIMIT)
    except UnfitFile as unfit:
        hint = SPLIT if unfit.code == "too-large" else unfit.hint
        faults.append(_fault(path, unfit.code, unfit.message, hint))
    if faults:
        raise PageFaults(faults)
    return raw


def _text(path: Path, raw: bytes) -> SourceText:
    text, encoding = decode(path, raw)
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    text = read_signs(whole)
    faults = list(_faults_of_text(path, whole, text))
    if faults:
        raise PageFaults(faults)
    return SourceText(
        id=path.stem,
        name=path.name,
        text=text,
        encoding=encoding,
        sha256=hashlib.sha256(raw).hexdigest(),
        path=str(path),
        whole=whole if whole != text else "",
    )


def _boxed(path: Path, raw: bytes) -> SourceText:
    found, encoding = find_lines(path, raw)
    page = compose(found)
    faults = list(_faults_of_size(path, page.text))
    if faults:
        raise PageFaults(faults)
    return SourceText(
        id=path.stem,
        name=path.name,
        text=page.text,
        encoding=encoding,
        sha256=hashlib.sha256(raw).hexdigest(),
        path=str(path),
        whole=page.whole if page.whole != page.text else "",
        boxes_file=path.name,
        prints=page.prints,
    )


def _faults_of_name(path: Path) -> Iterator[Diagnostic]:
    stem = path.stem
    if not ID.fullmatch(stem) or len(stem) > ID_LIMIT or RESERVED.fullmatch(stem):
        message = f"文件名“{stem}”不能用作版面编号。"
        hint = f"请改用字母、数字、- 和 _(不超过 {ID_LIMIT} 个字符),例如 nmgrb-20220616-07.txt。"
        yield _fault(path, "file-name", message, hint)


def _faults_of_text(path: Path, whole: str, text: str) -> Iterator[Diagnostic]:
    """Yield what makes the decoded text no page; `text` is what is read of it."""
    if not any(begin < end for begin, end in map(text_of, text.split("\n"))):
        yield _fault(path, "empty", "文件是空的。", "请放入这一版的文字,或删去这个文件。")
    for offset in nuls(whole):
        start = whole.rfind("\n", 0, offset) + 1
        line, column = whole.count("\n", 0, offset) + 1, offset - start + 1
        message = "文字中间有 U+0000(空字节),文件可能坏了,或者不是文本文件。"
        hint = "请从原处重新取得这个文件,另存为 UTF-8。"
        yield _fault(path, "character", message, hint, line=line, column=column)
    count = too_many_controls(whole)
    if count:
        message = f"有 {count} 个控制字符,不像是文字。"
        yield _fault(path, "character", message, "请确认这是文本文件,并另存为 UTF-8。")
    yield from _faults_of_size(path, text)


def _faults_of_size(path: Path, text: str) -> Iterator[Diagnostic]:
    """Yield the first measure in which `text` is more than a page of print can be."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda index: len(lines[index]))
    count = sum(not line.isspace() for line in lines if line)
    hint = "一个文件只放一个版面的文字,一个印刷块占一行;请拆开或检查是否放错了文件。"
    if len(lines[longest]) > LINE:
        message = f"这一行有 {len(lines[longest]):,} 个字符,超过一行的上限 {LINE:,} 个字符。"
        yield _fault(path, "too-large", message, hint, line=longest + 1)
    elif count > LINES:
        message = f"文件有 {count:,} 行文字,超过一版的上限 {LINES:,} 行。"
        yield _fault(path, "too-large", message, hint)
    elif len(text) > CHARACTERS:
        message = f"文件有 {len(text):,} 个字符,超过一版的上限 {CHARACTERS:,} 个字符。"
        yield _fault(path, "too-large", message, hint)


def _clashes(paths: Iterable[Path]) -> Iterator[Diagnostic]:
    seen: dict[str, Path] = {}
    for path in paths:
        first = seen.setdefault(path.stem.lower(), path)
        if first != path:
            message = f"与 {first} 同名:两个版面会用同一个编号“{path.stem}”。"
            yield _fault(path, "same-stem", message, "请给其中一个改名(不分大小写)。")


def _fault(
    path: Path, code: str, message: str, hint: str, *, line: int | None = None, column: int | None = None
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        path=_shown(str(path)),
        line=line,
        column=column,
        message=_shown(message),
        hint=hint,
    )


def _shown(text: str) -> str:
    """Return `text` as it can be printed: a name may hold bytes of no encoding, or signs that break a line."""
    escaped = text.encode("utf-8", "backslashreplace").decode()
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in escaped)
