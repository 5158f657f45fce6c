"""The data files of the archive, as its page about data lists them."""

from __future__ import annotations

DATA_FILES: tuple[tuple[str, str], ...] = (
    ("articles.jsonl", "全部稿件，一行一篇，含段落、标签与依据"),
    ("pages.jsonl", "全部版面，一行一版，含未归位的行"),
)
"""File names relative to the page, each with what it holds."""
