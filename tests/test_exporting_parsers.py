"""RIS, BibTeX and Atom, read by parsers that are not ours: rispy, bibtexparser, feedparser."""

from __future__ import annotations

import bibtexparser
import feedparser
import pytest
import rispy

from tests.test_exporting import FEEDS, archive_of, exported

FILES = exported(archive_of(site_url="https://archive.example/papers/"))


def test_ris_is_read_by_rispy() -> None:
    records = rispy.loads(FILES["data/articles.ris"].decode())
    assert [record["type_of_reference"] for record in records] == ["NEWS"] * 3
    assert records[0]["authors"] == ["林禾", "其木"]
    assert (records[0]["title"], records[0]["year"]) == ("=1+1,夜校“亮灯”：牧民自己排课表", "2022")
    assert records[2]["urls"] == ["https://archive.example/papers/articles/page-01-03/"]


def test_bibtex_is_read_by_bibtexparser() -> None:
    library = bibtexparser.parse_string(FILES["data/articles.bib"].decode())
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["page-01-01", "page-01-02", "page-01-03"]
    assert library.entries[0].fields_dict["author"].value == "{林禾} and {其木}"


@pytest.mark.parametrize("uri", FEEDS)
def test_a_feed_is_read_by_feedparser(uri: str) -> None:
    feed = feedparser.parse(FILES[uri])
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert feed.entries
    assert all(entry.link.startswith("https://archive.example/papers/articles/") for entry in feed.entries)
