"""Pictures drawn at build time: the map of tiles, the matrix of themes and leagues, the bars of a year.

They are HTML and SVG without styles of their own, so that a strict content policy lets them stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.site.escaping import html_escape_text as escaped
from generator.site.views.frame import Frame
from generator.site.views.subjects import leagues_of
from generator.site.views.times import Month, Year
from generator.telling.errors import ConfigError
from generator.vocabulary.gazetteer import Place
from generator.vocabulary.settings import ROOT
from generator.vocabulary.yamlfiles import read_yaml_file

TILES_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["tiles"],
    "additionalProperties": False,
    "properties": {
        "tiles": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "minItems": 2,
                "maxItems": 3,
                "items": {"type": "integer", "minimum": 1, "maximum": 7},
            },
        }
    },
}
STEPS = 4
"""Shades besides that for none."""


def shade(count: int, most: int) -> int:
    """Return 0 for none, else 1 to 4 by the share of the highest count.

    >>> [shade(count, 100) for count in (0, 1, 25, 50, 100)]
    [0, 1, 1, 2, 4]
    """
    return min(STEPS, -(-count * STEPS // most)) if most else 0


def short_name(place: Place) -> str:
    """Return a league's name without its last word: 兴安盟 as 兴安."""
    return place.name[:-1] if len(place.name) > 2 and place.name[-1] in "市盟州" else place.name


def _load_tiles(config_dir: Path) -> Mapping[str, list[int]]:
    """Read where each tile stands. Raises ConfigError."""
    path = config_dir / "tilemap.yml"
    if not path.exists():
        path = ROOT / "site_config" / "tilemap.yml"
    file = read_yaml_file(path, TILES_SCHEMA)
    if file.faults:
        raise ConfigError(file.faults)
    tiles: Mapping[str, list[int]] = file.data["tiles"]
    return tiles


def tile_map(frame: Frame, root: str) -> str:
    """Return the map of the province's leagues as a list, each tile a link; `root` is the way up."""
    archive = frame.archive
    leagues = archive.gazetteer.children(archive.gazetteer.province.code)
    tiles = _load_tiles(archive.settings.config_dir)
    placed = all(place.code in tiles for place in leagues)
    most = max((len(archive.by_region.get(place.code, ())) for place in leagues), default=0)
    lines = [f'<ul class="bm-tiles{"" if placed else " bm-tiles--flow"}" aria-label="各盟市的篇数">']
    for place in leagues:
        count = len(archive.by_region.get(place.code, ()))
        column, row, *width = tiles[place.code] if placed else [0, 0]
        classes = ["bm-tile", f"bm-tile--s{shade(count, most)}"]
        classes += [f"bm-c{column}", f"bm-r{row}"] if placed else []
        classes += ["bm-tile--wide"] if width else []
        lines.append(
            f'<li class="{" ".join(classes)}"><a href="{root}{frame.region_href(place.code)}">'
            f"<span>{escaped(short_name(place))}</span> <strong>{count}篇</strong></a></li>"
        )
    note = "示意图：一格一个盟市，按方位排列，不表示边界；颜色越深，篇数越多。"
    return "\n".join([*lines, "</ul>", f'<p class="bm-note bm-tiles__note">{note}</p>'])


CELL, LEFT, TOP = 46, 118, 78


def league_matrix(frame: Frame, root: str) -> str:
    """Return the matrix of themes and leagues as SVG with a table behind it; empty without themes."""
    archive = frame.archive
    leagues = archive.gazetteer.children(archive.gazetteer.province.code)
    names = {theme.slug: theme.name for theme in archive.taxonomy.themes}
    counts = {
        slug: Counter(code for entry in entries for code in leagues_of(frame, entry))
        for slug, entries in archive.by_theme.items()
    }
    rows = [(slug, names[slug], found) for slug, found in counts.items() if slug in names and found]
    if not rows:
        return ""
    most = max(count for _, _, found in rows for count in found.values())
    width, height = LEFT + CELL * len(leagues) + 44, TOP + 30 * len(rows)
    drawn = [
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" aria-label="主题与盟市的篇数">'
    ]
    for at, place in enumerate(leagues):
        x = LEFT + CELL * at + CELL // 2
        drawn.append(
            f'<text x="{x}" y="{TOP - 10}" font-size="13" transform="rotate(-40 {x} {TOP - 10})">'
            f"{escaped(short_name(place))}</text>"
        )
    for down, (slug, name, found) in enumerate(rows):
        y = TOP + 30 * down
        drawn.append(
            f'<text x="{LEFT - 10}" y="{y + 20}" font-size="13" text-anchor="end">{escaped(name)}</text>'
        )
        drawn += [
            _cell(
                LEFT + CELL * at,
                y,
                found[place.code],
                most,
                f"{root}browse/index.html#theme={slug}&region={place.code}",
                f"{name}，{place.name}",
            )
            for at, place in enumerate(leagues)
        ]
    table = _table(
        "主题",
        [place.name for place in leagues],
        [(name, [found[place.code] for place in leagues]) for _, name, found in rows],
    )
    return "\n".join([*drawn, "</svg>", table])


def _cell(x: int, y: int, count: int, most: int, href: str, name: str) -> str:
    """Return one cell; `name` says to a screen reader what the count is of."""
    step = shade(count, most)
    box = f'<rect class="s{step}" x="{x + 1}" y="{y + 1}" width="{CELL - 2}" height="28"/>'
    if not count:
        return box
    shown = f'class="on{step}" x="{x + CELL // 2}" y="{y + 20}" font-size="13" text-anchor="middle"'
    words = f"<text {shown}>{count}</text>"
    return f'<a href="{escaped(href)}" aria-label="{escaped(name)}：{count}篇">{box}{words}</a>'


STEP, BAR, FOOT = 35, 22, 112


def month_bars(year: Year, root: str) -> str:
    """Return the bars of a year's months as SVG with a table behind it."""
    most = max((month.sure + month.maybe for month in year.months), default=0) or 1
    width, height = STEP * 12, FOOT + 26
    drawn = [
        '<div class="bm-chart">',
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{year.key}年各月的篇数">',
        f'<line class="axis" x1="0" y1="{FOOT}" x2="{width}" y2="{FOOT}"/>',
    ]
    for at, month in enumerate(year.months):
        scale = (FOOT - 24) / most
        drawn += _bar(at * STEP, round(month.sure * scale), round(month.maybe * scale), month)
    rows = [(month.name, [month.sure, month.maybe]) for month in year.months]
    return "\n".join([*drawn, "</svg>", _table("月份", ["确在本月", "可能在本月"], rows), "</div>"])


def _bar(x: int, sure: int, maybe: int, month: Month) -> Iterator[str]:
    """Yield one bar: below what is surely of the month, above it what may be."""
    left, middle = x + (STEP - BAR) // 2, x + STEP // 2
    place = f'x="{middle}" text-anchor="middle" font-size="12"'
    if maybe:
        yield f'<rect class="maybe" x="{left}" y="{FOOT - sure - maybe}" width="{BAR}" height="{maybe}"/>'
    if sure:
        yield f'<rect class="bar" x="{left}" y="{FOOT - sure}" width="{BAR}" height="{sure}"/>'
    if month.sure or month.maybe:
        words = f"{month.sure}" if month.sure else f"≤{month.maybe}"
        yield f'<text {place} y="{FOOT - sure - maybe - 6}">{words}</text>'
    yield f'<text {place} y="{FOOT + 18}" class="soft">{month.name}</text>'


def _table(corner: str, heads: list[str], rows: list[tuple[str, list[int]]]) -> str:
    first = "".join(f'<th scope="col">{escaped(head)}</th>' for head in [corner, *heads])
    lines = [
        f'<tr><th scope="row">{escaped(name)}</th>{"".join(f"<td>{count}</td>" for count in counts)}</tr>'
        for name, counts in rows
    ]
    return "\n".join(
        [
            "<details><summary>看成表格</summary>",
            f'<table class="bm-table"><thead><tr>{first}</tr></thead><tbody>',
            *lines,
            "</tbody></table></details>",
        ]
    )
