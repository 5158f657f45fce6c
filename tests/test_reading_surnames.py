"""Family names: which there are, and how they part names that print runs together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.reading.grammar.surnames import COMMON, HUNDRED, RARE, is_transcribed, opens_name, split_names

DOUBLE: list[str] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "grammar" / "double_surnames.yml").read_text("utf-8")
)


def test_a_family_name_of_two_characters_opens_a_name() -> None:
    for name in DOUBLE:
        assert opens_name(f"{name}禾", rare=False)
        assert split_names(f"王飞{name}小禾") == ("王飞", f"{name}小禾")
        assert split_names(f"{name}禾王飞") == (f"{name}禾", "王飞")
        assert split_names(name + "小禾") == (f"{name}小禾",)


@pytest.mark.parametrize(
    ("text", "common", "rare"),
    [
        ("王飞", True, True),
        ("祖禾", True, True),
        ("巴图", False, True),
        ("禚禾", False, True),
        ("渠道", False, False),
        ("小王", False, False),
        ("", False, False),
    ],
)
def test_a_rare_family_name_opens_a_name_unless_it_is_left_out(text: str, common: bool, rare: bool) -> None:
    assert opens_name(text, rare=False) is common
    assert opens_name(text) is rare


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("王飞", ("王飞",)),
        ("王小飞", ("王小飞",)),
        ("王飞李永", ("王飞", "李永")),
        ("王小飞李永", ("王小飞", "李永")),
        ("王飞李小永", ("王飞", "李小永")),
        ("王飞李高张山", ("王飞李", "高张山")),
        ("巴飞李永", ("巴飞", "李永")),
        ("王飞巴永", ("王飞巴永",)),
        ("王小小飞", ("王小小飞",)),
        ("王飞小永", ("王飞小永",)),
        ("王李张刘", ("王李", "张刘")),
        ("王李张刘陈", ("王李", "张刘陈")),
        ("王小大飞李永", ("王小大飞李永",)),
        ("孟于公孙小禾", ("孟于", "公孙小禾")),
        ("欧阳王飞", ("欧阳王飞",)),
        ("小李永王飞", ("小李永王飞",)),
        ("", ("",)),
    ],
)
def test_a_run_is_split_into_the_fewest_names_that_open_with_a_family_name(
    run: str, names: tuple[str, ...]
) -> None:
    assert split_names(run) == names


@pytest.mark.parametrize(
    ("name", "transcribed"),
    [
        ("巴图", False),
        ("巴特尔", True),
        ("乌兰图雅", True),
        ("孟根巴特尔乌兰", True),
        ("孟根巴特尔乌兰图", False),
        ("呼和浩特", False),
        ("锡林浩特", False),
        ("浩特巴图", True),
        ("高举旗帜", False),
        ("巴特尔水", False),
    ],
)
def test_a_name_is_transcribed_by_all_its_characters(name: str, transcribed: bool) -> None:
    assert is_transcribed(name) is transcribed


def test_rare_names_are_the_hundred_family_names_and_those_of_censuses() -> None:
    assert RARE.isdisjoint(COMMON)
    assert len(HUNDRED) > 400
    for name in "肖代付丘覃芦":
        assert opens_name(f"{name}禾"), name


@pytest.mark.parametrize("word", ["广角", "家访", "年轮", "图片", "空中", "双拥"])
def test_words_that_open_with_a_family_name_of_old_are_no_names(word: str) -> None:
    assert not opens_name(word)
