"""The commands that look and tell: check, explain, score, diff."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from generator.commands import folders
from generator.commands.chinese import Command
from generator.commands.folders import settings_of
from generator.commands.showing import exit_code, gravest_first, summary
from generator.telling.diagnostics import Diagnostic, as_annotations, as_json, as_markdown, as_text
from generator.telling.errors import ConfigError, PageFaults, UsageError
from generator.telling.nearest import nearest
from generator.telling.progress import on
from generator.vocabulary.settings import Settings

FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
    "markdown": as_markdown,
}

CHECK = """检查版面和词表,说出哪里可疑、怎样改。

\b
不写出任何文件。给出版面(编号或文件)就只读它们,一版一版地说,存疑的地方把改正试一遍;
有错误时退出码为 1。
每个代号的意思见 CONTRIBUTING.md。

\b
例:
  banmian check
  banmian check seeds/nmgrb-20220616-07.txt
  banmian check --format markdown > 检查.md
"""

EXPLAIN = """逐行说明一版是怎样读出来的:每一行认作什么、凭什么、归到哪一篇。

PAGE 是版面编号(文件名去掉扩展名),或版面文件本身。

\b
例:
  banmian explain nmgrb-20220616-07
  banmian explain ~/下载/a.txt
"""

SCORE = """量一量读得准不准:把读出来的与人写的答案比,逐类列表。

\b
PAGES 是一个文件夹,里面有版面 NAME.txt,旁边有答案 NAME.answer.yml(写法见
CONTRIBUTING.md);里面的每个文件夹算一类版面,各列一行。
  行对F1    正文各行两两在不在同一篇,按字数加权
  正文      正文的行一行不多、一行不少的篇所占的份;次序:段落和先后也都对
  标题 署名 种类   各自全对的份
  可靠      程序说可靠的份;其中正文全对的份;其中混了两篇以上的篇数
  校准误差 Brier   程序说的把握与实际相差多少,越小越好
下面一张表按把握分组,列出每一组里确实对的份。

\b
例:
  banmian score ~/版面和答案
  banmian score ~/版面和答案 --wrong
  banmian score ~/版面和答案 --json > 成绩.json
"""


@click.command("check", cls=Command, help=CHECK, short_help="检查版面,说出哪里可疑。")
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
@folders.reading
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    metavar="FORMAT",
    help="text、json、github 或 markdown。",
)
def check(pages: tuple[str, ...], seeds: Path | None, config: Path | None, form: str) -> int:
    """Tell what speaks against the pages."""
    try:
        found, code = findings(settings_of(seeds, config), pages), 0
    except (ConfigError, PageFaults) as error:
        found, code = error.diagnostics, error.exit_code
    told = gravest_first(found)
    counted = summary(told)
    click.echo(f"{counted}\n" if form == "markdown" else counted, err=form != "markdown")
    click.echo(FORMATS[form](told), nl=False)
    return code or exit_code(told)


def findings(settings: Settings, pages: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Return what was found in all pages, or in those that are named. Raises ConfigError, PageFaults or UsageError."""
    from generator import build

    paths = [find_page(page, settings.seeds_dir) for page in pages]
    if paths:
        return build.check_alone(dict.fromkeys(paths), settings)
    return build.check(build.read_archive(settings, progress=on()))


@click.command("explain", cls=Command, help=EXPLAIN, short_help="逐行说明一版是怎样读的。")
@click.argument("page", metavar="PAGE")
@folders.reading
def explain(page: str, seeds: Path | None, config: Path | None) -> int:
    """Tell line by line how a page was read."""
    from generator import build

    settings = settings_of(seeds, config)
    click.echo(build.explain_page(find_page(page, settings.seeds_dir), settings), nl=False)
    return 0


def find_page(page: str, seeds: Path) -> Path:
    """Return the file of `page`, which is a file or a page's id. Raises UsageError, also for a file of another kind."""
    from generator.reading.files import PAGES, find_pages

    given = Path(page)
    if given.suffix.lower() in PAGES and os.path.lexists(given):
        return given
    if given.exists() and not given.is_dir() and (given.suffix or given.name != page):
        raise UsageError(f"{given} 不是版面:版面是以 {'、'.join(PAGES)} 结尾的文件。")
    paths = find_pages(seeds)
    found = next((path for path in paths if path.stem == given.stem), None)
    if found is None:
        near = nearest(given.stem, (path.stem for path in paths))
        some = "、".join(path.stem for path in paths[:5])
        raise UsageError(
            f"没有“{page}”这一版。{near}{seeds} 里有 {len(paths):,} 版:{some}{'……' * (len(paths) > 5)}"
        )
    return found


@click.command("score", cls=Command, help=SCORE, short_help="拿答案量读得准不准。")
@click.argument("folder", metavar="PAGES", type=folders.FOLDER)
@folders.configured
@click.option("--json", "as_data", is_flag=True, help="输出 JSON。")
@click.option("--wrong", is_flag=True, help="先逐条列出读错的篇。")
def score(folder: Path, config: Path | None, as_data: bool, wrong: bool) -> int:
    """Tell how well pages are read whose answers are known."""
    from generator import build
    from generator.editing.scoring import add_up, as_json, as_list, as_table

    measures, unanswered = build.measure_pages(folder, settings_of(config=config), progress=on())
    if unanswered:
        click.echo(f"{len(unanswered):,} 版没有答案,没有计入,例如 {unanswered[0]}。", err=True)
    for line in as_list(measures) if wrong else ():
        click.echo(line, err=as_data)
    click.echo((as_json if as_data else as_table)(add_up(measures)), nl=False)
    return 0
