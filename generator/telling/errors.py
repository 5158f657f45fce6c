"""The few errors of Banmian, and the exit code of each.

Every message is a sentence for the person who can mend the fault. Anything else
that is raised is a bug of ours and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.telling.diagnostics import Diagnostic


class BanmianError(Exception):
    """A fault that a person can mend; `exit_code` tells whose it is."""

    exit_code = 2


class UsageError(BanmianError):
    """The call is wrong: a missing folder, an option that does not exist."""


class ConfigError(BanmianError):
    """A file of site_config or mkdocs.yml is wrong; every fault is listed at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


class PageFaults(BanmianError):
    """Seed pages or their sidecars cannot be read; every fault is listed at once."""

    exit_code = 1

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


class PublishError(BanmianError):
    """The site could not be built; the last good site stands untouched."""

    exit_code = 1


class SystemFault(BanmianError):
    """The machine refuses: no space, no right, no memory; the last good site stands untouched."""
