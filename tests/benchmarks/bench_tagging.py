"""What tagging and checking cost: run `python -m tests.benchmarks.bench_tagging`.

Times of different machines cannot be compared, so each is given as a share of the time that
assembling the same pages takes, and per item once at N and once at ten times N items: a ratio
well above 1 means that something grows faster than the archive.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from sys import stdout

from generator.editing.checks import check_archive
from generator.model import Page
from generator.model.sidecar import Sidecar
from generator.tagging.dates import infer_date
from generator.tagging.hygiene import text_doubts
from generator.tagging.practices import find_practices
from generator.tagging.regions import survey_regions
from generator.tagging.themes import tag_themes
from generator.vocabulary.gazetteer import load_gazetteer
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import load_taxonomy
from tests.benchmarks.bench_reading import make_pages
from tests.making import Draft, make_archive, make_page
from tests.reading_pages import assemble_page, make_source

GAZETTEER = load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")
TAXONOMY = load_taxonomy(ROOT / "site_config")
STEPS: dict[str, Callable[[Page], object]] = {
    "regions": lambda page: [survey_regions(item, page, GAZETTEER) for item in page.items],
    "themes": lambda page: [tag_themes(item, page, TAXONOMY) for item in page.items],
    "practices": lambda page: [find_practices(item, page) for item in page.items],
    "text doubts": lambda page: [text_doubts(item) for item in page.items],
    "date": lambda page: infer_date(page, TAXONOMY),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    sources = [make_source(lines, f"p-{number}") for number, lines in enumerate(make_pages())]
    pages: list[Page] = []
    reading = seconds(
        lambda: pages.extend(assemble_page(source, Sidecar.empty(), TAXONOMY) for source in sources)
    )
    for name, step in STEPS.items():
        step(pages[0])
        share = seconds(lambda step=step: [step(page) for page in pages]) / reading  # type: ignore[misc]
        stdout.write(f"{name:12} {share:6.1%} of assembling\n")
    few, many = pages[:6], pages
    once = seconds(lambda: list(check_archive(make_archive(*few)))) / len(few)
    tenfold = seconds(lambda: list(check_archive(make_archive(*many)))) / len(many)
    stdout.write(
        f"checks of the archive, per page at ten times the pages: {tenfold / once:.2f} of the cost at one\n"
    )
    short, long = (growing_page(times) for times in (200, 2_000))
    growth = seconds(lambda: STEPS["regions"](long)) / seconds(lambda: STEPS["regions"](short))
    stdout.write(f"regions of a text ten times as long: {growth:.1f} times the cost\n")


def growing_page(times: int) -> Page:
    """Return a page with one paragraph that names places `times` times."""
    words = "四子王旗组织村民到包头市九原区团结村、利民社区学习,沙尔沁镇六牛村的人到了突泉县,说杭锦旗有风"
    return make_page(Draft(paragraphs=(words * times,)), page_id=f"page-{times}")


if __name__ == "__main__":
    main()
