"""Reads the data files of tests/cases that describe one item, each named as the sentence that it proves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model import Item, Page, Practice
from generator.tagging.practices import find_practices
from tests.making import Draft, make_page

FOLDER = Path(__file__).parent / "cases"


def case_files(room: str) -> list[Path]:
    """Return the case files of one room, sorted by name."""
    return sorted((FOLDER / room).glob("*.yml"))


def read_case(path: Path) -> Mapping[str, Any]:
    """Return what a case file says."""
    case: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return case


def page_of(case: Mapping[str, Any]) -> Page:
    """Return the page with the one item that a case describes."""
    draft = Draft(
        headline=case.get("headline", ()),
        paragraphs=case["paragraphs"],
        column=case.get("column"),
        complete=case.get("complete", True),
    )
    return make_page(draft)


def found_on(page: Page, *, of_party: bool | None = None) -> tuple[Practice, ...]:
    """Return the practices of a page's one item."""
    return find_practices(page.items[0], page, of_party=of_party)


def item_of(case: Mapping[str, Any]) -> Item:
    """Return the one item that a case describes."""
    return page_of(case).items[0]


def read_table(name: str) -> Mapping[str, Any]:
    """Return a file of tests/cases/tables: under each sentence that is to be proved, texts and what is found."""
    said: Mapping[str, Any] = yaml.safe_load((FOLDER / "tables" / f"{name}.yml").read_text("utf-8"))
    return said
