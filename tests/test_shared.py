"""Text that stands in two places: what is reported stands there, and what stands there is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.groups import Archive
from generator.archive.shared import RunKind, SharedRun
from generator.archive.shared.choosing import MOST_LINKED
from generator.archive.shared.comparing import comparable, letters_of, without
from generator.archive.shared.grams import SHORTEST, repeated_grams
from generator.archive.shared.repeats import follow
from generator.model import BylinePlace, Page, Span
from tests.benchmarks.bench_shared import made_items, measure
from tests.making import Draft, by, make_archive, make_page

RUN = "去年冬天渠里的水一直流到腊月"
"""Fourteen characters without a sign between them."""


def pages_of(texts: Sequence[str | Sequence[str]]) -> Iterator[Page]:
    """Yield a page for each text, of one item and one paragraph; a sequence is cut by print columns."""
    for number, text in enumerate(texts):
        yield make_page(Draft(headline=f"第{number}则", paragraphs=(text,)), page_id=f"p{number:02d}")


def archive_of(*texts: str | Sequence[str]) -> Archive:
    """Return an archive of a page for each text."""
    return make_archive(*pages_of(texts))


def found(*texts: str | Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the text and the pages of each run."""
    runs = archive_of(*texts).shared
    return [(run.text, [place.entry.page.id for place in run.places]) for run in runs]


def standing(run: SharedRun, place: int) -> str:
    """Return what the lines of a place hold, by the numbers that are published."""
    where = run.places[place]
    lines = where.entry.page.source.lines
    return "".join(lines[piece.line - 1][piece.start : piece.end] for piece in where.pieces)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


# ---- what is found ----


def test_a_run_in_two_items_is_found_as_far_as_they_agree() -> None:
    assert found(f"听说{RUN}。", f"他记得{RUN},很冷。") == [(RUN, ["p00", "p01"])]


@pytest.mark.parametrize(("length", "runs"), [(SHORTEST - 1, 0), (SHORTEST, 1)])
def test_a_run_has_twelve_characters_at_least(length: int, runs: int) -> None:
    assert len(found(f"甲{RUN[:length]}乙", f"丙{RUN[:length]}丁")) == runs


def test_a_run_goes_over_lines_that_print_columns_cut_and_over_paragraphs() -> None:
    run = archive_of(("他说" + RUN[:5], RUN[5:] + "了"), f"人们讲{RUN}呢").shared[0]
    assert [(piece.line, piece.start, piece.end) for piece in run.places[0].pieces] == [(3, 2, 7), (5, 0, 9)]
    page = make_page(Draft(paragraphs=(f"好。{RUN[:6]}。", f"{RUN[6:]}!")), page_id="two")
    (whole,) = make_archive(page, *pages_of([f"都说{RUN}呢"])).shared
    assert (whole.characters, whole.text) == (14, f"{RUN[:6]}。{RUN[6:]}")


def test_punctuation_blanks_and_widths_make_no_other_text() -> None:
    (run,) = archive_of("2022年,“两新”党建 办得好,人人都说", "２０２２年“两新”党建办得好。人人都笑").shared
    assert (run.text, run.characters) == ("2022年,“两新”党建 办得好,人人都", 15)
    assert [place.exact for place in run.places] == [True, False]


def test_who_signed_is_no_text_in_common() -> None:
    signature = "本报记者林禾高远通讯员其木格图雅摄"
    pages = []
    for number, story in enumerate(("雪下了一夜", "渠修到了村口")):
        page = make_page(Draft(paragraphs=(f"{story}。{signature}",), bylines=(by("林禾", "摄"),)))
        pages.append(_signed_in_text(page, f"q{number}"))
    assert make_archive(*pages).shared == ()


def _signed_in_text(page: Page, page_id: str) -> Page:
    """Return the page with its byline at the end of the paragraph."""
    from dataclasses import replace

    from generator.model import Span

    item = page.items[0]
    end = item.body[0].pieces[0].end
    byline = replace(item.bylines[0], span=Span(end - 17, end), place=BylinePlace.TEXT)
    source = replace(page.source, id=page_id, name=f"{page_id}.txt")
    return replace(page, source=source, items=(replace(item, id=page_id, bylines=(byline,)),))


def test_a_byline_that_goes_on_behind_a_piece_of_its_paragraph_is_cut_there() -> None:
    from dataclasses import replace

    from generator.model import Span

    page = make_page(Draft(paragraphs=(("雪下了一夜。本报记者", "林禾摄"),), bylines=(by("林禾", "摄"),)))
    item = page.items[0]
    piece = item.body[0].pieces[0]
    byline = replace(item.bylines[0], span=Span(piece.end - 4, piece.end + 4), place=BylinePlace.TEXT)
    assert comparable(page.source, replace(item, bylines=(byline,))).startswith("雪下了一夜")


def test_a_run_does_not_go_from_a_headline_into_the_body() -> None:
    pages = [
        make_page(Draft(headline=RUN[:7], paragraphs=(RUN[7:] + end,)), page_id=end) for end in ("a", "b")
    ]
    assert make_archive(*pages).shared == ()


def test_what_stands_twice_in_one_item_alone_is_not_shared() -> None:
    assert found(f"{RUN}。他又说{RUN}。", "别的话") == []


def test_of_two_runs_one_in_the_other_both_are_told_where_they_stand_in_other_items() -> None:
    longer = f"{RUN}才停下来"
    runs = found(f"一{longer}甲", f"二{longer}乙", f"三{RUN}丙")
    assert runs == [(longer, ["p00", "p01"]), (RUN, ["p00", "p01", "p02"])]


def test_a_part_of_a_run_in_the_same_items_is_not_told_again() -> None:
    assert len(found(f"一{RUN}才停。后来呢,{RUN}", f"二{RUN}才停")) == 1


def test_a_run_in_many_items_is_a_formula() -> None:
    texts = [f"{chr(0x4E00 + number)}{RUN}{chr(0x5E00 + number)}" for number in range(MOST_LINKED + 1)]
    (run,) = archive_of(*texts).shared
    assert (run.kind, run.items, len(run.places)) == (RunKind.FORMULA, MOST_LINKED + 1, MOST_LINKED + 1)
    (fewer,) = archive_of(*texts[1:]).shared
    assert fewer.kind is RunKind.PASSAGE


def test_a_formula_with_a_character_beside_it_ties_no_two_items_together() -> None:
    texts = [f"{chr(0x4E00 + number)}{RUN}{chr(0x5E00 + number // 2)}尾" for number in range(12)]
    assert [run.items for run in archive_of(*texts).shared] == [12]


def test_a_formula_that_stands_in_longer_ones_alone_is_not_told() -> None:
    before, behind = "春天人们修过的那条", "谁也没有见过这样的事"
    texts = [f"{before}{RUN}{chr(0x5E00 + number)}" for number in range(9)]
    texts += [f"{chr(0x4E00 + number)}{RUN}{behind}" for number in range(9)]
    assert {run.text for run in archive_of(*texts).shared} == {before + RUN, RUN + behind}
    more = {run.text: run.items for run in archive_of(*texts, f"丙{RUN}丁").shared}
    assert more == {before + RUN: 9, RUN + behind: 9, RUN: 19}


def test_a_formula_names_a_hundred_places_and_counts_the_others() -> None:
    (run,) = archive_of(*(f"{chr(0x4E00 + n)}{RUN}{chr(0x5E00 + n)}" for n in range(130))).shared
    assert (run.items, len(run.places)) == (130, 100)


def test_no_run_is_followed_from_its_middle() -> None:
    """The cost is that of the runs, not of their characters."""
    text, rest = f"\n甲{RUN}乙\n丙{RUN}丁\n", len(RUN) + 3
    starts = [1, 1 + rest, 1 + 2 * rest]
    assert [(run.length, run.starts) for run in follow(text, starts, [2, 2 + rest])] == [(14, (2, 2 + rest))]
    assert list(follow(text, starts, [3, 3 + rest])) == []
    assert list(repeated_grams(text, starts[:-1])) == [[2, 2 + rest]]


def test_a_pattern_that_repeats_itself_costs_no_square() -> None:
    runs = archive_of("一二三四五六七" * 20_000, "甲" + "一二三四五六七" * 20_000).shared
    assert max(run.characters for run in runs) == 140_000


def test_an_id_is_that_of_the_words_wherever_they_stand() -> None:
    one = archive_of(f"一{RUN}", f"二{RUN}").shared[0].id
    assert one == archive_of("雪", f"三“{RUN}”", f"四{RUN}!").shared[0].id
    assert len(one) == 12


# ---- by property ----

PHRASES = st.lists(
    st.text(st.sampled_from("天地玄黄宇宙洪荒日月"), min_size=4, max_size=16), min_size=3, max_size=5
)
TEXTS = PHRASES.flatmap(
    lambda phrases: st.lists(
        st.lists(st.sampled_from([*phrases, ",", "。 "]), max_size=6).map("".join), min_size=2, max_size=6
    )
)


def common(one: str, two: str) -> set[str]:
    """Return every text of twelve characters and more that stands in both and is part of no longer such."""
    runs = set()
    for begin in range(len(one)):
        for start in range(len(two)):
            if begin and start and one[begin - 1] == two[start - 1]:
                continue
            length = 0
            while one[begin : begin + length + 1] == two[start : start + length + 1] and begin + length < len(
                one
            ):
                if start + length >= len(two):
                    break
                length += 1
            if length >= SHORTEST:
                runs.add(one[begin : begin + length])
    return runs


@given(TEXTS)
def test_every_run_stands_where_it_is_said_to_stand(texts: list[str]) -> None:
    for run in archive_of(*texts).shared:
        compared = letters(run.text)
        assert len(compared) == run.characters >= SHORTEST
        assert run.items == len({place.entry.item.id for place in run.places}) >= 2
        for number, place in enumerate(run.places):
            stands = standing(run, number)
            assert letters(stands) == compared
            assert (stands == run.text) == place.exact
            assert stands == "".join(piece.text for piece in place.pieces)


@given(TEXTS)
def test_whatever_two_items_have_in_common_is_told_of_both(texts: list[str]) -> None:
    runs = archive_of(*texts).shared
    told = [(letters(run.text), {place.entry.page.id for place in run.places}) for run in runs]
    plain = [letters(text) for text in texts]
    for one, two in combinations(range(len(texts)), 2):
        both = {f"p{one:02d}", f"p{two:02d}"}
        for text in common(plain[one], plain[two]):
            assert any(text in run and both <= pages for run, pages in told), text


@given(TEXTS)
def test_letters_are_what_is_compared(texts: list[str]) -> None:
    for entry in archive_of(*texts).items:
        source = entry.page.source
        where = letters_of(source, entry.item)
        shown = "".join("\n" if at < 0 else source.text[at] for at in where.offsets)
        assert shown == comparable(source, entry.item)


# ---- many items ----


def test_every_reprint_among_many_items_is_found() -> None:
    entries = made_items(400)
    texts = {entry.item.id: letters(entry.item.text) for entry in entries}
    runs = make_archive(*{entry.page.id: entry.page for entry in entries}.values()).shared
    pairs = {
        (one.entry.item.id, two.entry.item.id)
        for run in runs
        if run.kind is RunKind.PASSAGE
        for one, two in combinations(run.places, 2)
    }
    grams = {key: {text[at : at + 60] for at in range(len(text) - 59)} for key, text in texts.items()}
    planted = {(one, two) for one, two in combinations(texts, 2) if grams[one] & grams[two]}
    assert len(planted) > 30
    assert planted <= pairs


def test_the_runs_are_the_same_each_time() -> None:
    texts = [f"{chr(0x4E00 + number % 7)}{RUN[number % 3 :]}{chr(0x5E00 + number)}" for number in range(20)]
    assert archive_of(*texts).shared == archive_of(*texts).shared


@pytest.mark.scale
def test_the_work_grows_with_the_archive_and_not_with_its_square() -> None:
    few, many = 500, 5_000
    (seconds, memory, *_), (longer, larger, *_) = (measure(made_items(size)) for size in (few, many))
    assert longer / many < 2 * seconds / few
    assert larger / many < memory / few


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        ([], ["甲乙丙丁戊己"]),
        ([(2, 4)], ["甲乙", "戊己"]),
        ([(1, 5), (2, 3)], ["甲", "", "己"]),
        ([(0, 2), (1, 4)], ["", "", "戊己"]),
        ([(4, 9)], ["甲乙丙丁", ""]),
    ],
    ids=["none", "one", "one-inside-another", "two-that-overlap", "one-that-goes-on-behind"],
)
def test_no_letter_between_names_is_compared_twice(names: list[tuple[int, int]], kept: list[str]) -> None:
    parts = without(Span(0, 6), [Span(*name) for name in names])
    assert ["甲乙丙丁戊己"[part.start : part.end] for part in parts] == kept
