"""Whether every link inside the site leads somewhere, to the very fragment."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from generator.publishing.verifying.places import Fault, Site

ROOTED = "404.html"
"""The page that a host shows at any address, so that its links begin at the host's root."""
STATE = re.compile(r"(browse|search)/index\.html")
"""Pages whose scripts read what to show from the fragment."""
DESK = "desk/index.html"
"""The page whose script shows the newspaper page that is asked for; its fragments are those of that page."""


def check_links(site: Site) -> Iterator[Fault]:
    """Yield each link of a page or stylesheet that leads to no file, or to a fragment that is not there."""
    for name, sheet in site.sheets.items():
        if name == ROOTED:
            continue
        for link in dict.fromkeys(sheet.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            site.counts["链接"] += 1
            if said := _dead(site, name, unquote(parts.path), unquote(parts.fragment), parts.query):
                yield Fault(where=name, said=f"链接 {link} {said}")
    for name in (name for name in site.names if name.endswith(".css")):
        for link in re.findall(r"""url\(\s*["']?([^"')]+)""", site.text(name)):
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc and (said := _dead(site, name, unquote(parts.path), "")):
                yield Fault(where=name, said=f"链接 {link} {said}")


def _dead(site: Site, name: str, path: str, fragment: str, query: str = "") -> str:
    """Return why a link is dead; empty where it is not."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target.startswith("..") or path.startswith("/"):
        return "通到网站外面。"
    target = target if target in site.known else posixpath.normpath(f"{target}/index.html")
    if target not in site.known:
        return "没有这个文件。"
    asked = parse_qs(query).get("page") if target == DESK else None
    if asked:
        if f"desk/pages/{asked[0]}.js" not in site.known:
            return f"要看的版面 {asked[0]} 不在校读里。"
        target = f"pages/{asked[0]}/index.html"
    stated = "=" in fragment and STATE.fullmatch(target)
    if fragment and not stated and target in site.sheets and fragment not in site.sheets[target].ids:
        return f"所指的网页里没有 #{fragment}。"
    return ""
