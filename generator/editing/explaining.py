"""What a page was read as and why, line by line, for the person who can mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from types import MappingProxyType

from generator.editing.curing import Clinic
from generator.editing.sidecars.references import reference
from generator.model import Block, Doubt, Item, Page
from generator.model.doubts import meaning
from generator.model.sidecar import Sidecar
from generator.model.words import BLOCK_ROLES, KINDS
from generator.reading.assembling.tracing import Step

SHOWN = 36
"""Characters of a line that are shown."""
LEGEND = "[这一行给读法加的分(奈特),比它的次好放法领先多少;落后的靠下文赢回]"
NO_CURE = "没有可试的改正,请对照报纸"
NO_STEPS: Mapping[int, Step] = MappingProxyType({})


def explain(
    page: Page, sidecar: Sidecar, steps: Mapping[int, Step] = NO_STEPS, clinic: Clinic | None = None
) -> str:
    """Return the reading of `page`: its items, its lines with rule, evidence and score, and what would mend it.

    `steps` holds what each line added to the reading, by line; `clinic` tries what may mend a doubt.
    """
    lines, remedy = _lines(page, steps), _remedy(page, clinic)
    return "\n".join([*_head(page, sidecar), "", *_items(page), "", *lines, "", *remedy]) + "\n"


def _head(page: Page, sidecar: Sidecar) -> Iterator[str]:
    doubtful = sum(not item.sure for item in page.items)
    source = page.source
    yield f"版面 {page.id}({page.source.path or page.source.name},{page.source.encoding})"
    if source.boxes_file == source.name:
        yield "各行按识别结果的坐标排成,行号是排成以后的。"
    elif source.boxes_file:
        yield f"旁边的 {source.boxes_file} 对上了 {len(source.prints)} 行,只用它的字高和位置。"
    yield (
        f"共 {len(page.items)} 篇,其中 {doubtful} 篇存疑;"
        f"栏目标记等 {len(page.furniture)} 行,未放置 {len(page.unplaced)} 行。"
    )
    if sidecar.mends:
        yield f"已按 {sidecar.path} 改正。"
    elif sidecar.path:
        yield f"{sidecar.path} 里没有改正。"


def _items(page: Page) -> Iterator[str]:
    for item in page.items:
        people = "、".join(dict.fromkeys(byline.contributor.name for byline in item.bylines))
        stated = "、".join(author.contributor.name for author in item.authors)
        lines = "、".join("→".join(map(str, paragraph.lines)) for paragraph in item.body)
        parts = [
            KINDS[item.kind],
            f"栏目 {item.column}" if item.column else "",
            f"第 {item.series.number} 篇" if item.series else "",
            f"署名 {people}" if people else "",
            f"作者 {stated}(编者注明)" if stated else "",
            "可靠" if item.sure else "存疑",
            *dict.fromkeys(check.words for check in item.checks),
        ]
        yield f"[{item.position:02}] {_name_of(item)}({','.join(part for part in parts if part)})"
        yield f"     正文各段的行:{lines or '无'}"
        for doubt in item.doubts:
            yield f"     ? {_told(doubt)}"


def _name_of(item: Item) -> str:
    """Return the headline, one that an editor supplies, or the first words of the body in its place."""
    if item.supplied:
        return f"〔{item.supplied}〕(编者拟题)"
    return item.headline.text if item.headline else f"无题“{item.text[:16]}…”"


def _told(doubt: Doubt) -> str:
    detail = f"{doubt.detail}。" if doubt.detail else ""
    return f"第 {doubt.line} 行 {doubt.code}:{meaning(doubt.code)}{detail}"


def _lines(page: Page, steps: Mapping[int, Step]) -> Iterator[str]:
    owners = {block.line: f"{item.position:02}" for item in page.items for block in item.blocks}
    loose = {block.line for block in page.unplaced}
    yield "行号  属于  角色(规则)  文字  ← 依据" + (f"  {LEGEND}" if steps else "")
    for block in page.blocks:
        owner = owners.get(block.line, "未放" if block.line in loose else "版面")
        name = f"{BLOCK_ROLES[block.role]}({block.rule})"
        score = f"  {scored(steps[block.line])}" if block.line in steps else ""
        yield f"{block.line:>4}  {owner}  {name}  {_shown(page, block)}  ← {block.evidence}{score}"


def scored(step: Step) -> str:
    """Return what a line adds to the reading, and how far the next best place for it is behind.

    >>> scored(Step(score=2.44, margin=5.06)), scored(Step(score=-1, margin=-2)), scored(Step(score=0, margin=inf))
    ('[+2.4,领先 5.1]', '[-1.0,落后 2.0]', '[+0.0,别无放法]')
    """
    if step.margin == inf:
        return f"[{step.score:+.1f},别无放法]"
    return f"[{step.score:+.1f},{'领先' if step.margin >= 0 else '落后'} {abs(step.margin):.1f}]"


def _shown(page: Page, block: Block) -> str:
    text = page.source.quote(block.span)
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2]}…{text[-SHOWN // 2 :]}"


def _remedy(page: Page, clinic: Clinic | None) -> Iterator[str]:
    doubtful = [item for item in page.items if item.doubts]
    if not doubtful:
        yield "没有存疑的地方。"
        return
    stem = page.source.name.rpartition(".")[0]
    yield f"# 下面的改正逐条试过:写进 {stem}.yml 再读,没有错误,疑问消失,别处不变坏。对照报纸,确实读错了才用。"
    yield "# corrections:"
    for item in doubtful:
        yield f"#   # [{item.position:02}] {_name_of(item)}"
        for doubt in item.doubts:
            yield from _cured(page, doubt, clinic)
        yield f"#   # 对照报纸没有错,就在 checked 的列表里添上 {reference(page.source, item.lines[0])}"


def _cured(page: Page, doubt: Doubt, clinic: Clinic | None) -> Iterator[str]:
    """Yield the corrections that were tried and mend a doubt, or that none was found."""
    if doubt.code == "byline-unread":
        cure = f"authors: {{{reference(page.source, doubt.line)}: [作者的姓名]}}"
        yield f"# 第 {doubt.line} 行的署名认不出是谁:知道作者,就写 {cure}。"
    tried = clinic.cures(doubt) if clinic else None
    for mended in tried.cures if tried else ():
        yield from (f"#   {row}   # {doubt.code}" for row in mended.written(page.source))
    if tried and not tried.cures:
        left = f",还有 {tried.left} 种没有试" if tried.left else ""
        yield f"#   # {doubt.code}:{f'试了 {tried.tried} 种改正,都不合适{left}' if tried.tried else NO_CURE}。"
