"""The vocabularies of site_config: names, aliases, slugs, and every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.telling.errors import ConfigError, UsageError
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import ColumnKind, Taxonomy, load_taxonomy, slug_of, squeeze

COLUMNS = """columns:
  - 广角
  - name: 草原书屋
    slug: library
    kind: captions
    aliases: [书屋, 草原 书屋角]
    about: 读书的消息。
"""
THEMES = """themes:
  - name: 全民阅读
    about: 读书活动。
    terms: {读书会: 2, 书展: 1.5, 电视: -1}
"""
EVENTS = """events:
  - name: 第二届书市
    start: 2021-05-02
    terms: [书市]
  - name: 第一届书市
    start: 2020-05-02
    terms: [书市]
"""


def load(folder: Path, **files: str) -> Taxonomy:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_taxonomy(folder)


def test_columns(tmp_path: Path) -> None:
    plain, rich = load(tmp_path, columns=COLUMNS).columns
    assert (plain.name, plain.slug, plain.kind) == ("广角", "guang-jiao", ColumnKind.ARTICLES)
    assert (rich.slug, rich.kind, rich.about) == ("library", ColumnKind.CAPTIONS, "读书的消息。")


@pytest.mark.parametrize("name", ["草原书屋", "书屋", "草 原\u3000书 屋", "草原书屋角"])
def test_a_column_is_found_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    column = load(tmp_path, columns=COLUMNS).column(name)
    assert column is not None
    assert column.slug == "library"


def test_a_column_that_is_not_there(tmp_path: Path) -> None:
    assert load(tmp_path, columns=COLUMNS).column("新栏目") is None


def test_themes(tmp_path: Path) -> None:
    (theme,) = load(tmp_path, themes=THEMES).themes
    assert theme.slug == "quan-min-yue-du"
    assert dict(theme.terms) == {"读书会": 2.0, "书展": 1.5, "电视": -1.0}


def test_events_come_by_their_day(tmp_path: Path) -> None:
    events = load(tmp_path, events=EVENTS).events
    assert [event.start for event in events] == ["2020-05-02", "2021-05-02"]


def test_a_missing_file_is_an_empty_vocabulary(tmp_path: Path) -> None:
    taxonomy = load(tmp_path)
    assert (taxonomy.columns, taxonomy.themes, taxonomy.events) == ((), (), ())


def test_a_missing_folder_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--config"):
        load_taxonomy(tmp_path / "none")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("columns: [广角, 广角]\n", 1, "重复"),
        ("columns:\n  - 广角\n  - {name: 论坛, aliases: [广 角]}\n", 3, "名称“广 角”与第 1 条重复"),
        ("columns:\n  - {name: 论坛, slug: a}\n  - {name: 广角, slug: a}\n", 3, "slug"),
        ("columns:\n  - {name: 论坛, slug: index}\n", 2, "slug"),
        ("columns:\n  - ★★\n", 2, "slug"),
        ("columns:\n  - {name: 论坛, slug: Lun Tan}\n", 2, "columns.0"),
    ],
)
def test_a_fault_and_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, columns=text)
    fault = error.value.diagnostics[0]
    assert (Path(fault.path).name, fault.line) == ("columns.yml", line)
    assert words in fault.message + fault.hint


def test_the_faults_of_all_files_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, columns="columns: 广角\n", themes="themes: [\n", events=EVENTS)
    assert {Path(fault.path).name for fault in error.value.diagnostics} == {"columns.yml", "themes.yml"}


def test_a_column_may_repeat_its_own_name_with_other_blanks(tmp_path: Path) -> None:
    (column,) = load(tmp_path, columns="columns:\n  - {name: 草原 书屋, aliases: [草原书屋]}\n").columns
    assert column.aliases == ("草原书屋",)


def test_squeeze() -> None:
    assert squeeze(" 草 原\u3000书\n屋 ") == "草原书屋"


@pytest.mark.parametrize(
    ("name", "slug"), [("广角", "guang-jiao"), ("1+3专项", "1-3-zhuan-xiang"), ("★", "")]
)
def test_slug_of(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_the_repositorys_own_vocabularies() -> None:
    taxonomy = load_taxonomy(ROOT / "site_config")
    assert taxonomy.columns
    assert taxonomy.themes
