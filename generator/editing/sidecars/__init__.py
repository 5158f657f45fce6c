"""What an editor says of a page beside it: `STEM.yml` for `STEM.txt`. The source itself is never touched.

```yaml
paper: 草原晚报              # everything is optional
date: 2022-06-16             # EDTF: 2022, 2022-06, 2022-06-16, or an interval 2022-06-11/2022-06-30
page: "07"                   # the label as printed, in quotation marks
text: full                   # full (the newspaper's text) | abstract (our own words)
rights: 经作者同意转载

corrections:                 # by source line: its number and the words that begin it, a few will do
  12 草原深处的党支部: headline    # what the line is: a role, see ROLES
  18 据了解: {item: 5 走进网格}    # it belongs to the item that line 5 is in (its headline, say);
                             # where line 18 is a column's mark: that item stands in the column
  20 本报讯: {item: new}      # an item of its own begins with it
  22 责任编辑: {item: none}    # it belongs to no item
  25 联系点: {joins: 13 领导挂}    # it continues the cut paragraph that line 13 ends
  27 近日: {joins: none}      # it begins a paragraph of its own
  31 为此: {after: 44 目前}    # it is read after line 44, in the same item
  69 走进民警路: {read: 民警路, as: 民馨路}          # a misprint; both readings stay
  70 杭锦旗: [{role: paragraph}, {read: 杭锦旗, as: 杭锦后旗}]   # several for one line

authors:                     # who wrote, where the page does not say so or says it elsewhere: by a line of the item
  12 草原深处的党支部: [{name: 林禾, role: 记者, rank: 见习, function: 摄影, institution: 草原晚报社}]
  44 目前: [高岩, {institution: 青沙县委组织部}]   # a name alone; a body that signs itself

items:                       # of one item, by any line of it
  12 草原深处的党支部: {column: 草原书屋, kind: commentary, series: "3"}    # its column, what it is, which part
  44 目前: {column: none, headline: 编者拟的题}    # no column; a headline where the page prints none

checked: [5 走进网格, 44 目前]    # the items that these lines are in were read by an editor: nothing is doubted
# or, item by item, also who and when; `text` ties it to the text that was read (generator/reading/checked.py):
#   - {item: 5 走进网格, by: 林禾, on: 2026-12-01, text: 3f2a9c1b}

tags:                        # for every item of the page
  themes: {add: [社区治理], refuse: [志愿服务]}
  regions: {add: [乌兰察布市], refuse: ["150502"]}
  practices: {add: [三级书记抓党建], refuse: [一站式]}
  5 走进网格: {regions: {refuse: [集宁区]}}    # for the item that line 5 is in alone

formerly:                    # addresses that were published and that nothing else keeps alive
  nmgrb-20220616-7: page     # the page had this name before
  nmgrb-20220616-07-7fx7j: 18 据了解       # this address leads to the item that line 18 is in now
  nmgrb-20220616-07-hmrs8: [5 走进网格, 20 本报讯]    # what it was is in two items now
  nmgrb-20220616-07-2kdq4: none    # nothing is left of it

withdrawn:                   # shown no more; the address stays, with the citation, the reason and the day
  - {item: 18 据了解, reason: 作者要求撤下, on: 2026-11-30}
  - {item: 44 目前, reason: 涉及个人信息, on: 2026-11-30, title: hide}    # headline and authors go as well
```

`withdrawn: {page: true, reason: …, on: …}` withdraws the whole page; an item whose lines are gone from the source
is named by its id.

A line may be named by its number alone; with its words it is found again where lines are put in above it.
Places are given by name or code, themes by name or slug. Stated authors stand beside the printed byline in the
data, marked as the editor's, and are what citations name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from generator.editing.sidecars.authors import authors_of
from generator.editing.sidecars.checking import checks_of
from generator.editing.sidecars.faults import changes_of, faults_of
from generator.editing.sidecars.references import Found, find_lines
from generator.editing.sidecars.schema import ROLES, SCHEMA
from generator.editing.sidecars.stating import statements_of
from generator.editing.sidecars.withdrawing import withdrawals_of
from generator.model import (
    EDITOR,
    DateBasis,
    DateTag,
    Evidence,
    Issue,
    Misprint,
    SourceText,
    Span,
    TextKind,
    evidence_at,
)
from generator.model.sidecar import Correction, Sidecar, TagChanges
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import PageFaults
from generator.vocabulary.yamlfiles import KeyPath, YamlFile, read_yaml_file, read_yaml_text

__all__ = ["ROLES", "SCHEMA", "read_sidecar", "sidecar_of"]

P = TypeVar("P")


def read_sidecar(source: SourceText, path: Path | None) -> Sidecar:
    """Read the sidecar of `source`, or return an empty one where there is no file.

    Raises PageFaults with every fault of the file.
    """
    return Sidecar.empty() if path is None else _read(source, read_yaml_file(path, SCHEMA))


def sidecar_of(source: SourceText, text: str, path: str) -> Sidecar:
    """Return what a sidecar of `source` says that holds `text` and is called `path`; raises as `read_sidecar` does."""
    return _read(source, read_yaml_text(text, SCHEMA, shown=path))


def _read(source: SourceText, file: YamlFile) -> Sidecar:
    faults = list(file.faults)
    notes: tuple[Diagnostic, ...] = ()
    if not faults and file.data is not None:
        found = find_lines(file, source)
        file, notes = _with_lines(file, found), found.notes
        faults += [*found.faults, *faults_of(file, source)]
    if faults:
        raise PageFaults(faults)
    return replace(_sidecar(file, source), notes=notes)


def _with_lines(file: YamlFile, found: Found) -> YamlFile:
    """Return a sidecar with its lines as numbers of today, each at its old place in the file."""
    moved = {old: new for new, old in found.origins.items()}
    return replace(file, data=found.data, lines=_moved(file.lines, moved), spans=_moved(file.spans, moved))


def _moved(places: Mapping[KeyPath, P], moved: Mapping[KeyPath, KeyPath]) -> dict[KeyPath, P]:
    """Return the places also by the paths that they have now."""
    now = dict(places)
    for path, place in places.items():
        for length in range(len(path), 1, -1):
            if path[:length] in moved:
                now[*moved[path[:length]], *path[length:]] = place
                break
    return now


def _sidecar(file: YamlFile, source: SourceText) -> Sidecar:
    data = file.data or {}
    words = SourceText(id=source.id, name=Path(file.path).name, text=file.text, encoding="utf-8", sha256="")
    found = list(changes_of(data))
    changes = [(line, change) for line, _, change in found]
    tags = data.get("tags", {})
    return Sidecar(
        issue=Issue(
            paper=data.get("paper"),
            date=_stated(file, words, data.get("date")),
            label=data.get("page"),
            text_kind=TextKind(data.get("text", "full")),
            rights=data.get("rights"),
            paper_line=file.line(("paper",)) if "paper" in data else None,
        ),
        corrections=tuple(_corrections(changes)),
        misprints=tuple(
            _misprint(source, line, change, evidence_at(words, (file.spans[*path, "as"],), EDITOR))
            for line, path, change in found
            if "read" in change
        ),
        authors=authors_of(file, words) if file.data else {},
        statements=statements_of(file, words) if file.data else {},
        checks=checks_of(file, words) if file.data else (),
        tags=_tag_changes(
            file, words, ("tags",), {key: value for key, value in tags.items() if isinstance(key, str)}
        ),
        item_tags={
            key: _tag_changes(file, words, ("tags", key), value)
            for key, value in tags.items()
            if isinstance(key, int)
        },
        tag_lines=dict(_tag_lines(file, tags)),
        formerly={
            key: tuple(value) if isinstance(value, list) else () if value == "none" else (value,)
            for key, value in data.get("formerly", {}).items()
            if value != "page"
        },
        former_pages=tuple(key for key, value in data.get("formerly", {}).items() if value == "page"),
        withdrawn=withdrawals_of(file),
        lines=words.lines,
        path=file.path,
    )


def _stated(file: YamlFile, words: SourceText, date: object) -> DateTag:
    if date is None:
        return DateTag()
    evidence = evidence_at(words, (file.spans["date",],), EDITOR)
    return DateTag(edtf=str(date), basis=DateBasis.STATED, evidence=evidence)


def _corrections(changes: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Correction]:
    merged: dict[int, dict[str, Any]] = {}
    for line, change in changes:
        merged.setdefault(line, {}).update(change)
    for line, change in sorted(merged.items()):
        if change.keys() & {"role", "item", "joins", "after"}:
            yield Correction(
                line=line,
                role=ROLES[change["role"]] if "role" in change else None,
                item=change.get("item"),
                joins=change.get("joins"),
                after=change.get("after"),
            )


def _misprint(
    source: SourceText, line: int, change: Mapping[str, Any], stated: tuple[Evidence, ...]
) -> Misprint:
    start = source.line_span(line).start + source.lines[line - 1].index(change["read"])
    span = Span(start, start + len(change["read"]))
    return Misprint(line=line, span=span, read=change["read"], corrected=change["as"], stated=stated)


def _tag_changes(file: YamlFile, words: SourceText, path: KeyPath, data: Mapping[str, Any]) -> TagChanges:
    def named(kind: str, change: str) -> tuple[str, ...]:
        return tuple(data.get(kind, {}).get(change, ()))

    return TagChanges(
        add_regions=named("regions", "add"),
        refuse_regions=named("regions", "refuse"),
        add_themes=named("themes", "add"),
        refuse_themes=named("themes", "refuse"),
        add_practices=named("practices", "add"),
        refuse_practices=named("practices", "refuse"),
        said=tuple(
            (kind, name, said)
            for kind in data
            for index, name in enumerate(data[kind].get("add", ()))
            for said in evidence_at(words, (file.spans[*path, kind, "add", index],), EDITOR)
        ),
    )


def _tag_lines(file: YamlFile, node: Any, path: KeyPath = ("tags",)) -> Iterator[tuple[str, int]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from _tag_lines(file, child, (*path, key))
    if isinstance(node, str):
        yield node, file.line(path) or 1
