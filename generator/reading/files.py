"""Bytes to source texts: finds the encoding, checks the form, changes nothing but newlines.

A page that cannot be read is a fault of that file; all files are read before anyone is told.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from generator.model import SourceText
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults, UsageError

LIMIT = 1_000_000
"""Largest seed page in bytes; a printed page has about 20,000."""
ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
ID_LIMIT = 60
"""Characters of a page's id; it is a part of addresses and of file names, which systems limit."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|assets|search|404)", re.IGNORECASE)
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffd\ufffe\uffff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
"""Characters that no printed page has: controls, marks of direction, replacement characters."""


def find_pages(folder: Path) -> tuple[Path, ...]:
    """Return the `.txt` files below `folder`, sorted by path; hidden ones are left out.

    Raises UsageError if the folder is missing or holds no page.
    """
    if not folder.is_dir():
        raise UsageError(f"找不到版面文件夹 {folder}。请用 --seeds 指向放 .txt 文件的文件夹。")
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() == ".txt"
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not paths:
        raise UsageError(f"{folder} 里没有版面:请放入至少一个 .txt 文件(一版一个文件)。")
    return tuple(paths)


def read_sources(folder: Path) -> tuple[SourceText, ...]:
    """Read every page below `folder`, in order of their ids.

    Raises PageFaults with every fault of every file.
    """
    sources: list[SourceText] = []
    faults: list[Diagnostic] = []
    paths = find_pages(folder)
    faults.extend(_clashes(paths))
    for path in paths:
        try:
            sources.append(read_source(path))
        except PageFaults as error:
            faults.extend(error.diagnostics)
    if faults:
        raise PageFaults(faults)
    return tuple(sorted(sources, key=lambda source: source.id))


def read_source(path: Path) -> SourceText:
    """Read one page. Raises PageFaults if it is not the text of a page."""
    faults = list(_faults_of_name(path))
    if path.is_symlink():
        faults.append(_fault(path, "symlink", "这是一个符号链接。", "请放入真正的文件。"))
    elif path.stat().st_size > LIMIT:
        size = path.stat().st_size
        message = f"文件有 {size:,} 字节,超过一版的上限 {LIMIT:,} 字节。"
        faults.append(
            _fault(path, "too-large", message, "一个文件只放一个版面的文字,请拆开或检查是否放错了文件。")
        )
    if faults:
        raise PageFaults(faults)
    raw = path.read_bytes()
    text, encoding = _decode(path, raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = list(_faults_of_text(path, text))
    if faults:
        raise PageFaults(faults)
    return SourceText(
        id=path.stem,
        name=path.name,
        text=text,
        encoding=encoding,
        sha256=hashlib.sha256(raw).hexdigest(),
        path=str(path),
    )


def _decode(path: Path, raw: bytes) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            try:
                return raw.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                # The bytes are counted without the mark by the one codec, with it by the other.
                start = error.start + len(raw) - len(error.object)
                raise PageFaults([_undecodable(path, raw, start)]) from None
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        utf8_error = error
    if b"\x00" not in raw:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            if _is_chinese(text):
                return text, "gb18030"
    guess = from_bytes(raw, cp_isolation=["utf_16_le", "utf_16_be", "big5"], threshold=0.5).best()
    if guess is not None and _is_chinese(str(guess)):
        return str(guess), guess.encoding.replace("_", "-")
    raise PageFaults([_undecodable(path, raw, utf8_error.start)])


def _is_chinese(text: str) -> bool:
    """Tell whether a guessed decoding gave prose rather than noise."""
    characters = [character for character in text if not character.isspace()]
    common = sum("\u4e00" <= character <= "\u9fff" or character.isascii() for character in characters)
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in characters)
    return common >= 0.8 * len(characters) and chinese >= 0.3 * len(characters)


def _undecodable(path: Path, raw: bytes, start: int) -> Diagnostic:
    line = raw[:start].count(b"\n") + 1
    message = f"第 {start + 1} 个字节(0x{raw[start]:02x})不是 UTF-8,也不像 GB18030 或 UTF-16 的中文。"
    hint = "请确认这是文本文件,并另存为 UTF-8。"
    return _fault(path, "encoding", message, hint, line=line)


def _faults_of_name(path: Path) -> Iterator[Diagnostic]:
    stem = path.stem
    if not ID.fullmatch(stem) or len(stem) > ID_LIMIT or RESERVED.fullmatch(stem):
        message = f"文件名“{stem}”不能用作版面编号。"
        hint = f"请改用字母、数字、- 和 _(不超过 {ID_LIMIT} 个字符),例如 nmgrb-20220616-07.txt。"
        yield _fault(path, "file-name", message, hint)


def _faults_of_text(path: Path, text: str) -> Iterator[Diagnostic]:
    if not text.strip():
        yield _fault(path, "empty", "文件是空的。", "请放入这一版的文字,或删去这个文件。")
    for number, line in enumerate(text.split("\n"), 1):
        found = CONTROL.search(line)
        if found:
            character = found.group()
            name = unicodedata.name(character, "控制字符")
            message = f"有看不见或无效的字符 U+{ord(character):04X}({name})。"
            yield _fault(
                path, "character", message, "请删去它,或换成原来的字。", line=number, column=found.start() + 1
            )


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
        path=str(path),
        line=line,
        column=column,
        message=message,
        hint=hint,
    )
