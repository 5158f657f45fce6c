"""Takes withdrawn words out, before anything is derived from them: nothing behind this step can show what it lacks.

The source lines become blank, their items leave the archive, every other character keeps its place. The address of
each withdrawn item stays, with how it is cited, the reason and the day. What other values quote of the words (doubts,
notes, the sidecar, titles of former addresses) goes as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.archive.identity.formers import Fate, Former, Identity
from generator.archive.identity.masking import scan_without
from generator.archive.identity.secrets import Secret
from generator.model import Heading, Item, Page
from generator.model.sidecar import Sidecar
from generator.model.withdrawals import Withdrawal, Withdrawn
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults

HIDDEN = "［标题已撤下］"
"""What a citation has in place of a headline that is withdrawn."""
UNSAID = "那一行已撤下,这里不重复它的字;请在行号后面抄上版面文件里那一行开头的几个字。"
"""What mends a note of which the cure would repeat withdrawn words."""
Cite = Callable[[Page, Item], str]


def withdraw(
    pages: Sequence[Page], identity: Identity, sidecars: Mapping[str, Sidecar], cite: Cite
) -> tuple[tuple[Page, ...], Identity]:
    """Return the pages without what is withdrawn, and the addresses with what stands there instead.

    `sidecars` are by page id, those of pages that are gone among them; `cite` returns how an item is cited. Raises
    PageFaults for a withdrawal of what is not there.
    """
    asked = {page: sidecar for page, sidecar in sidecars.items() if sidecar.withdrawn}
    if not asked:
        return tuple(pages), identity
    formers = {former.id: former for former in identity.formers}
    here = {page.id: page for page in pages}
    secrets: list[Secret] = []
    faults: list[Diagnostic] = []
    for name, sidecar in sorted(asked.items()):
        faults.extend(_faults(here.get(name), name, sidecar, formers))
        formers |= _of_gone_words(name, here.get(name), sidecar, formers)
        if name in here:
            page, chosen = here[name], _chosen(here[name], sidecar)
            here[name], secret = _without(page, sidecar, chosen)
            secrets.append(secret)
            formers |= {
                item.id: _tombstone(
                    page, _told(item, chosen[item.id], secret), chosen[item.id], identity, cite
                )
                for item in page.items
                if item.id in chosen
            }
    if faults:
        raise PageFaults(faults)
    kept = tuple(here[page.id] for page in pages)
    followed = tuple(_followed(formers[id_], formers, here, secrets) for id_ in sorted(formers))
    return kept, replace(identity, formers=followed)


def notes_without(
    pages: Iterable[Page], before: Iterable[Page], sidecars: Mapping[str, Sidecar]
) -> Iterator[Diagnostic]:
    """Yield what is to be noted of the sidecars, without words that `pages` lack and the pages `before` had."""
    for page, full in zip(pages, before, strict=True):
        secret = Secret.of(full.source, page.source) if page.withdrawn else None
        for note in sidecars[page.id].notes:
            yield note if secret is None else _hushed(note, secret)


def _hushed(note: Diagnostic, secret: Secret) -> Diagnostic:
    """Return a note that repeats no withdrawn words; a cure that would is told without them."""
    hint = secret.masked(note.hint)
    return replace(note, message=secret.masked(note.message), hint=note.hint if hint == note.hint else UNSAID)


def _chosen(page: Page, sidecar: Sidecar) -> dict[str, Withdrawal]:
    """Return by which withdrawal each item of a page goes, by id: one of its own before one of the whole page."""
    found: dict[str, Withdrawal] = {}
    for withdrawal in sorted(sidecar.withdrawn, key=lambda each: each.page):
        for item in page.items:
            if withdrawal.page or withdrawal.line in item.lines or withdrawal.id == item.id:
                found.setdefault(item.id, withdrawal)
    return found


def _faults(
    page: Page | None, name: str, sidecar: Sidecar, formers: Mapping[str, Former]
) -> Iterator[Diagnostic]:
    items = page.items if page else ()
    for each in sidecar.withdrawn:
        known = (
            each.page
            or each.id in formers
            or any(each.id == item.id or each.line in item.lines for item in items)
        )
        if known:
            continue
        said = f"第 {each.line} 行不属于任何一篇" if each.line else f"没有编号为 {each.id} 的稿件,从前也没有"
        yield Diagnostic(
            code="sidecar-withdrawn",
            severity=Severity.ERROR,
            path=sidecar.path or f"{name}.yml",
            line=each.at,
            message=f"withdrawn:{said},不知道要撤下哪一篇。",
            hint="请写那一篇里任一行的行号和开头几个字,或它的编号;要撤下整版,就写 page: true。",
        )


def _of_gone_words(
    name: str, page: Page | None, sidecar: Sidecar, formers: Mapping[str, Former]
) -> dict[str, Former]:
    """Return the addresses that are withdrawn and whose words the source itself holds no more."""
    found = {}
    for each in sidecar.withdrawn:
        whole = [
            former.id
            for former in formers.values()
            if each.page
            and former.fate is Fate.GONE
            and (former.page == name or (page is None and former.file.endswith(f"{name}.published.jsonl")))
        ]
        for id_ in [each.id] if each.id in formers else whole:
            found[id_] = _buried(formers[id_], each)
    return found


def _buried(former: Former, withdrawal: Withdrawal) -> Former:
    """Return a former address as that of a withdrawn item; a title that is its first words is none."""
    supplied = f"[{former.title[:2]}" in former.cited or not former.cited
    hidden = withdrawal.hides_title or supplied
    return replace(
        former,
        fate=Fate.WITHDRAWN,
        targets=(),
        line=0,
        title="" if hidden else former.title,
        cited="" if hidden else former.cited,
        acknowledged=True,
        reason=withdrawal.reason,
        withdrawn=withdrawal.on,
    )


def _tombstone(page: Page, item: Item, withdrawal: Withdrawal, identity: Identity, cite: Cite) -> Former:
    """Return what stays at the address of an item, of which `item` has what may be told."""
    title = item.headline.text if item.headline else item.supplied
    bare = item if title else replace(item, headline=Heading(text=HIDDEN, lines=()))
    days = identity.days.get(item.id)
    return Former(
        id=item.id,
        fate=Fate.WITHDRAWN,
        page=page.id,
        title=title,
        cited=cite(page, bare),
        entered=days.entered if days else "",
        reason=withdrawal.reason,
        withdrawn=withdrawal.on,
    )


def _told(item: Item, withdrawal: Withdrawal, secret: Secret) -> Item:
    """Return what may be told of a withdrawn item: its headline, or the supplied one if it quotes nothing, and authors."""
    bare = replace(item, kicker=None, deck=None, body=())
    if withdrawal.hides_title or secret.told_by(item.supplied):
        bare = replace(bare, stated=())
    return replace(bare, headline=None, bylines=(), authors=()) if withdrawal.hides_title else bare


def _without(page: Page, sidecar: Sidecar, chosen: Mapping[str, Withdrawal]) -> tuple[Page, Secret]:
    """Return a page without the words of the items that are chosen, and those words as a secret."""
    gone = [_marked(item.id, item.lines, chosen[item.id]) for item in page.items if item.id in chosen]
    whole = next((each for each in sidecar.withdrawn if each.page), None)
    if whole:
        owned = {line for item in page.items for line in item.lines}
        others = [n for n, text in enumerate(page.source.whole_lines, 1) if n not in owned and text.strip()]
        gone += [_marked("", tuple(others), whole)] if others else []
    lines = {line for each in gone for line in each.lines}
    items = [item for item in page.items if item.id in chosen]
    # Words that the text holds no more may still be in the picture, and no line tells where.
    unfound = any(each.id and each.id not in chosen for each in sidecar.withdrawn)
    scan = scan_without(page.source, lines, items, whole=whole is not None or unfound)
    source = replace(page.source.without(lines), scan=scan)
    hidden = [item.supplied for item in items if chosen[item.id].hides_title]
    secret = Secret.of(page.source, source, *hidden)
    kept = [item for item in page.items if item.id not in chosen]
    return replace(
        page,
        source=source,
        items=tuple(_quiet(replace(item, position=at), secret) for at, item in enumerate(kept, start=1)),
        furniture=() if whole else page.furniture,
        unplaced=() if whole else page.unplaced,
        sidecar=tuple(map(secret.masked, page.sidecar)),
        withdrawn=tuple(sorted(gone, key=lambda each: each.lines)),
    ), secret


def _marked(item: str, lines: tuple[int, ...], withdrawal: Withdrawal) -> Withdrawn:
    return Withdrawn(item=item, lines=lines, reason=withdrawal.reason, on=withdrawal.on)


def _quiet(item: Item, secret: Secret) -> Item:
    """Return an item whose doubts do not quote the words of its former neighbours, nor point to their lines."""
    doubts = (
        replace(doubt, detail="" if secret.told_by(doubt.detail) else doubt.detail, alternative=None)
        for doubt in item.doubts
    )
    return replace(item, doubts=tuple(doubts))


def _followed(
    former: Former, formers: Mapping[str, Former], pages: Mapping[str, Page], secrets: Sequence[Secret]
) -> Former:
    """Return a former address that leads to nothing withdrawn and whose title does not tell it."""
    if former.fate is Fate.WITHDRAWN:
        return former
    gone = [formers[id_] for id_ in former.targets if id_ in formers]
    left = tuple(id_ for id_ in former.targets if id_ not in formers)
    if any(secret.told_by(f"{former.title}\n{former.cited}") for secret in secrets):
        former = replace(former, title="", cited="")
    if gone and not left:
        end = gone[0]
        return replace(end, id=former.id, entered=former.entered, file=former.file)
    if former.fate is Fate.LOOSE and former.page in pages:
        lines = [each for each in pages[former.page].withdrawn if former.line in each.lines]
        if lines:
            return replace(former, fate=Fate.WITHDRAWN, line=0, reason=lines[0].reason, withdrawn=lines[0].on)
    return replace(former, targets=left) if gone else former
