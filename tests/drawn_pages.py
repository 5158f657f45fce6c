"""Printed pages drawn with characters, and every file that an OCR program would make of them.

A row of a drawing is a printed row, a character the cell of one; an ideographic space is empty paper, a
plain blank is a blank within a line. `水＋` is a character of twice the size, which also takes the row below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians, sin

Point = tuple[float, float]
EM = 40.0
"""Side of a character of body type, in pixels."""
PITCH = 1.35
"""From row to row, in characters."""
LINE = re.compile("[^　]+")


@dataclass(frozen=True)
class Drawn:
    """A box with its text."""

    text: str
    points: tuple[Point, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        across, down = [x for x, _ in self.points], [y for _, y in self.points]
        return min(across), min(down), max(across), max(down)


def draw(picture: str) -> list[Drawn]:
    """Return the boxes of a drawing, row by row, as an OCR program without any sense of layout finds them."""
    boxes = []
    for number, row in enumerate(picture.rstrip("\n").split("\n")):
        for match in LINE.finditer(row):
            text = match.group().replace("＋", "")
            height = 2 if "＋" in match.group() else 1
            left, right = 100 + match.start() * EM, 100 + match.end() * EM
            top = 100 + number * PITCH * EM
            boxes.append(Drawn(text, corners(left, top, right, top + height * EM)))
    return boxes


def corners(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def moved(boxes: Iterable[Drawn], move: Callable[[Point], Point]) -> list[Drawn]:
    """Return boxes whose every corner is moved."""
    return [Drawn(box.text, tuple(move(point) for point in box.points)) for box in boxes]


def slanted(boxes: Iterable[Drawn], degrees: float) -> list[Drawn]:
    """Return the boxes of a page that lies on a slant."""
    turn, lift = cos(radians(degrees)), sin(radians(degrees))
    return moved(boxes, lambda point: (point[0] * turn - point[1] * lift, point[0] * lift + point[1] * turn))


def stood_up(boxes: Iterable[Drawn]) -> list[Drawn]:
    """Return the boxes of the same page set from top to bottom, its lines from right to left."""
    return moved(boxes, lambda point: (20_000 - point[1], point[0]))


def as_page_xml(boxes: Sequence[Drawn], version: str = "2019-07-15") -> str:
    """Return PAGE XML with a region for each line."""
    lines = "".join(
        f'<TextRegion id="r{number}"><TextLine id="l{number}"><Coords points="'
        + " ".join(f"{x:.0f},{y:.0f}" for x, y in box.points)
        + f'"/><TextEquiv index="1"><Unicode>falsch</Unicode></TextEquiv><TextEquiv index="0"><Unicode>'
        f"{escape(box.text)}</Unicode></TextEquiv></TextLine></TextRegion>"
        for number, box in enumerate(boxes, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/'
        f'pagecontent/{version}"><Page imageFilename="a.jpg" imageWidth="9000" imageHeight="9000">{lines}</Page></PcGts>'
    )


def as_alto(boxes: Sequence[Drawn], version: int = 4) -> str:
    """Return ALTO with every word of a line as a string."""
    lines = []
    for number, box in enumerate(boxes, 1):
        left, top, right, bottom = box.box
        place = f'HPOS="{left:.2f}" VPOS="{top:.2f}" WIDTH="{right - left:.2f}" HEIGHT="{bottom - top:.2f}"'
        words = box.text.split(" ")
        cell = (right - left) / max(1, len(box.text))
        strings, at = [], left
        for word in words:
            strings.append(
                f'<String CONTENT="{escape(word)}" HPOS="{at:.2f}" VPOS="{top:.2f}" '
                f'WIDTH="{len(word) * cell:.2f}" HEIGHT="{bottom - top:.2f}"/>'
            )
            at += (len(word) + 1) * cell
        lines.append(f'<TextLine ID="l{number}" {place}>{"<SP/>".join(strings)}</TextLine>')
    return (
        f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#"><Layout><Page ID="p"><PrintSpace>'
        f'<TextBlock ID="b">{"".join(lines)}</TextBlock></PrintSpace></Page></Layout></alto>'
    )


def as_hocr(boxes: Sequence[Drawn]) -> str:
    """Return hOCR as Tesseract writes it, one word a line, document type and all."""
    lines = []
    for number, box in enumerate(boxes, 1):
        place = "bbox {:.0f} {:.0f} {:.0f} {:.0f}".format(*box.box)
        lines.append(
            f"<span class='ocr_line' id='line_{number}' title='{place}; baseline 0 0; x_size 40'>\n"
            f"<span class='ocrx_word' title='{place}; x_wconf 90'>{escape(box.text)}</span>\n</span>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
        ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title>page</title><meta name='ocr-system' content='tesseract'/></head><body>"
        f"<div class='ocr_page' title='image a.png; bbox 0 0 9000 9000'><p class='ocr_par'>{''.join(lines)}</p></div>"
        "</body></html>"
    )


def as_paddle_3(boxes: Sequence[Drawn]) -> str:
    """Return what PaddleOCR 3 saves."""
    result = {
        "input_path": "a.jpg",
        "page_index": None,
        "dt_polys": [[[0, 0], [1, 0], [1, 1], [0, 1]]],
        "rec_texts": [box.text for box in boxes],
        "rec_scores": [0.9 for _ in boxes],
        "rec_polys": [box.points for box in boxes],
        "rec_boxes": [box.box for box in boxes],
    }
    return json.dumps(result, ensure_ascii=False)


def as_structure_3(boxes: Sequence[Drawn]) -> str:
    """Return what PP-StructureV3 saves: blocks and tables beside the lines of the whole."""
    whole = json.loads(as_paddle_3(boxes))
    table = {"table_ocr_pred": json.loads(as_paddle_3(boxes[:1]))}
    blocks = [{"block_label": "text", "block_content": "水", "block_bbox": [0, 0, 9, 9]}]
    return json.dumps(
        {"res": {"parsing_res_list": blocks, "overall_ocr_res": whole, "table_res_list": [table]}}
    )


def as_paddle_2(boxes: Sequence[Drawn]) -> str:
    """Return what PaddleOCR 2 gives back: pages of boxes, texts and scores."""
    return json.dumps([[[box.points, [box.text, 0.9]] for box in boxes]])


def as_rapid_1(boxes: Sequence[Drawn]) -> str:
    """Return what RapidOCR 1 gives back: boxes, texts and scores, and how long each step took."""
    return json.dumps([[[box.points, box.text, "0.9"] for box in boxes], [0.1, 0.2, 0.3]])


def as_rapid_3(boxes: Sequence[Drawn]) -> str:
    """Return what RapidOCR 3 writes as JSON."""
    return json.dumps([{"box": box.points, "txt": box.text, "score": 0.9} for box in boxes])


def as_rapid_lists(boxes: Sequence[Drawn]) -> str:
    """Return RapidOCR's result with its fields as they are."""
    rows = {"boxes": [box.points for box in boxes], "txts": [box.text for box in boxes], "scores": []}
    return json.dumps(rows)


def as_labels(boxes: Sequence[Drawn]) -> str:
    """Return the labels of PaddleOCR's own tool for training."""
    return json.dumps([{"transcription": box.text, "points": box.points} for box in boxes])


FORMS: dict[str, tuple[str, Callable[[Sequence[Drawn]], str]]] = {
    "PAGE XML 2019": ("xml", as_page_xml),
    "ALTO 4": ("xml", as_alto),
    "ALTO 2": ("xml", lambda boxes: as_alto(boxes, 2)),
    "hOCR": ("hocr", as_hocr),
    "PaddleOCR 3": ("json", as_paddle_3),
    "PP-StructureV3": ("json", as_structure_3),
    "PaddleOCR 2": ("json", as_paddle_2),
    "RapidOCR 1": ("json", as_rapid_1),
    "RapidOCR 3": ("json", as_rapid_3),
    "RapidOCR's fields": ("json", as_rapid_lists),
    "PPOCRLabel": ("json", as_labels),
}
"""By name: the suffix of the file, and what writes it."""
