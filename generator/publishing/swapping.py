"""One whole folder in the place of another, so that a failed or killed build leaves the last good site."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site`; the old one goes only when the new one stands."""
    old = site.with_name(f".{site.name}-old")
    recover(site)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    remove(old)


def recover(site: Path) -> None:
    """Finish a swap that was interrupted: bring the old site back, or remove what is left of it."""
    old = site.with_name(f".{site.name}-old")
    if not old.exists():
        return
    if site.exists():
        remove(old)
    else:
        old.rename(site)


def remove(folder: Path) -> None:
    """Delete a folder if it is there."""
    if folder.exists():
        shutil.rmtree(folder)
