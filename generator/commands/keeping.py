"""The commands for those who keep the archive: new, test."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.folders import FOLDER, near
from generator.vocabulary.settings import ROOT

NEW = """写一个新版面的样子:seeds/STEM.txt 和旁边的 STEM.yml。

\b
把样子里的字换成这一版的文字就行;.yml 里只写知道的,不知道的删去。
STEM 是版面编号,用字母、数字、- 和 _,例如 nmgrb-20220616-07(报纸、日期、版次)。

\b
例:
  banmian new nmgrb-20220616-07
"""

TEST = """运行全部检查:ruff、mypy、deno 和所有测试(包括真的浏览器)。

\b
第一次会在 .venv 里装测试用的软件包。没有浏览器就停下,说明要装什么;写了
--install-browser(或设有 CI=true)才替您装一个。其余的参数都交给 pytest。

\b
例:
  banmian test --install-browser
  banmian test tests/test_cli.py -k check
  BANMIAN_NO_BROWSER=1 banmian test
"""


@click.command("new", cls=Command, help=NEW, short_help="写一个新版面的样子。")
@click.argument("stem", metavar="STEM")
@click.option("--seeds", metavar="DIR", type=FOLDER, help="放在哪里(默认 seeds/)。")
def new(stem: str, seeds: Path | None) -> int:
    """Write a model page and its sidecar."""
    from generator.editing.new_page import draft_page

    for path in draft_page(stem, seeds or near(ROOT / "seeds")):
        click.echo(f"写好 {path}")
    return 0


@click.command(
    "test",
    cls=Command,
    help=TEST,
    short_help="运行全部测试。",
    context_settings={"ignore_unknown_options": True},
)
@click.option("--install-browser", is_flag=True, help="没有浏览器时,同意装一个。")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[pytest 的参数]…")
def test(arguments: tuple[str, ...], install_browser: bool) -> int:
    """Run every check and test."""
    from generator.commands.testing import run_tests

    return run_tests(ROOT, arguments, _say, install_browser=install_browser)


def _say(line: str) -> None:
    click.echo(line)
