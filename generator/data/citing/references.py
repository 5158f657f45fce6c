"""References for reference managers: BibTeX, RIS and CSL-JSON.

A field that can hold one date holds as much of it as is certain (2022-06 for an interval within
June), because programs that read an interval there take its first day for the day of printing. The
interval itself stands in a note, and in CSL-JSON as the literal text that styles print.
"""

from __future__ import annotations

import re
from typing import Any

from generator.data.citing.facts import CitationFacts

LANGUAGE = "zh-CN"
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: f"\\{character}" for character in "#$%&_"}
_TEX_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def bibtex(facts: CitationFacts) -> str:
    """Return a BibTeX entry: an article of a newspaper, as biblatex and its GB/T 7714 styles know it."""
    year, _, rest = facts.certain_date.partition("-")
    fields = {
        "entrysubtype": "newspaper",
        "title": f"{{{_tex(facts.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in facts.authors),
        "journal": _tex(facts.paper),
        "date": facts.certain_date,
        "year": year,
        "month": rest[:2],
        "pages": _tex(facts.label),
        "series": _tex(facts.series[0]) if facts.series else "",
        "number": str(facts.series[1]) if facts.series else "",
        "keywords": _tex(", ".join(facts.themes)),
        "langid": "chinese",
        "note": _tex("".join(facts.notes)),
        "url": re.sub(r"[{}\\\s]", "", facts.url),
        "urldate": facts.accessed,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@article{{{facts.id},\n" + ",\n".join(lines) + "\n}\n"


def ris(facts: CitationFacts) -> str:
    """Return a RIS record of type NEWS."""
    tags = [
        ("TY", "NEWS"),
        ("ID", facts.id),
        *(("AU", name) for name in facts.authors),
        ("TI", facts.title),
        ("T2", facts.paper),
        ("PY", facts.certain_date[:4]),
        ("DA", _ris_date(facts.certain_date)),
        ("SE", facts.column),
        ("SP", facts.label),
        *(("KW", theme) for theme in facts.themes),
        ("LA", LANGUAGE),
        ("DP", facts.site),
        ("UR", facts.url),
        ("Y2", _ris_date(facts.accessed)),
        *(("N1", note) for note in (*_series_note(facts), *facts.notes)),
    ]
    lines = [f"{tag}  - {_one_line(value)}\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \n"


def csl(facts: CitationFacts) -> dict[str, Any]:
    """Return a CSL-JSON item of type article-newspaper."""
    item = {
        "id": facts.id,
        "type": "article-newspaper",
        "title": facts.title,
        "author": [{"literal": name} for name in facts.authors],
        "container-title": facts.paper,
        "issued": _csl_date(facts),
        "page": facts.label,
        "section": facts.column,
        "collection-title": facts.series[0] if facts.series else "",
        "collection-number": str(facts.series[1]) if facts.series else "",
        "keyword": ", ".join(facts.themes),
        "language": LANGUAGE,
        "source": facts.site,
        "URL": facts.url,
        "accessed": _date_parts(facts.accessed),
        "note": "".join(facts.notes),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(facts: CitationFacts) -> dict[str, Any]:
    if facts.single:
        return _date_parts(facts.edtf)
    return {"literal": facts.date} if facts.date else {}


def _date_parts(date: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}


def _ris_date(date: str) -> str:
    """Return YYYY/MM/DD/ with the parts that are not known left empty."""
    return "/".join([*date.split("-"), "", "", ""][:3]) + "/" if date else ""


def _series_note(facts: CitationFacts) -> tuple[str, ...]:
    return (f"系列：{facts.series[0]}，第 {facts.series[1]} 篇。",) if facts.series else ()


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX[found[0]], _one_line(text))


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()
