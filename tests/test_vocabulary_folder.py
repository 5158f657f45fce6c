"""What lies in the folder of vocabularies is read or refused; nothing an editor writes is lost in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import read_archive
from generator.telling.errors import ConfigError
from generator.telling.progress import silent
from generator.vocabulary.folder import FILES, load_tiles, refuse_unknown_files
from generator.vocabulary.settings import ROOT, load_settings

TEXT = "草原书屋开门\n\n□本报记者 林禾\n\n赤峰市翁牛特旗的草原书屋本周开门,书架上有牧民捐来的旧书。\n"


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(ROOT / "site_config", folder / "config"))


def told(folder: Path, config: Path) -> str:
    (folder / "seeds").mkdir()
    (folder / "seeds" / "p1.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_archive(load_settings(seeds_dir=folder / "seeds", config_dir=config), progress=silent())
    return str(error.value)


def test_the_files_that_the_repository_holds_are_known() -> None:
    refuse_unknown_files(ROOT / "site_config")
    assert {path.name for path in (ROOT / "site_config").glob("*.yml")} == set(FILES)


@pytest.mark.parametrize("name", ["theme.yml", "themes.yaml"])
def test_a_vocabulary_that_was_renamed_is_an_error_with_the_nearest_name(tmp_path: Path, name: str) -> None:
    config = copied(tmp_path)
    (config / "themes.yml").rename(config / name)
    assert f"不认识的词表文件 {name}" in (said := told(tmp_path, config))
    assert "是不是“themes.yml”" in said


def test_a_full_width_colon_is_told_as_such_at_its_line(tmp_path: Path) -> None:
    config = copied(tmp_path)
    (config / "themes.yml").write_text("themes:\n  - name：治理一线\n    about: 甲\n", encoding="utf-8")
    assert "themes.yml:2: error [yaml] 键后面是全角冒号" in told(tmp_path, config)


def test_a_broken_map_is_found_before_anything_is_built(tmp_path: Path) -> None:
    config = copied(tmp_path)
    (config / "tilemap.yml").write_text("tiles: {'150700': 东}\n", encoding="utf-8")
    assert "tilemap.yml:1: error [config] tiles.150700" in told(tmp_path, config)


def test_a_folder_without_a_map_takes_the_built_in_one(tmp_path: Path) -> None:
    assert load_tiles(tmp_path) == load_tiles(ROOT / "site_config")
