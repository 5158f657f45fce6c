"""A page let pass comes out as Python-Markdown makes it, byte for byte; any doubt sends it the plain way."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.passing import EXTENSIONS, SLOW, Passing, passes
from generator.site.rendering import render
from tests.site_cases import told_archive

TAGS = ("div", "p", "b", "ul", "li", "a", "h1", "script", "pre", "title", "svg", "table", "noscript", "x-y")
PIECES = st.sampled_from(
    [f"<{tag}>" for tag in TAGS]
    + [f"</{tag}>" for tag in TAGS] * 2
    + ["\n", "\n\n", " \n", "\t", "\r", "\x02", "    ", " ", "字", "&amp;", "&", "&#8203;", "&lt", "<", ">"]
    + ["```\n", "~~~\n", "# 题\n", "*a*", "[a](b)", "\\*", "<!-- c -->", '<i class="<div>">', "<br/>", "<hr>"]
)
FORMS = ("<div>{}</div>", '\n<div class="a">\n{}\n</div>\n', "{}")


def plainly(text: str) -> str:
    return markdown.markdown(text, extensions=sorted(EXTENSIONS))


def body_of(data: bytes) -> str:
    return data.decode().split("---\n", 2)[2]


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    files = render(told_archive())
    return {file.uri: body_of(file.data) for file in files if file.uri.endswith(".md")}


def test_every_kind_of_page_comes_out_as_python_markdown_makes_it(bodies: dict[str, str]) -> None:
    assert {uri: passes(text) for uri, text in bodies.items()} == {
        uri: plainly(text) for uri, text in bodies.items()
    }


@given(st.sampled_from(FORMS), st.lists(PIECES, max_size=10))
def test_whatever_passes_is_what_python_markdown_makes_of_it(form: str, inner: list[str]) -> None:
    text = form.format("".join(inner))
    assert passes(text) in (None, plainly(text))


@pytest.mark.parametrize(
    "text",
    ["字", "<div>字</div>字", "<div>字</div><div>字</div>", "<div>字", "<div>&</div>", "<div>\n```\n</div>"],
)
def test_any_other_page_does_not_pass(text: str) -> None:
    assert passes(text) is None


def rendered(short: Callable[[str], str | None], texts: list[str]) -> tuple[list[str], list[str]]:
    """Return what pages of one kind come out as, and what was told."""
    told: list[str] = []

    def plain(page: Any, config: Any, files: Any) -> None:
        page.content = plainly(page.markdown)

    passing = Passing(plain, told.append, short)
    pages = [
        SimpleNamespace(markdown=text, meta={"kind": "item"}, file=SimpleNamespace(src_uri=f"{number}.md"))
        for number, text in enumerate(texts)
    ]
    for page in pages:
        passing.render(page, {"markdown_extensions": list(EXTENSIONS), "mdx_configs": {}}, None)
    return [page.content for page in pages], told


def test_pages_come_out_the_same_in_a_build() -> None:
    texts = [f"<div>\n\n<b>{number}</b></div>" for number in range(200)]
    assert rendered(passes, texts) == ([plainly(text) for text in texts], [])


def test_one_difference_sends_every_page_the_plain_way() -> None:
    texts = [f"<div>{number}</div>" for number in range(200)]

    def wrong_from_the_second(text: str) -> str | None:
        return text if text == texts[0] else f"{text}!"

    found, told = rendered(wrong_from_the_second, texts)
    assert found == [plainly(text) for text in texts]
    assert len(told) == 1
    assert told[0].startswith(SLOW)
