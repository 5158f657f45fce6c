"""The facets by which a reader narrows the archive, in the order in which they are offered."""

from __future__ import annotations

FACETS = ("region", "column", "theme", "kind", "year")
"""Their names, in data and addresses; the scripts of the site know the same ones."""
NO_YEAR = "未定"
"""The year of what has no known date."""
