"""What the pictures show: the map of tiles, the matrix of themes and leagues; theme/markdown/charts.jinja draws them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.site.views.frame import Frame
from generator.site.views.rows import Link
from generator.site.views.selections import selection_url
from generator.site.views.subjects import leagues_of
from generator.vocabulary.folder import load_tiles
from generator.vocabulary.gazetteer import Place

STEPS = 4
"""Shades besides that for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A league on the map, with its shade."""

    code: str
    """The league's official code."""
    link: Link
    """The league, with its count and the way to its page, if any item writes of it."""
    step: int
    """Shade, 0 for no items to 4 for the most."""
    column: int
    """1-based column of the tile; 0 where tiles flow."""
    row: int
    """1-based row of the tile; 0 where tiles flow."""
    wide: bool
    """Whether it takes two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """The leagues of the province."""

    tiles: tuple[Tile, ...]
    """One for each league, by code."""
    placed: bool
    """Whether each tile has its place; else they flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class League:
    """A column of the matrix."""

    name: str
    """Its official name."""
    short: str
    """The name without its last word, for the head of the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many items of a theme are of a league, with their shade."""

    count: int
    """Items of the theme that belong to the league."""
    step: int
    """Shade, 0 for none to 4 for the most."""
    href: str
    """The workbench with both chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A theme with one cell for each league."""

    name: str
    """The theme's name."""
    cells: tuple[Cell, ...]
    """In the order of the leagues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Themes against leagues."""

    leagues: tuple[League, ...]
    """The columns, by code."""
    rows: tuple[MatrixRow, ...]
    """The themes that have items of a league, in the vocabulary's order; empty for an archive without."""


def shade(count: int, most: int) -> int:
    """Return 0 for none, else 1 to 4 by the share of the highest count.

    >>> [shade(count, 100) for count in (0, 1, 25, 50, 100)]
    [0, 1, 1, 2, 4]
    """
    return min(STEPS, -(-count * STEPS // most)) if most else 0


def short_name(place: Place) -> str:
    """Return a league's name without its last word: 兴安盟 as 兴安."""
    return place.name[:-1] if len(place.name) > 2 and place.name[-1] in "市盟州" else place.name


def tile_map(frame: Frame) -> TileMap:
    """Return the map of the province's leagues."""
    archive = frame.archive
    leagues = archive.gazetteer.children(archive.gazetteer.province.code)
    tiles = load_tiles(archive.settings.config_dir)
    placed = all(place.code in tiles for place in leagues)
    counts = {place.code: len(archive.by_region.get(place.code, ())) for place in leagues}
    most = max(counts.values(), default=0)
    shown = []
    for place in leagues:
        count = counts[place.code]
        column, row, *width = tiles[place.code] if placed else (0, 0)
        link = Link(text=short_name(place), href=frame.place_link(place).href, count=count)
        shown.append(
            Tile(
                code=place.code, link=link, step=shade(count, most), column=column, row=row, wide=bool(width)
            )
        )
    return TileMap(tiles=tuple(shown), placed=placed)


def league_matrix(frame: Frame) -> Matrix | None:
    """Return the matrix of themes and leagues; None where no item has both."""
    archive = frame.archive
    leagues = archive.gazetteer.children(archive.gazetteer.province.code)
    names = {theme.slug: theme.name for theme in archive.taxonomy.themes}
    counts = {
        slug: Counter(code for entry in entries for code in leagues_of(frame, entry))
        for slug, entries in archive.by_theme.items()
        if slug in names
    }
    most = max((count for found in counts.values() for count in found.values()), default=0)
    rows = tuple(
        MatrixRow(name=names[slug], cells=tuple(_cell(names[slug], place, found, most) for place in leagues))
        for slug, found in counts.items()
        if found
    )
    shown = tuple(League(name=place.name, short=short_name(place)) for place in leagues)
    return Matrix(leagues=shown, rows=rows) if rows else None


def _cell(name: str, place: Place, found: Counter[str], most: int) -> Cell:
    count = found[place.code]
    href = selection_url(theme=name, region=place.code)
    return Cell(count=count, step=shade(count, most), href=href)
