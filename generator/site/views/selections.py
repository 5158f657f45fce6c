"""Addresses of selections: those of the workbench, and what older ones, which named values by slug, mean there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from generator.archive.groups import Archive
from generator.model.words import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerValue:
    """A value as addresses of the page that once combined facets name it, and as the workbench does."""

    facet: str
    """column, theme or kind; places and years are named alike in both."""
    key: str
    """The slug of old."""
    value: str
    """The name of today."""


def selection_url(**chosen: str) -> str:
    """Return the address of the workbench with values chosen: `selection_url(theme="水利", region="150100")`."""
    return f"search/index.html?{urlencode(chosen)}"


def former_values(archive: Archive) -> tuple[FormerValue, ...]:
    """Return every value that an old address may name otherwise than today's do."""
    themes = {theme.slug: theme.name for entry in archive.items for theme in entry.item.tags.themes}
    return (
        *(
            FormerValue(facet="column", key=archive.column_slugs[name], value=name)
            for name in archive.by_column
        ),
        *(FormerValue(facet="theme", key=slug, value=themes[slug]) for slug in archive.by_theme),
        *(FormerValue(facet="kind", key=str(kind), value=KINDS[kind]) for kind in KINDS),
    )
