"""Bytes to text: which encoding a file has."""

from __future__ import annotations

from pathlib import Path

from charset_normalizer import from_bytes

from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(path: Path, raw: bytes) -> tuple[str, str]:
    """Return the text of `raw` and the IANA name of its encoding. Raises PageFaults with the first wrong byte."""
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
    if b"\x00" not in raw.rstrip(b"\x00"):
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
    return Diagnostic(
        code="encoding", severity=Severity.ERROR, path=str(path), line=line, message=message, hint=hint
    )
