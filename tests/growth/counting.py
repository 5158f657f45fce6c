"""How many steps it takes to read a page and to make its site: calls, which no clock and no other program changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

from generator.archive.groups import Archive
from generator.archive.identity.settling import settle
from generator.build import check, gather_files, read_page
from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.papers import Papers
from generator.vocabulary.settings import ROOT, load_settings
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy


@cache
def vocabularies() -> tuple[Taxonomy, Gazetteer]:
    """Return the repository's own."""
    folder = ROOT / "site_config"
    return load_taxonomy(folder), load_gazetteer(folder / "regions" / "150000.json")


@contextmanager
def counted(steps: dict[str, int], name: str) -> Iterator[None]:
    """Note how many functions are called inside, our own and the interpreter's."""
    count = 0

    def on(frame: FrameType, event: str, told: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on)
    try:
        yield
    finally:
        sys.setprofile(None)
        steps[name] = count


def steps_of(text: str, *, made: bool) -> tuple[dict[str, int], Archive]:
    """Return the steps of reading one page and, where `made`, of making its site; and the archive that it is."""
    taxonomy, gazetteer = vocabularies()
    source = SourceText(id="page-1", name="page-1.txt", text=text, encoding="utf-8", sha256="0")
    steps: dict[str, int] = {}
    with counted(steps, "read"):
        page = read_page(source, Sidecar.empty(), taxonomy, gazetteer)
        pages, identity = settle([page], (), {page.id: Sidecar.empty()}, {})
    archive = Archive(
        pages=pages,
        taxonomy=taxonomy,
        gazetteer=gazetteer,
        settings=load_settings(),
        identity=identity,
        papers=Papers(),
    )
    if made:
        with counted(steps, "make"):
            gather_files(archive, check(archive))
    return steps, archive
