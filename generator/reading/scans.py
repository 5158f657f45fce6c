"""The picture beside a page: found, held against its bounds, and measured; nothing of it is drawn here.

A picture bears the name of its page and ends in `.jpg`, `.jpeg`, `.png` or `.webp`. It is read as a plain file of
bounded bytes, its kind is told by its bytes and not by its name, and no more pixels are unpacked than allowed: a
picture of few bytes can unpack to more than a machine has.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from generator.model import SourceText
from generator.model.boxes import Box
from generator.model.plainfiles import UnfitFile, read_plain, visible_in
from generator.model.scans import BYTES_LIMIT, KINDS, Scan
from generator.reading.boxes.extent import extent_of
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
"""How the name of a picture ends, in lower case."""
REFUSED = (".pdf", ".tif", ".tiff", ".jp2", ".heic")
"""Pictures of pages that are not read: told, and not left out in silence."""
PIXELS = 100_000_000
"""Most pixels; a broadsheet at 400 dots an inch has about 50,000,000, and three bytes each are unpacked."""
SIDE, LEAST = 30_000, 200
"""Longest and shortest side in pixels; a page of less than the shortest cannot be read."""
ORIENTATION, LYING = 0x0112, (5, 6, 7, 8)
"""Where a camera writes how it was held, and the values for one held on its side."""
LIKE = 0.02
"""Share by which the sides of boxes' page and picture may differ in proportion."""
AGAIN = "请从扫描软件重新导出 JPEG、PNG 或 WebP。"


def add_scans(
    folder: Path, sources: Sequence[SourceText], paths: Iterable[Path]
) -> tuple[tuple[SourceText, ...], tuple[Diagnostic, ...]]:
    """Return the pages, each with the picture that lies beside it in `folder`, and the faults of pictures.

    A page whose picture is faulty stays, without it. `paths` are the files of all pages, of those left out, too.
    """
    beside: dict[Path, list[Path]] = {}
    for path in sorted(visible_in(folder)):
        if path.suffix.lower() in (*SUFFIXES, *REFUSED):
            beside.setdefault(path.with_suffix(""), []).append(path)
    if not beside:
        return tuple(sources), ()
    pages = {path.with_suffix("") for path in paths}
    faults = [_alone(path) for name, found in beside.items() if name not in pages for path in found[:1]]
    told: list[SourceText] = []
    for source in sources:
        found = beside.get(Path(source.path).with_suffix(""), [])
        try:
            told.append(replace(source, scan=_scan_of(source, found)) if found else source)
        except PageFaults as error:
            told.append(source)
            faults.extend(error.diagnostics)
    return tuple(told), tuple(faults)


def _scan_of(source: SourceText, found: Sequence[Path]) -> Scan:
    """Return the picture of a page. Raises PageFaults where it is faulty, or there are several."""
    refused = next((path for path in found if path.suffix.lower() in REFUSED), None)
    if refused:
        message = f"原版图不能是 {refused.suffix.lower()},只读 JPEG、PNG 和 WebP。"
        raise _fault(refused, "scan-kind", message, "请把这一版另存为 .jpg、.png 或 .webp,再移开这个文件。")
    if len(found) > 1:
        message = f"这一版有 {len(found)} 张原版图,不知道用哪一张。"
        raise _fault(found[1], "scan-several", message, f"请只留一张,例如 {found[0].name}。")
    try:
        raw = read_plain(found[0], BYTES_LIMIT)
    except UnfitFile as unfit:
        raise _fault(found[0], unfit.code, unfit.message, unfit.hint) from None
    width, height = _measured(found[0], raw)
    return Scan(
        path=found[0],
        sha256=hashlib.sha256(raw).hexdigest(),
        width=width,
        height=height,
        unit=_unit(source, width, height) if source.boxes_file else None,
    )


def _alone(path: Path) -> Diagnostic:
    message = f"旁边没有名叫 {path.stem} 的版面,这张图不会出现在网站上。"
    return _fault(path, "scan-orphan", message, "请改成与版面同名,或移开它。").diagnostics[0]


def _measured(path: Path, raw: bytes) -> tuple[int, int]:
    """Return the picture's sides as it is looked at, every pixel of it unpacked once. Raises PageFaults."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(raw), formats=KINDS) as picture:
                _refuse_sides(path, *picture.size)
                if getattr(picture, "n_frames", 1) > 1:
                    raise _fault(path, "scan-frames", "这是动图,不是一张图。", AGAIN)
                width, height = picture.size
                on_its_side = picture.getexif().get(ORIENTATION) in LYING
                picture.draft("RGB", (width // 8, height // 8))
                picture.load()
                return (height, width) if on_its_side else (width, height)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        message = "这张图打不开:不是 JPEG、PNG 或 WebP,或者文件坏了、不完整。"
        raise _fault(path, "scan-broken", message, AGAIN) from None


def _refuse_sides(path: Path, width: int, height: int) -> None:
    if width * height > PIXELS or max(width, height) > SIDE:
        message = f"这张图有 {width:,} × {height:,} 个像素,超过上限({PIXELS:,} 个,每边 {SIDE:,} 个)。"
        raise _fault(path, "scan-large", message, "请按 300 dpi 左右另存一张。")
    if min(width, height) < LEAST:
        message = f"这张图只有 {width:,} × {height:,} 个像素,每边至少要有 {LEAST} 个才看得清。"
        raise _fault(path, "scan-small", message, "请换成一张大些的。")


def _unit(source: SourceText, width: int, height: int) -> float | None:
    """Return how many pixels one unit of the boxes is; None where they cannot be of this picture."""
    every = [printed.box for each in source.prints for printed in each.boxes]
    if not every:
        return None
    boxes = Path(source.path).with_name(source.boxes_file)
    around, extent = Box.around(every), extent_of(boxes) or (width, height)
    across, down = width / extent[0], height / extent[1]
    alike = abs(across / down - 1) <= LIKE
    within = around.left >= 0 and around.top >= 0 and around.right <= extent[0] and around.bottom <= extent[1]
    return across if alike and within else None


def _fault(path: Path, code: str, message: str, hint: str) -> PageFaults:
    return PageFaults(
        [Diagnostic(code=code, severity=Severity.ERROR, path=str(path), message=message, hint=hint)]
    )
