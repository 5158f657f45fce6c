"""The Markdown of the site: what it keeps, what it escapes, and that every way in it leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import html5lib
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.archive.groups import Archive
from generator.archive.things import thing_id
from generator.data.measuring import Measure
from generator.model import DateBasis, DateTag, Doubt, Issue, Kind, Series, TextKind
from generator.model.outfiles import OutFile
from generator.model.words import KINDS
from generator.site.rendering import render, render_data_page
from generator.site.rendering.press import SIZE, Press
from generator.site.rendering.prints import item_pages, newspaper_pages
from generator.site.views.frame import Frame
from tests.making import Draft, by, make_archive, make_page, place, theme

HOSTILE = '</title></script><script>alert(1)</script>{{ x }}{% y %}{# z #} [TOC] --8<-- "a" `b` *c* &amp; \\'
KEYS = {"title", "description", "section", "kind", "notice", "head"}
MADE_ELSEWHERE = re.compile(
    r"(?:search|data|feeds|assets)/|(?:regions|columns|themes|bylines|organisations|practices|dates|pages|papers)/[^?]+/references\.|articles/[^/]+/index\.(?:json|txt)$|opensearch\.xml$|ro-crate-metadata\.json$"
)
TERMS = {
    *[
        "RIS",
        "BibTeX",
        "JSON",
        "CSV",
        "Atom",
        "SHA",
        "UTF",
        "GB",
        "MIT",
        "index",
        "json",
        "txt",
        "x0",
        "Excel",
        "WPS",
        "Lines",
        "SQLite",
        "Datasette",
        "DB",
        "OR",
    ],
    *[
        "Browser",
        "SQL",
        "EndNote",
        "NoteExpress",
        "Zotero",
        "LaTeX",
        "CSL",
        "Pandoc",
        "Frictionless",
        "Data",
        "Package",
        "sha256sum",
        "SHA256SUMS",
    ],
}
"""Names of formats and programs that have no Chinese name."""


def archive_of_all_kinds() -> Archive:
    """Return an archive in which every template has something to show."""
    june = DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED)
    first = make_page(
        Draft(
            column="牧区夜话",
            kicker="把夜校办到毡房里",
            headline="一盏灯下 九个学生",
            deck="——锡林郭勒见闻",
            bylines=(by("林禾", "本报记者"), by("高远", "通讯员")),
            paragraphs=(
                "夜校开课了。",
                ("“都来吧。”支书说,", "人就坐满了。"),
                "## 一堂课",
                "- 识字",
                "- 算账",
            ),
            corrections=(("算账", "算帐"),),
            regions=(place("152501"), place("150105", primary=False)),
            themes=(theme("xue-xi-jiao-yu", "学习教育"),),
            practices=("毡房夜校",),
            series=Series(name="牧区夜话", number=3, printed="③"),
            date=june,
            doubts=(Doubt(code="headline-weak", line=1, detail="“灯”字只在标题里"),),
        ),
        Draft(
            headline=HOSTILE,
            column=HOSTILE,
            paragraphs=(HOSTILE,),
            practices=(HOSTILE,),
            bylines=(by("高远", HOSTILE),),
        ),
        Draft(kind=Kind.CAPTION, paragraphs=("牧民在夜校里练字。林禾 摄",), complete=False),
        issue=Issue(
            paper="北疆日报",
            date=DateTag(edtf="2022-06-16", basis=DateBasis.STATED),
            label="07",
            rights="报社所有",
        ),
        unplaced=("这一行没有去处",),
    )
    second = make_page(
        Draft(
            headline="支部要建强",
            kind=Kind.COMMENTARY,
            bylines=(by("杨树"),),
            signed=True,
            paragraphs=("要建强。",),
        ),
        page_id="page-02",
        issue=Issue(text_kind=TextKind.ABSTRACT),
    )
    return make_archive(first, second)


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archive_of_all_kinds()


@pytest.fixture(scope="module")
def files(archive: Archive) -> dict[str, OutFile]:
    made = [
        *render(archive),
        render_data_page(archive, {"data/articles.jsonl": Measure(size=2048, sha256="0" * 64)}),
    ]
    return {file.uri: file for file in made}


def split(file: OutFile) -> tuple[dict[str, str], str]:
    """Return front matter and body of a page."""
    _, front, body = file.data.decode("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def body_of(file: OutFile) -> Any:
    """Return the page's content as a browser builds it from the Markdown."""
    html = Markdown(extensions=["toc", "tables", "fenced_code"]).convert(split(file)[1])
    return html5lib.parse(f"<!doctype html><title>x</title><body>{html}", namespaceHTMLElements=False).find(
        "body"
    )


def anchor_of(body: Any, number: int) -> str:
    """Return the anchor of the paragraph with a number, from 1."""
    found = [name for part in body.iter() if re.fullmatch(r"p\d{6}", name := part.get("id") or "")]
    return found[number - 1]


def by_id(body: Any, name: str) -> Any:
    return next(element for element in body.iter() if element.get("id") == name)


def words(element: Any) -> str:
    return "".join(element.itertext())


def pages(files: dict[str, OutFile]) -> Iterator[OutFile]:
    return (file for uri, file in files.items() if uri.endswith(".md"))


@pytest.fixture(scope="module")
def bodies(files: dict[str, OutFile]) -> dict[str, Any]:
    return {file.uri: body_of(file) for file in pages(files)}


ITEM = "articles/page-01-01/index.md"
PAGE = "pages/page-01/index.md"


# ---- the form of every page ----


def test_each_kind_of_page_is_there(files: dict[str, OutFile]) -> None:
    wanted = ["index.md", ITEM, PAGE, "pages/index.md", "regions/index.md", "regions/152501/index.md"]
    wanted += [
        f"{name}/index.md" for name in ("columns", "themes", "bylines", "practices", "dates", "coverage")
    ]
    wanted += [
        "about/index.md",
        "browse/index.md",
        "search/index.md",
        "data/index.md",
        "dates/2022/index.md",
    ]
    wanted += [
        "columns/mu-qu-ye-hua/index.md",
        "themes/xue-xi-jiao-yu/index.md",
        f"bylines/{thing_id('林禾')}/index.md",
        "bylines/lin-he-cc24df/index.md",
    ]
    assert set(wanted) <= set(files)


def test_addresses_are_ascii_and_never_made_of_a_headline(files: dict[str, OutFile]) -> None:
    assert all(re.fullmatch(r"[a-z0-9./_-]+", uri) for uri in files)


def test_front_matter_has_few_keys_and_always_a_title(files: dict[str, OutFile]) -> None:
    for file in pages(files):
        front, _ = split(file)
        assert set(front) <= KEYS, file.uri
        assert front["title"], file.uri
        assert all(isinstance(value, str) for value in front.values())


def test_two_renderings_are_the_same_to_the_byte(files: dict[str, OutFile]) -> None:
    again = {file.uri: file.data for file in render(archive_of_all_kinds())}
    assert again == {uri: file.data for uri, file in files.items() if uri != "data/index.md"}


def test_each_page_has_one_headline(bodies: dict[str, Any]) -> None:
    for uri, body in bodies.items():
        assert len(list(body.iter("h1"))) == 1, uri


def test_headings_leave_no_level_out(bodies: dict[str, Any]) -> None:
    for uri, body in bodies.items():
        levels = [int(element.tag[1]) for element in body.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        assert all(after - before <= 1 for before, after in pairwise(levels)), uri


def test_no_id_stands_twice_on_a_page(bodies: dict[str, Any]) -> None:
    for uri, body in bodies.items():
        ids = [element.get("id") for element in body.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), uri


def test_no_page_carries_script_style_or_handler(bodies: dict[str, Any]) -> None:
    for uri, body in bodies.items():
        for element in body.iter():
            assert element.tag not in ("script", "style", "iframe", "img"), uri
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], uri


def links(body: Any) -> Iterator[str]:
    for element in body.iter():
        for name in ("href", "action"):
            if element.get(name):
                yield element.get(name)


def test_every_link_is_relative_and_leads_to_a_page_and_a_place_on_it(bodies: dict[str, Any]) -> None:
    ids = {uri: {element.get("id") for element in body.iter()} for uri, body in bodies.items()}
    for uri, body in bodies.items():
        for link in links(body):
            parts = urlsplit(link)
            assert not parts.scheme, (uri, link)
            assert not link.startswith("/"), (uri, link)
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(uri), parts.path)) if parts.path else uri
            )
            if MADE_ELSEWHERE.match(target):
                continue
            page = target.removesuffix(".html") + ".md" if target.endswith(".html") else target
            assert page in bodies, (uri, link)
            asked = parse_qs(parts.query).get("page")
            if parts.fragment:
                place = f"pages/{asked[0]}/index.md" if asked else page
                assert unquote(parts.fragment) in ids[place], (uri, link)


def latin_words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]+", text))


def test_no_foreign_words_are_shown(bodies: dict[str, Any]) -> None:
    """The page of the data is left out: its names of files and fields are what they are."""
    made = latin_words(HOSTILE) | {"page", "txt"}
    for uri, body in bodies.items():
        if uri == "data/index.md":
            continue
        quoted = set().union(*(latin_words(words(each)) for tag in ("pre", "kbd") for each in body.iter(tag)))
        assert latin_words(words(body)) - TERMS - made - quoted == set(), uri


# ---- an item ----


def test_a_headline_stands_with_kicker_deck_and_byline_as_printed(bodies: dict[str, Any]) -> None:
    (title,) = bodies[ITEM].iter("header")
    assert [
        words(part) for part in title if part.get("class") in (None, "bm-kicker", "bm-deck", "bm-byline")
    ] == [
        "把夜校办到毡房里",
        "一盏灯下 九个学生",
        "——锡林郭勒见闻",
        "□本报记者 林禾 通讯员 高远",
    ]


def test_paragraphs_have_anchors_and_lead_to_their_source_lines(bodies: dict[str, Any]) -> None:
    body = bodies[ITEM]
    assert words(by_id(body, anchor_of(body, 2))) == "“都来吧。”支书说,人就坐满了。"
    assert by_id(body, anchor_of(body, 3)).tag == "h2"
    para = next(element for element in body.iter("div") if by_id(body, anchor_of(body, 2)) in list(element))
    assert [link.get("href") for link in para.iter("a")] == [
        f"#{anchor_of(body, 2)}",
        "../../pages/page-01/index.html#L13",
        "../../pages/page-01/index.html#L15",
    ]


def test_a_misprint_stands_beside_its_right_reading(bodies: dict[str, Any]) -> None:
    assert words(by_id(bodies[ITEM], anchor_of(bodies[ITEM], 5))) == "算账〔编者校：应为“算帐”〕"


def test_a_tag_shows_its_words_and_lines(bodies: dict[str, Any]) -> None:
    text = words(bodies[ITEM])
    assert "锡林郭勒盟二连浩特市依据" in re.sub(r"\s", "", text)
    assert "旗县市区，代码 152501" in text


def test_a_doubt_is_told_in_plain_words(bodies: dict[str, Any]) -> None:
    text = words(bodies[ITEM])
    assert "疑有误" in text
    assert "“灯”字只在标题里" in text
    assert "headline-weak" not in text


def test_a_cut_item_says_so(bodies: dict[str, Any]) -> None:
    assert "版面在此截断" in words(bodies["articles/page-01-03/index.md"])


def test_the_chains_of_items_and_pages_have_ends(bodies: dict[str, Any]) -> None:
    def turns(uri: str) -> dict[str, str]:
        found = bodies[uri].iter("a")
        return {
            link.get("rel") or f"page {link.get('data-turn')}": link.get("href")
            for link in found
            if link.get("rel") in ("prev", "next") or link.get("data-turn")
        }

    # The second page has no date, so it stands before the first.
    assert turns("articles/page-02-01/index.md") == {
        "next": "../../articles/page-01-01/index.html",
        "page next": "../../pages/page-01/index.html",
    }
    assert turns(ITEM) == {
        "prev": "../../articles/page-02-01/index.html",
        "next": "../../articles/page-01-02/index.html",
        "page prev": "../../pages/page-02/index.html",
    }


def test_the_head_of_an_item_carries_what_machines_cite(files: dict[str, OutFile]) -> None:
    head = split(files[ITEM])[0]["head"]
    assert '<meta name="z:itemType" content="newspaperArticle">' in head
    assert '<link rel="alternate" type="application/json" href="index.json">' in head
    assert head.count("<script") == 1


def test_hostile_words_cannot_leave_the_head(files: dict[str, OutFile]) -> None:
    head = split(files["articles/page-01-02/index.md"])[0]["head"]
    document = html5lib.parse(f"<!doctype html><head>{head}</head><body></body>", namespaceHTMLElements=False)
    scripts = list(document.iter("script"))
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    assert not list(document.find("body"))
    assert not re.search(r"\{[{%#]", words(scripts[0]))
    titles = [meta.get("content") for meta in document.iter("meta") if meta.get("name") == "citation_title"]
    assert titles == [HOSTILE]


def test_a_report_goes_to_the_repository_only_where_there_is_one(archive: Archive) -> None:
    known = replace(archive, settings=replace(archive.settings, repo_url="https://example.org/a/b/"))
    file = next(file for file in render(known) if file.uri == ITEM)
    (link,) = [link for link in links(body_of(file)) if link.startswith("https://")]
    assert link.startswith("https://example.org/a/b/issues/new?template=1-misprint.yml&title=")
    assert "address=page-01-01" in link


def test_what_is_an_abstract_says_so_on_each_page(bodies: dict[str, Any]) -> None:
    for uri in ("articles/page-02-01/index.md", "pages/page-02/index.md", "index.md"):
        assert "不是报纸原文" in words(bodies[uri]), uri
    assert "不是报纸原文" not in words(bodies[ITEM])


def test_every_page_tells_that_some_of_the_archive_is_abstracts(files: dict[str, OutFile]) -> None:
    for file in pages(files):
        assert split(file)[0]["notice"] == "有 1 个版面只是提要，不是报纸原文。", file.uri


def test_the_seam_of_a_paragraph_is_marked_with_its_line(bodies: dict[str, Any]) -> None:
    (seam,) = by_id(bodies[ITEM], anchor_of(bodies[ITEM], 2)).iter("span")
    assert (seam.get("data-line"), words(seam), seam.tail) == ("15", "", "人就坐满了。")


# ---- pictures ----


def pictured(bodies: dict[str, Any], uri: str, name: str) -> list[tuple[str, str, str]]:
    """Return class, name for a screen reader and words of each such element of a page's pictures."""
    return [
        (each.get("class", ""), each.get("aria-label", ""), words(each))
        for each in bodies[uri].iter(f"{{http://www.w3.org/2000/svg}}{name}")
    ]


def test_a_cell_says_theme_league_and_count(bodies: dict[str, Any]) -> None:
    assert pictured(bodies, "themes/index.md", "a") == [("", "学习教育，锡林郭勒盟：1篇", "1")]
    assert [shade for shade, _, _ in pictured(bodies, "themes/index.md", "rect")] == ["s0", "s4"]


def test_a_year_draws_the_months_that_it_has(bodies: dict[str, Any]) -> None:
    assert [shade for shade, _, _ in pictured(bodies, "dates/index.md", "rect")] == ["sure", "bar"]
    assert [text for _, _, text in pictured(bodies, "dates/index.md", "text")][5:7] == ["3", "6月"]


@pytest.mark.parametrize(
    ("uri", "row"),
    [("themes/index.md", "学习教育01"), ("dates/index.md", "6月30"), ("dates/index.md", "7月00")],
)
def test_a_picture_has_its_table(bodies: dict[str, Any], uri: str, row: str) -> None:
    assert row in [words(line) for line in bodies[uri].iter("tr")]


# ---- any words ----


def test_hostile_words_are_text_wherever_they_stand(
    files: dict[str, OutFile], bodies: dict[str, Any]
) -> None:
    uri = "articles/page-01-02/index.md"
    title = yaml.safe_load(files[uri].data.decode("utf-8").split("---\n")[1])["title"]
    assert words(html5lib.parseFragment(title, namespaceHTMLElements=False)) == HOSTILE
    assert words(next(iter(bodies[uri].iter("h1")))) == HOSTILE
    assert words(by_id(bodies[uri], anchor_of(bodies[uri], 1))) == HOSTILE
    for page in (PAGE, "columns/index.md", "practices/index.md", "index.md"):
        assert HOSTILE in words(bodies[page]), page


ANYTHING = st.text(
    st.one_of(st.sampled_from(list("<>&\"'`*_{}[]()#+-.!|~^:\\/=$%@ \u3000\u00a0\u200b一1a")), st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(text.strip()))  # fmt: skip


@settings(max_examples=25)
@given(headline=ANYTHING, paragraph=ANYTHING)
def test_any_words_come_out_as_those_words(headline: str, paragraph: str) -> None:
    text = paragraph if not paragraph.startswith(("## ", "- ")) else f"一{paragraph}"
    archive = make_archive(make_page(Draft(headline=headline, paragraphs=(text,))))
    press = Press(Frame(archive=archive))
    (item,) = map(body_of, item_pages(press))
    page = next(body_of(file) for file in newspaper_pages(press) if file.uri == PAGE)
    assert words(next(iter(item.iter("h1")))) == headline
    assert words(by_id(item, anchor_of(item, 1))) == text
    lines = [words(element) for element in page.iter("span") if element.get("class") == "bm-line__text"]
    assert lines == [line for line in archive.pages[0].source.lines if line.strip()]


def test_the_source_stands_line_by_line_on_its_page(archive: Archive, bodies: dict[str, Any]) -> None:
    source = archive.pages[0].source
    for number, line in enumerate(source.lines, start=1):
        if line.strip():
            (shown,) = [
                part for part in by_id(bodies[PAGE], f"L{number}") if part.get("class") == "bm-line__text"
            ]
            assert words(shown) == line


def test_a_line_leads_to_its_paragraph_and_back(bodies: dict[str, Any]) -> None:
    owners = [link.get("href") for link in by_id(bodies[PAGE], "L15").iter("a")]
    anchor = anchor_of(bodies[ITEM], 2)
    assert owners == ["#L15", f"../../articles/page-01-01/index.html#{anchor}"]
    assert "未归位" in words(bodies[PAGE])


PRINTED = {"bm-kicker", "bm-deck", "bm-byline", "bm-signature", "bm-untitled", "bm-point", "bm-subhead", ""}


def test_every_printed_character_stands_once_on_the_page_of_its_item(
    archive: Archive, bodies: dict[str, Any]
) -> None:
    for entry in archive.items:
        body = bodies[f"articles/{entry.item.id}/index.md"]
        header = next(part for part in body.iter("header") if part.get("class") == "bm-title")
        text = next(part for part in body.iter("div") if part.get("class") == "bm-body")
        titles = [part for part in header if part.get("class", "") in PRINTED - {"bm-untitled"}]
        paragraphs = [
            part for part in text.iter() if part.tag in ("p", "h2") and part.get("class", "") in PRINTED
        ]
        shown = "".join(map(words, [*titles, *paragraphs])).replace("〔编者校：应为“算帐”〕", "")
        source = archive.pages[0 if entry.page.id == "page-01" else 1].source
        marked = {"byline", "signature"}
        blocks = [block.span if str(block.role) in marked else block.content for block in entry.item.blocks]
        printed = "".join(source.quote(span) for span in blocks)
        assert sorted(shown.replace(" ", "")) == sorted(printed.replace(" ", "")), entry.item.id


def test_no_template_engine_finds_anything_in_the_markdown(files: dict[str, OutFile]) -> None:
    for file in pages(files):
        assert not re.search(r"\{[{%#]|^\s*--8", file.data.decode("utf-8"), re.MULTILINE), file.uri


# ---- lists ----


def test_no_list_grows_without_bound() -> None:
    count = 2 * SIZE + 1
    drafts = [
        Draft(
            headline=f"第{number}则",
            column="牧区夜话",
            bylines=(by("林禾", "记者"),),
            date=DateTag(edtf="2022-06-03"),
        )
        for number in range(count)
    ]
    made = {file.uri: file for file in render(make_archive(make_page(*drafts)))}
    for folder in ("columns/mu-qu-ye-hua", f"bylines/{thing_id('林禾')}", "dates/2022"):
        parts = [f"{folder}/index.md", f"{folder}/2/index.md", f"{folder}/3/index.md"]
        rows = [made[uri].data.decode("utf-8").count('class="bm-row ') for uri in parts]
        assert rows == [SIZE, SIZE, 1], folder
        assert f"{folder}/4/index.md" not in made


def test_a_list_leads_to_its_feed(files: dict[str, OutFile]) -> None:
    head = split(files["columns/mu-qu-ye-hua/index.md"])[0]["head"]
    assert 'type="application/atom+xml"' in head
    assert 'href="../../feeds/columns/mu-qu-ye-hua.xml"' in head


@pytest.mark.parametrize("form", ["ris", "bib", "csl.json"])
@pytest.mark.parametrize(
    "list_",
    ["columns/mu-qu-ye-hua", "themes/xue-xi-jiao-yu", "bylines/lin-he-cc24df", "dates/2022", "pages/page-01"],
)
def test_a_list_leads_to_its_references(
    files: dict[str, OutFile], bodies: dict[str, Any], list_: str, form: str
) -> None:
    address = f"../../{list_}/references.{form}"
    assert address in links(bodies[f"{list_}/index.md"])
    head = split(files[f"{list_}/index.md"])[0]["head"]
    assert re.search(rf'<link rel="alternate" type="[^"]+" title="[^"]+" href="{re.escape(address)}">', head)


def test_the_page_of_former_addresses_knows_every_slug(bodies: dict[str, Any], archive: Archive) -> None:
    known = {
        (each.get("data-facet"), each.get("data-key"), words(each))
        for each in bodies["browse/index.md"].iter("li")
    }
    assert {("column", archive.column_slugs[name], name) for name in archive.by_column} <= known
    assert {
        ("theme", theme.slug, theme.name) for entry in archive.items for theme in entry.item.tags.themes
    } <= known
    assert {("kind", str(kind), name) for kind, name in KINDS.items()} <= known


def test_the_data_page_tells_size_and_digest(bodies: dict[str, Any]) -> None:
    text = words(bodies["data/index.md"])
    assert "2.0 KB" in text
    assert "0" * 64 in text
