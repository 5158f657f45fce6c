"""References for reference managers: BibTeX, RIS and CSL-JSON.

A field that can hold one date holds as much of it as is certain (2022-06 for an interval within
June), because programs that read an interval there take its first day for the day of printing. The
interval itself stands in a note.

CSL-JSON can say an interval, and says it in three ways, for there is no program that reads them all:
- `date-parts` with both ends, and `circa` where the date is inferred, is what CSL means: pandoc and
  citeproc-js print 2022 in an author-date style, [2022] or "ca. 2022" where it is inferred.
- `raw`, the same as EDTF: without it, Zotero up to 10 would import the first day as the day of printing.
- `issued:` on a line of its own in the note, which goes to Zotero's Extra: without it, Zotero up to 10
  would keep the interval and yet print its first day.
An interval with an open end has no `issued` at all, for every program would print the end that is known.

Zotero's importer of BibTeX makes a journal article of every `@article`, and knows no type that becomes a
newspaper article; its importers of RIS and CSL-JSON do.
"""

from __future__ import annotations

import re
from typing import Any

from generator.data.citing.facts import CitationFacts
from generator.model.edtf import bounds

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
        "copyright": _tex(facts.rights),
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
        "note": "\n".join(filter(None, ("".join(facts.notes), _extra_date(facts)))),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(facts: CitationFacts) -> dict[str, Any]:
    """Return the date of printing, both ends of an interval; nothing where an end is open."""
    raw = _interval(facts)
    if not raw:
        return _date_parts(facts.edtf) if facts.single else {}
    made = {**_date_parts(*raw.rstrip("~").split("/")), "raw": raw}
    return {**made, "circa": True} if raw.endswith("~") else made


def _extra_date(facts: CitationFacts) -> str:
    raw = _interval(facts)
    return f"issued: {raw}" if raw else ""


def _interval(facts: CitationFacts) -> str:
    """Return what is not one stated date as EDTF, with a tilde where it is inferred; nothing where an end is open."""
    first, last = bounds(facts.edtf)
    if facts.single or not (first and last):
        return ""
    inferred = "~" if facts.inferred or re.search("[~?%]", facts.edtf) else ""
    return f"{first}{inferred}" if first == last else f"{first}/{last}{inferred}"


def _date_parts(*dates: str) -> dict[str, Any]:
    """Return one date, or the two ends of an interval."""
    parts = [[int(part) for part in date.split("-")] for date in dates if date]
    return {"date-parts": parts} if parts else {}


def _ris_date(date: str) -> str:
    """Return YYYY/MM/DD/ with the parts that are not known left empty."""
    return "/".join([*date.split("-"), "", "", ""][:3]) + "/" if date else ""


def _series_note(facts: CitationFacts) -> tuple[str, ...]:
    return (f"系列：{facts.series[0]}，第 {facts.series[1]} 篇。",) if facts.series else ()


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX[found[0]], _one_line(text))


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()
