"""What a build was asked to do: the command line's folders and `extra.banmian` of mkdocs.yml."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.telling.errors import ConfigError, UsageError
from generator.vocabulary.site_file import read_site_file

ROOT = Path(__file__).resolve().parent.parent.parent
"""The folder that holds generator/, theme/ and mkdocs.yml."""

EDIT_URI = "edit/main/seeds/"
"""Where a host such as GitHub edits the pages of a repository like ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Someone who edits the archive and wants to be named for it."""

    name: str
    """The name."""
    orcid: str = ""
    """Address of the ORCID record; empty where none is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a build depends on besides the files of its folders."""

    seeds_dir: Path
    """The seed pages."""
    config_dir: Path
    """The vocabularies: site_config."""
    out_dir: Path
    """Gets `docs/` (Markdown and data) and `site/` (the finished site)."""
    mkdocs_file: Path
    """mkdocs.yml."""
    site_name: str
    """The archive's name."""
    description: str
    """One sentence about the archive."""
    site_url: str
    """Address of the hosted site with a slash at its end, or empty; only for feeds, citations and the sitemap."""
    repo_url: str
    """Address of the repository, for error reports; may be empty."""
    edit_uri: str = EDIT_URI
    """Where the repository's host edits seed pages, below `repo_url`: `edit/BRANCH/FOLDER/`."""
    province: str
    """Six-digit code of the province whose places are known."""
    traditional: bool
    """Whether search takes traditional and simplified characters for the same."""
    licence: str = ""
    """SPDX name of the licence of what the archive's own people wrote: abstracts and data; empty where none is given."""
    released: str = ""
    """The day on which this state of the data is published, ISO 8601; empty where nobody says, for a build has no clock."""
    editors: tuple[Editor, ...] = ()
    """Who edits the archive, in the order of the file."""

    @property
    def docs_dir(self) -> Path:
        """The folder that MkDocs reads."""
        return self.out_dir / "docs"

    @property
    def site_dir(self) -> Path:
        """The folder with the finished site."""
        return self.out_dir / "site"


def load_settings(
    *,
    seeds_dir: Path | None = None,
    config_dir: Path | None = None,
    out_dir: Path | None = None,
    root: Path = ROOT,
) -> Settings:
    """Read mkdocs.yml of `root` and put the folders beside it where none is given.

    Raises ConfigError with every fault of mkdocs.yml.
    """
    path = root / "mkdocs.yml"
    file = read_site_file(path)
    if file.faults:
        raise ConfigError(file.faults)
    own = file.data["extra"]["banmian"]
    url = file.data.get("site_url", "")
    return Settings(
        seeds_dir=seeds_dir or root / "seeds",
        config_dir=config_dir or root / "site_config",
        out_dir=out_dir or root / "build",
        mkdocs_file=path,
        site_name=file.data["site_name"],
        description=file.data.get("site_description", ""),
        site_url=url if not url or url.endswith("/") else f"{url}/",
        repo_url=file.data.get("repo_url", ""),
        edit_uri=file.data.get("edit_uri") or EDIT_URI,
        province=own["province"],
        traditional=own.get("traditional", True),
        licence=own.get("licence", ""),
        released=own.get("released", ""),
        editors=tuple(Editor(**editor) for editor in own.get("editors", ())),
    )


def refuse_nested(settings: Settings) -> None:
    """Raise UsageError where what is read lies in what is written, or the other way round: one would eat the other."""
    for name, option, folder in (
        ("版面", "--seeds", settings.seeds_dir),
        ("词表", "--config", settings.config_dir),
    ):
        if _lies_in(folder, settings.out_dir) or _lies_in(settings.out_dir, folder):
            raise UsageError(
                f"{name}文件夹 {folder} 和输出文件夹 {settings.out_dir} 一个在另一个里面,建成时会互相覆盖;"
                f"什么也没有动。请用 {option} 或 --out 另指一个在外面的文件夹。"
            )


def _lies_in(inner: Path, outer: Path) -> bool:
    """Tell whether a folder is another one or lies in it, whatever they are called on the way."""
    inner, outer = Path(os.path.realpath(inner)), Path(os.path.realpath(outer))
    if inner.is_relative_to(outer):
        return True
    return outer.exists() and any(part.exists() and part.samefile(outer) for part in (inner, *inner.parents))
