"""Pictures drawn at build time: the map of tiles, the matrix of themes and leagues, the bars of a year."""

from __future__ import annotations

from generator.views.frame import Frame
from generator.views.times import Year


def tile_map(frame: Frame, root: str) -> str:
    """Return the map of the province's leagues as HTML."""
    return ""


def league_matrix(frame: Frame, root: str) -> str:
    """Return the matrix of themes and leagues as SVG with a table behind it."""
    return ""


def month_bars(year: Year, root: str) -> str:
    """Return the bars of a year's months as SVG with a table behind it."""
    return ""
