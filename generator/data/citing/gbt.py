"""References after GB/T 7714, the Chinese standard, in its 2015 form and in that in force since 1 July 2026.

Both take the numeric system (顺序编码制), without the number itself, which depends on where it is cited.

- Four authors and more: the first three, then 等. No author: the title comes first, as the numeric
  system allows, so 佚名 is not written: the print names nobody, which is not the same.
- A paper, date or page that is not known is left out with its punctuation, and nothing is made to look like
  a whole entry: square brackets say what is to be found out and about when the item was printed, and the
  archive's name and the item's address lead back to it.
- With an address the medium is [N/OL]; without one it is [N].
- The 2015 form asks of what is online for the day on which the reader saw the page. A build has no clock
  and is not the reader, so it stands there only when `accessed` is given; a page prints `ACCESSED`
  there, and a script puts the day in its place. The 2025 form has no such day.
- An inferred date and an interval are to be found out: the official styles have no form for either, they
  print `2022-06-11/30`, as if the paper came out on all these days.
- 2015 writes half-width punctuation, 2025 full-width comma and brackets.

Where all is known the strings are those of the official CSL styles
(`china-national-standard-gb-t-7714-20xx-numeric`) as citeproc-js prints them from our CSL-JSON;
tests/cases/citing says how they were made.
"""

from __future__ import annotations

from generator.data.citing.facts import CitationFacts

MOST_AUTHORS = 3
"""The standard names three authors and writes 等 for the rest."""
ACCESSED = "引用日期"
"""The words of the standard that keep the place of the day of reading until it is known."""


def gbt2015(facts: CitationFacts) -> str:
    """Return a reference after GB/T 7714-2015."""
    source = ", ".join(filter(None, (facts.paper, facts.date)))
    page = f"({facts.label})" if facts.label else ""
    accessed = f"[{facts.accessed}]" if facts.accessed else ""
    whole = f"{source}{page}{_to_find(facts)}{accessed}"
    return _join(_authors(facts, ", "), _title(facts), whole, _address(facts, ", "))


def gbt2025(facts: CitationFacts) -> str:
    """Return a reference after GB/T 7714-2025."""
    source = "，".join(filter(None, (facts.paper, facts.date)))
    page = f"（{facts.label}）" if facts.label else ""
    whole = f"{source}{page}{_to_find(facts)}"
    return _join(_authors(facts, "，"), _title(facts), whole, _address(facts, "，"))


def _to_find(facts: CitationFacts) -> str:
    """Return what is to be found out, in square brackets as the standard has what the print does not say."""
    if not facts.to_find:
        return ""
    told = (f"{'、'.join(facts.to_find)}待考", facts.about)
    return f"[{'，'.join(filter(None, told))}]"


def _address(facts: CitationFacts, comma: str) -> str:
    """Return the address; of an item that cannot be found by its paper, with the archive that has it."""
    if not facts.to_find:
        return facts.url
    return comma.join(filter(None, (facts.site, facts.url or facts.address)))


def _authors(facts: CitationFacts, comma: str) -> str:
    names = facts.authors[:MOST_AUTHORS]
    return comma.join((*names, "等") if len(facts.authors) > MOST_AUTHORS else names)


def _title(facts: CitationFacts) -> str:
    return f"{facts.title}[N/OL]" if facts.url else f"{facts.title}[N]"


def _join(*parts: str) -> str:
    return ". ".join(part for part in parts if part) + "."
