"""How well a fit went, for the person who began it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.fitting.running import Fit
from generator.editing.scoring import as_table
from generator.reading.fitting.storing import told_of

NAMES = {
    "start": "段落的开头",
    "seam": "断开的句子",
    "belongs": "同属一篇",
    "headline": "标题",
    "opens": "一篇的开头",
    "right": "把握",
}
"""The models as a person is told of them."""


def as_lines(done: Fit) -> Iterator[str]:
    """Yield what was fitted on, then how well each model and the whole reading do on pages held out."""
    pages = done.pages
    counted, taught, held_out = (told_of(part) for part in (pages.fitted, pages.taught, pages.held_out))
    yield (
        f"数表用 {counted['pages']:,} 版的 {counted['items']:,} 篇,模型、权重、把握用其中 {taught['items']:,} 篇;"
        f"下面是在留出来的 {held_out['pages']:,} 版、{held_out['items']:,} 篇上的成绩,这些稿件没有用来拟合:"
    )
    for name, told in done.fitted.items():
        figures = told["held_out"].get("figures") or {}
        if name == "tables":
            yield f"  主题相近就是同一篇:AUC {_cell(figures.get('subject auc'))}"
        elif name in NAMES:
            yield (
                f"  {NAMES[name]}({name}):AUC {_cell(figures.get('auc'))},"
                f"对数损失 {_cell(figures.get('log_loss'))},{figures.get('examples', 0):,} 例"
            )
    if done.scores:
        yield as_table(done.scores).rstrip("\n")


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
