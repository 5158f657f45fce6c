"""What crawlers and browsers look for: sitemap.xml, robots.txt and opensearch.xml.

A sitemap and a search description need full addresses, so they exist only where the site has one.
No `lastmod` is written: the time of a page's last change is not known without a clock, and that of a
build would be untrue for nearly all pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape

from generator.archive.addresses import issue_url, item_url, page_url, paper_url, thing_url
from generator.archive.dates import by_year
from generator.archive.groups import Archive
from generator.model.outfiles import OutFile

PART = 40_000
"""Addresses in one sitemap; the protocol allows 50,000."""
LISTS = (
    "",
    "pages/",
    "regions/",
    "columns/",
    "themes/",
    "bylines/",
    "organisations/",
    "practices/",
    "dates/",
    "coverage/",
    "papers/",
    "shared/",
)
ABOUT = ("search/", "data/", "about/")
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def discovery_files(archive: Archive) -> Iterator[OutFile]:
    """Yield robots.txt and, for a site with an address, its sitemaps and search description."""
    site = archive.settings.site_url
    rules = "User-agent: *\nAllow: /\n"
    yield OutFile.of_text("robots.txt", rules + (f"\nSitemap: {site}sitemap.xml\n" if site else ""))
    if site:
        yield from _sitemaps(archive)
        yield OutFile.of_text("opensearch.xml", _search_description(archive))


def addresses(archive: Archive) -> Iterator[str]:
    """Yield the address of every page that has one of its own, relative to the site's root."""
    yield from (*LISTS, *ABOUT)
    yield from (f"regions/{code}/" for code in archive.by_region)
    yield from (f"columns/{archive.column_slugs[name]}/" for name in archive.by_column)
    yield from (f"themes/{slug}/" for slug in archive.by_theme)
    yield from (thing_url(thing) for things in archive.things.every.values() for thing in things.values())
    for newspaper in archive.newspapers:
        yield paper_url(newspaper.paper.id)
        yield from (issue_url(newspaper.paper.id, issue.day) for issue in newspaper.issues)
    yield from (f"dates/{year}/" for year in by_year(archive))
    for page in archive.pages:
        yield page_url(page)
        yield from (item_url(item) for item in page.items)


def _sitemaps(archive: Archive) -> Iterator[OutFile]:
    """Yield sitemap.xml, or its parts and an index of them where there are too many addresses."""
    site = archive.settings.site_url
    wanted = addresses(archive)
    parts = 0
    while part := list(islice(wanted, PART)):
        parts += 1
        text = _locations("urlset", "url", (f"{site}{address}" for address in part))
        if parts == 1 and len(part) < PART:
            yield OutFile.of_text("sitemap.xml", text)
            return
        yield OutFile.of_text(f"sitemap-{parts}.xml", text)
    names = (f"{site}sitemap-{number}.xml" for number in range(1, parts + 1))
    yield OutFile.of_text("sitemap.xml", _locations("sitemapindex", "sitemap", names))


def _locations(root: str, element: str, urls: Iterable[str]) -> str:
    rows = "".join(f"<{element}><loc>{escape(url)}</loc></{element}>\n" for url in urls)
    return f'{XML}<{root} xmlns="{SITEMAPS}">\n{rows}</{root}>\n'


def _search_description(archive: Archive) -> str:
    settings = archive.settings
    template = escape(f"{settings.site_url}search/?q=", {'"': "&quot;"})
    return (
        f'{XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(settings.site_name[:16])}</ShortName>\n"
        f"<Description>{escape((settings.description or settings.site_name)[:1024])}</Description>\n"
        "<Language>zh-CN</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "<OutputEncoding>UTF-8</OutputEncoding>\n"
        f'<Url type="text/html" method="get" template="{template}{{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
