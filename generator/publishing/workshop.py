"""Where a build works: beside the finished site, alone, and swept before and after.

`.banmian-work` in the out folder holds the lock, the temporary files and the site that is being built.
It goes with the end of a build; what a killed one has left there goes at the start of the next.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.exchanging import exchange, set_aside
from generator.publishing.locking import locked
from generator.publishing.manifest import delete_written, names_in, others_in, refuse_others, written_in
from generator.telling.errors import UsageError
from generator.vocabulary.settings import Settings, refuse_nested

WORK, LOCK = ".banmian-work", "lock"
BUSY = "{} 里正有另一次建成或打包在运行。请等它结束再来,或用 --out 另指一个文件夹。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The folder of a running build."""

    folder: Path
    """Where it lies."""
    site: Path
    """The finished site, which visitors see."""
    lock: int
    """The descriptor of the lock; a child that holds it, too, counts as this build."""

    @property
    def fresh(self) -> Path:
        """The site that is being built."""
        return self.folder / "fresh"

    @property
    def next(self) -> Path:
        """A whole site with its manifest: the new one before the exchange, the old one after it."""
        return self.folder / "next"

    @property
    def temporary(self) -> Path:
        """Temporary files of the build."""
        return self.folder / "tmp"


@contextmanager
def open_workshop(settings: Settings) -> Iterator[Workshop]:
    """Make ready for a build of `settings`: alone on its out folder, and nothing of earlier ones left there.

    Raises UsageError before anything is written where folders lie in each other, hold somebody else's
    files, or another build is running.
    """
    refuse_nested(settings)
    for folder in (settings.docs_dir, settings.site_dir):
        refuse_others(folder)
    folder = settings.out_dir / WORK
    refuse_others_of_work(folder)
    new = not settings.out_dir.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder / LOCK, BUSY.format(settings.out_dir)) as lock:
            workshop = Workshop(folder=folder, site=settings.site_dir, lock=lock)
            sweep(workshop)
            try:
                with _temporary_files(workshop.temporary):
                    yield workshop
            finally:
                sweep(workshop)
    finally:
        with suppress(OSError):
            folder.rmdir()
            if new:
                settings.out_dir.rmdir()


def refuse_others_of_work(folder: Path) -> None:
    """Raise UsageError where the folder to work in, or what lies in it, is a link or of another kind."""
    for path in (folder, *(folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ())):
        if path.is_symlink() or (path.exists() and path.is_dir() == (path.name == LOCK)):
            raise UsageError(f"{path} 是文件或链接,不能用来建站。请把它移开。")


@contextmanager
def _temporary_files(folder: Path) -> Iterator[None]:
    """Have all temporary files made in `folder`, where the next build finds what a killed one left."""
    folder.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(folder.resolve())
    try:
        yield
    finally:
        tempfile.tempdir = before


def swap_in(workshop: Workshop) -> None:
    """Let the fresh site, with its manifest, take the place of the old one; raises UsageError where it may not.

    Hidden files of somebody else in the old site (`.git`, what a file manager keeps) go along.
    """
    refuse_others(workshop.site)
    both = set(others_in(workshop.site)) & set(names_in(workshop.fresh)) if workshop.site.exists() else set()
    if both:
        raise UsageError(f"{workshop.site / min(both)} 不是建成时写的文件,却与要写的同名。请把它移走。")
    workshop.fresh.rename(workshop.next)
    if workshop.site.exists():
        exchange(workshop.next, workshop.site)
        retire(workshop)
    else:
        workshop.next.rename(workshop.site)


def retire(workshop: Workshop) -> None:
    """Delete what builds wrote in the site that is no longer shown; anything else moves to the one that is."""
    old, site = workshop.next, workshop.site
    delete_written(old, written_in(old))
    for name in others_in(old):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        if not (site / name).exists():
            (old / name).rename(site / name)
    if not others_in(old):
        shutil.rmtree(old)


def sweep(workshop: Workshop) -> None:
    """Finish or undo what a build has left in the middle: one was killed, or this one has failed."""
    aside = set_aside(workshop.next)
    if aside.exists():
        aside.rename(workshop.site if not workshop.site.exists() else workshop.next)
    if workshop.next.exists():
        retire(workshop)
    for folder in (workshop.fresh, workshop.temporary):
        if folder.exists():
            shutil.rmtree(folder)
