"""How an item is cited: GB/T 7714 strings, BibTeX, RIS, CSL-JSON, meta tags and linked data.

All of them are made from the same few facts (`facts.py`), so they never contradict each other, and
none says more than is known: what no sidecar states and no word of the page bounds is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.data.citing.facts import facts_of
from generator.data.citing.gbt import gbt2015, gbt2025
from generator.data.citing.jsonld import json_ld
from generator.data.citing.metatags import meta_tags
from generator.data.citing.references import bibtex, csl, ris
from generator.model import Item, Page

__all__ = ["Citations", "cite", "json_ld", "meta_tags"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """One item, cited in every form that is offered."""

    gbt2015: str
    """A reference after GB/T 7714-2015, without its number."""
    gbt2025: str
    """A reference after GB/T 7714-2025, without its number."""
    bibtex: str
    """A BibTeX entry, for biblatex and classic BibTeX alike."""
    ris: str
    """A RIS record."""
    csl: dict[str, Any]
    """A CSL-JSON item; of one stated day, the official CSL styles print it as the two strings above."""


def cite(page: Page, item: Item, *, url: str, site: str, accessed: str = "") -> Citations:
    """Return every citation of `item`.

    `url` is the hosted address of its page, empty where the site has none; `site` is the archive's
    name; `accessed` is the day on which the reader saw it, ISO 8601, which only the reader knows.
    """
    facts = facts_of(page, item, url=url, site=site, accessed=accessed)
    return Citations(
        gbt2015=gbt2015(facts),
        gbt2025=gbt2025(facts),
        bibtex=bibtex(facts),
        ris=ris(facts),
        csl=csl(facts),
    )
