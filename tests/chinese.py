"""Finds words of other languages in what the site says to its readers."""

from __future__ import annotations

import re

LABELS = ("title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label")
"""Attributes that are shown or read aloud."""
NAMES = {
    "AND",
    "Atom",
    "BibTeX",
    "Browser",
    "CRC",
    "CSL",
    "Crate",
    "CSV",
    "Data",
    "Datasette",
    "DB",
    "DOI",
    "EDTF",
    "EndNote",
    "Excel",
    "Frictionless",
    "FTS",
    "GB",
    "GIS",
    "GitHub",
    "ID",
    "ISO",
    "JSON",
    "KB",
    "LaTeX",
    "LIKE",
    "Lines",
    "MATCH",
    "MB",
    "MIT",
    "NoteExpress",
    "OCR",
    "OR",
    "Package",
    "Pandoc",
    "PDF",
    "RIS",
    "RO",
    "SHA",
    "SQL",
    "SQLite",
    "Unicode",
    "UTF",
    "WPS",
    "Zotero",
}
"""Names of formats, programs and standards, and words of query languages, that have no Chinese name."""
FILE = re.compile(
    r"[\w.-]+\.(?:bib|cff|csv|html|json|jsonl|ris|sqlite|txt|xml|yml)\b|\bSHA256SUMS\b|\b\w*\d\w*\b", re.A
)
"""Names of files, and ids."""
WORD = re.compile(r"[A-Za-z]{2,}")


def foreign(words: str, printed: str = "") -> list[str]:
    """Return the Latin words in `words` that are no name, and do not stand in the `printed` text either."""
    found = dict.fromkeys(WORD.findall(FILE.sub(" ", words)))
    return [word for word in found if word not in NAMES and word not in printed]
