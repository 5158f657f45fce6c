"""The desk's own model and the generator say the same of random corrections: of what the sidecar means, line by line."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from generator.build import read_page
from generator.commands.testing import quiet_deno
from generator.editing.desk import desk_of
from generator.editing.sidecars import sidecar_of
from generator.model import Page, SourceText
from generator.model.sidecar import Sidecar
from generator.vocabulary.settings import ROOT
from tests.growth.counting import vocabularies
from tests.home.manners import MANNERS, pages_of

TIMES = 120
"""How often something is said, of pages in turn."""


@cache
def sources() -> tuple[SourceText, ...]:
    """Return a page of ours of each manner."""
    return tuple(
        SourceText(
            id=f"page-{number:02}", name=f"page-{number:02}.txt", text=sheet.text, encoding="utf-8", sha256=""
        )
        for number, sheet in enumerate(sheet for manner in MANNERS for sheet in pages_of(manner)[:1])
    )


def read(source: SourceText, sidecar: Sidecar) -> Page:
    return read_page(source, sidecar, *vocabularies())


@cache
def pages() -> list[dict[str, Any]]:
    """Return what the desk has of each page of which it can foresee what comes of a line."""
    told = (desk_of(read(source, Sidecar.empty()), {}) for source in sources())
    return [each for each in told if not each["printed"]]


@cache
def said_at_the_desk(seed: int) -> list[dict[str, Any]]:
    """Return what the desk writes and foresees after things were said at random, time after time."""
    done = subprocess.run(
        [sys.executable, "-m", "deno", "run", "--no-lock", "-q", "tests/scripts/run/desk.js"],
        cwd=ROOT,
        env=quiet_deno(ROOT),
        input=json.dumps({"pages": pages(), "seed": seed, "times": TIMES}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


def foreseen(item: dict[str, Any]) -> tuple[list[int], list[list[int]]]:
    """Return the lines and the paragraphs of an item as the desk foresees it."""
    return sorted(
        [*item["heads"], *item["signs"], *(line for piece in item["body"] for line in piece)]
    ), item["body"]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_generator_reads_what_the_desk_foresees(seed: int) -> None:
    by_id = {source.id: source for source in sources()}
    told = said_at_the_desk(seed)
    assert len(told) == TIMES
    assert len(pages()) == len(sources()) - 1, "the printed lines alone are put together anew"
    for each in told:
        source = by_id[each["page"]]
        page = read(source, sidecar_of(source, each["text"], f"{source.id}.yml"))
        wanted = sorted(item for item in map(foreseen, each["items"]) if item[0])
        found = sorted((list(item.lines), [list(part.lines) for part in item.body]) for item in page.items)
        assert found == wanted, f"{source.id}\n{each['text']}"


@pytest.mark.parametrize("seed", [1, 2])
def test_what_the_desk_writes_is_what_it_takes_up_again(seed: int) -> None:
    by_id = {source.id: source for source in sources()}
    for each in said_at_the_desk(seed)[:20]:
        source = by_id[each["page"]]
        page = read(source, sidecar_of(source, each["text"], f"{source.id}.yml"))
        assert desk_of(page, {})["text"] == each["text"]
        assert bool(desk_of(page, {})["said"]) == bool(each["text"])
