"""The repository's own site: its data is sound, and what its pages say to machines is what is meant."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from frictionless import Package, system

from tests import zotero
from tests.test_records import schema

pytestmark = pytest.mark.site
ATOM = "{http://www.w3.org/2005/Atom}"


def articles(site: Path) -> Iterator[tuple[Path, ElementTree.Element, str]]:
    """Yield each article's page: its file, its tree and its text."""
    for path in sorted((site / "articles").glob("*/index.html")):
        text = path.read_text("utf-8")
        yield path, html5lib.parse(text, namespaceHTMLElements=False), text


def rows_of(site: Path, name: str) -> dict[str, Any]:
    """Return the rows of a published file by their ids."""
    lines = (site / f"data/{name}.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def meta(tree: ElementTree.Element) -> list[tuple[str, str]]:
    found = (
        (tag.get("name") or tag.get("property") or "", tag.get("content") or "") for tag in tree.iter("meta")
    )
    return [(name, content) for name, content in found if name and content]


@pytest.mark.parametrize("name", ["articles", "pages"])
def test_every_row_is_what_the_published_schema_says(built_site: Path, name: str) -> None:
    for row in rows_of(built_site, name).values():
        schema(name).validate(row)


@pytest.mark.parametrize("name", ["regions", "columns", "themes", "report"])
def test_every_json_file_is_what_the_published_schema_says(built_site: Path, name: str) -> None:
    schema(name).validate(json.loads((built_site / f"data/{name}.json").read_text("utf-8")))


def test_the_published_package_is_valid(built_site: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(built_site / "data" / "datapackage.json")).validate()
    assert report.flatten(["rowNumber", "fieldName", "type", "note"]) == []


def test_the_published_checksums_hold(built_site: Path) -> None:
    data = built_site / "data"
    for line in (data / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == digest, name


def test_the_published_database_is_sound(built_site: Path) -> None:
    with closing(sqlite3.connect(built_site / "data" / "archive.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_address_in_the_data_leads_somewhere(built_site: Path) -> None:
    for name in ("regions", "columns", "themes"):
        for row in json.loads((built_site / f"data/{name}.json").read_text("utf-8")):
            assert row["url"] is None or (built_site / row["url"] / "index.html").exists(), row["url"]
            assert row["feed"] is None or (built_site / row["feed"]).exists(), row["feed"]
    for name in ("articles", "pages"):
        for row in rows_of(built_site, name).values():
            assert (built_site / row["url"] / "index.html").exists()


def test_every_link_of_every_feed_leads_somewhere(built_site: Path) -> None:
    feeds = sorted((built_site / "feeds").rglob("*.xml"))
    assert len(feeds) > 1
    for feed in feeds:
        for link in ElementTree.parse(feed).iter(f"{ATOM}link"):
            assert (feed.parent / (link.get("href") or "")).exists(), (feed.name, link.get("href"))


def test_every_other_form_that_a_page_names_lies_beside_it(built_site: Path) -> None:
    for path, tree, _ in articles(built_site):
        others = [
            link.get("href") or ""
            for link in tree.iter("link")
            if link.get("rel", "").split() == ["alternate"]
        ]
        assert {"index.json", "index.txt"} <= set(others)
        assert all((path.parent / other).exists() for other in others)


def test_zotero_takes_every_article_as_a_newspaper_article(built_site: Path) -> None:
    rows, pages = (rows_of(built_site, name) for name in ("articles", "pages"))
    for path, tree, _ in articles(built_site):
        row = rows[path.parent.name]
        item = zotero.take(meta(tree))
        assert item.type == "newspaperArticle"
        assert item.title.startswith((row["headline"] or "[").split()[0])
        assert set(item.authors) <= {byline["name"] for byline in row["bylines"] + row["institutions"]}
        assert item.publication == (pages[row["page"]]["paper"] or "")
        assert item.section == (row["column"] or "")
        assert (item.language, item.rights) == ("zh-CN", pages[row["page"]]["rights"] or "")
        assert re.search(r"(?:^|[。！？!?…][”’」』）)]*)$", item.abstract), item.abstract
        assert not item.issn
        assert not item.shelf_mark


def test_meta_tags_say_which_schema_they_are_of(built_site: Path) -> None:
    for _, tree, _ in articles(built_site):
        schemas = {link.get("rel"): link.get("href") for link in tree.iter("link")}
        assert schemas["schema.DC"] == "http://purl.org/dc/elements/1.1/"
        assert schemas["schema.DCTERMS"] == "http://purl.org/dc/terms/"


def test_every_list_leads_to_its_references(built_site: Path) -> None:
    pages = sorted(
        path
        for folder in ("regions", "columns", "themes", "bylines", "dates", "pages")
        for path in (built_site / folder).glob("*/references.ris")
    )
    assert {path.parent.parent.name for path in pages} >= {"regions", "bylines", "dates", "pages"}
    for path in pages:
        tree = html5lib.parse((path.parent / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
        others = [
            link.get("href") or ""
            for link in tree.iter("link")
            if link.get("rel", "").split() == ["alternate"]
        ]
        found = {(path.parent / other).resolve() for other in others}
        assert {path.parent / f"references.{form}" for form in ("ris", "bib", "csl.json")} <= found


def test_the_data_page_is_a_dataset(built_site: Path) -> None:
    text = (built_site / "data" / "index.html").read_text("utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    node = json.loads(block)
    assert (node["@type"], len(node["description"]) >= 50) == ("Dataset", True)
    for download in node["distribution"]:
        file = built_site / "data" / download["contentUrl"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == download["sha256"]


def test_nothing_on_a_page_gives_zotero_a_date_that_is_not_known(built_site: Path) -> None:
    assert not [path for path, tree, _ in articles(built_site) if list(tree.iter("time"))]


def test_every_article_is_linked_data(built_site: Path) -> None:
    for path, _, text in articles(built_site):
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        node = json.loads(blocks[0])
        assert (len(blocks), node["@context"]) == (1, "https://schema.org"), path
        assert node["@type"] in ("NewsArticle", "OpinionNewsArticle")
        assert node["inLanguage"] == "zh-CN"


def test_crawlers_find_rules_and_no_sitemap_without_an_address(built_site: Path) -> None:
    assert (built_site / "robots.txt").read_text("utf-8").startswith("User-agent: *\n")
    assert not (built_site / "sitemap.xml").exists()
    assert not (built_site / "sitemap.xml.gz").exists()
