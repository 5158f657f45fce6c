"""The pages of persons, organisations and practices: an index of each, and a page for every one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.archive.addresses import FOLDERS, list_references, thing_url
from generator.archive.things import Thing, ThingKind
from generator.model.outfiles import OutFile
from generator.site.rendering.press import SIZE, Press
from generator.site.views.leaves import Leaf
from generator.site.views.rows import Link
from generator.site.views.writers import (
    leaves_of,
    letters_of,
    people_by_role,
    person_view,
    practice_views,
    thing_view,
)

TITLES = {ThingKind.PERSON: "署名", ThingKind.ORGANISATION: "单位", ThingKind.PRACTICE: "做法"}
"""What the index of each kind is called."""
SECTIONS = {
    ThingKind.PERSON: "bylines",
    ThingKind.ORGANISATION: "bylines",
    ThingKind.PRACTICE: "practices",
}
"""The part of the site that each kind stands in."""


def thing_pages(press: Press) -> Iterator[OutFile]:
    """Yield the indexes, each with the pages of what stands in it."""
    yield from byline_index(press)
    yield from organisation_index(press)
    yield from practice_index(press)
    for things in press.archive.things.every.values():
        for thing in things.values():
            yield from _pages_of(press, thing)


def _pages_of(press: Press, thing: Thing) -> Iterator[OutFile]:
    frame, kind, address = press.frame, thing.kind, thing_url(thing)
    group = press.archive.listed[kind].get(thing.name, ())
    shown: dict[str, Any] = {
        "section": SECTIONS[kind],
        "crumbs": [Link(text=TITLES[kind], href=f"{FOLDERS[kind]}index.html")],
        "references": list_references(address, len(group)),
    }
    if kind is ThingKind.PERSON:
        view = person_view(frame, thing.name)
        for part in frame.parts(frame.newest(group), address, SIZE):
            yield press.part(part, "byline", title=thing.name, person=view, **shown)
        return
    told = thing_view(frame, kind, thing.name)
    title = f"{TITLES[kind]}：{thing.name}"  # A theme, too, may be called so.
    for part in frame.parts(frame.newest(group), address, SIZE):
        yield press.part(part, "thing", title=title, here=thing.name, thing=told, **shown)


def byline_index(press: Press) -> Iterator[OutFile]:
    """Yield the index of persons, on one page or by letter, those of each role first."""
    frame = press.frame
    found = leaves_of(frame, ThingKind.PERSON, "bylines/a-z/")
    short = len(found) == 1
    links = leaf_links(found)
    letters = letters_of(frame, ThingKind.PERSON, found[0]) if short else ()
    yield press.sheet(
        "bylines/",
        "bylines",
        title="署名",
        section="bylines",
        roles=people_by_role(frame),
        letters=letters,
        leaves=links,
        organisations=len(frame.archive.by_organisation),
    )
    crumbs = [Link(text="署名", href="bylines/index.html")]
    if not short:
        yield from _letters(press, ThingKind.PERSON, found, crumbs)


def organisation_index(press: Press) -> Iterator[OutFile]:
    """Yield the index of organisations, on one page or by letter."""
    kind, address = ThingKind.ORGANISATION, FOLDERS[ThingKind.ORGANISATION]
    found = leaves_of(press.frame, kind, address)
    crumbs = [Link(text="署名", href="bylines/index.html")]
    if len(found) > 1:
        links = leaf_links(found)
        yield press.sheet(
            address,
            "letters",
            title="单位",
            section=SECTIONS[kind],
            crumbs=crumbs,
            letters=(),
            leaves=links,
            beside=None,
        )
        crumbs.append(Link(text="单位", href=f"{address}index.html"))
    yield from _letters(press, kind, found, crumbs)


def _letters(
    press: Press, kind: ThingKind, found: Sequence[Leaf], crumbs: Sequence[Link]
) -> Iterator[OutFile]:
    links = leaf_links(found)
    for at, leaf in enumerate(found):
        yield press.sheet(
            leaf.address,
            "letters",
            title=leaf.titled(TITLES[kind]),
            section=SECTIONS[kind],
            crumbs=crumbs,
            letters=letters_of(press.frame, kind, leaf),
            leaves=links,
            beside=beside(found, at),
        )


def practice_index(press: Press) -> Iterator[OutFile]:
    """Yield the index of practices, on one page or by letter."""
    found = leaves_of(press.frame, ThingKind.PRACTICE, FOLDERS[ThingKind.PRACTICE])
    links = leaf_links(found)
    short = len(found) == 1
    crumbs = [] if short else [Link(text="做法", href="practices/index.html")]
    if not short:
        yield press.sheet(
            "practices/", "practices", title="做法", section="practices", lead=True, letters=[], leaves=links
        )
    for at, leaf in enumerate(found):
        yield press.sheet(
            leaf.address,
            "practices",
            title=leaf.titled("做法"),
            section="practices",
            crumbs=crumbs,
            lead=short,
            letters=practice_views(press.frame, leaf),
            leaves=links,
            beside=beside(found, at),
        )


def leaf_links(leaves: Sequence[Leaf]) -> list[Link]:
    """Return the way to the first page of each letter."""
    first = {leaf.letter: leaf for leaf in reversed(leaves) if leaf.letter}
    return [
        Link(text=letter if letter != "0" else "其他", href=f"{first[letter].address}index.html")
        for letter in sorted(first, key=lambda letter: (letter == "0", letter))
    ]


def beside(leaves: Sequence[Leaf], at: int) -> tuple[Link | None, Link | None]:
    """Return the ways to the pages of an index before and after one of them."""
    before = Link(text="上一页", href=f"{leaves[at - 1].address}index.html") if at else None
    after = Link(text="下一页", href=f"{leaves[at + 1].address}index.html") if at + 1 < len(leaves) else None
    return before, after
