"""The home page, and the pages about the archive as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.archive.addresses import ALL_FEED, REFERENCE_FORMS
from generator.data.dataset import dataset_ld
from generator.data.measuring import Measure
from generator.model.outfiles import OutFile
from generator.site.rendering.press import Press
from generator.site.views.charts import league_matrix, tile_map
from generator.site.views.files import file_views
from generator.site.views.heads import Head, HeadLink, feed_link, reference_links
from generator.site.views.home import coverage_view, examples, home_view
from generator.site.views.reasons import doubt_meanings
from generator.site.views.selections import former_values


def front_pages(press: Press) -> Iterator[OutFile]:
    """Yield the home page and the pages about the archive, the page of the data apart."""
    yield _home(press)
    yield _about(press)
    coverage = coverage_view(press.frame)
    yield press.sheet("coverage/", "coverage", title="收录情况", section="about", coverage=coverage)
    yield _search(press)
    yield _browse(press)


def _home(press: Press) -> OutFile:
    settings = press.archive.settings
    links = feed_link(ALL_FEED, settings.site_name)
    if settings.site_url:
        search = "application/opensearchdescription+xml"
        links += (HeadLink(rel="search", type=search, title="搜索", href="opensearch.xml"),)
    return press.sheet(
        "",
        "home",
        title=settings.site_name,
        description=settings.description,
        section="",
        head=Head(links=links),
        site_name=settings.site_name,
        home=home_view(press.frame),
        tilemap=tile_map(press.frame),
        matrix=league_matrix(press.frame),
        examples=examples(press.frame),
    )


def _about(press: Press) -> OutFile:
    return press.sheet(
        "about/",
        "about",
        title="关于",
        section="about",
        description=press.archive.settings.description,
        doubts=doubt_meanings(),
    )


def _browse(press: Press) -> OutFile:
    """Return the page at the address of what is now the workbench; its script leads old addresses on, choice and all."""
    head = Head(scripts=("assets/browse.js",))
    values = former_values(press.archive)
    return press.sheet("browse/", "browse", title="组合浏览", section="search", head=head, values=values)


def _search(press: Press) -> OutFile:
    styles = HeadLink(rel="stylesheet", href="assets/search/bench.css")
    head = Head(links=(styles,), scripts=("assets/bench.js",))
    about = "按词句、地区、栏目、主题、体裁和年份查找、比较和取走稿件"
    return press.sheet(
        "search/",
        "search",
        title="检索",
        section="search",
        description=about,
        head=head,
        site_name=press.archive.settings.site_name,
        tilemap=tile_map(press.frame),
    )


def data_page(press: Press, measures: Mapping[str, Measure]) -> OutFile:
    """Return the page of the data files, which says in its head what the data is and where it lies."""
    references = [(name, f"data/articles.{suffix}") for name, suffix, _ in REFERENCE_FORMS]
    head = Head(
        links=(
            HeadLink(rel="describedby", type="application/json", href="data/datapackage.json"),
            *feed_link(ALL_FEED, press.archive.settings.site_name),
            *reference_links(references),
        ),
        data=dataset_ld(press.archive, measures),
    )
    files = file_views(measures)
    return press.sheet("data/", "data", title="数据", section="data", head=head, files=files, feed=ALL_FEED)
