"""The command that finds the numbers of the reading anew: fit."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import folders
from generator.commands.chinese import Command
from generator.commands.folders import settings_of

STEPS = ("tables", "models", "weights", "confidence")
FIT = """从有答案的版面拟合读版面用的数。

\b
PAGES 是一个文件夹,里面有版面和答案,与 score 一样。写出三个文件,放在
generator/reading/evidence:
  counts.txt   哪些字连在一起
  topics.npz   哪些字词说的是同一件事
  fitted.json  模型和权重,每一个都写明用什么样的版面、几时拟合的,在没有用来拟合的
               版面上成绩怎样
--held-out 给出留出来考核的版面;不给,就从 PAGES 里留出三分之一的稿件。
--only 只拟合一样:tables、models、weights 或 confidence。
同样的版面拟合出同样的数。要装 scikit-learn:pip install -e '.[fit]'。

\b
例:
  banmian fit ~/版面和答案
  banmian fit ~/版面和答案 --held-out ~/别的版面 --out build/evidence
  banmian fit ~/版面和答案 --only confidence
"""


@click.command("fit", cls=Command, help=FIT, short_help="从有答案的版面拟合读版面用的数。")
@click.argument("folder", metavar="PAGES", type=folders.FOLDER)
@folders.configured
@click.option("--held-out", metavar="PAGES", type=folders.FOLDER, help="留出来考核的版面。")
@click.option("--only", type=click.Choice(STEPS), metavar="STEP", help="只拟合这一样。")
@click.option("--out", metavar="DIR", type=folders.FOLDER, help="写到哪里(默认 generator/reading/evidence)。")
def fit(folder: Path, config: Path | None, held_out: Path | None, only: str | None, out: Path | None) -> int:
    """Fit the numbers of the reading and tell how well they do."""
    from datetime import date

    from generator.editing import fitting
    from generator.reading.evidence.places import EVIDENCE
    from generator.reading.fitting.models import need_sklearn
    from generator.telling.progress import on
    from generator.vocabulary.taxonomy import load_taxonomy

    need_sklearn()
    progress = on()
    taxonomy = load_taxonomy(settings_of(config=config).config_dir)
    pages = fitting.read_pages(folder, held_out, progress=progress)
    steps = (only,) if only else fitting.STEPS
    target = out or EVIDENCE
    done = fitting.fit(pages, taxonomy, steps, target, date.today().isoformat(), progress=progress)
    for line in fitting.as_lines(done):
        click.echo(line)
    click.echo(f"写好 {folders.near(target)}", err=True)
    return 0
