"""One case taken through the program, and held against what must be so of every archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.archive.groups import Archive
from generator.build import build, check, gather_files, read_archive, read_page
from generator.commands.recording import record_addresses
from generator.editing.checks import check_page
from generator.editing.sidecars import read_sidecar
from generator.editing.sidecars.references import reference
from generator.model import Page
from generator.publishing.verifying import verify
from generator.publishing.verifying.conserving import check_items, check_lines
from generator.publishing.verifying.places import Fault, Site
from generator.publishing.verifying.searching import check_search
from generator.reading.files import read_sources
from generator.reading.remnants import text_of
from generator.telling.diagnostics import Severity
from generator.telling.errors import BanmianError, PageFaults
from generator.telling.progress import silent
from generator.vocabulary.gazetteer import Gazetteer
from generator.vocabulary.settings import ROOT, Settings, load_settings
from generator.vocabulary.taxonomy import Taxonomy
from tests.fuzz.cases import Case, Way
from tests.growth.counting import vocabularies


class Wrong(AssertionError):
    """Something that must be so of every archive is not."""


def try_case(case: Case, *, again: bool = False) -> bool:
    """Take a case as far as it goes; return whether it was refused with a sentence.

    Where `again`, the editor then says that all was read rightly, and every line must stay in its place. Raises
    Wrong, and whatever the program raises that is no sentence.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "seeds").mkdir()
        case.write(folder)
        try:
            if case.way is Way.READ:
                return _read(folder / "seeds", again=again)
            return _make(folder) if case.way is Way.MAKE else _build(folder)
        except BanmianError as error:
            if not str(error).strip():
                raise Wrong("refused without a word") from error
            return True


def _read(seeds: Path, *, again: bool) -> bool:
    taxonomy, gazetteer = vocabularies()
    sources, faults = read_sources(seeds)
    for source in sources:
        beside = Path(source.path).with_suffix(".yml")
        sidecar = read_sidecar(source, beside if beside.exists() else None)
        page = read_page(source, sidecar, taxonomy, gazetteer)
        check_page(page, taxonomy)
        hold([page])
        if again and page.items and not beside.exists():
            _again(page, beside, taxonomy, gazetteer)
    return bool(faults)


def _again(page: Page, beside: Path, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
    """Say in a sidecar that every item was read by an editor, and read again."""
    words = [reference(page.source, item.blocks[0].line) for item in page.items]
    beside.write_text("checked:\n" + "".join(f"  - {word}\n" for word in words), encoding="utf-8")
    try:
        sidecar = read_sidecar(page.source, beside)
    except PageFaults as fault:
        raise Wrong(f"lines named by the program are not found: {fault}") from fault
    second = read_page(page.source, sidecar, taxonomy, gazetteer)
    doubts = [doubt for item in second.items for doubt in item.doubts]
    if doubts or dealt(second) != dealt(page):
        raise Wrong(f"read otherwise when checked: {doubts[:1]}")


def dealt(page: Page) -> list[list[int]]:
    """Return the lines of each item."""
    return [[block.line for block in item.blocks] for item in page.items]


def _settings(folder: Path) -> Settings:
    own = folder / "site_config"
    root = folder if (folder / "mkdocs.yml").exists() else ROOT
    return replace(
        load_settings(seeds_dir=folder / "seeds", config_dir=own if own.exists() else None, root=root),
        out_dir=folder / "out",
    )


def _make(folder: Path) -> bool:
    settings = _settings(folder)
    archive = read_archive(settings, progress=silent())
    hold(archive.pages)
    _told(made_wrong(archive))
    record_addresses(settings, "2026-11-30", progress=silent())
    after = read_archive(settings, progress=silent())
    if ids(after) != ids(archive):
        raise Wrong(f"addresses change by being recorded: {ids(archive)} {ids(after)}")
    return _left_out(archive)


def _left_out(archive: Archive) -> bool:
    """Tell whether a page was refused."""
    return any(fault.severity is Severity.ERROR for fault in archive.faults)


def ids(archive: Archive) -> list[str]:
    """Return the address of each item, in order."""
    return [item.id for page in archive.pages for item in page.items]


def made_wrong(archive: Archive) -> list[Fault]:
    """Make every file of the site; return what `verify` finds wrong with lines, items and search."""
    files = {file.uri: file.data for file in gather_files(archive, check(archive))}
    site = Site(list(files), files.__getitem__, packed=False)
    return [*check_lines(site), *check_items(site), *check_search(site)]


def _build(folder: Path) -> bool:
    settings = _settings(folder)
    built = build(settings, progress=silent())
    hold(built.archive.pages)
    faults, _ = verify(settings.site_dir, settings.seeds_dir, progress=silent())
    _told(faults)
    return _left_out(built.archive)


def _told(faults: Sequence[Fault]) -> None:
    if faults:
        raise Wrong(f"{len(faults)} faults: {faults[0]}")


def hold(pages: Sequence[Page]) -> None:
    """Raise Wrong where a line of a page is in no place or in two, or a character of it in no block."""
    for page in pages:
        if lost(page):
            raise Wrong(f"lines lost or doubled: {lost(page)}")
        if uncovered(page):
            raise Wrong(f"characters in no block: lines {uncovered(page)}")


def _text_lines(page: Page) -> list[tuple[int, int, int]]:
    """Return the number of each line with a text, and where the text begins and ends in the page."""
    gone = {line for each in page.withdrawn for line in each.lines}
    spans = ((number, *text_of(raw)) for number, raw in enumerate(page.source.lines, 1) if number not in gone)
    starts = page.source.line_starts
    return [(n, starts[n - 1] + begin, starts[n - 1] + end) for n, begin, end in spans if begin < end]


def lost(page: Page) -> Counter[int]:
    """Return the lines that are in no place of the page, and those that are in more than one."""
    wanted = Counter(number for number, _, _ in _text_lines(page))
    found = Counter(block.line for block in page.blocks)
    return (wanted - found) + (found - wanted)


def uncovered(page: Page) -> list[int]:
    """Return the lines of whose text a part lies in no block."""
    spans = {block.line: block.span for block in page.blocks}
    return [n for n, begin, end in _text_lines(page) if not spans[n].start <= begin <= end <= spans[n].end]
