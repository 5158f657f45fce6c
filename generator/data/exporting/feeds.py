"""Atom feeds (RFC 4287) of the archive and of each league, county, column and theme: the newest items.

An entry is new when it entered the archive and updated when it changed there, as `banmian record` wrote it
down: a build has no clock. What was never recorded comes behind what was: its `updated` is the last day on
which it can have been printed, in China's time, or UNDATED, so that nothing pretends to be new. Ids are made
from the item's id and the province alone: they outlive a change of address.
"""

from __future__ import annotations

import heapq
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.archive.addresses import ALL_FEED, FEED_LEVELS, column_feed, item_url, region_feed, theme_feed
from generator.archive.dates import date_of
from generator.archive.groups import Archive, Entry
from generator.data.citing.facts import authors_of, cited_title, facts_of
from generator.data.citing.sentences import first_sentences
from generator.model.edtf import last_day
from generator.model.outfiles import OutFile
from generator.vocabulary.settings import Settings

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 50
"""Items in a feed, the newest; what is older is for the lists."""
UNDATED = "1990-01-01T00:00:00Z"
"""`updated` of what has no known date; validators find anything earlier implausible."""
NAMESPACE = uuid.UUID("5b0e3c1e-6d0f-5c86-9a57-0b9d1f3a7c42")


def feed_files(archive: Archive) -> Iterator[OutFile]:
    """Yield every feed, the whole archive's first."""
    name = archive.settings.site_name
    yield _feed(archive, ALL_FEED, name, "", archive.items)
    for code, group in archive.by_region.items():
        place = archive.gazetteer.places[code]
        if place.level in FEED_LEVELS:
            yield _feed(archive, region_feed(code), f"{name} · {place.name}", f"regions/{code}/", group)
    for column, group in archive.by_column.items():
        slug = archive.column_slugs[column]
        yield _feed(archive, column_feed(slug), f"{name} · {column}", f"columns/{slug}/", group)
    names = {theme.slug: theme.name for theme in archive.taxonomy.themes}
    for slug, group in archive.by_theme.items():
        title = f"{name} · {names.get(slug, slug)}"
        yield _feed(archive, theme_feed(slug), title, f"themes/{slug}/", group)


def _feed(archive: Archive, uri: str, title: str, page: str, group: Sequence[Entry]) -> OutFile:
    settings = archive.settings
    entries = heapq.nsmallest(MOST_ENTRIES, group, key=partial(_newest_first, archive))
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _put(feed, "id", _urn(settings, uri))
    _put(feed, "title", title)
    _put(feed, "updated", max((_updated(archive, entry) for entry in entries), default=UNDATED))
    _put(SubElement(feed, "author"), "name", settings.site_name)
    _link(feed, "alternate", "text/html", _address(settings, uri, page))
    own = f"{settings.site_url}{uri}" if settings.site_url else uri.rpartition("/")[2]
    _link(feed, "self", "application/atom+xml", own)
    for entry in entries:
        _put_entry(feed, entry, archive, uri)
    indent(feed, " ")
    text = tostring(feed, encoding="unicode")
    return OutFile.of_text(uri, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _put_entry(feed: Element, entry: Entry, archive: Archive, uri: str) -> None:
    item, settings = entry.item, archive.settings
    element = SubElement(feed, "entry")
    _put(element, "id", _urn(settings, item.id))
    _put(element, "title", cited_title(item))
    _put(element, "updated", _updated(archive, entry))
    if days := archive.identity.days.get(item.id):
        _put(element, "published", _time(days.entered))
    for name in authors_of(item):
        _put(SubElement(element, "author"), "name", name)
    _link(element, "alternate", "text/html", _address(settings, uri, item_url(item)))
    for term in (*filter(None, [item.column]), *(theme.name for theme in item.tags.themes)):
        SubElement(element, "category", {"term": term})
    if summary := f"{first_sentences(item)}{_unsure(entry)}":
        _put(element, "summary", summary)


def _unsure(entry: Entry) -> str:
    """Return in brackets what is to be found out of where and when an item was printed; nothing where all is known."""
    facts = facts_of(entry.page, entry.item, url="", site="")
    told = (f"{'、'.join(facts.to_find)}待考" if facts.to_find else "", facts.about)
    return f"（{'，'.join(filter(None, told))}）" if any(told) else ""


def _newest_first(archive: Archive, entry: Entry) -> tuple[bool, int, int]:
    """Return what sorts entries: recorded ones by their last change, then all by the last day they can be of."""
    days = archive.identity.days.get(entry.item.id)
    changed = date.fromisoformat(days.changed).toordinal() if days else 0
    printed = last_day(date_of(entry.page, entry.item).edtf or "")
    return not changed, -changed, -printed.toordinal() if printed else 0


def _updated(archive: Archive, entry: Entry) -> str:
    if days := archive.identity.days.get(entry.item.id):
        return _time(days.changed)
    day = last_day(date_of(entry.page, entry.item).edtf or "")
    return _time(day.isoformat()) if day else UNDATED


def _time(day: str) -> str:
    return f"{day}T00:00:00+08:00"


def _address(settings: Settings, uri: str, page: str) -> str:
    """Return the address of a page: full where the site has one, else relative to the feed at `uri`."""
    if settings.site_url:
        return f"{settings.site_url}{page}"
    return "../" * uri.count("/") + f"{page}index.html"


def _urn(settings: Settings, name: str) -> str:
    return uuid.uuid5(NAMESPACE, f"{settings.province}/{name}").urn


def _put(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, media_type: str, href: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": media_type, "href": href})
