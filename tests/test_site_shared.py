"""The pages that show text which stands in two places: the list of all, and what an item's page says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.archive.addresses import item_url, paragraph_anchors
from generator.archive.shared.choosing import MOST_LINKED
from generator.site.rendering.lists import shared_pages
from generator.site.rendering.press import Press
from generator.site.rendering.prints import item_pages
from generator.site.views.frame import RUNS, Frame
from generator.site.views.shared import excerpt, run_views, shared_views
from tests.making import Draft, make_archive, make_page

RUN = "去年冬天渠里的水一直流到腊月"


def frame_of(*texts: str | Sequence[str]) -> Frame:
    """Return a frame of one item a page; the item's paragraphs are given, or its only one."""
    pages = (
        make_page(
            Draft(headline=f"第{at}则", paragraphs=(text,) if isinstance(text, str) else text),
            page_id=f"p{at:02d}",
        )
        for at, text in enumerate(texts)
    )
    return Frame(archive=make_archive(*pages))


def told(frame: Frame, item: int = 0) -> list[tuple[str, str, list[str]]]:
    views = shared_views(frame, frame.archive.items[item])
    return [(view.text, view.here, [other.href for other in view.others]) for view in views]


def numbered(number: int, text: str = RUN) -> str:
    return f"{chr(0x4E00 + number)}{text}{chr(0x5E00 + number)}"


def test_each_of_two_items_leads_to_the_paragraph_of_the_other() -> None:
    frame = frame_of(("没有。", f"听说{RUN}。"), f"他讲{RUN}呢")
    entries = frame.archive.items
    anchors = paragraph_anchors(entries[0].item)[1], paragraph_anchors(entries[1].item)[0]
    one, two = (f"{item_url(entry.item)}index.html#{at}" for entry, at in zip(entries, anchors, strict=True))
    assert told(frame) == [(RUN, one, [two])]
    assert told(frame, 1) == [(RUN, two, [one])]


def test_an_item_is_named_once_for_each_part_with_the_longest_run() -> None:
    longer = f"{RUN}才停下来"
    frame = frame_of(f"一{longer}甲", f"二{longer}乙", f"三{RUN}丙")
    assert [(text, len(others)) for text, _, others in told(frame)] == [(longer, 1), (RUN, 1)]
    assert [(text, len(others)) for text, _, others in told(frame, 2)] == [(RUN, 2)]


def test_an_item_without_shared_text_says_nothing_of_it() -> None:
    frame = frame_of("雪。", f"一{RUN}", f"二{RUN}")
    pages = [file.data.decode() for file in item_pages(Press(frame))]
    assert ['id="shared"' in page for page in pages] == [False, True, True]


def test_a_formula_leads_to_the_list_and_to_no_item() -> None:
    frame = frame_of(*(numbered(number) for number in range(MOST_LINKED + 1)))
    (view,) = shared_views(frame, frame.archive.items[0])
    assert view.others == ()
    assert view.formula is not None
    assert (view.formula.href, view.formula.count) == (
        f"shared/index.html#r-{frame.archive.shared[0].id}",
        MOST_LINKED + 1,
    )


def test_the_list_names_the_first_items_and_counts_the_others() -> None:
    frame = frame_of(*(numbered(number) for number in range(30)))
    (view,) = run_views(frame, frame.archive.shared)
    assert (view.items, len(view.places), view.more, view.formula) == (30, 12, 18, True)


def test_a_long_list_has_several_pages_and_every_anchor_is_on_the_page_that_leads_to_it() -> None:
    runs = [f"{chr(0x3400 + number)}{RUN[1:]}" for number in range(RUNS + 5)]
    texts = ["".join(f"{mark}{run}" for mark, run in zip(marks, runs, strict=True)) for marks in
             ("".join(chr(first + at) for at in range(len(runs))) for first in (0x4E00, 0x5E00))]  # fmt: skip
    frame = frame_of(*texts)
    files = {file.uri: file.data.decode() for file in shared_pages(Press(frame))}
    assert sorted(files) == ["shared/2/index.md", "shared/index.md"]
    for run in frame.archive.shared:
        address, _, anchor = frame.run_href(run).partition("#")
        assert f'id="{anchor}"' in files[address.replace(".html", ".md")]


def test_an_archive_without_shared_text_has_the_page_all_the_same() -> None:
    (page,) = shared_pages(Press(frame_of("雪。")))
    assert "还没有两篇稿件" in page.data.decode()


def test_the_words_of_a_run_are_never_markup() -> None:
    words = "<b>甲乙丙丁戊己庚辛壬癸子丑{{寅卯}}"
    (page,) = shared_pages(Press(frame_of(f"一{words}", f"二{words}")))
    text = page.data.decode()
    assert "甲乙丙丁" in text
    assert "<b>" not in text
    assert not re.search(r"\{\{", text)


def test_a_long_run_is_shown_by_its_beginning_and_its_end() -> None:
    shown = excerpt("山" * 90 + "水" * 90, 100)
    assert (len(shown), shown.count("水"), shown.count("……")) == (100, 25, 1)
