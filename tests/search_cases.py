"""Makes records from the data files of tests/cases/searching, so that a behaviour can be written as a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.site.search_index.documents import FacetPlace, IndexFacts, SearchDocument
from generator.vocabulary.settings import ROOT

CASES = ROOT / "tests" / "cases" / "searching"
PLACES = (
    FacetPlace(code="150000", name="内蒙古自治区", parent=None),
    FacetPlace(code="150100", name="呼和浩特市", parent="150000"),
    FacetPlace(code="150105", name="赛罕区", parent="150100"),
    FacetPlace(code="150300", name="乌海市", parent="150000"),
    FacetPlace(code="150302", name="海勃湾区", parent="150300"),
    FacetPlace(code="0", name="未定", parent=None),
)


def case_files() -> list[Path]:
    """Return the files of behaviours, by name."""
    return sorted(path for path in CASES.glob("*.yml") if path.name != "relevance.yml")


def read_case(path: Path) -> tuple[list[SearchDocument], IndexFacts, list[dict[str, Any]]]:
    """Return a case's records, oldest first, what the index knows besides, and its questions."""
    case = yaml.safe_load(path.read_text("utf-8"))
    records = [_record(name, given) for name, given in case["items"].items()]
    records.sort(key=lambda record: record.day)
    return records, facts_of(records, case.get("variants", {})), case["asked"]


def facts_of(records: list[SearchDocument], variants: Mapping[str, str]) -> IndexFacts:
    """Return facets with every value that the records use."""
    values = {
        facet: tuple(dict.fromkeys(value for record in records for value in getattr(record, f"{facet}s")))
        for facet in ("column", "theme", "kind", "year")
    }
    return IndexFacts(places=PLACES, facets=values, variants=variants)


def _record(name: str, given: Mapping[str, Any]) -> SearchDocument:
    heading = [given.get(part) for part in ("headline", "kicker", "deck")]
    return SearchDocument(
        id=name,
        title=given["headline"],
        heading=tuple(text for text in heading if text),
        body=tuple(given["body"]),
        corrections=tuple(given.get("corrections", ())),
        labels=tuple((label, tuple(texts)) for label, texts in given.get("labels", ())),
        date=given.get("day", ""),
        day=given.get("day", ""),
        regions=(given.get("region", "0"),),
        columns=(given["column"],) if "column" in given else (),
        themes=tuple(given.get("themes", ())),
        kinds=(given.get("kind", "报道"),),
        years=tuple(given.get("years", [given["day"][:4]] if "day" in given else ["未定"])),
        authors=tuple(given.get("authors", ())),
        practices=tuple(given.get("practices", ())),
    )
