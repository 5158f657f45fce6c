"""A file of the site before it is written."""

from __future__ import annotations

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
