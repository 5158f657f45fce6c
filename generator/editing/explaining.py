"""What a page was read as and why, line by line, for the person who can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Block, Doubt, Item, Page, Role
from generator.model.doubts import meaning
from generator.model.sidecar import Sidecar
from generator.model.words import BLOCK_ROLES

SHOWN = 36
"""Characters of a line that are shown."""


def explain(page: Page, sidecar: Sidecar) -> str:
    """Return the reading of `page`: its items, its lines with rule and evidence, and the sidecar that would mend it."""
    return "\n".join([*_head(page, sidecar), "", *_items(page), "", *_lines(page), "", *_remedy(page)]) + "\n"


def _head(page: Page, sidecar: Sidecar) -> Iterator[str]:
    doubtful = sum(not item.sure for item in page.items)
    yield f"版面 {page.id}({page.source.path or page.source.name},{page.source.encoding})"
    yield (
        f"共 {len(page.items)} 篇,其中 {doubtful} 篇存疑;"
        f"栏目标记等 {len(page.furniture)} 行,未放置 {len(page.unplaced)} 行。"
    )
    if sidecar.path:
        yield f"已按 {sidecar.path} 改正。"


def _items(page: Page) -> Iterator[str]:
    for item in page.items:
        people = "、".join(byline.contributor.name for byline in item.bylines)
        lines = "、".join("→".join(map(str, paragraph.lines)) for paragraph in item.body)
        parts = [
            str(item.kind),
            f"栏目 {item.column}" if item.column else "",
            f"第 {item.series.number} 篇" if item.series else "",
            f"署名 {people}" if people else "",
            "可靠" if item.sure else "存疑",
        ]
        yield f"[{item.position:02}] {_name_of(item)}({','.join(part for part in parts if part)})"
        yield f"     正文各段的行:{lines or '无'}"
        for doubt in item.doubts:
            yield f"     ? {_told(doubt)}"


def _name_of(item: Item) -> str:
    """Return the headline, or the first words of the body in its place."""
    return item.headline.text if item.headline else f"无题“{item.text[:16]}…”"


def _told(doubt: Doubt) -> str:
    detail = f"{doubt.detail}。" if doubt.detail else ""
    return f"第 {doubt.line} 行 {doubt.code}:{meaning(doubt.code)}{detail}"


def _lines(page: Page) -> Iterator[str]:
    owners = {block.line: f"{item.position:02}" for item in page.items for block in item.blocks}
    loose = {block.line for block in page.unplaced}
    yield "行号  属于  角色(规则)  文字  ← 依据"
    for block in page.blocks:
        owner = owners.get(block.line, "未放" if block.line in loose else "版面")
        name = f"{BLOCK_ROLES[block.role]}({block.rule})"
        yield f"{block.line:>4}  {owner}  {name}  {_shown(page, block)}  ← {block.evidence}"


def _shown(page: Page, block: Block) -> str:
    text = page.source.quote(block.span)
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2]}…{text[-SHOWN // 2 :]}"


def _remedy(page: Page) -> Iterator[str]:
    doubtful = [item for item in page.items if item.doubts]
    if not doubtful:
        yield "没有存疑的地方。"
        return
    stem = page.source.name.rpartition(".")[0]
    yield f"# 存疑的地方若真有错,把合适的几行去掉开头的“# ”,写进 {stem}.yml;"
    yield "# 若没有错,把 checked 一行写进去,就不再存疑。"
    yield "# corrections:"
    for item in doubtful:
        yield f"#   # [{item.position:02}] {_name_of(item)}"
        for doubt in item.doubts:
            yield f"#   {_cure(page, item, doubt)}   # {doubt.code}"
    lines = ", ".join(str(item.lines[0]) for item in doubtful)
    yield f"checked: [{lines}]"


def _cure(page: Page, item: Item, doubt: Doubt) -> str:
    """Return the correction that would take the other reading, as one line of YAML."""
    target = re.search(r"标题在第 (\d+) 行", doubt.detail)
    line = int(found.group(1)) if (found := re.match(r"第 (\d+)", doubt.detail)) else doubt.line
    if doubt.code == "sentence-open":
        return f"{_next_piece(item, doubt.line)}: {{joins: none}}"
    if doubt.code == "column-uncertain":
        return f"{line}: {{item: {item.lines[0]}}}"
    if doubt.code == "cut-off":
        return f"{_line_below(page, doubt.line)}: {{joins: {doubt.line}}}"
    if doubt.code == "text-lost":
        return f"{line}: {{joins: {_line_above(page, line)}}}"
    if doubt.code == "headline-missing":
        return f"{_line_above(page, doubt.line)}: headline"
    if doubt.code == "byline-missing":
        return f"{_line_below(page, item.lines[0])}: byline"
    if doubt.code == "role-uncertain":
        block = next((block for block in page.blocks if block.line == line), None)
        if "小标题" in doubt.detail:
            return f"{line}: crosshead"
        role = "paragraph" if block is not None and block.role is Role.HEADLINE else "headline"
        return f"{line}: {role}"
    if target and int(target.group(1)) not in item.lines:
        return f"{line}: {{item: {target.group(1)}}}"
    return f"{line}: {{item: new}}"


def _next_piece(item: Item, line: int) -> int:
    for paragraph in item.body:
        if line in paragraph.lines[:-1]:
            return paragraph.lines[paragraph.lines.index(line) + 1]
    return line


def _line_below(page: Page, line: int) -> int:
    return next((block.line for block in page.blocks if block.line > line), line)


def _line_above(page: Page, line: int) -> int:
    return next((block.line for block in reversed(page.blocks) if block.line < line), line)
