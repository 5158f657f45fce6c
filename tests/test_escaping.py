"""Any text comes out of Markdown, HTML and YAML as that text, and as nothing else."""

from __future__ import annotations

import html5lib
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.site.escaping import BAD, html_escape_text, yaml_dq

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


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_what_looks_like_markup_is_text(text: str) -> None:
    element = parsed(as_raw_block(text))
    assert list(element) == []
    assert element.text == text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_raw_block_keeps_any_text(text: str) -> None:
    element = parsed(as_raw_block(text))
    assert (list(element), element.text) == ([], text)


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


def test_half_a_character_is_no_yaml() -> None:
    with pytest.raises(ValueError, match="U\\+D840"):
        yaml_dq("\ud840")


def test_prose_stays_readable() -> None:
    text = "“毡房夜校”怎样坐满人？2021年9月,共17个(约60%)。"
    assert html_escape_text(text) == text


def test_a_plain_blank_between_words_stays_a_blank() -> None:
    assert html_escape_text("雪落草原 灯在窗前") == "雪落草原 灯在窗前"


# ---- every character, inside and just outside of each range ----

INVISIBLE = (
    "ad 34f 61c 115f 1160 17b4 17b5 180b 180c 180e 200b 200f 202a 202e 2060 206f 3164 fe00 fe0f feff ffa0 "
    "fff9 fffb 1bca0 1bca3 1d173 1d17a e0000 e0fff"
)
ODD_SPACE = "9 a d a0 1680 2000 200a 2028 2029 202f 205f 2800 3000"
VISIBLE = (
    "a1 ac ae 34e 350 61b 61d 115e 1161 17b3 17b6 180a 180f 2010 2027 2030 205e 2070 3163 3165 fdff fe10 "
    "fefe ff00 ff9f ffa1 fff8 fffc 1bc9f 1bca4 1d172 1d17b dffff e1000 167f 1681 1fff 27ff 2801 2fff 3001 4e00"
)
REFUSED = "0 8 b c e 1f 7f 80 85 9f d800 dfff fdd0 fdef fffe ffff"
GOOD = "9 a d 20 7e a0 d7ff e000 fdcf fdf0 fffd 10000"


def characters(codes: str) -> list[str]:
    """Return the characters of code points in hex."""
    return [chr(int(code, 16)) for code in codes.split()]


@pytest.mark.parametrize("character", [*characters(INVISIBLE), *characters(ODD_SPACE), *"&<>\"'{}[]`\\"])
def test_what_shows_nothing_or_is_markup_becomes_a_reference(character: str) -> None:
    assert html_escape_text(f"字{character}字") == f"字&#{ord(character)};字"


@pytest.mark.parametrize("character", characters(VISIBLE))
def test_what_can_be_seen_stays(character: str) -> None:
    assert html_escape_text(f"字{character}字") == f"字{character}字"


@pytest.mark.parametrize("code", range(0x21, 0x7F))
def test_of_ascii_what_could_be_markup_is_a_reference(code: int) -> None:
    assert html_escape_text(chr(code)) == (f"&#{code};" if chr(code) in "&<>\"'{}[]`\\" else chr(code))


def test_blanks_at_the_ends_and_behind_each_other_are_kept() -> None:
    assert html_escape_text(" 字 字  字   字 ") == "&#32;字 字 &#32;字 &#32;&#32;字&#32;"
    assert html_escape_text(" ") == "&#32;"
    assert html_escape_text("") == ""


@pytest.mark.parametrize("character", characters(REFUSED))
def test_what_no_page_can_carry_is_named(character: str) -> None:
    with pytest.raises(ValueError, match=f"^U\\+{ord(character):04X} cannot stand on a page$"):
        html_escape_text(f"字{character}")


@pytest.mark.parametrize("character", characters(GOOD))
def test_what_a_page_can_carry_is_taken(character: str) -> None:
    assert html_escape_text(f"字{character}字") in (f"字{character}字", f"字&#{ord(character)};字")


@pytest.mark.parametrize("code", ["0", "9", "a", "1f", "7f", "80", "9f", "a0", "2028", "2029", "feff"])
def test_yaml_takes_odd_characters_by_number(code: str) -> None:
    assert yaml_dq(f"字{chr(int(code, 16))}字") == f'"字\\u{code:0>4}字"'


@pytest.mark.parametrize("character", characters("20 21 23 5b 5d 7e a1 2027 202a fefe ff00 d7ff e000 20000"))
def test_yaml_keeps_all_others(character: str) -> None:
    assert yaml_dq(f"字{character}字") == f'"字{character}字"'


def test_yaml_marks_quotes_and_backslashes_and_refuses_halves() -> None:
    assert yaml_dq('"\\') == '"\\"\\\\"'
    for character in characters("d800 dfff"):
        with pytest.raises(ValueError, match=f"^U\\+{ord(character):04X} is half a character$"):
            yaml_dq(character)
