"""Pages with coordinates: every format, the order of reading, the blocks, and that no character is lost."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import check, explain_page, gather_files, read_archive
from generator.model import Box, Role
from generator.reading.assembling.elements import element
from generator.reading.boxes import found, ordering
from generator.reading.boxes.composing import compose
from generator.reading.boxes.found import Word, join_words
from generator.reading.boxes.ordering import reading_order
from generator.reading.files import find_pages, read_source, read_sources
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.drawn_pages import EM, FORMS, Drawn, as_rapid_3, corners, draw, moved, slanted, stood_up
from tests.modular_pages import set_at_random

CASES = Path(__file__).parent / "cases" / "boxes"
LAYOUTS: dict[str, dict[str, Any]] = {
    path.stem.replace("_", " "): yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((CASES / "layouts").glob("*.yml"))
}
FAULTS: list[dict[str, Any]] = yaml.safe_load((CASES / "files_that_cannot_be_used.yml").read_text("utf-8"))
CUT: dict[str, Any] = yaml.safe_load((CASES / "a_paragraph_that_goes_on_flush.yml").read_text("utf-8"))
DRAWING = LAYOUTS["two columns under a headline across both"]


def write(folder: Path, boxes: Sequence[Drawn], form: str = "RapidOCR 3", stem: str = "p1") -> Path:
    suffix, writer = FORMS[form]
    path = folder / f"{stem}.{suffix}"
    path.write_text(writer(boxes), encoding="utf-8")
    return path


def blocks_of(path: Path) -> list[str]:
    source = read_source(path)
    assert source.text.endswith("\n\n")
    return source.text.removesuffix("\n\n").split("\n\n")


# order and blocks


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_drawn_page_is_read_as_it_is_printed(layout: str, tmp_path: Path) -> None:
    case = LAYOUTS[layout]
    path = write(tmp_path, draw(case["picture"]))
    assert blocks_of(path) == case["blocks"]
    tall = [line for line in read_source(path).prints if line.height > 1.4]
    texts = read_source(path).lines
    assert [texts[line.line - 1] for line in tall] == case.get("headlines", [])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(3))
def test_boxes_that_are_not_quite_right_change_nothing(layout: str, seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    boxes = []
    for box in draw(LAYOUTS[layout]["picture"]):
        left, top, right, bottom = (side + rng.uniform(-0.1, 0.1) * EM for side in box.box)
        boxes.append(Drawn(box.text, corners(left, top, right, bottom)))
    rng.shuffle(boxes)
    assert blocks_of(write(tmp_path, boxes)) == LAYOUTS[layout]["blocks"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("degrees", [-0.5, 0.5])
def test_a_page_that_lies_on_a_slant_is_read_alike(layout: str, degrees: float, tmp_path: Path) -> None:
    boxes = slanted(draw(LAYOUTS[layout]["picture"]), degrees)
    assert blocks_of(write(tmp_path, boxes)) == LAYOUTS[layout]["blocks"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_set_from_top_to_bottom_is_read_from_the_right(layout: str, tmp_path: Path) -> None:
    path = write(tmp_path, stood_up(draw(LAYOUTS[layout]["picture"])))
    assert blocks_of(path) == LAYOUTS[layout]["blocks"]


@pytest.mark.parametrize("by", [0.02, 40.0])
def test_the_unit_of_the_file_does_not_matter(by: float, tmp_path: Path) -> None:
    boxes = moved(draw(DRAWING["picture"]), lambda point: (point[0] * by, point[1] * by))
    assert blocks_of(write(tmp_path, boxes)) == DRAWING["blocks"]


BOXES = st.lists(
    st.builds(
        lambda left, top, width, height: Box(left, top, left + width, top + height),
        *(st.floats(0, 400) for _ in range(2)),
        *(st.floats(0.1, 300) for _ in range(2)),
    ),
    max_size=30,
)


@given(boxes=BOXES, heads=st.sets(st.integers(0, 29)))
def test_every_box_stands_in_the_order_once(boxes: list[Box], heads: set[int]) -> None:
    assert sorted(reading_order(boxes, 20.0, heads)) == list(range(len(boxes)))


def test_a_pinwheel_that_no_cut_parts_is_read_by_the_rules() -> None:
    wheel = [
        Box(0, 0, 60, 20),
        Box(70, 0, 90, 60),
        Box(0, 30, 20, 90),
        Box(30, 70, 90, 90),
        Box(30, 30, 60, 60),
    ]
    assert reading_order(wheel, 10.0) == (0, 2, 4, 3, 1) or reading_order(wheel, 10.0)[0] == 0


def test_a_stair_is_read_from_top_to_bottom() -> None:
    stair = [Box(300, 0, 400, 20), Box(0, 30, 100, 50)]
    assert reading_order(stair, 20.0) == (0, 1)


def test_cuts_within_cuts_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "DEEPEST", 1)
    monkeypatch.setattr(ordering, "SORTED_BY_RULES", 2)
    boxes = [Box(x, y, x + 10, y + 10) for x in (0, 20, 40) for y in (0, 20, 40)]
    assert sorted(reading_order(boxes, 10.0)) == list(range(9))


# formats


@pytest.mark.parametrize("form", FORMS)
def test_every_format_gives_the_same_page(form: str, tmp_path: Path) -> None:
    path = write(tmp_path, draw(DRAWING["picture"]), form)
    assert blocks_of(path) == DRAWING["blocks"]
    source = read_source(path)
    assert (source.name, source.boxes_file, source.encoding) == (path.name, path.name, "utf-8")


TEXTS = st.lists(
    st.text(alphabet="水满了,。ab 1-<&>\"'\ufeff\u200b\x0c\ufffd\t", min_size=1, max_size=12),
    min_size=1,
    max_size=12,
)


def kept(texts: Sequence[str]) -> Counter[str]:
    """Return the characters of texts that show something, with their number."""
    left_out = "\ufeff\u200b"
    return Counter(each for text in texts for each in text if not each.isspace() and each not in left_out)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=TEXTS, data=st.data(), form=st.sampled_from([form for form in FORMS if "Structure" not in form]))
def test_no_character_is_lost_or_doubled(
    texts: list[str], data: st.DataObject, form: str, tmp_path: Path
) -> None:
    if FORMS[form][0] != "json":
        texts = [text.replace("\x0c", " ") for text in texts]
    boxes = []
    for text in texts:
        left, top = data.draw(st.floats(0, 900)), data.draw(st.floats(0, 900))
        width, height = data.draw(st.floats(5, 500)), data.draw(st.floats(5, 90))
        boxes.append(Drawn(text, corners(left, top, left + width, top + height)))
    path = write(tmp_path, boxes, form)
    if not kept(texts):
        with pytest.raises(PageFaults, match="里面没有文字行"):
            read_source(path)
        return
    source = read_source(path)
    assert kept([source.text]) == kept(texts)
    spans = sorted(box.span for line in source.prints for box in line.boxes)
    assert kept([source.quote(span) for span in spans]) == kept(texts)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    for line in source.prints:
        assert {source.line_of(box.span.start) for box in line.boxes} == {line.line}


def xml(name: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><{name}>{inside}</{name}>'.encode()


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            '<TextLine><Coords><Point x="1" y="1"/><Point x="90" y="31"/></Coords>'
            "<TextEquiv><PlainText>水满了</PlainText></TextEquiv></TextLine>",
            "水满了",
        ),
        (
            '<TextLine><Word><Coords points="0,0 30,30"/><TextEquiv><Unicode>水</Unicode></TextEquiv></Word>'
            '<Word><Coords points="31,0 60,30"/><TextEquiv><Unicode>满</Unicode></TextEquiv></Word>'
            '<Word><Coords points="100,0 130,30"/><Glyph><TextEquiv><Unicode>了</Unicode></TextEquiv></Glyph></Word>'
            "</TextLine>",
            "水满 了",
        ),
        (
            '<Coords points="0,0 90,80"/><TextEquiv><Unicode>水满了\n\n麦子绿了</Unicode></TextEquiv>',
            "水满了麦子绿了",
        ),
        (
            '<TextRegion><TextLine><Coords points="0,0 90,30"/><TextEquiv><Unicode>水满了</Unicode></TextEquiv>'
            "</TextLine></TextRegion><TextEquiv><Unicode>水满了</Unicode></TextEquiv>",
            "水满了",
        ),
    ],
    ids=["points of 2010", "words and glyphs", "a region without lines", "a region within a region"],
)
def test_the_forms_of_page_xml(inside: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(xml("PcGts", f"<Page><TextRegion>{inside}</TextRegion></Page>"))
    assert read_source(path).text.replace("\n", "") == text


def test_alto_keeps_hyphens_and_takes_the_box_of_a_line_from_its_words(tmp_path: Path) -> None:
    strings = (
        '<String CONTENT="two" HPOS="0" VPOS="0" WIDTH="30" HEIGHT="10"/><SP/>'
        '<String CONTENT="wo" HPOS="40" VPOS="0" WIDTH="30" HEIGHT="10"/><HYP CONTENT="-"/>'
    )
    path = tmp_path / "a.xml"
    path.write_bytes(xml("alto", f"<Page><TextLine ID='l'>{strings}</TextLine></Page>"))
    source = read_source(path)
    assert source.text == "two wo-\n\n"
    (box,) = source.prints[0].boxes
    assert (box.id, box.box) == ("l", Box(0, 0, 70, 10))


def test_hocr_that_is_no_xml_and_marks_every_character_a_word(tmp_path: Path) -> None:
    def word(text: str, left: int) -> str:
        return f"<span class=ocrx_word title='bbox {left} 0 {left + 20} 20'>{text}</span>\n"

    path = tmp_path / "a.hocr"
    path.write_text(
        "<html><head><title>无字</title></head><body><div class=ocr_page title='image &quot;a&quot;; bbox 0 0 900 900'>"
        "<span class=ocr_line title='bbox 0 0 200 20'>"
        f"{word('水', 0)}{word('满', 22)}{word('了', 80)}{word('two', 110)}{word('&lt;b&gt;&amp;', 140)}<br></span>"
        "<p class=ocr_par title='bbox 0 400 300 420'>一段没有行的字</div>",
        encoding="utf-8",
    )
    assert blocks_of(path) == ["水满 了 two <b>&", "一段没有行的字"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([Word(text="水"), Word(text="满")], "水满"),
        ([Word(text="two"), Word(text="words")], "two words"),
        ([Word(text="two"), Word(text="words", spaced=False)], "twowords"),
        ([Word(text="水"), Word(text=""), Word(text="a")], "水 a"),
        ([Word(text="水", box=Box(0, 0, 10, 10)), Word(text="满", box=Box(17, 0, 27, 10))], "水 满"),
        ([Word(text="水", box=Box(0, 0, 10, 10)), Word(text="满", box=Box(16, 0, 26, 10))], "水满"),
    ],
)
def test_a_blank_stands_between_words_where_the_print_has_one(words: list[Word], text: str) -> None:
    assert join_words(words) == text


def test_half_a_character_in_json_is_a_lost_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"txt": "水\\ud842了", "box": [0, 0, 90, 30]}]', encoding="utf-8")
    assert read_source(path).text == "水\ufffd了\n\n"


def test_a_sign_that_shows_nothing_is_told_of_in_boxes_too(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, [Drawn("水\u200b满了", corners(0, 0, 120, 40))]))
    assert (source.text, source.whole_text) == ("水满了\n\n", "水\u200b满了\n\n")


# faults


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case['name']} {case['text']}"[:60])
def test_a_file_of_boxes_that_cannot_be_used(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / case["name"]
    path.write_text(case["text"] * case.get("times", 1), encoding="utf-8")
    with pytest.raises(PageFaults) as told:
        read_source(path)
    (fault,) = told.value.diagnostics
    assert (fault.code, fault.path) == ("boxes", str(path))
    assert fault.message == f"识别结果读不了:{case['message']}"
    assert [fault.line, fault.column] == case.get("at", [None, None])
    assert fault.hint.endswith("。")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 990 + "1" + "}" * 990])
def test_json_of_any_depth_is_refused_with_a_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(PageFaults, match="识别结果读不了"):
        read_source(tmp_path / "a.json")


def test_xml_in_an_encoding_of_more_bytes_is_refused_with_a_sentence(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="GB18030"?><alto>水</alto>'
    (tmp_path / "a.xml").write_bytes(text.encode("gb18030"))
    with pytest.raises(PageFaults, match="请另存为 UTF-8"):
        read_source(tmp_path / "a.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("form", ["ALTO 4", "hOCR", "RapidOCR 3"])
def test_other_encodings_of_unicode_are_read(form: str, encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, draw(DRAWING["picture"]), form)
    text = path.read_text("utf-8").replace(' encoding="UTF-8"', "")
    path.write_bytes(text.encode(encoding))
    assert blocks_of(path) == DRAWING["blocks"]
    assert read_source(path).encoding == encoding.removesuffix("-sig")


def test_a_page_of_too_many_lines_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "MOST_LINES", 3)
    with pytest.raises(PageFaults, match="超过一版的上限 3 行"):
        read_source(write(tmp_path, draw("水\n满\n了\n。")))


def test_a_file_of_boxes_may_be_larger_than_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(as_rapid_3(draw("水满了")).encode() + b" " * 19_000_000)
    assert read_source(path).text == "水满了\n\n"
    path.write_bytes(path.read_bytes() + b" " * 1_000_000)
    with pytest.raises(PageFaults, match="超过上限 20,000,000 字节"):
        read_source(path)


def test_a_broken_file_of_boxes_stops_no_other_page(tmp_path: Path) -> None:
    write(tmp_path, draw(DRAWING["picture"]))
    (tmp_path / "p2.xml").write_text("<mets/>", encoding="utf-8")
    sources, faults = read_sources(tmp_path)
    assert [source.id for source in sources] == ["p1"]
    assert [fault.code for fault in faults] == ["boxes"]


# in place of a text, and beside it


def test_boxes_beside_a_text_are_no_page_and_two_without_one_clash(tmp_path: Path) -> None:
    boxes = draw(DRAWING["picture"])
    for stem, form in (("p1", "RapidOCR 3"), ("p2", "ALTO 4"), ("p2", "RapidOCR 3")):
        write(tmp_path, boxes, form, stem)
    (tmp_path / "p1.txt").write_text("水满了。", encoding="utf-8")
    assert [path.name for path in find_pages(tmp_path)] == ["p1.txt", "p2.json", "p2.xml"]
    sources, (fault,) = read_sources(tmp_path)
    assert [source.name for source in sources] == ["p1.txt", "p2.json"]
    assert (fault.code, fault.path) == ("same-stem", str(tmp_path / "p2.xml"))


CORRECTED = [
    "# 老渠清淤春水早到",
    "□本报记者 林禾",
    "三月的风还硬,红柳村的人先下了老渠清淤,铁锹碰着冻土叮当响。",
    "没有印在框里的一行字",
    "四月初放水那天全村的人都站在渠边上看水慢慢流过去。",
]


def test_a_text_beside_boxes_is_published_word_for_word_and_knows_its_type(tmp_path: Path) -> None:
    write(tmp_path, draw(DRAWING["picture"]))
    text = "\n".join(CORRECTED)
    (tmp_path / "p1.txt").write_text(text, encoding="utf-8")
    source = read_source(tmp_path / "p1.txt")
    assert (source.text, source.name, source.boxes_file) == (text, "p1.txt", "p1.json")
    assert [(line.line, line.height, line.place) for line in source.prints] == [
        (1, 2.0, 0),
        (2, 1.0, 1),
        (3, 1.0, 2),
        (5, 1.0, 5),
    ]
    assert [source.quote(box.span) for box in source.prints[2].boxes] == [
        "三月的风还硬,红柳村",
        "的人先下了老渠清淤,铁锹",
        "碰着冻土叮当响。",
    ]


def test_a_broken_file_beside_a_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text("水满了。", encoding="utf-8")
    (tmp_path / "p1.xml").write_text("<mets/>", encoding="utf-8")
    with pytest.raises(PageFaults, match=r"p1\.xml: error \[boxes\]"):
        read_source(tmp_path / "p1.txt")


@pytest.mark.parametrize("form", ["PAGE XML 2019", "PaddleOCR 3"])
def test_a_page_of_boxes_is_built_with_its_evidence(form: str, tmp_path: Path) -> None:
    path = write(tmp_path, draw(DRAWING["picture"]), form)
    settings = load_settings(seeds_dir=tmp_path)
    archive = read_archive(settings, progress=silent())
    (page,) = archive.pages
    (item,) = page.items
    assert item.headline is not None
    assert (item.headline.text, [by.contributor.name for by in item.bylines]) == (
        DRAWING["blocks"][0],
        ["林禾"],
    )
    (headline,) = [block for block in page.blocks if block.role is Role.HEADLINE]
    assert headline.evidence == "字高约为正文的 2.0 倍"
    files = {file.uri: file.data for file in gather_files(archive, check(archive))}
    row = json.loads(files["data/pages.jsonl"])
    assert (row["boxes_file"], row["source"]) == (path.name, path.name)
    assert row["prints"][0] == {
        "line": 1,
        "height": 2.0,
        "indent": 0.0,
        "place": 0,
        "boxes": [
            {"id": "l1" if "PAGE" in form else "1", "box": [140, 100, 780, 180], "text": DRAWING["blocks"][0]}
        ],
    }
    assert "各行按识别结果的坐标排成" in explain_page(path, settings)


@pytest.mark.parametrize(("count", "is_headline"), [(45, True), (46, False)])
def test_large_type_makes_a_headline_of_a_short_line_alone(
    count: int, is_headline: bool, tmp_path: Path
) -> None:
    body = [Drawn("天" * 20, corners(0, 500 + 60 * row, 800, 540 + 60 * row)) for row in range(6)]
    large = Drawn("水" * (count - 1) + "。", corners(0, 0, 80 * count, 80))
    write(tmp_path, [large, *body])
    archive = read_archive(load_settings(seeds_dir=tmp_path), progress=silent())
    first = archive.pages[0].blocks[0]
    assert (first.rule == "heading") is is_headline


def test_compose_tells_blocks_from_one_another_by_a_blank_line() -> None:
    line = found.found_line("a", "水满了", [(0, 0), (90, 30)])
    assert line is not None
    page = compose([line])
    assert (page.text, page.whole, page.prints[0].boxes[0].id) == ("水满了\n\n", "水满了\n\n", "a")


# whole pages


def test_pages_set_at_random_are_put_in_order_and_parted_into_their_blocks(tmp_path: Path) -> None:
    blocks = found_blocks = articles = whole = 0
    for seed in range(40):
        boxes, expected = set_at_random(seed)
        got = blocks_of(write(tmp_path, boxes))
        assert kept(got) == kept([box.text for box in boxes])
        blocks += sum(len(article) for article in expected)
        found_blocks += sum(block in set(got) for article in expected for block in article)
        articles += len(expected)
        whole += sum("".join(article) in "".join(got) for article in expected)
    assert found_blocks >= 0.985 * blocks
    assert whole >= 0.95 * articles


def test_a_paragraph_that_goes_on_flush_at_the_top_of_the_next_column_is_one(tmp_path: Path) -> None:
    write(tmp_path, draw(CUT["picture"]))
    archive = read_archive(load_settings(seeds_dir=tmp_path), progress=silent())
    (page,) = archive.pages
    (item,) = page.items
    assert [part.text for part in item.body if len(part.lines) > 1] == CUT["joined"]
    assert [element(block, page.source).indented for block in page.blocks] == CUT["stands_in"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(form=st.sampled_from(list(FORMS)), data=st.data())
def test_a_file_damaged_anywhere_is_read_or_refused_with_sentences(
    form: str, data: st.DataObject, tmp_path: Path
) -> None:
    path = write(tmp_path, draw("水＋满＋了＋\n\n　麦子 绿了。　好<b>"), form)
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=4))
    path.write_bytes(bytes(raw))
    try:
        read = read_source(path).text.encode("utf-8")
    except PageFaults as error:
        read = str(error).encode("utf-8")
    assert read.strip()
