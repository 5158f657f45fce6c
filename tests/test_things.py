"""Persons, organisations and practices: what they are called, where they are named, and who is none of them."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.things import How, ThingKind, gather, normal_form, thing_id
from generator.archive.things.finding import NameFinder, find_press
from generator.build import read_page
from generator.data.exporting import export
from generator.editing.sidecars import read_sidecar
from generator.model import ContributorRole, Page
from generator.model.passages import passages
from generator.reading.files import read_source
from generator.reading.grammar.in_office import find_in_office
from generator.site.rendering import render
from generator.vocabulary.gazetteer import load_gazetteer
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import load_taxonomy
from tests.making import Draft, by, make_archive, make_page

TAXONOMY = load_taxonomy(ROOT / "site_config")
GAZETTEER = load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")

# ---- names ----


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("“１＋３”专项行动", "1+3专项行动"),
        ("林　禾", "林禾"),
        ("阿不都热依木•买买提", "阿不都热依木·买买提"),
        ("党建领航 共富乡村", "党建领航共富乡村"),
        ("‘四方共议’", "四方共议"),
        ("“”", "“”"),
    ],
)
def test_spellings_of_one_name_have_one_normal_form(printed: str, normal: str) -> None:
    assert normal_form(printed) == normal
    assert thing_id(printed) == thing_id(normal)


@given(st.text(min_size=1, max_size=80))
def test_an_id_is_an_address_whatever_the_name(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{6}", thing_id(name))
    assert len(thing_id(name)) <= 55


def test_names_that_sound_alike_have_ids_of_their_own() -> None:
    assert thing_id("公示") != thing_id("公式")
    assert thing_id("公示").startswith("gong-shi-")


def test_an_id_never_depends_on_other_names() -> None:
    one = make_archive(make_page(Draft(bylines=(by("林禾", "记者"),))))
    two = make_archive(make_page(Draft(bylines=(by("林和", "记者"), by("林禾", "记者"), by("林河", "记者")))))
    ids = [archive.things.every[ThingKind.PERSON]["林禾"].id for archive in (one, two)]
    assert ids[0] == ids[1]


# ---- people in office ----


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青沙旗委组织部部长林禾说,渠通了。", [("旗委组织部部长", "林禾")]),
        ("据柳河县县长高远山介绍,渠通了。", [("县长", "高远山")]),
        ("白河镇党委书记乌兰图雅表示,渠通了。", [("党委书记", "乌兰图雅")]),
        ("柳河县公安局副局长欧阳小雨(左)来了。", [("公安局副局长", "欧阳小雨")]),
        ("青沙旗委书记林禾、副旗长高远出席。", [("旗委书记", "林禾"), ("旗长", "高远")]),
        ("青沙村党支部书记林禾说,渠通了。", []),
        ("柳河社区居委会主任林禾说。", []),
        ("柳河物业公司部长林禾说。", []),
        ("牧民林禾说,渠通了。", []),
        ("旗委书记高度重视。", []),
        ("旗委书记项目,办得好。", []),
        ("旗委书记林禾水渠通了。", []),
        ("主任林禾说。", []),
    ],
)
def test_only_a_public_office_makes_a_name_public(text: str, found: list[tuple[str, str]]) -> None:
    told = [
        (text[each.role.start : each.role.end], text[each.name.start : each.name.end])
        for each in find_in_office(text)
    ]
    assert told == found


def test_a_reporter_is_named_behind_a_word_of_the_press_alone() -> None:
    text = "记者林禾看到,牧民林禾正在修渠。记者林禾禾来了。通讯员 林禾摄。"
    assert [start for _, start, _ in find_press(text, frozenset({"林禾"}))] == [2, 28]


# ---- names in running text ----


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("四方共议", "推行“四方共议”,四方共议好。", ["四方共议", "四方共议"]),
        (
            "1+3专项行动",
            "开展“１＋３”专项行动,11+3专项行动不是,1+3专项行动33是。",
            ["“１＋３”专项行动", "1+3专项行动"],
        ),
        ("红细胞", "打造“红细胞”品牌,验血要数红细胞。", ["红细胞"]),
        ("六个一", "做到六个一。", ["六个一"]),
        ("草原课堂", "草原 课堂开课。", ["草原 课堂"]),
    ],
)
def test_a_practice_is_found_where_its_name_stands(name: str, text: str, words: list[str]) -> None:
    found = NameFinder(ThingKind.PRACTICE, [name]).find(text)
    assert [text[start:end] for _, start, end in found] == words


def test_the_longer_of_two_names_is_meant() -> None:
    finder = NameFinder(ThingKind.PRACTICE, ["红色物业", "红色物业驿站"])
    assert [name for name, _, _ in finder.find("红色物业驿站和红色物业")] == ["红色物业驿站", "红色物业"]


def test_a_part_of_a_body_is_another_body() -> None:
    finder = NameFinder(ThingKind.ORGANISATION, ["柳河县委"])
    found = [start for _, start, _ in finder.find("柳河县委组织部来人,柳河县委书记来了,柳河县委在办公。")]
    assert found == [10, 19]


def test_no_name_is_found_where_there_are_none() -> None:
    assert list(NameFinder(ThingKind.PRACTICE, []).find("四方共议")) == []


def test_each_passage_is_read_once_however_many_names_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    class Counting(NameFinder):
        def find(self, text: str) -> Any:
            read.append(text)
            return super().find(text)

    monkeypatch.setattr("generator.archive.things.gathering.NameFinder", Counting)
    names = tuple(f"办法第{number}" for number in range(200))
    page = make_page(*(Draft(headline="渠", paragraphs=("通了。",), practices=names) for _ in range(20)))
    gather(make_archive(page).items)
    texts = [passage.text for item in page.items for passage in passages(item)]
    assert len(read) == len(ThingKind) * len(texts)


# ---- whole pages ----

TEXT = """# 渠边的课堂

□本报记者 林禾

柳河村推行“四方共议”机制,四方共
议让渠通了。青沙旗委组织部部长高远山说,渠好。牧民林禾笑了。

# 灯下的课堂

柳河县柳林镇党委书记 杨树

四方共议传到了镇上,记者林禾看到,柳林镇党委的灯亮着。

# 又一篇

□本报记者 林 禾

渠水来了,牧民高远山笑了。
"""


def read(folder: Path) -> Page:
    path = folder / "page-01.txt"
    path.write_text(TEXT, encoding="utf-8")
    source = read_source(path)
    return read_page(source, read_sidecar(source, None), TAXONOMY, GAZETTEER)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return read(tmp_path_factory.mktemp("page"))


def mentions(page: Page) -> list[tuple[str, str, str, list[str]]]:
    return [
        (
            str(each.thing.kind),
            each.thing.name,
            str(each.how),
            [f"{words.line}:{words.text}" for words in each.evidence],
        )
        for each in make_archive(page).things.mentions
    ]


def test_every_mention_of_every_thing_is_told_with_its_place(page: Page) -> None:
    assert mentions(page) == [
        ("person", "林禾", "byline", ["3:林禾"]),
        ("practice", "四方共议", "tag", ["5:“四方共议”"]),
        ("practice", "四方共议", "text", ["5:四方共", "6:议"]),
        ("person", "高远山", "office", ["6:高远山"]),
        ("organisation", "柳河县柳林镇党委", "office", ["10:柳河县柳林镇党委"]),
        ("person", "杨树", "byline", ["10:杨树"]),
        ("practice", "四方共议", "text", ["12:四方共议"]),
        ("person", "林禾", "text", ["12:林禾"]),
        ("person", "林禾", "byline", ["16:林 禾"]),
    ]


def test_private_people_are_no_things() -> None:
    page = make_page(Draft(paragraphs=("牧民林禾说,村民高远和村支书杨树都来了。",)))
    assert make_archive(page).things.every[ThingKind.PERSON] == {}


def test_a_body_that_is_only_called_so_at_home_is_no_organisation() -> None:
    names = [by(name, "", ContributorRole.INSTITUTION) for name in ("本报评论员", "柳河县委宣传部")]
    page = make_page(Draft(headline="渠", bylines=names))
    assert list(make_archive(page).things.every[ThingKind.ORGANISATION]) == ["柳河县委宣传部"]


def test_the_data_says_the_same_in_each_form(page: Page, tmp_path: Path) -> None:
    archive = make_archive(page, taxonomy=TAXONOMY, gazetteer=GAZETTEER)
    files = {file.uri: file.data for file in export(archive)}
    rows = [json.loads(line) for line in files["data/mentions.jsonl"].decode().splitlines()]
    lines = {
        (row["file"], row["line"]): row["text"]
        for row in map(json.loads, files["data/lines.jsonl"].decode().splitlines())
    }
    proofs = [proof for row in rows for proof in row["evidence"]]
    assert all(
        lines[proof["file"], proof["line"]][proof["start"] : proof["end"]] == proof["text"]
        for proof in proofs
    )
    path = tmp_path / "archive.sqlite"
    path.write_bytes(files["data/archive.sqlite"])
    with closing(sqlite3.connect(path)) as database:
        persons = database.execute("SELECT name, items, mentions FROM persons ORDER BY name").fetchall()
        pieces = database.execute("SELECT count(*) FROM mentions").fetchone()[0]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert persons == [("杨树", 1, 1), ("林禾", 3, 3), ("高远山", 1, 1)]
    assert pieces == len(proofs) == files["data/mentions.csv"].count(b"\n") - 1
    addresses = {file.uri for file in render(archive)}
    assert {f"{row['url']}index.md" for row in rows} <= addresses


def test_a_mention_is_a_tag_only_where_the_item_tells_of_it(page: Page) -> None:
    found = [each for each in make_archive(page).things.mentions if each.how is How.TAG]
    assert [each.entry.item.position for each in found] == [1]
