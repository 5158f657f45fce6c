"""Changes to an archive after which its addresses must still mean what they meant, and a judge of that.

The judge knows nothing of ids and sketches: it compares the words that stood at each address with those that stand
there now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.archive.groups import Archive
from generator.archive.identity.formers import Fate
from generator.build import read_archive
from generator.model import Item, Page
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings

CAPTION = "图为党员志愿者在社区里替老人收晒好的被子。林禾 摄"
SAME = 0.6
"""Share of an article's runs of four characters from which it is the same article."""


def read_seeds(seeds: Path) -> Archive:
    """Return the archive that a folder of pages is."""
    return read_archive(load_settings(seeds_dir=seeds), progress=silent())


def judge(old: Archive, new: Archive) -> Counter[str]:
    """Return how many addresses show the same article, another one, lead on, or are dead."""
    before, after = words_by_id(old), words_by_id(new)
    leading = {
        former.id for former in new.identity.formers if former.fate is not Fate.GONE or former.acknowledged
    }
    return Counter(_fate(id_, words, after, leading) for id_, words in before.items())


def words_by_id(archive: Archive) -> dict[str, str]:
    """Return the words of each item by its id."""
    return {entry.item.id: entry.item.text for entry in archive.items}


def _fate(id_: str, words: str, after: Mapping[str, str], leading: set[str]) -> str:
    if id_ not in after:
        return "leads on" if id_ in leading else "dead"
    runs = {words[at : at + 4] for at in range(max(1, len(words) - 3))}
    return "same" if sum(run in after[id_] for run in runs) >= SAME * len(runs) else "other"


def lines_of(item: Item) -> list[int]:
    """Return the lines of an item's headline and body, as a program of data files knows them."""
    head = item.headline.lines if item.headline else ()
    return sorted(
        {*head, *(line for part in item.body for line in part.lines), *(by.line for by in item.bylines)}
    )


def edit(seeds: Path, page: Page, change: Callable[[list[str]], list[str]]) -> None:
    """Rewrite the lines of a page."""
    path = seeds / page.source.name
    path.write_text("\n".join(change(path.read_text("utf-8").split("\n"))), encoding="utf-8")


def say(seeds: Path, page: Page, text: str) -> None:
    """Add to a page's sidecar."""
    with (seeds / f"{page.id}.yml").open("a", encoding="utf-8") as file:
        file.write(text)


def split(seeds: Path, page: Page) -> None:
    item = max(page.items, key=lambda item: len(item.body))
    say(seeds, page, f"corrections:\n  {item.body[len(item.body) // 2].lines[0]}: {{item: new}}\n")


def merge(seeds: Path, page: Page) -> None:
    first, second = [item for item in page.items if item.headline][:2]
    rows = (f"  {line}: [{{role: paragraph}}, {{item: {first.lines[0]}}}]\n" for line in lines_of(second))
    say(seeds, page, f"corrections:\n{''.join(rows)}")


def exclude_the_shortest(seeds: Path, page: Page) -> None:
    item = min(page.items, key=lambda item: len(item.text))
    say(seeds, page, "corrections:\n" + "".join(f"  {line}: {{item: none}}\n" for line in lines_of(item)))


def restore_a_caption(seeds: Path, page: Page) -> None:
    edit(seeds, page, lambda lines: [CAPTION, "", *lines])


def insert_blank_lines(seeds: Path, page: Page) -> None:
    edit(seeds, page, lambda lines: ["", "", "", *lines])


def mend_every_headline(seeds: Path, page: Page) -> None:
    heads = {item.headline.lines[0] for item in page.items if item.headline}
    edit(
        seeds,
        page,
        lambda lines: [f"{line[:-1]}新" if at in heads else line for at, line in enumerate(lines, 1)],
    )


def mend_a_character_of_every_long_line(seeds: Path, page: Page) -> None:
    def mended(line: str) -> str:
        half = len(line) // 2
        return f"{line[:half]}改{line[half + 1 :]}" if len(line) > 40 else line

    edit(seeds, page, lambda lines: [mended(line) for line in lines])


def put_the_last_item_first(seeds: Path, page: Page) -> None:
    own = lines_of(page.items[-1])

    def reordered(lines: list[str]) -> list[str]:
        moved = [text for line in own for text in (lines[line - 1], "")]
        return [*moved, *(line for at, line in enumerate(lines, 1) if at not in own)]

    edit(seeds, page, reordered)


def delete_the_shortest(seeds: Path, page: Page) -> None:
    own = lines_of(min(page.items, key=lambda item: len(item.text)))
    edit(seeds, page, lambda lines: ["" if at in own else line for at, line in enumerate(lines, 1)])


def rename(seeds: Path, page: Page) -> None:
    for suffix in (".txt", ".yml"):
        path = seeds / f"{page.id}{suffix}"
        if path.exists():
            path.rename(seeds / f"renamed-{page.id}{suffix}")


Change = Callable[[Path, Page], None]
CHANGES: tuple[Change, ...] = (
    split,
    merge,
    exclude_the_shortest,
    restore_a_caption,
    insert_blank_lines,
    mend_every_headline,
    mend_a_character_of_every_long_line,
    put_the_last_item_first,
    delete_the_shortest,
    rename,
)
"""Everything that editors do to pages, each to one page."""
NEED_A_WORD: tuple[Change, ...] = (delete_the_shortest, rename)
"""What only an editor can explain where nothing was recorded."""
