"""JSON of PaddleOCR (2 and 3), RapidOCR and their relatives: each line a text and a polygon.

There is no one form, and none has a schema; so lines are known by what they are, wherever they stand:
an object with a text and a box, a list of a box and a text, or two lists of one length.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.reading.boxes.found import BoxesError, FoundLine, checked, found_line, number, one_page

TEXT = ("txt", "text", "transcription", "rec_text")
BOX = ("box", "points", "poly", "text_region", "bbox", "position")
TEXTS = ("rec_texts", "txts")
BOXES = ("rec_polys", "rec_boxes", "dt_polys", "boxes")
WHOLE = "overall_ocr_res"
"""What PP-StructureV3 calls the lines of the whole page; beside it stand parts of the same."""
Record = tuple[str, object]
"""A text and its box."""


def read_json(text: str) -> tuple[FoundLine, ...]:
    """Return the lines of an OCR program's JSON. Raises BoxesError if there are none, or one has no place."""
    try:
        pages = [page for page in _pages(json.loads(text)) if page]
    except json.JSONDecodeError as error:
        raise BoxesError("JSON 语法有误。", line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):
        raise BoxesError("JSON 嵌套太深,或有大得不像坐标的数。") from None
    one_page(len(pages))
    found = (_line(*record) for page in pages for record in page)
    return checked([line for line in found if line])


def _line(text: str, box: object) -> FoundLine | None:
    # Half of a character, which JSON can write and no file can hold, is a lost character.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return found_line("", whole, _points(box) if whole.strip() else ())


def _pages(value: Any) -> Iterator[list[Record]]:
    """Yield the records of each page: lines side by side are of one page, parallel lists are a page."""
    if isinstance(value, Mapping):
        if WHOLE in value:
            yield from _pages(value[WHOLE])
            return
        parallel = _parallel(value)
        if parallel is not None:
            yield parallel
            return
        record = _record(value)
        if record:
            yield [record]
            return
        for inner in value.values():
            yield from _pages(inner)
    elif isinstance(value, list):
        records = [_record(each) for each in value]
        if any(records):
            yield [record for record in records if record]
        for inner, record in zip(value, records, strict=True):
            if record is None:
                yield from _pages(inner)


def _parallel(value: Mapping[str, Any]) -> list[Record] | None:
    texts = next((value[name] for name in TEXTS if isinstance(value.get(name), list)), None)
    if texts is None:
        return None
    for name in BOXES:
        boxes = value.get(name)
        if isinstance(boxes, list) and len(boxes) == len(texts):
            return [(text, box) for text, box in zip(texts, boxes, strict=True) if isinstance(text, str)]
    raise BoxesError("文字和坐标的个数对不上。", "请连坐标一起导出(rec_texts 和 rec_polys 一样多)。")


def _record(value: Any) -> Record | None:
    """Return the text and the box of one line, or None if `value` is no line."""
    if isinstance(value, Mapping):
        text = next((value[name] for name in TEXT if isinstance(value.get(name), str)), None)
        if text is None:
            return None
        return text, next((value[name] for name in BOX if value.get(name)), None)
    if isinstance(value, list) and len(value) >= 2 and _is_box(value[0]):
        words = value[1][0] if isinstance(value[1], list) and value[1] else value[1]
        return (words, value[0]) if isinstance(words, str) else None
    return None


def _is_box(value: Any) -> bool:
    return isinstance(value, list) and len(value) >= 2 and all(isinstance(each, list) for each in value)


def _points(box: object) -> list[tuple[float, float]]:
    """Return the corners of a box: pairs, or left, top, right, bottom, or pairs in one row; empty if it is none."""
    if not isinstance(box, list):
        return []
    if box and all(isinstance(each, list) and len(each) == 2 for each in box):
        return [(number(x), number(y)) for x, y in box]
    if len(box) >= 4 and len(box) % 2 == 0 and not any(isinstance(each, list) for each in box):
        values = [number(each) for each in box]
        return list(zip(values[::2], values[1::2], strict=True))
    return []
