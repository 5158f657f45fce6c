"""Published addresses at which no item stands any more: each leads on, or says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.archive.addresses import FOLDERS, item_url, page_url, thing_url
from generator.archive.groups import Archive, Entry
from generator.archive.identity.formers import Fate, Former
from generator.archive.things import ThingKind, normal_form, thing_id
from generator.model.date_words import date_words
from generator.model.outfiles import OutFile
from generator.site.rendering.press import Press
from generator.site.views.names import page_name, title_of
from generator.site.views.rows import Link

PAGES = "版面"


def former_pages(press: Press) -> Iterator[OutFile]:
    """Yield a page for each former address of an item, then of a newspaper page."""
    archive = press.archive
    entries = {entry.item.id: entry for entry in archive.items}
    for former in archive.identity.formers:
        address = f"articles/{former.id}/"
        href = _onward(archive, former, entries)
        if href:
            yield _redirect(press, address, href, former.title or former.id)
        else:
            yield _signpost(press, address, former, entries)
    names = {page.id: page_name(page) for page in archive.pages}
    for old, new in archive.identity.former_pages.items():
        if new:
            yield _redirect(press, f"pages/{old}/", f"pages/{new}/index.html", names[new])
        else:
            yield _signpost(press, f"pages/{old}/", Former(id=old, fate=Fate.GONE), entries)


def joined_spellings(press: Press) -> Iterator[OutFile]:
    """Yield a page for the address that each other spelling of a person's name would have by itself."""
    persons = press.archive.things.every[ThingKind.PERSON]
    for names in press.archive.taxonomy.persons:
        thing = persons.get(normal_form(names.name))
        if thing is None:
            continue
        for other in names.others:
            address = f"{FOLDERS[ThingKind.PERSON]}{thing_id(other)}/"
            yield _redirect(press, address, f"{thing_url(thing)}index.html", names.name)


def _onward(archive: Archive, former: Former, entries: Mapping[str, Entry]) -> str:
    """Return the one address that a former address leads to; empty where there is not just one."""
    if former.fate is Fate.MOVED:
        return f"{item_url(entries[former.targets[0]].item)}index.html"
    if former.fate is Fate.LOOSE:
        return f"pages/{former.page}/index.html#L{former.line}"
    return ""


def _redirect(press: Press, address: str, href: str, title: str) -> OutFile:
    """Return a plain HTML page that leads on; it needs no script, and works on `file://` as on a server."""
    site = press.archive.settings.site_url
    root = "../" * address.count("/")
    whole = f"{site or root}{href if not site else href.replace('index.html', '')}"
    text = press.environment.get_template("redirect.html.jinja").render(
        href=f"{root}{href}", canonical=whole.partition("#")[0], title=title
    )
    return OutFile.of_text(f"{address}index.html", text.strip() + "\n")


def _signpost(press: Press, address: str, former: Former, entries: Mapping[str, Entry]) -> OutFile:
    """Return a page that says what became of an item: which items hold its parts, or that it is gone."""
    page = next((page for page in press.archive.pages if page.id == former.page), None)
    parts = [entries[target] for target in former.targets]
    return press.sheet(
        address,
        "former",
        title=former.title or f"编号{former.id}",
        section="pages",
        crumbs=(Link(text=PAGES, href="pages/index.html"),),
        here=former.id,
        former=former,
        entered=date_words(former.entered) if former.entered else "",
        withdrawn=date_words(former.withdrawn) if former.withdrawn else "",
        parts=[Link(text=title_of(part.item), href=f"{item_url(part.item)}index.html") for part in parts],
        page=Link(text=page_name(page), href=f"{page_url(page)}index.html") if page else None,
    )
