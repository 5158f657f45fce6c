"""Pages with coordinates: PAGE XML, ALTO, hOCR and the JSON of PaddleOCR and RapidOCR.

A file of boxes bears the name of its page. Where it stands alone, it is the page: its lines are put in
reading order and joined to printed blocks. Where a `.txt` stands beside it, the `.txt` is the page, word
for word, and the boxes only tell how its lines were printed. One name for both, so that whoever corrects
a page writes a `.txt` beside the boxes, and nothing else changes its name.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.reading.boxes.alto import read_alto
from generator.reading.boxes.found import BoxesError, FoundLine
from generator.reading.boxes.hocr import read_hocr
from generator.reading.boxes.ocr_json import read_json
from generator.reading.boxes.page_xml import read_page_xml
from generator.reading.boxes.xml import name_of, parse_xml
from generator.reading.decoding import decode
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults

SUFFIXES = (".xml", ".hocr", ".json")
"""How the names of files with boxes end, in lower case."""
DECLARED = re.compile(rb"\s*<\?xml[^>]*\bencoding=[\"']([A-Za-z0-9._-]+)")


def find_lines(path: Path, raw: bytes) -> tuple[tuple[FoundLine, ...], str]:
    """Return the lines that a file's bytes hold, in the file's order, and the name of their encoding.

    Raises PageFaults if the file is none of the formats, or a text in it has no place.
    """
    try:
        if path.suffix.lower() == ".xml":
            return _read_xml(raw), _encoding(raw)
        text, encoding = decode(path, raw)
        read = read_hocr if path.suffix.lower() == ".hocr" else read_json
        return read(text), encoding
    except BoxesError as error:
        fault = Diagnostic(
            code="boxes",
            severity=Severity.ERROR,
            path=str(path),
            line=error.line,
            column=error.column,
            message=f"识别结果读不了:{error.message}",
            hint=error.hint,
        )
        raise PageFaults([fault]) from None


def _read_xml(raw: bytes) -> tuple[FoundLine, ...]:
    root = parse_xml(raw)
    name = name_of(root)
    if name == "PcGts":
        return read_page_xml(root)
    if name == "alto":
        return read_alto(root)
    message = f"XML 的根元素是“{name[:20]}”,不是 PAGE XML 的 PcGts,也不是 ALTO 的 alto。"
    raise BoxesError(message, "请在识别软件里选 PAGE XML 或 ALTO 导出;不是版面的文件请移出版面文件夹。")


def _encoding(raw: bytes) -> str:
    declared = DECLARED.match(raw)
    if declared:
        return declared[1].decode("ascii").lower()
    return "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
