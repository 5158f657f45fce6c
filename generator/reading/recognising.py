"""Source text to blocks: what is each printed line, and what showed it."""

from __future__ import annotations

from generator.model import Block, Role, SourceText, Span
from generator.model.sidecar import Sidecar
from generator.reading.lines import Line, PageLines, split_lines
from generator.reading.rules import identify
from generator.vocabulary.taxonomy import Taxonomy


def recognise(source: SourceText, taxonomy: Taxonomy, sidecar: Sidecar) -> tuple[Block, ...]:
    """Return a block for every line that is not blank, in source order.

    A short line without end punctuation becomes a headline here; the assembling may find
    that it is a crosshead, or the beginning of a paragraph that print has cut.
    """
    page = split_lines(source, taxonomy)
    roles = {correction.line: correction.role for correction in sidecar.corrections if correction.role}
    return tuple(_block(line, page, roles.get(line.number)) for line in page.lines)


def _block(line: Line, page: PageLines, stated: Role | None) -> Block:
    name, finding = identify(line, page)
    role, rule, evidence = finding.role, name, finding.evidence
    if stated is not None:
        role, rule = stated, "correction"
        evidence = f"编辑改正;原先的判断是 {finding.role}({finding.evidence})"
    return Block(
        line=line.number,
        span=Span(line.start, line.start + len(line.text)),
        content=Span(finding.start, finding.end),
        role=role,
        rule=rule,
        evidence=evidence,
    )
