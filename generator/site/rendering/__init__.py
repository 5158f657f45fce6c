"""Views to Markdown: one file for each page of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.archive.groups import Archive
from generator.data.measuring import Measure
from generator.model.outfiles import OutFile
from generator.site.linking import script_files
from generator.site.rendering.desk import desk_pages
from generator.site.rendering.formers import former_pages, joined_spellings
from generator.site.rendering.front import data_page, front_pages
from generator.site.rendering.lists import (
    column_pages,
    date_pages,
    region_pages,
    shared_pages,
    theme_pages,
)
from generator.site.rendering.papers import paper_pages
from generator.site.rendering.press import Press
from generator.site.rendering.prints import item_pages, newspaper_pages
from generator.site.rendering.things import thing_pages
from generator.site.views.frame import Frame


def render(archive: Archive) -> Iterator[OutFile]:
    """Yield every page but that of the data, and the scripts, in a stable order and with the same bytes each time."""
    press = Press(Frame(archive=archive))
    yield from front_pages(press)
    yield from item_pages(press)
    yield from newspaper_pages(press)
    yield from paper_pages(press)
    yield from region_pages(press)
    yield from column_pages(press)
    yield from theme_pages(press)
    yield from thing_pages(press)
    yield from date_pages(press)
    yield from former_pages(press)
    yield from joined_spellings(press)
    yield from shared_pages(press)
    yield from desk_pages(press)
    yield from script_files()


def render_data_page(archive: Archive, measures: Mapping[str, Measure]) -> OutFile:
    """Return the page of the data files; `measures` holds size and digest of each by its address."""
    return data_page(Press(Frame(archive=archive)), measures)
