"""Makes pages from the data files of tests/cases, so that a behaviour can be written as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import ContributorRole, DateBasis, DateTag, Issue, Kind, Page, Series
from tests.making import Draft, by, make_page


def citing_case(case: Mapping[str, Any]) -> Page:
    """Return the page of one item that a case of tests/cases/citing describes."""
    item: dict[str, Any] = dict(case["item"])
    people = [by(name, title, *map(ContributorRole, role)) for name, title, *role in item.pop("bylines", ())]
    if "series" in item:
        name, number = item.pop("series")
        item["series"] = Series(name=name, number=number, printed=f"({number})")
    kind = Kind(item.pop("kind", "article"))
    date = _date(item.pop("date", {}))
    issue = dict(case["issue"])
    issue["date"] = _date(issue.pop("date", {}))
    return make_page(Draft(**item, bylines=people, kind=kind, date=date), issue=Issue(**issue))


def _date(given: dict[str, str]) -> DateTag:
    return DateTag(edtf=given.get("edtf"), basis=DateBasis(given.get("basis", "unknown")))
