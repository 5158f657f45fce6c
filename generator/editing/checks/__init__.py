"""Finished pages to diagnostics: what an editor should look at, each with its place and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.editing.checks.across import check_archive
from generator.editing.checks.addresses import check_addresses
from generator.editing.checks.codes import CODES, Code
from generator.editing.checks.issues import check_issues
from generator.editing.checks.naming import called
from generator.editing.checks.signs import check_source
from generator.model import Block, DateBasis, Doubt, Item, Page, Span
from generator.model.doubts import TEXT_DOUBTS
from generator.model.statements import About, Check
from generator.model.widths import NARROW_SIGN
from generator.reading.checked import text_sum
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.nearest import nearest
from generator.vocabulary.taxonomy import Taxonomy

__all__ = ["CODES", "Code", "check_addresses", "check_archive", "check_issues", "check_page"]


def check_page(page: Page, taxonomy: Taxonomy) -> Iterator[Diagnostic]:
    """Yield what speaks against a page: on the whole, then item by item, then what has no item."""
    yield from _whole(page, taxonomy)
    for check in page.lapsed:
        if check.line not in page.withdrawn_lines:
            yield _lapsed(page, check)
    for item in page.items:
        yield from _reading(page, item)
        yield from _text(page, item)
    for block in page.unplaced:
        yield _unplaced(page, block)


def _whole(page: Page, taxonomy: Taxonomy) -> Iterator[Diagnostic]:
    yield from check_source(page.source)
    if page.withdrawn and not page.items:
        return
    if not any(item.headline or item.supplied for item in page.items):
        yield _found(page, "no-headline", "这一版没有认出任何标题。", line=1)
    if page.items and page.items[0].tags.date.basis is DateBasis.UNKNOWN:
        yield _found(page, "date-unknown", "这一版的文字里没有年份的线索,日期记为不详。", line=1)
    told: set[str] = set()
    for item in page.items:
        if item.column and item.column not in told and taxonomy.column(item.column) is None:
            told.add(item.column)
            yield _unknown_column(page, item, item.column, taxonomy)
    count = len(NARROW_SIGN.findall(page.source.text))
    if count:
        line = page.source.line_of(_first_half_width(page))
        message = f"这一版有 {count} 处半角标点紧跟在汉字后面。"
        yield _found(page, "half-width", message, line=line)


def _unknown_column(page: Page, item: Item, column: str, taxonomy: Taxonomy) -> Diagnostic:
    """Return the note on a column that no vocabulary has; on one that an editor states, in the sidecar."""
    said = next((said for said in item.stated if said.about is About.COLUMN), None)
    message = f"栏目“{column}”不在栏目表里,按{'编者写' if said else '印出'}的名字收录。"
    found = _found(page, "unknown-column", message, line=_first_line(item), item=item.id)
    if said is None:
        return found
    near = nearest(column, (name for known in taxonomy.columns for name in (known.name, *known.aliases)))
    return _in_sidecar(found, said.evidence[0].line, f"{near}{found.hint}")


def _in_sidecar(found: Diagnostic, line: int | None, hint: str) -> Diagnostic:
    """Return a finding at a line of the page's sidecar."""
    return replace(found, path=str(Path(found.path).with_suffix(".yml")), line=line, hint=hint)


def _first_half_width(page: Page) -> int:
    match = NARROW_SIGN.search(page.source.text)
    return match.start() if match else 0


def _lapsed(page: Page, check: Check) -> Diagnostic:
    """Return the finding that an editor's check holds no more, with what renews it, at its line of the sidecar."""
    item = next((item for item in page.items if check.line in item.lines), None)
    message = f"{check.words}过第 {check.line} 行所在的一篇,那一行现在不属于任何一篇。"
    hint = CODES["checked-lapsed"].hint
    if item is not None:
        now = text_sum(page.source, item.lines)
        still = "另有核对还作数" if item.checks else "疑问照旧提示"
        message = f"{called(item)}:{check.words}过,后来文字变了(校验值 {check.text},现在是 {now}),{still}。"
        hint = f'请对照报纸重新核对,再把这一条改成 text: "{now}",by 和 on 也照改;不再核对,就删去这一条。'
    found = _found(page, "checked-lapsed", message, line=1, item=item.id if item else "")
    return _in_sidecar(found, check.at, hint)


def _reading(page: Page, item: Item) -> Iterator[Diagnostic]:
    """Yield the doubts about the reading, and that the print cuts the item off."""
    for doubt in item.doubts:
        yield _doubted(page, item, doubt)
    if not item.complete and all(doubt.code != "cut-off" for doubt in item.doubts):
        yield _found(
            page, "cut-off", f"{called(item)}没有印完。", line=max(item.lines, default=1), item=item.id
        )


def _text(page: Page, item: Item) -> Iterator[Diagnostic]:
    for doubt in item.text_doubts:
        yield _doubted(page, item, doubt)


def _doubted(page: Page, item: Item, doubt: Doubt) -> Diagnostic:
    code = CODES.get(doubt.code)
    meaning = code.meaning if code else f"有疑问({doubt.code})。"
    detail = f"{doubt.detail.rstrip('。')}。" if doubt.detail else ""
    said = detail if detail and doubt.code in TEXT_DOUBTS else f"{meaning}{detail}"
    message = f"{called(item)}:{said}"
    return _found(page, doubt.code, message, line=doubt.line, span=doubt.span, item=item.id)


def _unplaced(page: Page, block: Block) -> Diagnostic:
    words = page.source.quote(block.content)
    shown = words if len(words) <= 16 else f"{words[:15]}…"
    message = f"“{shown}”没有放进任何一篇,在版面上单独显示。"
    return _found(page, "unplaced", message, line=block.line, span=block.content)


def _first_line(item: Item) -> int:
    return min(item.lines, default=1)


def _found(
    page: Page, code: str, message: str, *, line: int, span: Span | None = None, item: str = ""
) -> Diagnostic:
    known = CODES.get(code)
    on_line = span is not None and page.source.line_of(span.start) == line
    column = span.start - page.source.line_span(line).start + 1 if span is not None and on_line else None
    return Diagnostic(
        code=code,
        severity=known.severity if known else Severity.WARNING,
        path=page.source.path or page.source.name,
        line=line,
        column=column,
        message=message,
        hint=known.hint if known else "",
        item=item,
    )
