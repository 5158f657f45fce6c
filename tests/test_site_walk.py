"""Every page of the repository's own site, read as a crawler reads it: shell, links, chains, words, size."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator.archive.dates import latest
from generator.archive.facets import FACETS
from generator.site.rendering import render
from tests.chinese import LABELS, foreign
from tests.making import Draft, by, make_archive, make_page

pytestmark = pytest.mark.site

SHELL = 46_000
"""Bytes that the page of an item may have besides its own words."""
UNSEEN = {"script", "style", "noscript", "template", "code", "pre", "kbd"}
"""Elements whose words are not sentences to a reader, or not shown."""
ADDRESSES = ("href", "{http://www.w3.org/1999/xlink}href", "src", "action")


@dataclass(frozen=True)
class Sheet:
    """One page of the site."""

    uri: str
    text: str
    root: Element
    errors: list[str] = field(repr=False)

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [element.get("id", "") for element in self.root.iter() if element.get("id")]

    def links(self) -> Iterator[tuple[Element, str]]:
        """Yield each element that names an address, with the address; the name of a schema is none."""
        for element in self.root.iter():
            if element.get("rel", "").startswith("schema."):
                continue
            yield from ((element, element.get(name, "")) for name in ADDRESSES if name in element.attrib)

    def related(self, rel: str) -> list[str]:
        """Return where the links of a relation lead, relative to the site's root."""
        found = (link for link, _ in self.links() if rel in link.get("rel", "").split())
        return sorted({self.target(link.get("href", "")) for link in found})

    def target(self, address: str) -> str:
        """Return the file that an address names, relative to the site's root."""
        path = unquote(urlsplit(address).path)
        if path.startswith("/"):
            return path[1:]
        steps = self.uri.split("/")[:-1] if path else self.uri.split("/")
        for step in path.split("/") if path else ():
            if step == "..":
                steps.pop()
            else:
                steps.append(step)
        return "/".join(steps)

    def words(self) -> Iterator[str]:
        """Yield what a reader sees or hears."""
        yield from _words(self.root)


def _words(element: Element) -> Iterator[str]:
    for name in LABELS:
        yield element.get(name, "")
    if element.tag not in UNSEEN:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""


def read_sheet(site: Path, path: Path) -> Sheet:
    """Parse one page as browsers do."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    text = path.read_text("utf-8")
    root = parser.parse(text)
    errors = [f"{position}: {code}" for position, code, _ in parser.errors]
    return Sheet(path.relative_to(site).as_posix(), text, root, errors)


@pytest.fixture(scope="module")
def sheets(built_site: Path) -> dict[str, Sheet]:
    """Read every page of the site, by its address."""
    read = (read_sheet(built_site, path) for path in sorted(built_site.rglob("*.html")))
    return {sheet.uri: sheet for sheet in read}


def of(sheets: dict[str, Sheet], folder: str) -> dict[str, Sheet]:
    """Return the pages one level below a folder."""
    found = re.compile(rf"{folder}/[^/]+/index\.html")
    return {uri: sheet for uri, sheet in sheets.items() if found.fullmatch(uri)}


def test_every_page_is_html_without_a_fault(sheets: dict[str, Sheet]) -> None:
    assert {uri: sheet.errors for uri, sheet in sheets.items() if sheet.errors} == {}


def test_no_id_stands_twice_on_a_page(sheets: dict[str, Sheet]) -> None:
    twice = {uri: [name for name, n in Counter(sheet.ids).items() if n > 1] for uri, sheet in sheets.items()}
    assert {uri: names for uri, names in twice.items() if names} == {}


def test_every_page_says_its_language_its_title_and_what_it_holds(sheets: dict[str, Sheet]) -> None:
    for uri, sheet in sheets.items():
        assert sheet.root.get("lang") == "zh-Hans", uri
        assert [len(list(sheet.root.iter(tag))) for tag in ("title", "h1", "main")] == [1, 1, 1], uri
        assert re.search(r'<meta name="description" content="[^"]+">', sheet.text), uri


def test_no_two_pages_have_one_title(sheets: dict[str, Sheet]) -> None:
    titles = Counter(sheet.root.findtext("head/title") or "" for uri, sheet in sheets.items())
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_link_leads_to_a_file_and_to_a_place_in_it(built_site: Path, sheets: dict[str, Sheet]) -> None:
    broken = []
    for sheet in sheets.values():
        for _, address in sheet.links():
            target, place = sheet.target(address), unquote(urlsplit(address).fragment)
            there = (built_site / target).is_file()
            if asked := parse_qs(urlsplit(address).query).get("page"):
                target = f"pages/{asked[0]}/index.html"
            if place and there and "=" not in place:
                there = place in sheets[target].ids
            broken += [] if there else [f"{sheet.uri}: {address}"]
    assert broken == []


def test_no_page_names_another_host(sheets: dict[str, Sheet]) -> None:
    away = {address for sheet in sheets.values() for _, address in sheet.links() if urlsplit(address).netloc}
    assert away == set()


def test_every_choice_that_a_link_makes_is_one_of_the_facets(
    built_site: Path, sheets: dict[str, Sheet]
) -> None:
    facets = (built_site / "search" / "base.js").read_text("utf-8")
    parts = {urlsplit(address) for sheet in sheets.values() for _, address in sheet.links()}
    asked = [parse_qs(part.query) for part in parts if part.path.endswith("search/index.html")]
    values = [value for chosen in asked for facet in FACETS for value in chosen.get(facet, ())]
    assert values
    assert [value for value in values if f'"{value}"' not in facets] == []


def test_every_page_is_reached_from_home(sheets: dict[str, Sheet]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        sheet = sheets[waiting.pop()]
        found = {sheet.target(address) for element, address in sheet.links() if element.tag == "a"}
        new = (found & sheets.keys()) - reached
        reached |= new
        waiting += new
    empty = {uri for uri, sheet in of(sheets, "regions").items() if "本档案还没有写到" in sheet.text}
    assert sheets.keys() - reached == {"404.html", "browse/index.html"} | empty


@pytest.mark.parametrize("folder", ["articles", "pages"])
def test_previous_and_next_are_one_chain_in_both_directions_and_follow_time(
    built_site: Path, sheets: dict[str, Sheet], folder: str
) -> None:
    found = of(sheets, folder)
    (at,) = [uri for uri, sheet in found.items() if not sheet.related("prev")]
    chain = [at]
    while following := found[at].related("next"):
        assert found[following[0]].related("prev") == [at]
        (at,) = following
        chain.append(at)
    rows = map(json.loads, (built_site / "data" / "articles.jsonl").read_text("utf-8").splitlines())
    ordered = sorted(rows, key=lambda row: (latest(row["date"]["edtf"]), row["source"], row["position"]))
    pages = dict.fromkeys(f"pages/{row['source'].removesuffix('.txt')}/index.html" for row in ordered)
    assert chain == (list(pages) if folder == "pages" else [f"{row['url']}index.html" for row in ordered])


def test_nothing_but_chinese_is_said(root: Path, sheets: dict[str, Sheet]) -> None:
    printed = "".join(path.read_text("utf-8") for path in sorted((root / "seeds").glob("*.txt")))
    ids = " ".join(of(sheets, "articles"))
    said = {uri: foreign(" ".join(sheet.words()), printed + ids) for uri, sheet in sheets.items()}
    assert {uri: words for uri, words in said.items() if words} == {}


def test_the_shell_of_an_item_is_light(sheets: dict[str, Sheet]) -> None:
    for uri, sheet in of(sheets, "articles").items():
        body = next(element for element in sheet.root.iter() if element.get("id") == "text")
        own = len("".join(body.itertext()).encode())
        assert len(sheet.text.encode()) - own < SHELL, uri


def test_without_an_address_of_its_own_no_page_claims_one(sheets: dict[str, Sheet]) -> None:
    assert [uri for uri, sheet in sheets.items() if sheet.related("canonical")] == []


def test_nothing_is_run_or_styled_inside_a_page(sheets: dict[str, Sheet]) -> None:
    for uri, sheet in sheets.items():
        scripts = [script for script in sheet.root.iter("script") if not script.get("src")]
        assert {script.get("type") for script in scripts} <= {"application/json", "application/ld+json"}, uri
        named = {name for element in sheet.root.iter() for name in element.attrib}
        assert not [name for name in named if name.startswith("on")], uri


def reached(pages: dict[str, str], start: str) -> set[str]:
    """Return the pages that links lead to from one of them, itself among them."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        links = re.findall(r'href="([^"#]+)\.html', pages[here])
        new = {normpath(join(dirname(here), f"{link}.md")) for link in links} & pages.keys() - found
        found |= new
        waiting += new
    return found


@pytest.mark.parametrize("index", ["bylines", "practices"])
def test_every_page_of_an_index_longer_than_a_letter_is_reached(index: str) -> None:
    names = [f"杨{chr(0x4E00 + number)}" for number in range(450)]
    drafts = [Draft(headline=name, bylines=(by(name),), practices=(name,)) for name in names]
    files = render(make_archive(make_page(*drafts)))
    pages = {file.uri: file.data.decode() for file in files if file.uri.startswith(f"{index}/")}
    assert reached(pages, f"{index}/index.md") == pages.keys()
    assert len({uri for uri in pages if "/y/" in uri}) == 3
