"""The commands that make something: build, serve, package."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import folders
from generator.commands.chinese import Command
from generator.commands.folders import settings_of
from generator.commands.showing import tell_findings
from generator.telling.progress import on
from generator.telling.system import system_faults
from generator.vocabulary.settings import ROOT, Settings

if TYPE_CHECKING:
    from generator.publishing.packaging import Package
    from generator.publishing.releasing import Release

BUILD = """读 seeds/ 里的每一版,建成网站。

\b
网站在 build/site,双击其中的 index.html 就能看;中间的 Markdown 和数据在
build/docs。建到一半失败或中断,原来的网站不受影响。

\b
例:
  banmian build
  banmian build --seeds ~/我的版面 --out build/mine
"""

SERVE = """建成网站并在本机预览,版面、词表或模板一改就重建。

\b
例:
  banmian serve               打开 http://127.0.0.1:8000/
  banmian serve --port 8080
"""

PACKAGE = """把网站打成一个 zip,解压后双击 index.html 就能离线阅读。

\b
文件名是档案、发布日期和内容的摘要:名称相同,内容就相同。发布日期取自 mkdocs.yml 的
released,没有写就取最后一次 record 登记改动的日期。同样的版面打出的文件逐字节相同(只看
压缩用的 zlib 是不是同一种)。旁边的 .sha256 是它的校验值,里面的 SHA256SUMS 是每个
文件的校验值。

\b
--bag 再打一个 BagIt 包,供图书馆、档案馆收存;档案说明是其中的 ro-crate-metadata.json。
--zim 再打一个 ZIM,用 Kiwix 离线阅读,全文可以检索。要装 libzim。

\b
例:
  banmian package             写到 dist/
  banmian package --no-build  不重建,只打包 build/site
  banmian package --bag --zim
"""
UNDATED = (
    "没有发布日期,而 RO-Crate 和 ZIM 的规范都要求有。请在 mkdocs.yml 的 extra.banmian 里写 released,"
    "或先运行 banmian record 登记,再重新建成、打包。"
)


@click.command("build", cls=Command, help=BUILD, short_help="建成网站。")
@folders.building
def build(seeds: Path | None, config: Path | None, out: Path | None) -> int:
    """Build the site."""
    return make(settings_of(seeds, config, out))


def make(settings: Settings) -> int:
    """Build the site and tell what came of it; return the exit code. Raises as `build.build` does, and SystemFault."""
    from generator.build import build as run

    begun = time.monotonic()
    with system_faults():
        built = run(settings, progress=on())
    code = tell_findings(built.diagnostics)
    pages, items = len(built.archive.pages), len(built.archive.items)
    home = settings.site_dir / "index.html"
    click.echo(f"建成:{pages:,} 版,{items:,} 篇,用时 {time.monotonic() - begun:.1f} 秒。\n首页:{home}")
    return code


@click.command("serve", cls=Command, help=SERVE, short_help="在本机预览,改动后自动重建。")
@folders.building
@click.option("--port", metavar="PORT", type=click.IntRange(0, 65535), default=8000, help="默认 8000。")
@click.option("--no-watch", is_flag=True, help="不随改动重建。")
def serve(seeds: Path | None, config: Path | None, out: Path | None, port: int, no_watch: bool) -> int:
    """Build, then show the site in a browser until Ctrl-C."""
    from generator.commands.desking import DeskReader
    from generator.publishing.desk_api import DeskApi
    from generator.publishing.serving import preview

    settings = settings_of(seeds, config, out)
    make(settings)
    reader = DeskReader(settings)

    def rebuild() -> None:
        reader.settings = settings_of(seeds, config, out)
        reader.forget()
        make(reader.settings)

    folders = (settings.seeds_dir, settings.config_dir, ROOT / "theme")
    watched = () if no_watch else (*folders, ROOT / "mkdocs.yml")
    desk = DeskApi(reader.acts())
    preview(settings.site_dir, port=port, watched=watched, rebuild=rebuild, say=_say, desk=desk)
    return 0


def _say(line: str) -> None:
    click.echo(line, err=True)


@click.command("package", cls=Command, help=PACKAGE, short_help="打成可离线阅读的 zip。")
@folders.building
@click.option("--to", "target", metavar="DIR", type=folders.FOLDER, help="放 zip 的地方(默认 dist/)。")
@click.option("--no-build", is_flag=True, help="不重建,用现成的网站。")
@click.option("--bag", "bagged", is_flag=True, help="再打一个 BagIt 包,供收存。")
@click.option("--zim", "zimmed", is_flag=True, help="再打一个 ZIM,供 Kiwix 阅读。")
def package(
    seeds: Path | None,
    config: Path | None,
    out: Path | None,
    target: Path | None,
    no_build: bool,
    bagged: bool,
    zimmed: bool,
) -> int:
    """Write the site as one zip for reading offline, and as what libraries keep and other readers read."""
    from generator.publishing.packaging import refuse_inside
    from generator.publishing.releasing import need_libzim, release_of
    from generator.publishing.workshop import open_workshop

    settings = settings_of(seeds, config, out)
    target = target or folders.near(ROOT / "dist")
    refuse_inside(target, settings.site_dir, settings.docs_dir)
    if zimmed:
        need_libzim()
    code = 0 if no_build else make(settings)
    with open_workshop(settings):
        release = release_of(settings.site_dir)
        for packed in _packed(settings.site_dir, target, release, bagged=bagged, zimmed=zimmed):
            click.echo(
                f"打包:{packed.path}({packed.files:,} 个文件,{packed.size:,} 字节)\nsha256 {packed.sha256}"
            )
    if not release.day and (bagged or zimmed):
        click.echo(UNDATED, err=True)
    return code


def _packed(site: Path, target: Path, release: Release, *, bagged: bool, zimmed: bool) -> Iterator[Package]:
    """Write the forms of a release that are wanted and yield each; the zip always is."""
    from generator.publishing.bagging import bag
    from generator.publishing.packaging import pack

    yield pack(site, target, name=release.name, title=release.title)
    if bagged:
        yield bag(site, target, release)
    if zimmed:
        from generator.publishing.zim import zim

        yield zim(site, target, release)
