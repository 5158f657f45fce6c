"""Any text comes out of Markdown, HTML and YAML as that text, and as nothing else."""

from __future__ import annotations

from collections.abc import Callable

import html5lib
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.site.escaping import BAD, html_escape_text, md_escape, yaml_dq

EXTENSIONS = (
    *[
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "tables",
        "toc",
        "sane_lists",
        "nl2br",
        "smarty",
    ],
    *["wikilinks", "meta"],
    *(
        "pymdownx." + name
        for name in [
            "arithmatex",
            "betterem",
            "caret",
            "critic",
            "details",
            "emoji",
            "highlight",
            "inlinehilite",
            "keys",
            "magiclink",
            "mark",
            "progressbar",
            "saneheaders",
            "smartsymbols",
            "snippets",
            "superfences",
            "tabbed",
            "tasklist",
            "tilde",
        ]
    ),
)
"""What a site's owner might switch on one day; nothing of it may touch the pages' words."""
OPTIONS = {"pymdownx.magiclink": {"repo_url_shorthand": True, "user": "a", "repo": "b"}}

PROSE = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
MARKUP = st.sampled_from(list("<>&\"'`*_{}[]()#+-.!|~^:\\/=$%@ \t\n\u3000\u00a0\u200b的一1a;"))
TEXTS = st.text(st.one_of(MARKUP, PROSE), min_size=1, max_size=60)

CONSTRUCTS = [
    "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ config }}", "{% raw %}", "{# x #}", "--8<-- \"mkdocs.yml\"", "[TOC]", "[^1]", "[x]: http://a.b",
    "*[HTML]: x", "{: .x }", "{#id}", ":smile:", "1st", "(c)", "--", "...", "==x==", "~~x~~", "^^x^^", "++ctrl++",
    "@user", "#12", "a@b.cn", "www.example.cn", "http://example.cn", "0123456789abcdef0123456789abcdef01234567",
    "    code", "\u3000\u3000段首", "\u00a0x", "\u2028x", "- [ ] x", "/// x", "??? x", "!!! note", '=== "x"', "[=50%]",
    "```py", "~~~", "# x", "## x", "> x", "1. x", "- x", "* * *", "| a | b |", "a\nb", "a  \nb", "<!-- x -->", "&amp;",
    "&#60;", "<p>", "</p>", "</div>", "$x$", "\\(x\\)", "{++x++}", "[[x]]", "![x](y)", "[x](javascript:alert(1))",
    "\ufeffx", "x\u200b", "𠀀", "A  B", " x ", "---", "title: x", "\\", "%", "\ue000", "<?php ?>", "<![CDATA[x]]>",
]  # fmt: skip


def parsed(source: str, *, extensions: tuple[str, ...] = EXTENSIONS) -> html5lib.treebuilders.base.Node:
    """Return the only element of what `source` gives."""
    html = Markdown(extensions=list(extensions), extension_configs=OPTIONS).convert(source)
    body = html5lib.parse(f"<!doctype html><body>{html}</body>", namespaceHTMLElements=False).find("body")
    elements = list(body)
    assert len(elements) == 1, html
    return elements[0]


def as_raw_block(text: str) -> str:
    return f'<p class="np" id="p1">{html_escape_text(text)}</p>'


def as_attribute(text: str) -> str:
    return f'<p title="{html_escape_text(text)}">字</p>'


def as_heading(text: str) -> str:
    return f"# {md_escape(text)}"


def as_paragraph(text: str) -> str:
    return f"字{md_escape(text)}"


@pytest.mark.parametrize("text", CONSTRUCTS)
@pytest.mark.parametrize("place", [as_raw_block, as_heading])
def test_what_looks_like_markup_is_text(place: Callable[[str], str], text: str) -> None:
    element = parsed(place(text))
    assert list(element) == []
    assert element.text == text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_raw_block_keeps_any_text(text: str) -> None:
    element = parsed(as_raw_block(text))
    assert (list(element), element.text) == ([], text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_heading_keeps_any_text(text: str) -> None:
    element = parsed(as_heading(text))
    assert (element.tag, list(element), element.text) == ("h1", [], text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_paragraph_keeps_any_text(text: str) -> None:
    element = parsed(as_paragraph(text))
    assert (list(element), element.text) == ([], f"字{text}")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_an_attribute_keeps_any_text(text: str) -> None:
    element = parsed(as_attribute(text))
    assert dict(element.attrib) == {"title": text}


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('---\n"x": {y}')
@example("\ud840\udc00".encode("utf-16", "surrogatepass").decode("utf-16"))
@example("\x85\u2028\ufeff\x7f\x00")
def test_a_yaml_scalar_keeps_any_text(text: str) -> None:
    line = f"title: {yaml_dq(text)}"
    assert "\n" not in line
    assert yaml.safe_load(line) == {"title": text}


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\ud800", "\ufdd0", "\uffff"])
def test_what_no_page_can_carry_is_refused(character: str) -> None:
    assert BAD.search(character)
    with pytest.raises(ValueError, match=r"U\+"):
        html_escape_text(f"字{character}")
    with pytest.raises(ValueError, match=r"U\+"):
        md_escape(character)


def test_half_a_character_is_no_yaml() -> None:
    with pytest.raises(ValueError, match="U\\+D840"):
        yaml_dq("\ud840")


def test_prose_stays_readable() -> None:
    text = "“毡房夜校”怎样坐满人？2021年9月,共17个(约60%)。"
    assert html_escape_text(text) == text


def test_a_plain_blank_between_words_stays_a_blank() -> None:
    assert html_escape_text("雪落草原 灯在窗前") == "雪落草原 灯在窗前"
    assert md_escape("上 下") == "上 下"
