"""Former addresses lead on without a script, or say what became of an item; no word of a title is markup."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from generator.archive.identity.formers import Fate, Former, Identity
from generator.site.rendering import render
from tests.making import Draft, make_archive, make_page

PAGE = make_page(
    Draft(headline="通水", paragraphs=("水从北山下来。",)), Draft(headline="开学", paragraphs=("课开了。",))
)
FIRST, SECOND = (item.id for item in PAGE.items)
HOSTILE = "<script>alert(1)</script>{{ x }}"


def page_at(address: str, former: Former | None = None, moved: dict[str, str] | None = None) -> str:
    """Return the file that is written for a former address, as it is read."""
    return unescape(raw_page_at(address, former, moved))


def raw_page_at(address: str, former: Former | None = None, moved: dict[str, str] | None = None) -> str:
    """Return the file that is written for a former address, as it is written."""
    identity = Identity(formers=(former,) if former else (), former_pages=moved or {})
    archive = replace(make_archive(PAGE), identity=identity)
    return next(file.data.decode() for file in render(archive) if file.uri.startswith(address))


@pytest.mark.parametrize(
    ("former", "href"),
    [
        (Former(id="old", fate=Fate.MOVED, targets=(FIRST,)), f"../../articles/{FIRST}/index.html"),
        (Former(id="old", fate=Fate.LOOSE, page=PAGE.id, line=3), f"../../pages/{PAGE.id}/index.html#L3"),
    ],
)
def test_an_address_leads_on_without_a_script(former: Former, href: str) -> None:
    text = page_at("articles/old/", former)
    assert f'content="0; url={href}"' in text
    assert 'rel="canonical"' in text
    assert "<script" not in text


def test_a_page_that_was_renamed_leads_on() -> None:
    assert f"../../pages/{PAGE.id}/index.html" in page_at("pages/old/", moved={"old": PAGE.id})


def test_an_item_that_was_split_shows_its_parts() -> None:
    text = page_at("articles/old/", Former(id="old", fate=Fate.PARTED, targets=(FIRST, SECOND), title="旧题"))
    assert all(f"articles/{target}/" in text for target in (FIRST, SECOND))
    assert "已按报纸重新分开" in text


def test_an_item_that_is_gone_leaves_its_citation() -> None:
    former = Former(id="old", fate=Fate.GONE, title="旧题", cited="林禾. 旧题[N].", entered="2026-11-30")
    text = page_at("articles/old/", former)
    assert "林禾. 旧题[N]." in text
    assert "2026年11月30日收入" in text


@pytest.mark.parametrize("fate", [Fate.MOVED, Fate.GONE])
def test_a_hostile_title_is_text(fate: Fate) -> None:
    former = Former(id="old", fate=fate, targets=(FIRST,), title=HOSTILE, cited=HOSTILE)
    text = raw_page_at("articles/old/", former)
    assert "<script>" not in text
    assert "{{" not in text
    assert HOSTILE in unescape(text)
