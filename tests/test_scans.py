"""The picture of a page: found and measured safely, drawn the same each time, and blind where words are withdrawn."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image, ImageDraw

from generator.build import build, gather_files
from generator.model.scans import Scan
from generator.publishing.verifying import verify
from generator.reading.files import read_sources
from generator.site.tiling import PAINT, TILE, levels_of, sides_of_whole
from generator.telling.diagnostics import Diagnostic
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.address_changes import read_seeds
from tests.drawn_pages import FORMS, Drawn, draw

CASES = Path(__file__).parent / "cases" / "scans"
FAULTS: dict[str, dict[str, Any]] = yaml.safe_load((CASES / "faulty.yml").read_text("utf-8"))
DRAWING = (CASES / "two_articles.txt").read_text("utf-8")
TEXT = "一行文字就够了。\n"
SIZE = (1500, 2000)
WITHDRAWN = "withdrawn: {item: 3, reason: 当事人要求撤下, on: 2026-11-30}\n"


def picture(boxes: list[Drawn], *, size: tuple[int, int] = SIZE, scale: float = 1) -> Image.Image:
    """Return a page of white paper on which each box is black."""
    drawn = Image.new("RGB", size, (255, 255, 255))
    for box in boxes:
        ImageDraw.Draw(drawn).rectangle([scale * edge for edge in box.box], fill=(0, 0, 0))
    return drawn


def seeds(folder: Path, *, form: str = "RapidOCR 3", sidecar: str = "", **options: Any) -> Path:
    """Write a page of two articles with boxes and picture."""
    boxes = draw(DRAWING)
    suffix, writer = FORMS[form]
    (folder / f"p1.{suffix}").write_text(writer(boxes), encoding="utf-8")
    picture(boxes, **options).save(folder / "p1.png")
    if sidecar:
        (folder / "p1.yml").write_text(sidecar, encoding="utf-8")
    return folder


def scan_in(folder: Path) -> Scan:
    (source,), faults = read_sources(folder)
    assert faults == ()
    assert source.scan is not None
    return source.scan


def drawn_files(folder: Path) -> dict[str, Image.Image]:
    """Return the pictures of the pages in a folder, by name."""
    files = {
        file.uri: file.data for file in gather_files(read_seeds(folder), ()) if file.uri.endswith(".jpg")
    }
    return {name.removeprefix("pages/p1/scan/"): Image.open(BytesIO(data)) for name, data in files.items()}


def joined(files: dict[str, Image.Image], level: int, size: tuple[int, int]) -> Image.Image:
    """Return a level put together from its tiles."""
    whole = Image.new("RGB", size, (255, 0, 255))
    for name, tile in files.items():
        folder, _, place = name.partition("/")
        if folder == str(level):
            across, down = map(int, place.removesuffix(".jpg").split("-"))
            whole.paste(tile, (across * TILE, down * TILE))
    return whole


def png_of(width: int, height: int) -> bytes:
    """Return a PNG of few bytes that claims so many pixels."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", b""),
        (b"IEND", b""),
    ]
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def bytes_of(made: dict[str, Any]) -> bytes:
    """Return the file that a case describes."""
    if "claims" in made:
        return png_of(*made["claims"])
    if "bytes" in made:
        return bytes(made["bytes"], "utf-8")
    written = BytesIO()
    frames = [Image.new("RGB", (300, 300), (shade, 0, 0)) for shade in range(0, 100, 50)]
    moving = {"save_all": True, "append_images": frames[1:]} if made.get("moving") else {}
    frames[0].resize(made.get("size", (300, 300))).save(written, made["kind"], **moving)
    return written.getvalue()[: made.get("cut")]


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_faulty_picture_is_told_and_its_page_stays(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text(TEXT, encoding="utf-8")
    for name, made in case["files"].items():
        (tmp_path / name).write_bytes(bytes_of(made))
    (source,), faults = read_sources(tmp_path)
    assert source.scan is None
    assert [(fault.code, Path(fault.path).name, fault.message) for fault in faults] == [tuple(case["told"])]
    assert faults[0].hint.endswith("。")


def told_of(folder: Path) -> Diagnostic:
    _, (fault,) = read_sources(folder)
    return fault


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo(tmp_path / "p1.jpg")
    assert told_of(tmp_path).code == "not-plain"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text(TEXT, encoding="utf-8")
    picture([]).save(tmp_path / "other.bin", "PNG")
    (tmp_path / "p1.png").symlink_to(tmp_path / "other.bin")
    assert told_of(tmp_path).code == "symlink"


@pytest.mark.parametrize(
    ("form", "size", "unit"),
    [
        ("RapidOCR 3", SIZE, 1.0),
        ("RapidOCR 3", (400, 500), None),
        ("PAGE XML 2019", (1800, 1800), 0.2),
        ("hOCR", (3000, 3000), 1 / 3),
        ("hOCR", (3000, 2000), None),
        ("ALTO 4", SIZE, 1.0),
    ],
    ids=[
        "pixels",
        "beyond the picture",
        "a page of five times the size",
        "of three times",
        "other sides",
        "no size told",
    ],
)
def test_boxes_are_placed_by_the_size_that_their_file_tells(
    form: str, size: tuple[int, int], unit: float | None, tmp_path: Path
) -> None:
    assert scan_in(seeds(tmp_path, form=form, size=size)).unit == (unit and pytest.approx(unit))


def test_a_picture_taken_on_its_side_is_measured_upright(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text(TEXT, encoding="utf-8")
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (600, 400)).save(tmp_path / "p1.jpg", exif=exif)
    assert (scan_in(tmp_path).width, scan_in(tmp_path).height) == (400, 600)
    whole = drawn_files(tmp_path)["whole.jpg"]
    assert (whole.size, dict(whole.getexif())) == ((400, 600), {})


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_mode_are_drawn_in_their_shades(mode: str, tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text(TEXT, encoding="utf-8")
    kind = "jpg" if mode == "CMYK" else "png"
    grey = Image.new("I;16", (300, 300), 255 * 256) if mode == "I;16" else Image.new("L", (300, 300), 255)
    (grey if mode == "I;16" else grey.convert(mode)).save(tmp_path / f"p1.{kind}")
    assert drawn_files(tmp_path)["whole.jpg"].getpixel((150, 150)) == pytest.approx((255, 255, 255), abs=3)


def test_tiles_make_up_the_picture_and_are_the_same_each_time(tmp_path: Path) -> None:
    files, again = drawn_files(seeds(tmp_path)), drawn_files(tmp_path)
    assert {name: file.tobytes() for name, file in files.items()} == {
        name: file.tobytes() for name, file in again.items()
    }
    scan = scan_in(tmp_path)
    assert files["whole.jpg"].size == sides_of_whole(scan)
    whole = joined(files, len(levels_of(scan)) - 1, SIZE)
    for box in draw(DRAWING):
        left, top, right, bottom = map(round, box.box)
        assert max(whole.getpixel(((left + right) // 2, (top + bottom) // 2))) < 40
    assert min(whole.getpixel((50, 50))) > 240


def inked(files: dict[str, Image.Image], scan: Scan) -> dict[str, bool]:
    """Return of each printed row whether any picture shows it black."""
    sheets = [files["whole.jpg"]]
    sheets += [joined(files, at, (level.width, level.height)) for at, level in enumerate(levels_of(scan))]
    return {
        box.text: any(
            min(sheet.crop([round(edge * sheet.width / SIZE[0]) for edge in box.box]).convert("L").tobytes())
            < 60
            for sheet in sheets
        )
        for box in draw(DRAWING)
    }


def test_a_withdrawn_item_is_painted_over_in_every_picture(tmp_path: Path) -> None:
    scan = scan_in(seeds(tmp_path))
    assert all(inked(drawn_files(tmp_path), scan).values())
    files = drawn_files(seeds(tmp_path, sidecar=WITHDRAWN))
    gone = {text for text, black in inked(files, scan).items() if not black}
    page = read_seeds(tmp_path).pages[0]
    source = "".join(page.source.text.split())
    assert gone == {box.text for box in draw(DRAWING) if "".join(box.text.split()) not in source}
    assert 0 < len(gone) < len(draw(DRAWING))
    first = next(box for box in draw(DRAWING) if box.text in gone)
    middle = (round((first.box[0] + first.box[2]) / 2), round((first.box[1] + first.box[3]) / 2))
    sheet = joined(files, len(levels_of(scan)) - 1, SIZE)
    assert sheet.getpixel(middle) == pytest.approx(PAINT, abs=6)


@pytest.mark.parametrize("way", ["page", "no boxes", "a character in no box"])
def test_a_picture_is_withheld_where_withdrawn_words_cannot_be_told_in_it(way: str, tmp_path: Path) -> None:
    seeds(tmp_path, sidecar=WITHDRAWN.replace("item: 3", "page: true") if way == "page" else WITHDRAWN)
    if way != "page":
        (text,), _ = read_sources(tmp_path)
        words = text.text.split("\n\n")
        words[1] += "框外添的字" if way == "a character in no box" else ""
        (tmp_path / "p1.txt").write_text("\n\n".join(words), encoding="utf-8")
    if way == "no boxes":
        (tmp_path / "p1.json").unlink()
    archive = read_seeds(tmp_path)
    assert archive.pages[0].withdrawn
    files = {file.uri: file for file in gather_files(archive, ())}
    assert [name for name in files if name.endswith(".jpg")] == []
    assert "整张原版图不公开" in files["pages/p1/index.md"].data.decode()


def test_a_picture_in_print_that_is_withdrawn_withholds_the_page(tmp_path: Path) -> None:
    sidecar = WITHDRAWN + "items: {3: {kind: caption}}\n"
    page = read_seeds(seeds(tmp_path, sidecar=sidecar)).pages[0]
    assert page.source.scan is not None
    assert page.source.scan.withheld


@pytest.mark.site
def test_verify_tells_a_picture_that_was_changed_or_taken_away(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    settings = load_settings(seeds_dir=seeds(tmp_path / "seeds"), out_dir=tmp_path / "out")
    build(settings, progress=silent())
    assert verify(settings.site_dir, settings.seeds_dir, progress=silent())[0] == ()
    scan = settings.site_dir / "pages" / "p1" / "scan"
    (scan / "whole.jpg").write_bytes(b"x")
    (scan / "0" / "0-0.jpg").unlink()
    faults, _ = verify(settings.site_dir, settings.seeds_dir, progress=silent())
    assert {fault.where for fault in faults} >= {"pages/p1/scan/whole.jpg", "pages/p1/scan/0/0-0.jpg"}
