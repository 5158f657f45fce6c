"""A sound site passes; every corruption that is planted in one is found and named, with sums renewed or not."""

from __future__ import annotations

import ast
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest

from generator.build import build
from generator.commands.cli import run
from generator.publishing.packaging import pack
from generator.publishing.summing import SUMS, write_sums
from generator.publishing.verifying import verify
from generator.publishing.verifying.index import HEAD, TAIL
from generator.publishing.verifying.markup import read_sheet, squeeze
from generator.publishing.verifying.places import open_site
from generator.publishing.verifying.sums import check_sums
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings
from tests.test_withdrawing import NIGHT, seeds_in

pytestmark = pytest.mark.site
WORDS = "教员苏和把账本摊在"
ITEM = "articles/{id}/index.html"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with seeds and the site that was built from them."""
    folder = tmp_path_factory.mktemp("sound")
    seeds = seeds_in(folder, "corrections:\n  17 教员: {read: 炕桌, as: 书桌}\n")
    assert run(["record", "--seeds", str(seeds), "--on", "2026-11-30"]) == 0
    build(load_settings(seeds_dir=seeds, out_dir=folder / "out"), progress=silent())
    return folder


@pytest.fixture
def site(sound: Path, tmp_path: Path) -> Path:
    """Return a copy of the site, which a test may spoil."""
    return shutil.copytree(sound / "out" / "site", tmp_path / "site")


def faults(site: Path, seeds: Path | None = None) -> list[str]:
    found, _ = verify(site, seeds, progress=silent())
    return [str(fault) for fault in found]


def replace(site: Path, name: str, old: str, new: str, count: int = 1) -> None:
    text = (site / name).read_text("utf-8")
    assert old in text
    (site / name).write_text(text.replace(old, new, count), encoding="utf-8", newline="")


def article_of(site: Path, words: str = WORDS) -> str:
    rows = map(json.loads, (site / "data/articles.jsonl").read_text("utf-8").splitlines())
    return str(next(row["id"] for row in rows if any(words in each["text"] for each in row["paragraphs"])))


def page_of(site: Path) -> str:
    return ITEM.format(id=article_of(site))


def paragraph(site: Path) -> str:
    text = (site / page_of(site)).read_text("utf-8")
    return next(
        each for each in re.findall(r'<div class="bm-para">.*?</div>', text, re.DOTALL) if WORDS in each
    )


def sql(site: Path, statement: str) -> None:
    with closing(sqlite3.connect(site / "data/archive.sqlite")) as database, database:
        database.execute(statement)


def text_script(site: Path) -> str:
    path = next(path for path in sorted((site / "search/d").glob("*.js")) if WORDS in path.read_text("utf-8"))
    return path.relative_to(site).as_posix()


def corrected_script(site: Path) -> str:
    """Return the script of the search that holds the corrected text."""
    path = next(
        path for path in sorted((site / "search/d").glob("*.js")) if "书桌" in path.read_text("utf-8")
    )
    return path.relative_to(site).as_posix()


def drop_line(site: Path, name: str, words: str) -> None:
    lines = (site / name).read_text("utf-8").splitlines(keepends=True)
    assert any(words in line for line in lines)
    kept = [line for line in lines if words not in line]
    (site / name).write_text("".join(kept), encoding="utf-8", newline="")


def retell(site: Path, name: str, change: Callable[[list[Any]], object]) -> None:
    """Change what a script of the search hands over."""
    text = (site / name).read_text("utf-8")
    told = json.loads(f"[{text[len(HEAD) : -len(TAIL)]}]")
    change(told)
    words = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in told)
    (site / name).write_text(f"{HEAD}{words}{TAIL}", encoding="utf-8", newline="")


def turn(told: list[Any], at: int = 40) -> None:
    """Change one digit of a script's lists."""
    told[-1] = f"{told[-1][:at]}{'*' if told[-1][at] != '*' else '+'}{told[-1][at + 1 :]}"


def unheaded(rows: list[list[Any]]) -> list[list[Any]]:
    """Return suggestions without the first headline."""
    first = next(row for row in rows if row[1] == "h")
    return [row for row in rows if row is not first]


def swap_paragraphs(site: Path) -> None:
    """Let the first two paragraphs of an item's page change places."""
    text = (site / page_of(site)).read_text("utf-8")
    one, other = re.findall(r'<div class="bm-para">.*?</div>', text, re.DOTALL)[:2]
    replace(site, page_of(site), f"{one}\n{other}" if f"{one}\n{other}" in text else one, f"{other}\n{one}")


PLANTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a changed character of an item's page": (
        lambda site: replace(site, page_of(site), WORDS, WORDS.replace("账", "帐"), 99),
        "articles/",
    ),
    "a changed character of a page's source": (
        lambda site: replace(site, "pages/a-01/index.html", WORDS, WORDS.replace("摊", "滩")),
        "原文第 17 行",
    ),
    "a changed character of the data": (
        lambda site: replace(site, "data/articles.jsonl", WORDS, WORDS.replace("摊", "滩"), 99),
        "不是原文那几行的字",
    ),
    "a lost line of a page": (
        lambda site: replace(site, "pages/a-01/index.html", WORDS, "", 9),
        "pages/a-01/index.html",
    ),
    "a lost line of the data": (lambda site: drop_line(site, "data/lines.jsonl", WORDS), "行号"),
    "a lost paragraph": (lambda site: replace(site, page_of(site), paragraph(site), ""), "段"),
    "a doubled paragraph": (
        lambda site: replace(site, page_of(site), paragraph(site), paragraph(site) * 2),
        "段",
    ),
    "a lost item": (lambda site: drop_line(site, "data/articles.jsonl", WORDS), "恰好一次"),
    "a missing page": (lambda site: (site / page_of(site)).unlink(), "打不开"),
    "a dead link": (
        lambda site: replace(site, "index.html", 'href="pages/index.html"', 'href="pages/indexx.html"'),
        "pages/indexx.html 没有这个文件",
    ),
    "a dead fragment": (lambda site: replace(site, page_of(site), "#L", "#M"), "所指的网页里没有 #M"),
    "a spoilt text of the search": (
        lambda site: replace(site, text_script(site), WORDS, ""),
        "检索文字与数据不同",
    ),
    "a broken script of the search": (
        lambda site: replace(site, "search/s/0.js", "Banmian.receive(", "Banmian.recieve("),
        "search/s/0.js",
    ),
    "a missing script of the search": (lambda site: (site / "search/s/0.js").unlink(), "search/s/"),
    "a spoilt row of the database": (
        lambda site: sql(site, "UPDATE paragraphs SET text = text || '的' WHERE number = 2"),
        "paragraphs: 第 2 行",
    ),
    "a lost row of the database": (lambda site: sql(site, "DELETE FROM lines WHERE line = 17"), "lines"),
    "a broken database": (
        lambda site: (site / "data/archive.sqlite").write_bytes(b"SQLite format 3\0" + b"\1" * 5000),
        "数据库坏了",
    ),
    "a changed cell of the table": (
        lambda site: replace(site, "data/articles.csv", WORDS, WORDS[:-1]),
        "data/articles.csv",
    ),
    "a changed plain text": (
        lambda site: replace(site, page_of(site).replace(".html", ".txt"), WORDS, WORDS[:-1]),
        "index.txt",
    ),
    "a dead address": (
        lambda site: replace(site, "data/addresses.jsonl", '"leads": []', '"leads": ["articles/none/"]'),
        "通到的 articles/none/ 打不开",
    ),
    "two paragraphs that changed places": (swap_paragraphs, "段从第"),
    "a list of the search with another item": (
        lambda site: retell(site, "search/s/0.js", lambda told: turn(told, len(told[-1]) // 2)),
        "search",
    ),
    "a list of characters with another item": (
        lambda site: retell(site, "search/c/0.js", turn),
        "search",
    ),
    "a script of the search of another build": (
        lambda site: retell(site, "search/s/0.js", lambda told: told.__setitem__(1, "0" * 12)),
        "2 次不同的建成",
    ),
    "a character that the search lost": (
        lambda site: retell(
            site, "search/base.js", lambda told: told[2].update(alphabet=told[2]["alphabet"][:-1])
        ),
        "search",
    ),
    "a directory of the search that tells of other scripts": (
        lambda site: retell(site, "search/base.js", lambda told: told[2].update(itemKeys="书车")),
        "第一个字词与目录不同",
    ),
    "a character that is searched as another": (
        lambda site: retell(
            site, "search/base.js", lambda told: told[2].update(variants=told[2]["variants"] + "账车")
        ),
        "清单与文字不合",
    ),
    "a corrected text that the search lost": (
        lambda site: retell(site, corrected_script(site), lambda told: [each[6].clear() for each in told[2]]),
        "改正后的检索文字与数据不同",
    ),
    "an item that is filed elsewhere": (
        lambda site: retell(site, "search/f/column.js", lambda told: turn(told, 0)),
        "search",
    ),
    "a name by which nobody is found": (
        lambda site: retell(site, "search/a/0.js", lambda told: told[2][0].__setitem__(0, "无名氏")),
        "署名与数据不同",
    ),
    "a name that is not suggested": (
        lambda site: retell(
            site, "search/g/0.js", lambda told: told[2].remove(next(r for r in told[2] if r[1] == "a"))
        ),
        "提示的署名与数据不同",
    ),
    "a headline that is not suggested": (
        lambda site: retell(
            site, "search/g/0.js", lambda told: told[2].__setitem__(slice(None), unheaded(told[2]))
        ),
        "提示的标题与数据不同",
    ),
    "a changed corrected text": (
        lambda site: replace(site, "data/articles.jsonl", "书桌上,一笔", "书桌下,一笔"),
        "不是编者的改正",
    ),
    "an editor's reading that a page does not show": (
        lambda site: replace(site, page_of(site), "应为“书桌”", "应为“木桌”"),
        "编者的改正与数据里的不同",
    ),
    "a corrected text of the database": (
        lambda site: sql(site, "UPDATE paragraphs SET corrected = NULL WHERE corrected IS NOT NULL"),
        "paragraphs",
    ),
    "a lost misprint of the database": (lambda site: sql(site, "DELETE FROM misprints"), "misprints"),
    "a corrected text of the table": (
        lambda site: replace(site, "data/articles.csv", "书桌", "木桌"),
        "data/articles.csv",
    ),
    "evidence that stands elsewhere": (
        lambda site: replace(site, "data/mentions.jsonl", '"start": ', '"start": 1'),
        "不在",
    ),
    "evidence of the table that stands elsewhere": (
        lambda site: replace(site, "data/evidence.csv", ",高岩,byline", ",高严,byline"),
        "data/evidence.csv",
    ),
    "a lost citation": (
        lambda site: replace(site, "data/articles.ris", f"ID  - {article_of(site)}\n", ""),
        "不是恰好一条",
    ),
    "a doubled citation": (
        lambda site: (site / "data/articles.bib").write_text(
            (site / "data/articles.bib").read_text("utf-8") * 2, "utf-8"
        ),
        "不是恰好一条",
    ),
    "a recorded file beside an item": (
        lambda site: replace(site, page_of(site).replace(".html", ".json"), WORDS, WORDS[:-1]),
        "与数据里的同一行不同",
    ),
    "a lost line of a page's plain text": (
        lambda site: drop_line(site, "pages/a-01/index.txt", WORDS),
        "pages/a-01/index.txt",
    ),
    "data that are no JSON": (
        lambda site: replace(site, "data/pages.jsonl", "{", "[", 1),
        "数据坏得读不下去",
    ),
}
"""What is spoilt, how, and what is said of it where the sums are renewed."""


def test_a_sound_site_passes(sound: Path) -> None:
    assert faults(sound / "out" / "site", sound / "seeds") == []


def test_a_sound_zip_passes(sound: Path, tmp_path: Path) -> None:
    pack(sound / "out" / "site", tmp_path, name="x", title="x")
    assert faults(tmp_path / "x.zip", sound / "seeds") == []


def test_the_repositorys_site_passes(built_site: Path) -> None:
    assert faults(built_site, ROOT / "seeds") == []


def test_a_site_with_withdrawn_words_passes(tmp_path: Path) -> None:
    settings = load_settings(seeds_dir=seeds_in(tmp_path, NIGHT), out_dir=tmp_path / "out")
    build(settings, progress=silent())
    assert faults(settings.site_dir, tmp_path / "seeds") == []


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found_by_its_sum(name: str, site: Path) -> None:
    PLANTED[name][0](site)
    with open_site(site) as spoilt:
        found = [fault.said for fault in check_sums(spoilt)]
    assert any("校验值不合" in said or "缺少这个文件" in said for said in found)


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found_where_the_sums_are_renewed(name: str, site: Path) -> None:
    plant, said = PLANTED[name]
    plant(site)
    renew(site)
    found = faults(site)
    assert any(said in fault for fault in found), found[:5]


def renew(site: Path) -> None:
    """Write both files of sums anew, as somebody would who hides a change."""
    write_sums(site / "data")
    write_sums(site)


SPOILT_ZIPS: dict[str, tuple[Callable[[dict[str, bytes]], object], bool, str]] = {
    "a changed page": (lambda files: turn_word(files, "articles/"), False, "校验值不合"),
    "a changed page, sums renewed": (lambda files: turn_word(files, "articles/"), True, "与数据不同"),
    "changed data, sums renewed": (lambda files: turn_word(files, "data/articles.jsonl"), True, "原文那几行"),
    "a changed text of the search, sums renewed": (
        lambda files: turn_word(files, "search/d/"),
        True,
        "检索文字",
    ),
    "a missing file": (lambda files: files.pop("index.html"), False, "缺少这个文件"),
    "a missing list of the search, sums renewed": (lambda files: files.pop("search/s/0.js"), True, "应有"),
    "an extra file": (lambda files: files.update({"more.html": b"<p>"}), False, "多出来的文件"),
}
"""What is done to a zip, whether its sums are renewed, and what is said."""


def turn_word(files: dict[str, bytes], folder: str) -> None:
    """Change a character in the first file of a folder that has the words."""
    name = next(name for name in sorted(files) if name.startswith(folder) and WORDS.encode() in files[name])
    files[name] = files[name].replace(WORDS.encode(), WORDS.replace("摊", "滩").encode())


@pytest.mark.parametrize("name", SPOILT_ZIPS)
def test_what_is_planted_in_a_zip_is_found(name: str, sound: Path, tmp_path: Path) -> None:
    spoil, renewed, said = SPOILT_ZIPS[name]
    packed = pack(sound / "out" / "site", tmp_path, name="x", title="x").path
    with zipfile.ZipFile(packed) as archive:
        files = {each.removeprefix("x/"): archive.read(each) for each in archive.namelist()}
    spoil(files)
    for sums, folder in (("data/SHA256SUMS", "data/"), (SUMS, "")) if renewed else ():
        names = [each for each in files if each.startswith(folder) and each != sums]
        lines = (f"{sha256(files[each]).hexdigest()}  {each.removeprefix(folder)}\n" for each in names)
        files[sums] = "".join(lines).encode()
    with zipfile.ZipFile(packed, "w") as archive:
        for each, data in files.items():
            archive.writestr(f"x/{each}", data)
    found = faults(packed)
    assert any(said in fault for fault in found), found[:5]


def test_an_extra_file_is_named(site: Path) -> None:
    (site / "articles" / "more.html").write_text("<p>多</p>", encoding="utf-8")
    assert faults(site) == ["articles/more.html: 多出来的文件,SHA256SUMS 里没有。"]


def test_a_site_without_sums_is_told(site: Path) -> None:
    (site / SUMS).unlink()
    assert any(fault.startswith("SHA256SUMS: 没有这个文件") for fault in faults(site))


def test_a_page_that_changed_since_is_told(sound: Path, site: Path, tmp_path: Path) -> None:
    seeds = shutil.copytree(sound / "seeds", tmp_path / "seeds")
    replace(seeds, "a-01.txt", WORDS, WORDS.replace("摊", "滩"))
    assert [fault.partition(": ")[0] for fault in faults(site, seeds)] == ["a-01.txt", "a-01.txt:17"]


def test_a_page_that_is_not_on_the_site_is_told(sound: Path, site: Path, tmp_path: Path) -> None:
    seeds = shutil.copytree(sound / "seeds", tmp_path / "seeds")
    (seeds / "c-01.txt").write_text("# 新的一版\n", encoding="utf-8")
    assert faults(site, seeds) == ["c-01.txt: 这一版不在网站里,也没有说明为什么。"]


def test_a_recorded_address_that_is_dead_is_told(sound: Path, site: Path, tmp_path: Path) -> None:
    seeds = shutil.copytree(sound / "seeds", tmp_path / "seeds")
    replace(seeds, "a-01.published.jsonl", article_of(site), "a-01-zzzzz")
    assert faults(site, seeds) == ["a-01.published.jsonl: 登记过的地址 articles/a-01-zzzzz/ 打不开。"]


def test_the_command_tells_and_leaves_with_a_code(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(site)]) == 0
    assert "全部相合" in capsys.readouterr().out
    replace(site, "index.html", "</body>", " </body>")
    assert run(["verify", str(site)]) == 1
    assert "index.html: 内容与 SHA256SUMS" in capsys.readouterr().out
    assert [run(["verify", str(tmp_path / name)]) for name in ("none", "site/about", "site/index.html")] == [
        2,
        2,
        2,
    ]


def test_the_parser_reads_what_a_browsers_would(site: Path) -> None:
    """html5lib, which reads as browsers do, finds the same ids, links and paragraphs."""
    for name in ("index.html", page_of(site), "pages/a-01/index.html"):
        text = (site / name).read_text("utf-8")
        tree = html5lib.parse(text, namespaceHTMLElements=False)
        sheet = read_sheet(text)
        assert sheet.ids == {each.get(key) for each in tree.iter() for key in ("id", "name") if each.get(key)}
        links = [
            each.get(key) for each in tree.iter() for key in ("href", "src") if each.get(key) is not None
        ]
        assert sorted(set(links)) == sorted({link for link in sheet.links if "url=" not in link})
        shown = [
            squeeze("".join(each.itertext()))
            for each in tree.iter("span")
            if each.get("class") == "bm-line__text"
        ]
        assert [squeeze(part.text) for part in sheet.parts if part.kind == "line"] == shown


def test_what_the_workflow_publishes_is_verified_before() -> None:
    text = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    steps = ("generator build", "generator verify build/site --seeds seeds", "upload-pages-artifact")
    places = [text.find(step) for step in steps]
    assert -1 < places[0] < places[1] < places[2]


def test_it_is_written_apart_from_what_it_checks() -> None:
    for path in (ROOT / "generator/publishing/verifying").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
                assert (node.module or "").startswith(
                    ("generator.publishing.verifying", "generator.telling", "generator.model.unicode")
                )
