"""What is withdrawn is in no byte of the site; its address says so, and no other address changes."""

from __future__ import annotations

import json
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.archive.groups import Archive
from generator.archive.identity.formers import Fate
from generator.archive.identity.secrets import Secret
from generator.build import build, gather_files
from generator.commands.cli import run
from generator.data.exporting.addresses import address_rows
from generator.model import SourceText
from generator.publishing.packaging import pack
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings
from tests.address_changes import read_seeds
from tests.leaks import leaks, runs_of

PAGE = """◎草原书屋

# 流动书车开进三个苏木

□本报记者 林禾

入冬前流动书车走了三个苏木,给各嘎查的书屋送去新书四百册,

还带去一台旧放映机和两箱幻灯片,读书会一连开了三场。

# 夜校的灯亮到十点半

□本报记者 高岩

白音塔拉的夜校里坐着二十七位学员,他们白天放羊,晚上来学会计。

教员苏和把账本摊在炕桌上,一笔一笔讲到夜里十点半。

# 井水甜了以后

□通讯员 宋棉

打出第四口深井的那天,全嘎查的人都来尝了一口新井水。

水质化验单贴在村口的榆树上,氟含量比老井低了九成。
"""
OTHER = """# 林场里的护林人

□本报记者 林禾

护林员巴图在樟子松林里走了三十一年,磨破的胶鞋装满了一只木箱。

他说防火期的每个黄昏,都要到瞭望塔上再看一遍山脊。
"""
NIGHT = "withdrawn: {item: 15 白音塔拉, reason: 当事人要求撤下, on: 2026-11-30}\n"
HIDE = NIGHT.replace("}", ", title: hide}")
WHOLE = "withdrawn: {page: true, reason: 权利人要求撤下, on: 2026-11-29}\n"
NIGHT_LINES = (11, 13, 15, 17)


def seeds_in(folder: Path, sidecar: str = "", page: str = PAGE) -> Path:
    """Return a folder with two pages, the first with a sidecar."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    (seeds / "a-01.txt").write_text(page, encoding="utf-8")
    (seeds / "b-01.txt").write_text(OTHER, encoding="utf-8")
    (seeds / "a-01.yml").write_text(f"paper: 草原晚报\n{sidecar}", encoding="utf-8")
    return seeds


def read(folder: Path, sidecar: str = "", page: str = PAGE) -> Archive:
    return read_seeds(seeds_in(folder, sidecar, page))


def addresses(archive: Archive) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in address_rows(archive)}


def titles(archive: Archive) -> dict[str, str]:
    return {
        entry.item.headline.text: entry.item.id for entry in archive.items if entry.item.headline is not None
    }


@cache
def vocabulary() -> str:
    """Return what the site says of its own: its places, columns and themes."""
    files = (path for path in sorted((ROOT / "site_config").rglob("*")) if path.suffix in (".yml", ".json"))
    return "\n".join(path.read_text("utf-8") for path in files)


def secret(lines: tuple[int, ...], *shown: str) -> set[str]:
    texts = PAGE.split("\n")
    gone = [texts[line - 1] for line in lines]
    kept = [text for number, text in enumerate(texts, 1) if number not in lines]
    return runs_of(gone) - runs_of([*kept, OTHER, vocabulary(), *shown])


@pytest.mark.site
@pytest.mark.parametrize(
    ("sidecar", "lines", "shown"),
    [
        (NIGHT, NIGHT_LINES, ("夜校的灯亮到十点半",)),
        (HIDE, NIGHT_LINES, ()),
        (
            WHOLE,
            tuple(range(1, 26)),
            ("流动书车开进三个苏木", "夜校的灯亮到十点半", "井水甜了以后"),
        ),
    ],
    ids=["an item", "with its headline", "a page"],
)
def test_no_byte_tells_withdrawn_words(
    sidecar: str, lines: tuple[int, ...], shown: tuple[str, ...], tmp_path: Path
) -> None:
    settings = load_settings(seeds_dir=seeds_in(tmp_path, sidecar), out_dir=tmp_path / "out")
    build(settings, progress=silent())
    pack(settings.site_dir, tmp_path / "out" / "zip", name="x", title="x")
    wanted = secret(lines, *shown)
    assert len(wanted) > 20
    assert leaks(tmp_path / "out", wanted) == []


@pytest.mark.site
def test_words_that_are_not_withdrawn_are_found_by_the_search_of_bytes(tmp_path: Path) -> None:
    """The search is able to fail: without a withdrawal it finds the words in pages, data, database and zip."""
    settings = load_settings(seeds_dir=seeds_in(tmp_path), out_dir=tmp_path / "out")
    build(settings, progress=silent())
    pack(settings.site_dir, tmp_path / "out" / "zip", name="x", title="x")
    found = {name for name, _ in leaks(tmp_path / "out", secret(NIGHT_LINES))}
    assert {
        "zip/x.zip",
        "site/data/archive.sqlite",
        "site/data/lines.jsonl",
        "site/pages/a-01/index.html",
    } <= found
    assert any(name.startswith("site/search/") for name in found)


def test_the_other_addresses_stay(tmp_path: Path) -> None:
    before, after = read(tmp_path), read(tmp_path, NIGHT)
    gone = titles(before)["夜校的灯亮到十点半"]
    assert {row["id"] for row in addresses(before).values()} == set(addresses(after))
    assert titles(after) == {title: id_ for title, id_ in titles(before).items() if id_ != gone}
    assert addresses(after)[gone]["state"] == "withdrawn"
    assert addresses(after)[gone]["changed"] == "2026-11-30"
    assert [entry.item.position for entry in after.items] == [1, 2, 1]


def former_of(archive: Archive) -> Any:
    (former,) = (each for each in archive.identity.formers if each.fate is Fate.WITHDRAWN)
    return former


def test_the_address_keeps_citation_reason_and_day(tmp_path: Path) -> None:
    archive = read(tmp_path, NIGHT)
    former = former_of(archive)
    assert former.cited.startswith("高岩. 夜校的灯亮到十点半[N]. 草原晚报")
    text = next(
        unescape(file.data.decode())
        for file in gather_files(archive, ())
        if file.uri == f"articles/{former.id}/index.md"
    )
    assert all(words in text for words in (former.cited, "当事人要求撤下", "2026年11月30日"))


def test_headline_and_authors_go_where_the_editor_says_so(tmp_path: Path) -> None:
    former = former_of(read(tmp_path, HIDE))
    assert (former.title, former.cited[:14]) == ("", "［标题已撤下］[N]. 草原")


def test_an_item_without_a_headline_leaves_no_first_words(tmp_path: Path) -> None:
    page = PAGE.replace("# 夜校的灯亮到十点半\n\n□本报记者 高岩\n\n", "◆").replace(
        "半。\n\n# 井", "半。(高岩)\n\n# 井"
    )
    line = page.split("\n").index(next(each for each in page.split("\n") if "白音塔拉" in each)) + 1
    archive = read(
        tmp_path,
        f"corrections: {{{line}: [{{item: new}}, brief]}}\nwithdrawn: {{item: {line}, reason: 撤, on: 2026-11-30}}\n",
        page,
    )
    former = former_of(archive)
    assert (former.title, "白音塔拉" in former.cited) == ("", False)


@pytest.mark.parametrize(
    ("headline", "title", "hidden"),
    [
        ("蒙古包里的学堂", "", "蒙古包里的学堂"),
        ("蒙古包里的学堂", ", title: hide", ""),
        ("白音塔拉的夜校", "", ""),
    ],
)
def test_a_supplied_headline_stays_where_it_tells_nothing(
    tmp_path: Path, headline: str, title: str, hidden: str
) -> None:
    page = PAGE.replace("# 夜校的灯亮到十点半\n\n□本报记者 高岩\n\n", "◆").replace(
        "半。\n\n# 井", "半。(高岩)\n\n# 井"
    )
    line = page.split("\n").index(next(each for each in page.split("\n") if "白音塔拉" in each)) + 1
    other = next(number for number, text in enumerate(page.split("\n"), 1) if "井水甜了" in text)
    sidecar = (
        f"corrections: {{{line}: [{{item: new}}, brief]}}\n"
        f"items: {{{line}: {{headline: {headline}}}, {other}: {{kind: note}}}}\n"
        f"withdrawn: {{item: {line}, reason: 撤, on: 2026-11-30{title}}}\n"
    )
    archive = read(tmp_path, sidecar, page)
    former = former_of(archive)
    assert former.title == hidden
    assert (f"[{headline}]" in former.cited) == bool(hidden)
    assert any(headline in text for text in archive.pages[0].sidecar) == bool(hidden)


def test_the_page_shows_how_many_lines_are_withdrawn(tmp_path: Path) -> None:
    files = {
        file.uri: file.data.decode()
        for file in gather_files(read(tmp_path, NIGHT), ())
        if ".sqlite" not in file.uri
    }
    page = files["pages/a-01/index.md"]
    assert "已撤下4行（2026年11月30日）：当事人要求撤下" in page
    assert all(f'id="L{line}"' in page for line in NIGHT_LINES)
    rows = [json.loads(line) for line in files["data/lines.jsonl"].splitlines()]
    assert [row["line"] for row in rows if row["role"] == "withdrawn"] == list(NIGHT_LINES)
    assert all(row["text"] == "" for row in rows if row["role"] == "withdrawn")
    assert json.loads(files["data/report.json"])["withdrawn_lines"] == 4


def test_a_page_that_is_withdrawn_keeps_its_address(tmp_path: Path) -> None:
    archive = read(tmp_path, WHOLE)
    assert [len(page.items) for page in archive.pages] == [0, 1]
    states = [row["state"] for row in addresses(archive).values()]
    assert states == ["here", "withdrawn", "withdrawn", "withdrawn"]
    uris = {file.uri for file in gather_files(archive, ())}
    assert "pages/a-01/index.md" in uris


def test_an_address_that_led_to_a_withdrawn_item_is_withdrawn(tmp_path: Path) -> None:
    archive = read(tmp_path, f"{NIGHT}formerly: {{a-01-zzzzz: 17 教员苏和}}\n")
    assert addresses(archive)["a-01-zzzzz"] == addresses(archive)[former_id(archive)] | {
        "id": "a-01-zzzzz",
        "url": "articles/a-01-zzzzz/",
    }


def former_id(archive: Archive) -> str:
    return next(each.id for each in archive.identity.formers if each.id != "a-01-zzzzz")


def test_lines_may_leave_the_source_afterwards(tmp_path: Path) -> None:
    seeds = seeds_in(tmp_path)
    assert run(["record", "--seeds", str(seeds), "--on", "2026-11-28"]) == 0
    id_ = titles(read_seeds(seeds))["夜校的灯亮到十点半"]
    purged = "\n".join("" if n in NIGHT_LINES else text for n, text in enumerate(PAGE.split("\n"), 1))
    archive = read(tmp_path, f"withdrawn: {{item: {id_}, reason: 撤, on: 2026-11-30}}\n", purged)
    assert (former_of(archive).id, former_of(archive).entered) == (id_, "2026-11-28")
    assert "夜校的灯亮到十点半" in former_of(archive).cited


def test_recording_keeps_the_record_of_what_is_withdrawn(tmp_path: Path) -> None:
    seeds = seeds_in(tmp_path)
    run(["record", "--seeds", str(seeds), "--on", "2026-11-28"])
    id_ = titles(read_seeds(seeds))["夜校的灯亮到十点半"]
    seeds_in(tmp_path, NIGHT)
    assert run(["record", "--seeds", str(seeds), "--on", "2026-11-30"]) == 0
    assert id_ in (seeds / "a-01.published.jsonl").read_text("utf-8")
    assert addresses(read_seeds(seeds))[id_]["entered"] == "2026-11-28"


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        ("{item: 15 白音塔拉, reason: 撤}", 2, "缺少必填的键:on"),
        ("{item: 15 白音塔拉, reason: 撤, on: 2026-11-31}", 2, "“2026-11-31”不是一个日期"),
        ("{reason: 撤, on: 2026-11-30}", 2, "都没有"),
        ("{item: 15 白音塔拉, page: true, reason: 撤, on: 2026-11-30}", 2, "写的是两个"),
        ("{item: 15 黑音塔拉, reason: 撤, on: 2026-11-30}", 2, "没有以“黑音塔拉”开头的行"),
        ("{item: 99, reason: 撤, on: 2026-11-30}", 2, "没有第 99 行"),
        ("{item: 1 ◎草原书屋, reason: 撤, on: 2026-11-30}", 2, "第 1 行不属于任何一篇"),
        ("{item: a-01-22222, reason: 撤, on: 2026-11-30}", 2, "没有编号为 a-01-22222 的稿件"),
        ("\n  - {item: 15 白音塔拉, reason: 撤, on: 2026-11-30}\n  - {page: true, reason: 撤}", 4, "on"),
        ("{item: 15, titel: hide, reason: 撤, on: 2026-11-30}", 2, "titel"),
    ],
)
def test_a_wrong_withdrawal_is_told_with_its_line(entry: str, line: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(PageFaults) as caught:
        read(tmp_path, f"withdrawn: {entry}\n")
    told = [each for each in caught.value.diagnostics if said in each.message]
    assert [(each.line, Path(each.path).name) for each in told] == [(line, "a-01.yml")]


def test_notes_on_a_sidecar_do_not_tell(tmp_path: Path) -> None:
    archive = read(tmp_path, NIGHT.replace("15 白音塔拉", "15"))
    (note,) = archive.faults
    assert "第" not in note.hint or "白音塔拉" not in note.hint
    assert "〓" not in note.hint
    assert "抄上版面文件里那一行开头的几个字" in note.hint


def test_every_other_character_keeps_its_place() -> None:
    source = SourceText(
        id="a", name="a.txt", text="一\n二二\n三", encoding="utf-8", sha256="", whole="一\n二\ufeff二\n三"
    )
    left = source.without({2})
    assert (left.text, left.whole_lines) == ("一\n  \n三", ("一", "", "三"))
    assert Secret.of(source, left).runs == frozenset()
