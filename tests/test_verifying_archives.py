"""Verify finds nothing wrong with archives that were made at random, or made to hurt: the site has every word of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from generator.build import build
from generator.publishing.packaging import pack
from generator.publishing.verifying import verify
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.drawn_pages import as_alto, as_paddle_3, draw
from tests.growth.pages import page_of, recipes
from tests.home.manners import MANNERS, pages_of

pytestmark = pytest.mark.site

HOSTILE = """◎<b>草原</b>书屋&lt;

# <script>alert("一")</script>书送到{{ 门口 }}

□本报记者 林禾 <img src=x onerror=alert(2)>

"引号"、‘单引号’、\\反斜线\\、`倒引号`、${模板}、{% raw %}、[链接](javascript:alert(3))、![图](http://example.org/x)。

</p></div></body></html><style>*{display:none}</style>正文还在这里,一字不少。

| 表 | 格 |
|---|---|
| * 星 * | _下划线_ ~~删~~ |

    缩进四格的一行,像代码。

=SUM(A1:A9)+HYPERLINK("http://example.org")、-1、@甲、+乙,是表格的算式。

# -->]]><!--

&amp;&#60;script&#62;&nbsp;&copy; 实体也是字。

%E8%8D%89/../../etc/passwd\\..\\..?q=草#原

# 各类的字

甲\u0301乙\ufe0f〇○◯㎡№ⅧＡ１２%‰—…※￥🐎𠀀𪚥\u202e反\u202c\u200b零宽\u2028行\u2029段\x07铃

後臺發麵、臺灣乾坤、Ünïcödé ß ﬁ ǆ İ Σς
"""
SIGNS = "□◎◆★#“”（）《》、，。：…·0１年月\t \u3000\u200b\u0301\ufffd<>&*_`[]{}|\\$%"
SIDECAR = """paper: '<b>报</b> "晚" & 报'
page: "0</7>"
rights: "<script>alert(4)</script>"
corrections:
  7 "引号: {read: 单引号, as: "<i>双</i>引号 & \\"引\\""}
  3 "# <script": [{read: 门口, as: "{{ 家 }}门口"}, {read: 书送到, as: "<b>书</b>送到"}]
"""


def hostile(seeds: Path) -> None:
    """Markup, scripts, templates, formulas, paths, signs of every class, very long words; and sidecars of the same."""
    (seeds / "a-01.txt").write_text(HOSTILE, encoding="utf-8")
    (seeds / "a-01.yml").write_text(
        SIDECAR.replace('7 "引号', "'7 \"引号'").replace('3 "# <script"', "'3 # <script'"), "utf-8"
    )
    long = f"# {'长' * 400}\n\n{'W' * 3000}\n\n{'草' * 3000}。\n\n{'1' * 500}{'.' * 500}\n"
    (seeds / "b-01.txt").write_text(long, encoding="utf-8")
    signs = "".join(
        map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2000, 0x2070), *range(0x3000, 0x3040)))
    )
    lines = "\n\n".join(
        f"第{number}行{signs[at : at + 60]}完。" for number, at in enumerate(range(0, len(signs), 60))
    )
    (seeds / "c-01.txt").write_text(f"# 各种符号\n\n{lines}\n", encoding="utf-8")


def homely(seeds: Path) -> None:
    """A page of each manner of our own, laid out anew."""
    for manner in MANNERS:
        pages_of(manner, 7)[0].write(seeds)
    for answer in seeds.glob("*.answer.*"):
        answer.unlink()


def random(seeds: Path, seed: int = 102) -> None:
    """Pages of lines that were cut, doubled, mixed and spoiled at random."""
    rng = Random(seed)
    known = [
        *HOSTILE.split("\n"),
        *(line for manner in MANNERS for line in pages_of(manner)[0].text.split("\n")),
    ]
    for number in range(12):
        lines = rng.choices(known, k=rng.randint(5, 60))
        lines = [
            line[rng.randint(0, len(line)) // 3 :] + rng.choice(SIGNS) * rng.choice((0, 0, 1, 9))
            for line in lines
        ]
        text = "\n".join(lines * rng.choice((1, 1, 2)))
        (seeds / f"f-{number:02}.txt").write_text(f"草。\n{text}\n", encoding="utf-8")


def hurting(seeds: Path) -> None:
    """Small ones of the pages that hurt, and pages of boxes."""
    for number, name in enumerate(sorted(recipes())[::4]):
        (seeds / f"g-{number:02}.txt").write_text(page_of(name, 900), encoding="utf-8")
    boxes = draw(
        "书＋车＋送＋书＋\n　\n入冬前流动书车走　读书会开了三场最\n了三个苏木。　　　晚的一场在夜里。"
    )
    (seeds / "h-01.json").write_text(as_paddle_3(boxes), encoding="utf-8")
    (seeds / "h-02.xml").write_text(as_alto(boxes), encoding="utf-8")


@pytest.mark.parametrize("fill", [hostile, homely, random, hurting], ids=lambda fill: fill.__name__)
def test_nothing_is_wrong_with_an_archive(fill: Callable[[Path], None], tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    fill(seeds)
    settings = load_settings(seeds_dir=seeds, out_dir=tmp_path / "out")
    build(settings, progress=silent())
    found, counts = verify(settings.site_dir, seeds, progress=silent())
    assert [str(fault) for fault in found] == []
    assert counts["检索清单"] > 100
    packed = pack(settings.site_dir, tmp_path, name="x", title="x")
    assert verify(packed.path, seeds, progress=silent())[0] == ()
