"""What editors read, word for word, and the limits of what they are told of."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from generator.archive.groups import Archive
from generator.editing.checks import across, check_archive, check_page
from generator.editing.comparing import compare, read_version
from generator.editing.explaining import explain, scored
from generator.editing.new_page import draft_page
from generator.editing.sidecars import SCHEMA, read_sidecar
from generator.model import ContributorRole, TextKind
from generator.model.sidecar import Sidecar
from generator.reading.assembling.tracing import Step
from generator.telling.errors import PageFaults, UsageError
from generator.vocabulary.form import form_faults
from tests.editing_cases import read_told, said, told
from tests.making import Draft, by, make_archive, make_page
from tests.reading_pages import make_source


@pytest.mark.parametrize("name", ["explained", "checked", "words"])
def test_editors_read_what_is_told(name: str) -> None:
    found, known = told()[name], read_told(name)
    assert list(found) == list(known)
    for key, value in found.items():
        assert value == known[key], key


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step(score=1.0, margin=0.0), "[+1.0,领先 0.0]"),
        (Step(score=1.0, margin=-0.2), "[+1.0,落后 0.2]"),
        (Step(score=-0.5, margin=float("inf")), "[-0.5,别无放法]"),
    ],
)
def test_the_lead_of_a_line_is_told(step: Step, words: str) -> None:
    assert scored(step) == words


@pytest.mark.parametrize(
    ("length", "shown"),
    [(35, "甲" * 35), (36, "甲" * 36), (37, "甲" * 18 + "…" + "甲" * 18), (50, "甲" * 18 + "…" + "甲" * 18)],
)
def test_thirty_six_characters_of_a_line_are_shown(length: int, shown: str) -> None:
    page = make_page(Draft(headline="题", paragraphs=("甲" * length,)))
    assert f"   3  01  正文(made)  {shown}  ← \n" in explain(page, Sidecar.empty())


@pytest.mark.parametrize(
    ("length", "shown"), [(15, "甲" * 15), (16, "甲" * 16), (17, "甲" * 15 + "…"), (20, "甲" * 15 + "…")]
)
def test_sixteen_characters_of_an_unplaced_line_are_told(length: int, shown: str) -> None:
    page = make_page(Draft(headline="题"), unplaced=("甲" * length,))
    messages = [each.message for each in check_page(page, make_archive(page).taxonomy)]
    assert f"“{shown}”没有放进任何一篇,在版面上单独显示。" in messages


def test_an_item_without_lines_is_told_at_the_first() -> None:
    page = make_page(Draft(headline="题"), Draft(complete=False, column="新栏目"))
    found = {each.code: (each.line, each.message) for each in check_page(page, make_archive(page).taxonomy)}
    assert found["cut-off"] == (1, "“…”一篇没有印完。")
    assert found["unknown-column"] == (1, "栏目“新栏目”不在栏目表里,按印出的名字收录。")


# ---- across pages ----

CLAUSE = "零一二三四五六七八九"


def shared(first: list[str], second: list[str]) -> list[tuple[str, str]]:
    """Return code and share of what two items are told to have in common."""
    pages = [
        make_page(Draft(headline=name, paragraphs=("，".join(clauses),)), page_id=name)
        for name, clauses in (("a", first), ("b", second))
    ]
    return [
        (each.code, each.message.rpartition("约 ")[2].removesuffix(")。"))
        for each in check_archive(make_archive(*pages))
    ]


def clauses(count: int, mark: str, size: int = 10) -> list[str]:
    """Return different clauses of one size."""
    return [f"{mark}{number:02}".ljust(size, "水") for number in range(count)]


@pytest.mark.parametrize(
    ("same", "own", "found"),
    [
        ([*clauses(8, "同", 9), "同又一段渠水"], 0, []),
        ([*clauses(6, "同"), *clauses(1, "尾", 19)], 0, []),
        (clauses(8, "同"), 0, [("reprint", "100%")]),
        (clauses(5, "同"), 3, []),
        ([*clauses(4, "同"), *clauses(1, "尾", 11)], 3, [("reprint", "63%")]),
        (clauses(5, "同"), 5, [("reprint", "50%")]),
        (clauses(5, "同"), 6, []),
        (clauses(8, "同"), 8, [("reprint", "50%")]),
        (clauses(8, "同"), 9, [("shared-passage", "47%")]),
        ([*clauses(6, "同"), *clauses(1, "尾", 19)], 9, []),
        ([*clauses(6, "同"), *clauses(1, "尾", 20)], 9, [("shared-passage", "47%")]),
    ],
)
def test_what_two_items_share_is_told_from_half_of_one_or_eighty_characters_on(
    same: list[str], own: int, found: list[tuple[str, str]]
) -> None:
    assert shared(same + clauses(own, "甲"), same + clauses(own, "乙")) == found


def test_of_many_items_every_second_clause_is_looked_at_and_counts_double(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    even = [each for each in clauses(40, "同") if zlib.crc32(each.encode()) % 2 == 0]
    odd = [each for each in clauses(40, "同") if each not in even]
    monkeypatch.setattr(across, "SAMPLED", 2)
    assert shared(even[:4], even[:4] + odd) == [("reprint", "100%")]
    assert shared(even[:3], even[:3] + odd) == []
    assert shared(odd, odd) == []
    monkeypatch.setattr(across, "SAMPLED", 3)
    assert shared(even[:4], even[:4] + odd) == []
    assert shared(odd, odd) == [("reprint", "100%")]


@pytest.mark.parametrize("sign", list(",，、。;；:：!！?？…“”‘’"))
def test_a_clause_ends_at_a_sign(sign: str) -> None:
    halves = [f"渠水流过第{number}道堤" for number in range(12)]
    assert shared([sign.join(halves)], [sign.join(halves)]) == []
    assert shared(["及".join(halves)], ["及".join(halves)]) == [("reprint", "100%")]


def test_a_clause_that_stands_twice_in_an_item_counts_once() -> None:
    assert shared(clauses(4, "同") * 2 + clauses(2, "甲"), clauses(4, "同") * 2 + clauses(2, "乙")) == []


def signed(*names: str, role: ContributorRole = ContributorRole.REPORTER) -> Archive:
    """Return an archive with an item for each name."""
    return make_archive(
        *(make_page(Draft(headline="一", bylines=(by(name, "", role),)), page_id=f"p{at:02}") for at, name in enumerate(names))
    )  # fmt: skip


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("魏青", "魏原"), []),
        (("魏青原", "魏青草"), ["署名魏青原(1 处)、魏青草(1 处)只差一个字,可能是同一个人。"]),
        (("其乐木格青原马", "其乐木格青原牛"), ["署名其乐木格青原马(1 处)、其乐木格青原牛(1 处)只差一个字,可能是同一个人。"]),
        (("其乐木格青原马上", "其乐木格青原牛上"), []),
        (("魏青原", "陈青原"), []),
        (("魏青原", "槐青原"), ["署名魏青原(1 处)、槐青原(1 处)只差一个字,可能是同一个人。"]),
        (tuple(f"魏{each}原" for each in "青寅春夏秋"), ["署名魏青原(1 处)、魏寅原(1 处)、魏春原(1 处)、魏夏原(1 处)、魏秋原(1 处)只差一个字,可能是同一个人。"]),
        (tuple(f"魏{each}原" for each in "青寅春夏秋冬"), []),
    ],
)  # fmt: skip
def test_names_one_character_apart(names: tuple[str, ...], told: list[str]) -> None:
    assert [each.message for each in check_archive(signed(*names))] == told


def test_the_rarest_and_then_the_latest_of_alike_names_is_noted() -> None:
    (note,) = check_archive(signed("魏青原", "魏寅原", "魏寅原"))
    assert note.item == "p00-01"
    (note,) = check_archive(signed("魏青原", "魏寅原"))
    assert note.item == "p01-01"


@pytest.mark.parametrize("role", ContributorRole)
def test_everyone_but_institutions_and_the_untold_is_a_person(role: ContributorRole) -> None:
    found = list(check_archive(signed("魏青原", "魏寅原", role=role)))
    assert bool(found) is (role not in (ContributorRole.INSTITUTION, ContributorRole.UNKNOWN))


# ---- two builds, a new page ----


def build(folder: Path, *rows: dict[str, Any]) -> Path:
    folder.mkdir()
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (folder / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def test_two_builds_are_compared_item_by_item(tmp_path: Path) -> None:
    old = build(
        tmp_path / "old",
        {"id": "a", "headline": "同"},
        {"id": "b", "headline": "旧", "column": "渠", "kind": "x"},
        {"id": "c", "headline": None},
    )
    new = build(
        tmp_path / "new",
        {"id": "a", "headline": "同"},
        {"id": "b", "headline": "新", "column": "水", "kind": "x"},
        {"id": "d"},
        {"id": "e", "headline": "又"},
    )
    assert list(compare(read_version(old), read_version(new))) == [
        "~ b 新:栏目 渠→水;标题 旧→新",
        "- c (无标题)",
        "+ d (无标题)",
        "+ e 又",
        "新增 2 篇,减少 1 篇,改变 1 篇。",
    ]


def test_a_thousand_items_are_counted_with_a_comma(tmp_path: Path) -> None:
    old, new = build(tmp_path / "old"), build(tmp_path / "new", *({"id": f"a{at}"} for at in range(1000)))
    assert list(compare(read_version(old), read_version(new)))[-1] == "新增 1,000 篇,减少 0 篇,改变 0 篇。"
    assert list(compare(read_version(new), read_version(old)))[-1] == "新增 0 篇,减少 1,000 篇,改变 0 篇。"


@pytest.mark.parametrize("line", ["{", "[]", "{}", "1", '""'])
def test_what_is_no_build_is_told_in_a_sentence(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError) as fault:
        read_version(tmp_path)
    assert str(fault.value) == f"{tmp_path} 里没有 articles.jsonl:请给出 banmian build 的输出文件夹。"
    path = tmp_path / "articles.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n')
    with pytest.raises(UsageError) as fault:
        read_version(tmp_path)
    assert str(fault.value) == f"{path}:2: 这一行不是一篇的数据。"


@pytest.mark.parametrize("stem", ["版", "a" * 61, "con", ""])
def test_a_stem_that_is_no_id_is_told_with_an_example(tmp_path: Path, stem: str) -> None:
    with pytest.raises(UsageError) as fault:
        draft_page(stem, tmp_path)
    assert str(fault.value) == (
        f"“{stem}”不能用作版面编号:请用字母、数字、- 和 _,不超过 60 个字符,例如 nmgrb-20220616-07。"
    )


def test_a_draft_is_a_page_to_be_filled_in(tmp_path: Path) -> None:
    page, sidecar = draft_page("a" * 60, tmp_path / "made" / "seeds")
    assert page.read_text("utf-8") == (
        "◎这里写栏目名\n\n# 这里写标题\n\n□本报记者 姓名\n\n这里写正文。一段一行,段与段之间空一行。\n\n"
        "◎这里写下一个栏目名\n\n# 这里写下一篇的标题\n\n本报讯(记者 姓名)没有署名行的消息,署名在正文开头。\n"
    )
    assert sidecar.read_bytes().decode("utf-8") == (
        "# 关于这一版,只写知道的;不知道的就让它留在 # 后面。写法见 CONTRIBUTING.md。\n"
        '# paper: 报纸的名称\n# date: 2022-06-16\n# page: "07"\n'
    )
    assert draft_page("b", page.parent)[0].is_file()
    with pytest.raises(UsageError) as fault:
        draft_page("a" * 60, page.parent)
    assert str(fault.value) == f"{page} 已经在了,没有改动它。"


# ---- sidecars ----

SOURCE = make_source(["@渡", "", "@渡.1", "@渡.2"])


def faults(folder: Path, text: str) -> list[str]:
    """Return what is said of a sidecar's faults."""
    path = folder / "p-1.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PageFaults) as caught:
        read_sidecar(SOURCE, path)
    return [said(each).removeprefix(f"{folder}/") for each in caught.value.diagnostics]


@pytest.mark.parametrize("case", read_told("faults"), ids=lambda case: case["text"])
def test_a_fault_of_a_sidecar_is_told_in_a_sentence(tmp_path: Path, case: dict[str, Any]) -> None:
    assert faults(tmp_path, case["text"]) == case["said"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "paper: 晚报",
        "date: 2022",
        "date: '2022-06'",
        "text: full",
        "text: abstract",
        "corrections: {4: {item: 3}}",
        "corrections: {4: {item: new}}",
        "corrections: {4: {item: none}}",
        "corrections: {4: {joins: 3}}",
        "corrections: {4: {joins: none}}",
        "corrections: {4: {after: 3}}",
        "corrections: {4: [{read: 木船, as: 铁船}, deck]}",
        "checked: []",
        "checked: [1, 4]",
        "tags: {regions: {}, themes: {add: [], refuse: [水]}}",
        "tags: {4: {regions: {add: [水]}, themes: {}}}",
    ],
)
def test_what_is_right_has_no_fault(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p-1.yml"
    path.write_text(text, encoding="utf-8")
    assert read_sidecar(SOURCE, path).path == str(path)


def test_everything_that_a_sidecar_says_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "p-1.yml"
    path.write_text(
        "paper: 晚报\n"
        "date: 2022-06\n"
        "page: '7'\n"
        "corrections:\n"
        "  4: [{after: 3}, deck]\n"
        "  3: {joins: none, item: new}\n"
        "  1: {read: 渡口, as: 渡头}\n"
        "items:\n"
        "  3: {column: 晚 报, kind: note, series: 2, headline: 拟 的题}\n"
        "checked: [3, {item: 4, by: 林 禾, on: 2026-12-01, text: 01234567}]\n"
        "tags:\n"
        "  regions: {add: [青沙, 白河], refuse: ['150502']}\n"
        "  themes: {add: [水利], refuse: [教育]}\n"
        "  practices: {add: [三问], refuse: [五看]}\n"
        "  3: {regions: {add: [甲], refuse: [乙]}, themes: {add: [丙], refuse: [丁]}}\n",
        encoding="utf-8",
    )
    sidecar = read_sidecar(SOURCE, path)
    assert sidecar.issue.text_kind is TextKind.FULL
    (evidence,) = sidecar.issue.date.evidence
    assert (evidence.file, evidence.start, evidence.end) == ("p-1.yml", 6, 13)
    assert (evidence.text, evidence.line, evidence.rule) == ("2022-06", 2, "editor")
    assert [
        (each.line, str(each.role) if each.role else None, each.item, each.joins, each.after)
        for each in sidecar.corrections
    ] == [(3, None, "new", "none", None), (4, "deck", None, None, 3)]
    assert [(each.line, each.read, each.corrected) for each in sidecar.misprints] == [(1, "渡口", "渡头")]
    (right,) = sidecar.misprints[0].stated
    assert (right.text, right.line, right.start, right.rule) == ("渡头", 7, 20, "editor")
    told = [(str(each.about), each.text, each.evidence[0].text) for each in sidecar.statements[3]]
    assert told == [
        ("column", "晚 报", "晚 报"),
        ("kind", "note", "note"),
        ("series", "2", "2"),
        ("headline", "拟 的题", "拟 的题"),
    ]
    assert [(each.line, each.by, each.on, each.text, each.at) for each in sidecar.checks] == [
        (3, "", "", "", 10),
        (4, "林 禾", "2026-12-01", "01234567", 10),
    ]
    page, item = sidecar.tags, sidecar.item_tags[3]
    assert (page.add_regions, page.refuse_regions) == (("青沙", "白河"), ("150502",))
    assert (page.add_themes, page.refuse_themes) == (("水利",), ("教育",))
    assert (item.add_regions, item.refuse_regions) == (("甲",), ("乙",))
    assert (item.add_themes, item.refuse_themes) == (("丙",), ("丁",))
    assert (page.add_practices, page.refuse_practices) == (("三问",), ("五看",))
    assert set(sidecar.item_tags) == {3}
    assert dict(sidecar.tag_lines) == {
        "青沙": 12, "白河": 12, "150502": 12, "水利": 13, "教育": 13, "三问": 14, "五看": 14,
        "甲": 15, "乙": 15, "丙": 15, "丁": 15,
    }  # fmt: skip


def test_the_form_of_a_sidecar_asks_for_nothing() -> None:
    assert list(form_faults(None, SCHEMA)) == []
    assert list(form_faults({}, SCHEMA)) == []
    assert [fault.path for fault in form_faults([], SCHEMA)] == [()]


if __name__ == "__main__":
    import tempfile

    import yaml

    from tests.editing_cases import FOLDER, HEADER

    known = read_told("faults")
    with tempfile.TemporaryDirectory() as place:
        made = [{"text": case["text"], "said": faults(Path(place), case["text"])} for case in known]
    words = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100_000)
    (FOLDER / "faults.yml").write_text(HEADER + words, encoding="utf-8", newline="\n")
