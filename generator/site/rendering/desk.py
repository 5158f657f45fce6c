"""The desk, where anyone mends a page in the browser, what it has of each page, and the list of what needs eyes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.archive.addresses import desk_href
from generator.archive.groups import Archive, Entry
from generator.editing.desk import desk_of
from generator.editing.sidecars.schema import WORD_OF
from generator.model import Page
from generator.model.doubts import meaning
from generator.model.outfiles import OutFile
from generator.model.words import BLOCK_ROLES, KINDS
from generator.site.rendering.press import SIZE, Press
from generator.site.views.heads import Head, HeadLink
from generator.site.views.home import newest_pages
from generator.site.views.names import page_name, title_of
from generator.site.views.rows import Link
from generator.vocabulary.gazetteer import Gazetteer

ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Ends of lines for older browsers within a string."""
NAMED_LEVELS = ("province", "league", "county", "zone")
"""Levels of places that the desk proposes; others may be written as well."""


def desk_pages(press: Press) -> Iterator[OutFile]:
    """Yield the desk, its words, what it has of each page, and the queue in two orders."""
    yield _desk(press)
    yield _script("desk/words.js", "words", words_of(press.archive))
    for page in press.archive.pages:
        yield _script(f"desk/pages/{page.id}.js", page.id, page_data(page, press.archive.settings.seeds_dir))
    yield from _queue(press)


def page_data(page: Page, seeds: Path) -> dict[str, Any]:
    """Return what the desk has of a page, with its name and the folder of its files below the seeds."""
    path = Path(page.source.path)
    folder = path.parent.relative_to(seeds).as_posix() if path.is_relative_to(seeds) else "."
    told = desk_of(page, {item.id: title_of(item) for item in page.items})
    return {"name": page_name(page), "folder": "" if folder == "." else f"{folder}/", **told}


def words_of(archive: Archive) -> dict[str, Any]:
    """Return the words that the desk proposes: of roles, kinds, and the archive's vocabularies."""
    practices = sorted({each.name for entry in archive.items for each in entry.item.tags.practices})
    return {
        "roles": [[word, BLOCK_ROLES[role]] for role, word in WORD_OF.items()],
        "kinds": [[str(kind), name] for kind, name in KINDS.items()],
        "columns": [column.name for column in archive.taxonomy.columns],
        "themes": [theme.name for theme in archive.taxonomy.themes],
        "regions": places(archive.gazetteer),
        "practices": practices[:2_000],
    }


def places(gazetteer: Gazetteer) -> list[str]:
    """Return the names of the larger places, each once."""
    return list(
        dict.fromkeys(place.name for place in gazetteer.places.values() if str(place.level) in NAMED_LEVELS)
    )


def _script(uri: str, name: str, value: Any) -> OutFile:
    told = json.dumps([name, value], ensure_ascii=False, separators=(",", ":")).translate(ENDS)
    return OutFile.of_text(uri, f"BanmianDesk.receive(...{told});\n")


def _desk(press: Press) -> OutFile:
    settings = press.archive.settings
    styles = HeadLink(rel="stylesheet", href="assets/desk.css")
    return press.sheet(
        "desk/",
        "desk",
        title="校读",
        section="about",
        description="对着原文逐行核对一版，改正读错的地方，提交修改",
        head=Head(links=(styles,), scripts=("assets/desk.js",)),
        repo=settings.repo_url.rstrip("/"),
        edit=settings.edit_uri,
    )


def _queue(press: Press) -> Iterator[OutFile]:
    """Yield the items that are doubted: those first that are least sure, and page by page, the newest first."""
    entries = [entry for entry in press.archive.items if not entry.item.sure or entry.item.text_doubts]
    least = sorted(entries, key=lambda entry: entry.item.confidence)
    order = {page.id: at for at, page in enumerate(newest_pages(press.archive.pages))}
    newest = sorted(entries, key=lambda entry: order[entry.page.id])
    for address, listed in (("desk/queue/", least), ("desk/queue/new/", newest)):
        for part in press.frame.parts(listed, address, SIZE):
            shown = listed[(part.number - 1) * SIZE : part.number * SIZE]
            yield press.part(
                part,
                "queue",
                title="待核对" if listed is least else "待核对：新的在前",
                section="about",
                crumbs=[Link(text="校读", href="desk/index.html")],
                doubted=[
                    (row, desk_href(entry.page, entry.item.lines[0]), _reasons(entry))
                    for row, entry in zip(part.rows, shown, strict=True)
                ],
                first=(part.number - 1) * SIZE + 1,
                by_doubt=listed is least,
                total=len(entries),
            )


def _reasons(entry: Entry) -> list[str]:
    doubts = (*entry.item.doubts, *entry.item.text_doubts)
    return list(dict.fromkeys(meaning(doubt.code).rstrip("。") for doubt in doubts))
