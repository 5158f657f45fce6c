"""A file of the site before it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutFile:
    """One file, with its place below the docs folder."""

    uri: str
    """POSIX path relative to the docs folder; ASCII."""
    data: bytes
    """The file's bytes; text is UTF-8 with LF."""

    @classmethod
    def of_text(cls, uri: str, text: str) -> OutFile:
        """Return a file with `text` as UTF-8."""
        return cls(uri, text.encode("utf-8"))


@dataclass(frozen=True, slots=True)
class LateFile:
    """One file whose bytes are made when it is written, because all of them at once would be too much."""

    uri: str
    """POSIX path relative to the docs folder; ASCII."""
    make: Callable[[], bytes]
    """Returns the file's bytes, the same each time."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.make()
