"""Settings come from mkdocs.yml and the command line; every fault of the file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.telling.errors import ConfigError
from generator.vocabulary.settings import ROOT, Editor, Settings, load_settings

MKDOCS = """site_name: 试验档案
site_url: https://example.org/archive
docs_dir: !ENV [BANMIAN_DOCS, build/docs]
site_dir: !ENV [BANMIAN_SITE, build/site]
strict: true
not_in_nav: "*"
extra:
  banmian:
    province: "150000"
"""


def load(folder: Path, text: str = MKDOCS, **folders: Path) -> Settings:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return load_settings(root=folder, **folders)


def test_folders_lie_beside_the_file_by_default(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert (settings.seeds_dir, settings.config_dir) == (tmp_path / "seeds", tmp_path / "site_config")
    assert (settings.docs_dir, settings.site_dir) == (tmp_path / "build/docs", tmp_path / "build/site")


def test_folders_of_the_command_line(tmp_path: Path) -> None:
    settings = load(tmp_path, seeds_dir=Path("a"), config_dir=Path("b"), out_dir=Path("c"))
    assert (settings.seeds_dir, settings.config_dir, settings.site_dir) == (
        Path("a"),
        Path("b"),
        Path("c/site"),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.org/archive", "https://example.org/archive/"),
        ("https://example.org/", "https://example.org/"),
        ('""', ""),
    ],
)
def test_an_address_ends_in_a_slash(tmp_path: Path, written: str, meant: str) -> None:
    assert load(tmp_path, MKDOCS.replace("https://example.org/archive", written)).site_url == meant


def test_search_takes_traditional_characters_unless_told_otherwise(tmp_path: Path) -> None:
    assert load(tmp_path).traditional
    assert not load(tmp_path, MKDOCS + "    traditional: false\n").traditional


def test_nobody_licenses_or_releases_by_silence(tmp_path: Path) -> None:
    silent = load(tmp_path)
    assert (silent.licence, silent.released) == ("", "")
    told = load(tmp_path, MKDOCS + '    licence: CC-BY-4.0\n    released: "2026-12-01"\n')
    assert (told.licence, told.released) == ("CC-BY-4.0", "2026-12-01")


def test_editors_are_named_where_they_want_to_be(tmp_path: Path) -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    told = load(tmp_path, MKDOCS + f"    editors: [{{name: 林禾, orcid: {orcid}}}, {{name: 白音}}]\n")
    assert told.editors == (Editor(name="林禾", orcid=orcid), Editor(name="白音"))
    assert load(tmp_path).editors == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("site_name: 试验档案", "site_title: 试验档案", 1, "site_name"),
        ('province: "150000"', "province: 150000", 9, "应为加引号的省级代码"),
        ('province: "150000"', 'province: "150100"', 9, "格式不对"),
        (
            'province: "150000"',
            'province: "150000"\n    tradional: true',
            10,
            "是不是“traditional”?可用的键:province、traditional、licence、released、editors。",
        ),
        (
            'province: "150000"',
            'province: "150000"\n    released: "2026-13-01"',
            10,
            '加引号的日期(如 "2026-12-01")',
        ),
        (
            'province: "150000"',
            'province: "150000"\n    licence: 署名',
            10,
            "SPDX 名录里的许可名(如 CC-BY-4.0)",
        ),
        (
            'province: "150000"',
            'province: "150000"\n    editors: [{name: 林禾, orcid: 0000-0002-1825-0097}]',
            10,
            "ORCID 的网址(如 https://orcid.org/0000-0002-1825-0097)",
        ),
        ("  banmian:", "  banmain:", 7, "banmian"),
        ("site_name: 试验档案", "site_name: [试验档案", 2, "语法"),
    ],
)
def test_a_fault_and_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, MKDOCS.replace(old, new))
    told = {(fault.path, fault.line): fault.message + fault.hint for fault in error.value.diagnostics}
    assert words in told["mkdocs.yml", line]


def test_without_mkdocs_yml(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="找不到这个文件"):
        load_settings(root=tmp_path)


def test_the_repositorys_own_file() -> None:
    settings = load_settings()
    assert settings.mkdocs_file == ROOT / "mkdocs.yml"
    assert settings.province == "150000"
