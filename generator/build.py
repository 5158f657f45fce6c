"""The whole pipeline on one screen: seed pages in, a published archive out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator.archive.groups import Archive
from generator.archive.identity.records import Ledger, find_ledgers
from generator.archive.identity.settling import settle
from generator.archive.identity.withdrawing import notes_without, withdraw
from generator.data.citing.cited import cited_as
from generator.data.exporting import export
from generator.data.measuring import measure
from generator.editing.checks import check_addresses, check_archive, check_issues, check_page
from generator.editing.curing import Clinic, with_cures
from generator.editing.explaining import explain
from generator.editing.scoring import PageMeasure, find_answers, measure_page, read_answer
from generator.editing.sidecars.gathering import last_words, read_sidecars, sidecar_of
from generator.model import Page, SourceText
from generator.model.outfiles import LateFile, OutFile
from generator.model.plainfiles import UnfitFile, read_plain
from generator.model.sidecar import Sidecar
from generator.publishing.site import publish
from generator.publishing.workshop import open_workshop
from generator.reading.files import read_source, read_sources
from generator.reading.reading import read, retrace
from generator.site.rendering import render, render_data_page
from generator.site.rendering.press import template_faults
from generator.site.search_index import index_for_search
from generator.site.tiling import scan_files
from generator.tagging import tag_page
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import ConfigError, PageFaults
from generator.telling.progress import Progress
from generator.vocabulary.folder import load_tiles, refuse_unknown_files
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.papers import Papers, load_papers
from generator.vocabulary.settings import ROOT, Settings
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from generator.vocabulary.yamlfiles import LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build made and found."""

    archive: Archive
    """The archive that was published."""
    diagnostics: tuple[Diagnostic, ...]
    """What speaks against it; errors make the command exit with 1."""


def build(settings: Settings, *, progress: Progress) -> Build:
    """Read the seeds, gather everything that is to be published, then write it and build the site.

    Raises ConfigError, PageFaults, PublishError or UsageError; the last good site then still stands.
    """
    with open_workshop(settings) as workshop:
        archive = read_archive(settings, progress=progress)
        diagnostics = check(archive)
        progress.step("写出页面、数据和检索")
        files = gather_files(archive, diagnostics)
        publish(files, settings, workshop)
    return Build(archive=archive, diagnostics=diagnostics)


def read_archive(settings: Settings, *, progress: Progress) -> Archive:
    """Read every page with its sidecar and tag its items; nothing is written.

    A page that is none, or whose sidecar is faulty, is left out, with its fault; nothing else is.
    Raises ConfigError, UsageError, and PageFaults where no page at all is left or a faulty sidecar withdraws.
    """
    taxonomy, papers, gazetteer = _load_vocabularies(settings)
    sources, left_out = read_sources(settings.seeds_dir)
    sidecars, faulty = read_sidecars(sources, left_out)
    faults = [*left_out, *faulty]
    pages: list[Page] = []
    for source in progress.track(sources, name="读版面", total=len(sources)):
        if source.id in sidecars:
            try:
                page = read_page(source, sidecars[source.id], taxonomy, gazetteer)
                pages.append(replace(page, issue=papers.identify(page.issue)))
            except PageFaults as error:
                faults.extend(error.diagnostics)
    if not pages or _withdraws(faults):
        raise PageFaults(faults)
    ledgers = find_ledgers(settings.seeds_dir)
    told, mistold = last_words(ledgers, sidecars, faults)
    sidecars |= told
    uncorrected = _uncorrected(pages, sidecars, ledgers, taxonomy)
    settled, identity = settle(pages, ledgers, sidecars, uncorrected)
    left, identity = withdraw(settled, identity, sidecars, partial(cited_as, settings))
    notes = notes_without(left, settled, sidecars)
    return Archive(
        pages=tuple(_retagged(page, sidecars[page.id], taxonomy, gazetteer) for page in left),
        taxonomy=taxonomy,
        gazetteer=gazetteer,
        settings=settings,
        faults=(*faults, *mistold, *notes),
        identity=identity,
        papers=papers,
    )


def _uncorrected(
    pages: Sequence[Page], sidecars: Mapping[str, Sidecar], ledgers: Iterable[Ledger], taxonomy: Taxonomy
) -> dict[str, Page]:
    """Return what corrected pages are read as without their editor, by id, but for pages that were recorded."""
    recorded = {ledger.page for ledger in ledgers}
    corrected = (page for page in pages if sidecars[page.id].corrections and page.id not in recorded)
    return {
        page.id: read(page.source, Sidecar(issue=sidecars[page.id].issue), taxonomy) for page in corrected
    }


def _withdraws(faults: Iterable[Diagnostic]) -> bool:
    """Tell whether a sidecar with a fault withdraws something: without it, the archive might tell what is withdrawn."""
    return any(
        _may_withdraw(Path(path))
        for path in {fault.path for fault in faults}
        if path.endswith((".yml", ".yaml"))
    )


def _may_withdraw(sidecar: Path) -> bool:
    """Tell whether a sidecar speaks of withdrawing, or cannot be read to know."""
    try:
        return b"withdrawn" in read_plain(sidecar, LIMIT)
    except (OSError, UnfitFile):
        return True


def read_page(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Page:
    """Read one page: what each line is, which lines are one item, what each item is about."""
    return tag_page(read(source, sidecar, taxonomy), sidecar, taxonomy, gazetteer)


def _retagged(page: Page, sidecar: Sidecar, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Page:
    """Return a page that words were withdrawn from, tagged by those that are left; any other as it is."""
    if not page.withdrawn:
        return page
    return replace(tag_page(page, sidecar, taxonomy, gazetteer), sidecar=page.sidecar)


def check(archive: Archive) -> tuple[Diagnostic, ...]:
    """Return what speaks against the archive: pages left out, page by page, then what shows only across pages."""
    found = (check_page(page, archive.taxonomy) for page in archive.pages)
    across = chain(check_addresses(archive), check_archive(archive), check_issues(archive))
    return (*archive.faults, *chain.from_iterable(found), *across)


def check_alone(paths: Iterable[Path], settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what speaks against these pages, each read alone, with the corrections that were tried.

    What shows only across pages is left out. Raises ConfigError.
    """
    taxonomy, papers, gazetteer = _load_vocabularies(settings)
    found: list[Diagnostic] = []
    for path in paths:
        try:
            source = read_source(path)
            sidecar = sidecar_of(source)
            read_so = read_page(source, sidecar, taxonomy, gazetteer)
        except PageFaults as error:
            found.extend(error.diagnostics)
            continue
        page = replace(read_so, issue=papers.identify(read_so.issue))
        clinic = Clinic(source, sidecar, taxonomy, page)
        found += [*sidecar.notes, *with_cures(check_page(page, taxonomy), page, clinic)]
    return tuple(found)


def explain_page(path: Path, settings: Settings) -> str:
    """Return what each line of the page in `path` was read as, and why. Raises as `build` does."""
    taxonomy = load_taxonomy(settings.config_dir)
    gazetteer = load_gazetteer(gazetteer_file(settings))
    source = read_source(path)
    sidecar = sidecar_of(source)
    page = read_page(source, sidecar, taxonomy, gazetteer)
    clinic = Clinic(source, sidecar, taxonomy, page)
    return explain(page, sidecar, retrace(source, sidecar, taxonomy), clinic)


def measure_pages(
    folder: Path, settings: Settings, *, progress: Progress
) -> tuple[tuple[PageMeasure, ...], tuple[Path, ...]]:
    """Read the pages below `folder` and hold each against its answer; return also the pages that have none.

    Nothing is tagged or written. Raises ConfigError, PageFaults with every fault of every file, or UsageError.
    """
    taxonomy = load_taxonomy(settings.config_dir)
    answered, others = find_answers(folder)
    measures: list[PageMeasure] = []
    faults: list[Diagnostic] = []
    for each in progress.track(answered, name="读版面", total=len(answered)):
        try:
            source = read_source(each.path)
            answer, sidecar = read_answer(source, each.answer), sidecar_of(source)
        except PageFaults as error:
            faults.extend(error.diagnostics)
            continue
        measures.append(measure_page(read(source, sidecar, taxonomy), answer, each.manner))
    if faults:
        raise PageFaults(faults)
    return tuple(measures), others


def gather_files(archive: Archive, diagnostics: tuple[Diagnostic, ...]) -> tuple[OutFile | LateFile, ...]:
    """Return every file of the docs folder: Markdown, data, search index, pictures of pages."""
    with template_faults():
        pages = tuple(render(archive))
    data = tuple(export(archive, diagnostics))
    index = tuple(index_for_search(archive))
    with template_faults():
        about_data = render_data_page(archive, measure(data))
    return (*pages, *data, about_data, *index, *scan_files(archive))


def _load_vocabularies(settings: Settings) -> tuple[Taxonomy, Papers, Gazetteer]:
    """Read everything that an editor may change; every fault of every file is told at once."""
    folder = settings.config_dir
    readers: tuple[Callable[[], Any], ...] = (
        lambda: load_taxonomy(folder),
        lambda: load_papers(folder),
        lambda: load_gazetteer(gazetteer_file(settings)),
        lambda: load_tiles(folder),
        lambda: refuse_unknown_files(folder),
    )
    found: list[Any] = []
    faults: list[Diagnostic] = []
    for reader in readers:
        try:
            found.append(reader())
        except ConfigError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise ConfigError(faults)
    taxonomy, papers, gazetteer = found[:3]
    return taxonomy, papers, gazetteer


def gazetteer_file(settings: Settings) -> Path:
    """Return the province's file; a config folder without places takes the built-in one."""
    name = f"{settings.province}.json"
    own = settings.config_dir / "regions" / name
    return own if own.parent.is_dir() else ROOT / "site_config" / "regions" / name
