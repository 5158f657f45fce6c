"""The options that several commands share: which pages, which vocabularies, where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.telling.errors import UsageError
from generator.vocabulary.settings import ROOT, Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)


def configured(command: F) -> F:
    """Add `--config`."""
    return click.option("--config", metavar="DIR", type=FOLDER, help="词表(默认 site_config/)。")(command)


def reading(command: F) -> F:
    """Add `--seeds` and `--config`."""
    seeds = click.option("--seeds", metavar="DIR", type=FOLDER, help="版面的 .txt(默认 seeds/)。")
    return seeds(configured(command))


def building(command: F) -> F:
    """Add `--seeds`, `--config` and `--out`."""
    out = click.option("--out", metavar="DIR", type=FOLDER, help="放 docs/ 和 site/ 的地方(默认 build/)。")
    return reading(out(command))


def settings_of(seeds: Path | None = None, config: Path | None = None, out: Path | None = None) -> Settings:
    """Return the settings for the folders given; the others lie in the repository.

    Raises ConfigError, and UsageError where the program was installed without the repository.
    """
    if not (ROOT / "mkdocs.yml").is_file():
        raise UsageError(f"{ROOT} 里没有模板和设置:请下载仓库,在它的文件夹里用 pip install -e . 安装。")
    return load_settings(
        seeds_dir=seeds or near(ROOT / "seeds"),
        config_dir=config or near(ROOT / "site_config"),
        out_dir=out or near(ROOT / "build"),
    )


def near(path: Path) -> Path:
    """Return `path` as a person would type it here, and GitHub expects it: relative, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
