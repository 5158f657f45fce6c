"""A small archive of which every page is told in full in tests/cases/site, and the short way of telling it.

Run `python -m tests.site_cases` to write the files anew after a change that is meant; read what differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.archive.groups import Archive
from generator.data.measuring import Measure
from generator.model import (
    ContributorRole,
    DateBasis,
    DateTag,
    Doubt,
    Issue,
    Kind,
    Level,
    Page,
    Series,
    Span,
    TextKind,
)
from generator.model.outfiles import OutFile
from generator.site.rendering import front, lists, papers, prints, things
from generator.site.rendering.press import Press
from generator.site.views.frame import Frame
from generator.site.views.prints import PrintedPiece
from generator.site.views.reasons import LineLink, Reason
from generator.site.views.rows import ItemRow, Link
from generator.site.views.times import Day
from generator.vocabulary.calendars import Published
from generator.vocabulary.gazetteer import Gazetteer, Place
from generator.vocabulary.papers import Paper, PaperName, Papers
from generator.vocabulary.taxonomy import Column, ColumnKind, Taxonomy, Theme
from tests.making import (
    COLUMN,
    PLACES,
    THEME,
    Draft,
    by,
    make_archive,
    make_page,
    place,
    proof,
    region,
    theme,
)

Maker = Callable[[Press], Iterator[OutFile]]
FOLDER = Path(__file__).parent / "cases" / "site"
HEADER = "# What each page is given, stated as a whole: the words and figures here are what readers see.\n"
IN_FULL = ("page-01-01", "page-01-02", "page-01-03", "page-02-02", "page-03-01", "page-03-03", "page-08-01")
"""Items whose pages are told; all others are told by their rows."""
PRINTED = ("", "articles/page-01-01/", "columns/mu-qu-ye-hua/")
SPOTS = (
    *PLACES,
    Place("152571", "乌拉盖管理区", Level.ZONE, "152500", ("乌拉盖",), "wu-la-gai"),
    Place("150105001", "榆林镇", Level.TOWNSHIP, "150105", (), "yu-lin-zhen"),
    Place("150105002", "黄合少镇", Level.TOWNSHIP, "150105", ("黄合少",), "huang-he-shao-zhen"),
    Place("152200", "兴安盟", Level.LEAGUE, "150000", (), "xing-an-meng"),
)
COLUMNS = (
    COLUMN,
    Column(slug="jing-tou", name="镜头", kind=ColumnKind.CAPTIONS, aliases=(), about="图片;每图一则。"),
    Column(
        slug="duan-ping", name="短评", kind=ColumnKind.COMMENTARY, aliases=("评",), about="几句话的评论。"
    ),
    Column(slug="kong-lan", name="空栏", kind=ColumnKind.ARTICLES, aliases=(), about="没有稿件。"),
)
THEMES = (
    replace(THEME, terms=(("夜校", 2.0), ("课堂", 3.0), ("电影", -1.0), ("戏", 0.0))),
    Theme(slug="shui-li", name="水利", about="渠和井,", terms=(("渠", 1.0),)),
    Theme(slug="wu-ren", name="无人", about="没有稿件。", terms=()),
)
TEACHING, WATER, OTHER = (
    theme("xue-xi-jiao-yu", "学习教育", 2.5),
    theme("shui-li", "水利"),
    theme("jiu-ti", "旧题"),
)
PAPERS = Papers(
    listed=(
        Paper(
            id="bei-jiang",
            name="北疆日报",
            former=(PaperName(name="北疆报", since="1950", until="1983-06"), PaperName(name="红旗报")),
            cn="CN 15-0000",
            place="呼和浩特市",
            publisher="北疆日报社",
            since="1948-01-01",
            about="试验用的报纸。",
            published=(Published(since="2022-06-13", until="2022-07-02", weekdays=(4, 5), pages=8),),
        ),
        Paper(id="wu-bao", name="无报"),
    )
)
TOWN = region(
    "150105001", "内蒙古自治区", "呼和浩特市", "赛罕区", "榆林镇", level=Level.TOWNSHIP,
    evidence=(proof("榆林镇", 3), proof("榆林", 5, "stem"), proof("榆林镇", 7)),
)  # fmt: skip
ZONE = region("152571", "内蒙古自治区", "锡林郭勒盟", "乌拉盖管理区", level=Level.ZONE)
JUNE = DateTag(
    edtf="2022-06-11/2022-06-30",
    basis=DateBasis.INFERRED,
    evidence=(proof("昨天是端午", 5, "feast"),),
)


def series(number: int) -> Series:
    """Return a part of the one series."""
    return Series(name="夜话", number=number, printed="①②③④⑤⑥⑦⑧⑨⑩⑪⑫"[number - 1])


def stated(edtf: str) -> DateTag:
    """Return a date that an editor has stated."""
    return DateTag(edtf=edtf, basis=DateBasis.STATED)


def told_archive(*, hosted: bool = True) -> Archive:
    """Return the archive; without an address and a repository if it is not hosted."""
    taxonomy = Taxonomy(columns=COLUMNS, themes=THEMES, events=())
    gazetteer = Gazetteer(places={spot.code: spot for spot in SPOTS}, province=PLACES[0])
    pages = (_first(), _second(), _third(), *_plain_pages())
    site = "https://example.org/archive/" if hosted else ""
    archive = make_archive(*pages, site_url=site, taxonomy=taxonomy, gazetteer=gazetteer, papers=PAPERS)
    repository = "https://example.org/repository/" if hosted else ""
    return replace(archive, settings=replace(archive.settings, repo_url=repository))


def _first() -> Page:
    """Return a page with everything that a page may have."""
    page = make_page(
        Draft(
            column="牧区夜话",
            kicker="把夜校办到毡房里",
            headline=("一盏灯下", "九个学生"),
            deck="——锡林郭勒见闻",
            bylines=(by("林禾", "本报记者"), by("高远", "通讯员"), by("林禾", "本报记者"), by("青沙文化站", "", ContributorRole.INSTITUTION)),
            paragraphs=(
                "夜校开课了。",
                ("“都来吧。”支书说,", "人就坐满了。"),
                "## 一堂课",
                "- 识字",
                "- 算账又算账",
            ),
            corrections=(("算账又", "算帐又"), ("毡房", "毡包"), ("支书", "书记"), ("一盏", "一站")),
            regions=(TOWN, place("152501", primary=False), place("150000", primary=False)),
            themes=(TEACHING, WATER),
            practices=("毡房夜校", "三问三答"),
            series=series(6),
            date=JUNE,
            doubts=(
                Doubt(code="headline-weak", line=3, detail="“灯”字只在标题里"),
                Doubt(code="sentence-open", line=13),
            ),
        ),
        Draft(
            column="牧区夜话",
            headline="九个学生又来了",
            bylines=(by("高远", "摄"), by("林禾", "")),
            signed=True,
            paragraphs=("天黑以后，" + "九个学生沿着河边的小路走来，" * 6 + "灯还亮着。",),
            regions=(place("150105"), place("152501"), ZONE),
            themes=(WATER, OTHER),
            practices=("毡房夜校",),
            series=series(7),
            date=JUNE,
        ),
        Draft(kind=Kind.CAPTION, column="镜头", paragraphs=("牧民在夜校里练字。",), complete=False, regions=(place("150100"),)),
        Draft(kind=Kind.BRIEF, headline="渠成", paragraphs=("短。",), regions=(place("152500"),), themes=(OTHER,)),
        issue=Issue(paper="北疆日报", date=stated("2022-06-16"), label="07", rights="报社所有"),
        unplaced=("这一行没有去处",),
        encoding="gb18030",
    )  # fmt: skip
    doubts = (
        Doubt(code="text-doubled", line=11, detail="“来来”可能多印了一个字。", span=Span(8, 10)),
        Doubt(code="text-dots", line=13),
    )
    item = replace(page.items[0], text_doubts=doubts)
    return replace(page, items=(item, *page.items[1:]))


def _second() -> Page:
    """Return a page of abstracts with an inferred date over two months."""
    inferred = DateTag(edtf="2022-06-28/2022-07-02", basis=DateBasis.INFERRED)
    return make_page(
        Draft(
            headline="支部要建强",
            kind=Kind.COMMENTARY,
            column="短评",
            bylines=(by("杨树"), by("杨树", "摄")),
            paragraphs=("要建强。",),
            regions=(place("152500"),),
            themes=(TEACHING,),
            date=inferred,
        ),
        Draft(column="新栏目", headline="新的一栏", paragraphs=("新事。", "又一件。"), doubts=(Doubt(code="sentence-open", line=1),), date=inferred),
        page_id="page-02",
        issue=Issue(text_kind=TextKind.ABSTRACT, label="要闻版"),
    )  # fmt: skip


def _third() -> Page:
    """Return a page that nobody knows the date of."""
    return make_page(
        Draft(column="牧区夜话", headline="夜话之始", paragraphs=("从前。",), series=series(1), practices=("1+3",)),
        Draft(column="牧区夜话", headline="夜话之终", paragraphs=("后来。",), series=series(12), bylines=(by("单田", "特约"),)),
        Draft(kind=Kind.LIST),
        page_id="page-03",
    )  # fmt: skip


def _plain_pages() -> Iterator[Page]:
    """Yield pages of single items that differ in their dates alone."""
    for number, edtf in enumerate(("2021", "2022-06-16", "2022-07", "2021-12-30/2022-01-02", None), 4):
        tag = stated(edtf) if edtf else DateTag()
        yield make_page(
            Draft(headline=f"第{number}页", paragraphs=("渠水流了一夜。",), themes=(WATER,), regions=(place("150105"),)),
            page_id=f"page-0{number}",
            issue=Issue(paper="草原晚报", date=tag),
        )  # fmt: skip


# ---- telling ----


class Told(Press):
    """A press that keeps what each page is given, besides printing it."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(Frame(archive=archive))
        self.pages: dict[str, dict[str, Any]] = {}

    def sheet(self, address: str, template: str, **named: Any) -> OutFile:
        """Keep what a page is given; a few pages are printed too, for their front matter."""
        if address in PRINTED:
            printed = super().sheet(address, template, **named)
            front = yaml.safe_load(printed.data.decode("utf-8").split("---\n", 2)[1])
            front["head"] = front["head"].splitlines()
        else:
            printed = OutFile.of_text(f"{address}index.md", "")
            links = (
                [f"{link.rel} {link.type} {link.title} {link.href}" for link in named["head"].links]
                if "head" in named
                else []
            )
            front = {
                "title": named["title"],
                "kind": template,
                "section": named["section"],
                "description": named.get("description"),
                "head": links,
            }
        for name in ("title", "section", "description", "head"):
            named.pop(name, None)
        self.pages[address] = {"front": {key: value for key, value in front.items() if value}, **plain(named)}
        return printed


def plain(value: Any) -> Any:
    """Return the values of a view in few words, without what is empty."""
    match value:
        case Link():
            count, note = f" ({value.count})" if value.count else "", f" | {value.note}" if value.note else ""
            return f"{value.text} → {value.href}{count}{note}"
        case ItemRow():
            return f"[{value.id}]"
        case LineLink():
            return f"{value.number} → {value.href}"
        case PrintedPiece():
            return f"{value.text}{f'〔{value.corrected}〕' if value.corrected else ''}{f'@{value.seam}' if value.seam else ''}{f'?{value.doubts} {value.reason}' if value.reason else ''}"
        case Day():
            return f"{value.number} {value.state}{''.join(f' {plain(link)}' for link in value.links)}"
        case Reason():
            return f"{value.text} | {value.note} | {'; '.join(map(plain, value.lines))}"
        case dict():
            return {key: plain(each) for key, each in value.items() if each or each == 0}
        case str() | int() | float() | None:
            return str(value) if isinstance(value, str) else value
    if is_dataclass(value):
        made = {field.name: getattr(value, field.name) for field in fields(value)}
        return {key: plain(each) for key, each in made.items() if each}
    return [plain(each) for each in value]


def rows_of(archive: Archive) -> dict[str, Any]:
    """Return the row of each item in full."""
    frame = Frame(archive=archive)
    rows = [frame.row(entry) for entry in archive.items]
    return {row.id: {field.name: plain(getattr(row, field.name)) for field in fields(row)} for row in rows}


MAKERS = (
    front.front_pages, prints.item_pages, prints.newspaper_pages, lists.region_pages, lists.column_pages,
    lists.theme_pages, things.thing_pages, lists.date_pages, lists.shared_pages, papers.paper_pages,
)  # fmt: skip


def site_of(archive: Archive, makers: Sequence[Maker] = MAKERS) -> dict[str, dict[str, Any]]:
    """Return what each page is given, by the folder that it stands in and its address."""
    press = Told(archive)
    for make in makers:
        list(make(press))
    front.data_page(press, {"data/articles.jsonl": Measure(size=2048, sha256="0" * 64)})
    found: dict[str, dict[str, Any]] = {"rows": rows_of(archive)}
    press.pages["data/"]["files"] = press.pages["data/"]["files"][:2]
    for address, page in press.pages.items():
        if address.startswith("articles/") and address.split("/")[1] not in IN_FULL:
            continue
        found.setdefault(address.split("/")[0] or "home", {})[address] = page
    return found


def whole_site() -> dict[str, Any]:
    """Return everything that is told, by file."""
    near = site_of(told_archive(hosted=False), (front.front_pages, prints.item_pages))
    unhosted = {
        "home": near["home"],
        "articles": dict([*near["articles"].items()][:1]),
    }
    return {**site_of(told_archive()), "unhosted": unhosted}


def read_told(name: str) -> Any:
    """Return what a file tells."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def write_told(found: Iterable[tuple[str, Any]]) -> None:
    """Write the files."""
    for name, value in found:
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100_000)
        (FOLDER / f"{name}.yml").write_text(HEADER + text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_told(whole_site().items())
