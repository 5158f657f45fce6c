"""Source text to blocks: what is each printed line, what showed it, and what its words say by themselves.

Everything that a line's own words can tell is read here, once, and goes on with the block.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Block, Naming, Role, SourceText, Span, Wording
from generator.model.sidecar import Sidecar
from generator.reading.folding import as_printed
from generator.reading.grammar.byline_words import MARKS
from generator.reading.grammar.bylines import parse_byline
from generator.reading.grammar.forms import closes
from generator.reading.grammar.people import parse_people
from generator.reading.grammar.sentences import openness
from generator.reading.lines import Finding, Line, PageLines, split_lines
from generator.reading.rules import identify
from generator.reading.rules.signing import mark_of
from generator.vocabulary.taxonomy import Taxonomy


def recognise(source: SourceText, taxonomy: Taxonomy, sidecar: Sidecar) -> tuple[Block, ...]:
    """Return a block for every line that is not blank, in source order.

    A short line without end punctuation becomes a headline here; the assembling may find
    that it is a crosshead, or the beginning of a paragraph that print has cut.
    """
    page = split_lines(source, taxonomy)
    roles = {correction.line: correction.role for correction in sidecar.corrections if correction.role}
    blocks = (_block(line, page, roles.get(line.number)) for line in page.lines)
    return tuple(_as_printed(block, source) for block in blocks)


def _block(line: Line, page: PageLines, stated: Role | None) -> Block:
    name, finding = identify(line, page)
    role, rule, evidence, byline = finding.role, name, finding.evidence, finding.byline
    if stated is not None:
        role, rule = stated, "correction"
        evidence = f"编辑改正;原先的判断是 {finding.role}({finding.evidence})"
        byline = _stated_byline(line, finding, stated)
    start = _words_start(line, finding) if stated is Role.BYLINE else finding.start
    return Block(
        line=line.number,
        span=Span(line.start, line.start + len(line.text)),
        content=Span(start, finding.end),
        role=role,
        rule=rule,
        evidence=evidence,
        byline=byline,
        wording=_wording(line, finding),
    )


def _as_printed(block: Block, source: SourceText) -> Block:
    """Return the block with every name as the source prints it."""
    wording = block.wording
    forms = (block.byline, wording.lead, wording.closing, wording.credit)
    if not any(forms):
        return block
    byline, lead, closing, credit = (as_printed(form, source) for form in forms)
    return replace(block, byline=byline, wording=replace(wording, lead=lead, closing=closing, credit=credit))


def _wording(line: Line, finding: Finding) -> Wording:
    skip = finding.start - line.bare_start
    text = line.bare[skip:]
    return Wording(
        lead=line.lead(skip),
        closing=line.closing(skip),
        credit=line.credit(skip),
        openness=openness(text),
        final=closes(text),
    )


def _stated_byline(line: Line, finding: Finding, stated: Role) -> Naming | None:
    """Return whom a line names that an editor calls a byline, a credit or a signature."""
    if stated not in (Role.BYLINE, Role.CREDIT, Role.SIGNATURE):
        return None
    skip = finding.start - line.bare_start
    own = line.credit(skip) if stated is Role.CREDIT else line.closing(skip)
    if stated is not Role.BYLINE and own is not None:
        return own
    if finding.byline is not None:
        return finding.byline
    start = _words_start(line, finding)
    words = line.bare[start - line.bare_start :].rstrip(f"{MARKS} \u3000")
    people = parse_byline(words) or parse_people(words, bare=True)
    found = Naming(span=Span(0, len(words)), people=people)
    return found.moved(start) if people else None


def _words_start(line: Line, finding: Finding) -> int:
    """Return where the words of a line begin that an editor calls a byline: behind its mark."""
    return max(finding.start, line.bare_start + mark_of(line))
