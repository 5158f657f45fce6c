"""What an editor says of a page: read, held against the source, and done without touching it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.sidecars import ROLES, read_sidecar
from generator.model import Page, Role, SourceText, TextKind
from generator.model.edtf import is_edtf
from generator.model.sidecar import Sidecar
from generator.telling.errors import PageFaults
from tests.reading_pages import make_source, make_taxonomy, read_lines, told
from tests.test_assembling import check_conserved

LINES = [
    "@渡",
    "□本报记者 林禾",
    "@渡.1",
    "@渡.2",
    "@蜂.3",
    "@蜂",
    "□本报记者 高岩",
    "@蜂.1",
    "@蜂.2",
    "@蜂.4",
]
SOURCE = make_source(LINES)


def sidecar_of(tmp_path: Path, text: str, source: SourceText = SOURCE) -> Sidecar:
    """Return the sidecar that `text` is."""
    path = tmp_path / "p-1.yml"
    path.write_text(text, encoding="utf-8")
    return read_sidecar(source, path)


def faults_of(tmp_path: Path, text: str) -> list[tuple[str, int | None]]:
    """Return code and line of each fault that `text` has."""
    with pytest.raises(PageFaults) as caught:
        sidecar_of(tmp_path, text)
    assert all(fault.path.endswith("p-1.yml") and fault.message for fault in caught.value.diagnostics)
    return [(fault.code, fault.line) for fault in caught.value.diagnostics]


def corrected(tmp_path: Path, text: str, lines: list[str] | None = None, **columns: str) -> Page:
    """Return the reading of `lines` with the sidecar that `text` is."""
    own = LINES if lines is None else lines
    page = read_lines(own, columns, sidecar_of(tmp_path, text, make_source(own)))
    check_conserved(page)
    return page


def bodies(page: Page) -> list[list[list[int]]]:
    """Return the lines of each paragraph of each item."""
    return [told(item)["body"] for item in page.items]


def test_no_file_is_an_empty_sidecar() -> None:
    assert read_sidecar(SOURCE, None) == Sidecar.empty()
    assert Sidecar.empty().issue.text_kind is TextKind.FULL
    assert Sidecar.empty().issue.date.basis == "unknown"


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert sidecar_of(tmp_path, "# 空\n").issue == Sidecar.empty().issue


def test_the_issue_is_taken_as_stated(tmp_path: Path) -> None:
    text = 'paper: 青沙晚报\ndate: 2022-06-11/2022-06-30\npage: "07"\ntext: abstract\nrights: 自撰\n'
    issue = sidecar_of(tmp_path, text).issue
    assert (issue.paper, issue.label, issue.text_kind, issue.rights) == ("青沙晚报", "07", "abstract", "自撰")
    assert (issue.date.edtf, issue.date.basis) == ("2022-06-11/2022-06-30", "stated")
    assert issue.date.evidence[0].line == 2


def test_a_year_alone_is_a_date(tmp_path: Path) -> None:
    assert sidecar_of(tmp_path, "date: 2022\n").issue.date.edtf == "2022"


@pytest.mark.parametrize(
    "date",
    ["2022-13", "2022-02-30", "22-06-01", "2022/06/01", "2022-06-30/2022-06-01", "2022-06-01/", "六月"],
)
def test_what_is_no_date_is_a_fault_at_its_line(tmp_path: Path, date: str) -> None:
    assert not is_edtf(date)
    assert faults_of(tmp_path, f"paper: 青沙晚报\ndate: {date}\n") == [("sidecar-date", 2)]


@given(st.dates(), st.dates())
def test_days_months_years_and_intervals_are_edtf(first: object, second: object) -> None:
    early, late = sorted([str(first), str(second)])
    assert all(
        is_edtf(text) for text in (early, early[:7], early[:4], f"{early}/{late}", f"{early[:4]}/{late[:7]}")
    )
    assert early == late or not is_edtf(f"{late}/{early}")


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = (
        "corrections:\n"
        "  3: title\n"
        "  99: headline\n"
        "  5: {item: 98}\n"
        "  6: {item: 6}\n"
        "  8: {read: 没有的字, as: 字}\n"
        "  9: {read: 养蜂}\n"
        "  x: headline\n"
        "checked: [97]\n"
        "tags:\n"
        "  places: {add: [青沙]}\n"
        "  themes: {plus: [水利]}\n"
        "  96: {themes: {add: [水利]}}\n"
    )
    assert faults_of(tmp_path, text) == [
        ("sidecar", 2),
        ("sidecar-line", 3),
        ("sidecar-line", 4),
        ("sidecar-line", 5),
        ("sidecar-read", 6),
        ("sidecar", 7),
        ("sidecar-line", 8),
        ("sidecar-line", 9),
        ("sidecar", 11),
        ("sidecar", 12),
        ("sidecar-line", 13),
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("corrections:\n  3: heading\n", 2, "第 3 行的改正,role:写的是文字“heading”,不在可用的值里。 是不是“headline”?"),
        ("corrections:\n  3:\n    role: deck\n    itme: 5\n", 4, "第 3 行的改正,itme:不认识的键。 是不是“item”?"),
        ("corrections:\n  3: {joins: [4]}\n", 2, "第 3 行的改正,joins:应为行号和开头几个字(如 12 草原深处)或“none”,写的是列表(1 项)。"),
        ("corrections:\n  3: [{role: deck}, 7]\n", 2, "第 3 行的改正:应为一个角色(如 headline)或形如 {item: 5} 的映射,写的是整数 7。"),
        ("corrections:\n  3: {as: 好}\n", 2, "第 3 行的改正:写了 as,就要同时写 read。"),
        ("tags: {theme: {}}\n", 1, "tags.theme:不认识的键。 是不是“themes”?可用的键:regions、themes、practices,或一个行号。"),
        ("tags:\n  themes:\n    add: 水利\n", 3, "tags.themes,add:应为列表,写的是文字“水利”。"),
        ("tags: {1: []}\n", 1, "tags.1:应为形如 {themes: {add: [名称]}} 的映射,写的是列表(0 项)。"),
    ],
)  # fmt: skip
def test_a_fault_of_form_is_a_chinese_sentence(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(PageFaults) as caught:
        sidecar_of(tmp_path, text)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line) == ("sidecar", line)
    assert f"{fault.message} {fault.hint}".startswith(words)


def test_a_correction_of_a_blank_line_is_a_fault(tmp_path: Path) -> None:
    source = make_source(["@渡", "", "@渡.1"])
    with pytest.raises(PageFaults) as caught:
        sidecar_of(tmp_path, "corrections:\n  2: headline\n", source)
    assert "空行" in str(caught.value)


def test_unknown_keys_and_a_bare_page_number_are_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, "papers: 青沙晚报\npage: 07\n") == [("config", 1), ("config", 2)]


@pytest.mark.parametrize("word", ROLES)
def test_every_role_can_be_stated_and_is_kept_with_what_the_rules_had_said(tmp_path: Path, word: str) -> None:
    page = corrected(tmp_path, f"corrections:\n  4: {word}\n")
    block = next(block for block in page.blocks if block.line == 4)
    assert block.rule == "correction"
    assert "原先的判断是 paragraph" in block.evidence


def test_a_stated_headline_begins_an_item(tmp_path: Path) -> None:
    lines = ["@渡", "□本报记者 林禾", "@渡.1", "@渡.2", "养蜂的好处说也说不完呀,", "@蜂.1", "@蜂.2", "@蜂.3"]
    page = corrected(tmp_path, "corrections:\n  5: headline\n", lines)
    assert page.items[-1].headline is not None
    assert page.items[-1].headline.lines == (5,)


def test_a_kicker_a_headline_and_a_deck_make_one_heading(tmp_path: Path) -> None:
    lines = ["盼水三十年", "@井", "青沙县水务站钻井纪实", "□本报记者 林禾", "@井.1", "@井.2", "@井.3"]
    item = corrected(tmp_path, "corrections:\n  1: kicker\n  3: deck\n", lines).items[0]
    headings = (item.kicker, item.headline, item.deck)
    assert [heading.lines for heading in headings if heading] == [(1,), (2,), (3,)]


def test_a_line_goes_to_the_item_that_an_editor_names(tmp_path: Path) -> None:
    assert bodies(corrected(tmp_path, "corrections:\n  5: {item: 1}\n")) == [
        [[3], [4], [5]],
        [[8], [9], [10]],
    ]
    assert bodies(corrected(tmp_path, "corrections:\n  5: {item: 6}\n")) == [
        [[3], [4]],
        [[5], [8], [9], [10]],
    ]


def test_a_line_is_read_after_another(tmp_path: Path) -> None:
    text = "corrections:\n  5: {item: 6, after: 9}\n"
    assert bodies(corrected(tmp_path, text)) == [[[3], [4]], [[8], [9], [5], [10]]]
    assert bodies(corrected(tmp_path, "corrections:\n  3: {after: 4}\n  5: {item: 6}\n"))[0] == [[4], [3]]


def test_an_item_of_its_own_begins_with_a_line(tmp_path: Path) -> None:
    page = corrected(tmp_path, "corrections:\n  9: {item: new}\n")
    assert bodies(page)[-1] == [[9], [10]]


def test_a_line_can_be_taken_out_of_every_item(tmp_path: Path) -> None:
    page = corrected(tmp_path, "corrections:\n  5: {item: none}\n")
    assert [block.line for block in page.unplaced] == [5]


def test_halves_are_joined_and_paragraphs_parted_by_hand(tmp_path: Path) -> None:
    assert bodies(corrected(tmp_path, "corrections:\n  9: {joins: 8}\n"))[-1][-2:] == [[8, 9], [10]]
    lines = ["@渡", "□本报记者 林禾", "@渡.1<20", "@渡.1>20", "@渡.2"]
    assert bodies(corrected(tmp_path, "corrections: {}\n", lines)) == [[[3, 4], [5]]]
    assert bodies(corrected(tmp_path, "corrections:\n  4: {joins: none}\n", lines)) == [[[3], [4], [5]]]
    assert bodies(corrected(tmp_path, "corrections:\n  10: {joins: 4}\n"))[0][1] == [4, 10]


def test_an_item_stands_in_the_column_that_an_editor_names(tmp_path: Path) -> None:
    lines = ["山乡", "渡口纪事", *LINES]
    columns = {"山乡": "articles", "渡口纪事": "articles"}
    page = corrected(tmp_path, "corrections:\n  2: {item: 8}\n  1: {item: 3}\n", lines, **columns)
    assert [item.column for item in page.items] == ["山乡", "渡口纪事"]


def test_a_misprint_keeps_both_readings(tmp_path: Path) -> None:
    page = corrected(
        tmp_path, "corrections:\n  3: [{read: 渡船, as: 渡轮}, {role: paragraph}]\n  5: {item: 1}\n"
    )
    misprint = page.items[0].misprints[0]
    assert (misprint.line, misprint.read, misprint.corrected) == (3, "渡船", "渡轮")
    assert page.source.quote(misprint.span) == "渡船"
    assert "渡轮" not in page.items[0].text
    assert page.items[1].misprints == ()


def test_an_item_that_was_checked_is_no_longer_doubted(tmp_path: Path) -> None:
    doubtful = read_lines(LINES)
    assert not doubtful.items[1].sure
    checked = corrected(tmp_path, f"checked: [{doubtful.items[1].lines[0]}]\n")
    assert (checked.items[1].sure, checked.items[1].confidence) == (True, 1.0)


def test_tags_are_added_and_refused_for_the_page_and_for_one_item(tmp_path: Path) -> None:
    text = "tags:\n  themes: {add: [水利], refuse: [教育]}\n  1: {regions: {refuse: [青沙]}, themes: {add: [交通]}}\n"
    sidecar = sidecar_of(tmp_path, text)
    first, second = read_lines(LINES).items
    assert sidecar.tags_for(first).add_themes == ("水利", "交通")
    assert sidecar.tags_for(first).refuse_regions == ("青沙",)
    assert sidecar.tags_for(second).add_themes == ("水利",)
    assert sidecar.tags_for(second).refuse_regions == ()


CHANGES = st.one_of(
    st.sampled_from(list(ROLES)),
    st.fixed_dictionaries({"item": st.one_of(st.integers(1, 10), st.sampled_from(["new", "none"]))}),
    st.fixed_dictionaries({"joins": st.one_of(st.integers(1, 10), st.just("none"))}),
    st.fixed_dictionaries({"after": st.integers(1, 10)}),
)


@given(st.dictionaries(st.integers(1, 10), CHANGES, max_size=6))
def test_no_correction_loses_or_doubles_a_line(changes: dict[int, object]) -> None:
    from tempfile import TemporaryDirectory

    import yaml

    def itself(line: int, change: object) -> bool:
        return isinstance(change, dict) and line in change.values()

    kept = {line: change for line, change in changes.items() if not itself(line, change)}
    with TemporaryDirectory() as folder:
        sidecar = sidecar_of(Path(folder), yaml.safe_dump({"corrections": kept}, allow_unicode=True))
    check_conserved(read_lines(LINES, {}, sidecar))


def test_roles_of_a_sidecar_cover_every_role_but_unknown() -> None:
    assert set(ROLES.values()) == set(Role) - {Role.UNKNOWN}
    assert make_taxonomy({}).columns == ()
