"""A small finished site for the tests of what is kept: web pages, data, and what it says of itself."""

from __future__ import annotations

import json
from pathlib import Path

from generator.data.catalogue import CRATE

TITLE = "试验档案"
PARAGRAPH = "嘎查党支部书记带领党员为牧民送去草料。"
ITEM = {
    "url": "articles/a-01/",
    "kicker": None,
    "headline": "毡房里的夜校",
    "deck": None,
    "corrected_headings": {},
    "bylines": [{"name": "林禾", "institution": "草原晚报社"}],
    "institutions": [{"name": "青沙县委组织部"}],
    "authors": [],
    "paragraphs": [{"text": PARAGRAPH, "corrected": "嘎查党支部书记带领党员为牧民送去饲料。"}],
}
SHEET = {"url": "pages/a/", "furniture": [{"text": "◎草原书屋"}], "unplaced": [{"text": "扫码关注"}]}
PAGES = {
    "index.html": ("首页", '<a href="articles/a-01/index.html">毡房里的夜校</a>'),
    "articles/a-01/index.html": ("毡房里的夜校 &amp; 课堂", f"<nav>导航文字</nav><p>{PARAGRAPH}</p>"),
    "pages/a/index.html": ("版面 a", "<p>版面</p>"),
}
FILES = {
    "404.html": "没有",
    "sitemap.xml": "<urlset/>",
    ".banmian": "",
    "SHA256SUMS": "",
    "assets/main.js": "1",
    "assets/main.js.map": "{}",
    "data/articles.jsonl": json.dumps(ITEM) + "\n",
    "data/pages.jsonl": json.dumps(SHEET) + "\n",
    "data/datapackage.json": json.dumps({"name": "banmian-150000"}),
}


def kept_site(folder: Path, *, day: str = "2026-12-01") -> Path:
    """Write the site into a folder; return the folder."""
    root = {
        "@id": "./",
        "name": TITLE,
        "description": "试验用的档案。一共一篇。",
        "license": {"@id": "#rights"},
    }
    root |= {"datePublished": day} if day else {}
    pages = {
        name: f"<html><head><title>{title} - {TITLE}</title></head><body>{body}</body></html>"
        for name, (title, body) in PAGES.items()
    }
    for name, text in {**FILES, **pages, CRATE: json.dumps({"@graph": [root]})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
