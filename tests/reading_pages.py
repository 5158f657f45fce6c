"""Pages for the tests of reading: short articles of our own, laid out and broken as print does it.

A line of a case may quote an article: `@井.2` is the second paragraph of the article 井, `@井.2<20`
its first twenty characters, `@井.2>20` the rest, `@井` its headline.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import Item, Page, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.reading import read
from generator.vocabulary.taxonomy import Column, ColumnKind, Taxonomy, slug_of

ARTICLES: Mapping[str, tuple[str, ...]] = {
    "井": (
        "一口机井解了枣林沟的渴",
        "五月的枣林沟,刚打成的机井喷出清水。村民葛大山捧起一捧井水,笑着说:“枣林沟盼这口机井,盼了整整三十年。”",
        "枣林沟地处坡上,吃水要到六里外的石桥去挑。县水务站站长岳明带着钻井队进沟勘察,在坡后找到了水脉,机井定在老枣树旁。",
        "钻井队干了四十天,打到一百二十米才见水。葛大山天天给钻井队送饭,岳明夜里就睡在井架旁边的帐篷里。",
        "如今机井通上了电,水管接进枣林沟的每一户。岳明说,水务站还要给坡上的枣园铺滴灌,让机井的水浇到树根。",
    ),
    "琴": (
        "马鞍坡上的琴声",
        "每到傍晚,马鞍坡小学的教室里就响起口风琴的琴声。二十三个孩子跟着音乐老师苏婉学吹口风琴,琴声飘过山梁。",
        "苏婉是三年前来马鞍坡支教的。那时候学校没有一件乐器,她用自己的工资买来口风琴,教孩子们认简谱。",
        "孩子们起初连节拍也打不齐。苏婉编了打节拍的游戏,下课也陪着练,一个学期后,口风琴合奏登上了乡里的舞台。",
        "今年六月,口风琴队要去城里参加合奏比赛。校长说,琴声让马鞍坡的孩子抬起了头,苏婉老师又申请多留两年。",
    ),
    "渡": (
        "老渡口办起便民船",
        "青沙河老渡口的渡船又开了。船老大郑水生每天早上六点撑船离岸,把赶集的乡亲送到对岸的双柳镇。",
        "前年老渡口的木船漏水停航,两岸的人要绕二十公里走公路桥。双柳镇交通所筹来钱,给渡口换上了铁壳渡船。",
        "渡船装了救生衣和广播,船票仍是一元。郑水生开船前总要数一遍救生衣,超过十二人坚决不离岸。",
        "交通所所长伍青说,老渡口今年已经摆渡两万人次。秋天还要修候船棚,让等渡船的人不再淋雨。",
    ),
    "蜂": (
        "养蜂能手带富一条川",
        "槐花川的槐花开了,养蜂合作社的三百箱蜜蜂飞出蜂箱。社长冷秀云戴着面网,一箱一箱查看蜂王。",
        "冷秀云养蜂十八年,摸索出分箱育王的办法,蜂蜜产量比别人高三成。川里的乡亲来学,她把技术全教给他们。",
        "合作社给每户垫付两箱蜜蜂,割了蜂蜜再还本。去年槐花川四十户养蜂,户均卖蜂蜜收入八千多元。",
        "眼下合作社建起灌装车间,“槐花川”蜂蜜有了商标。冷秀云说,下一步要让蜂蜜走进省城的超市。",
    ),
    "灯": (
        "补好巷子里的每一盏灯",
        "北关社区的鼓楼巷,三十七盏路灯坏了二十盏。电工出身的网格员鲁向前,揣着梯子和灯泡挨个修路灯。",
        "鼓楼巷是老巷子,线路埋得乱。鲁向前画出路灯线路图,标明每一盏路灯的开关和灯杆编号,贴在网格站的墙上。",
        "路灯亮了,夜里下班的人不再打手电。北关社区给网格站添了一台升降车,鲁向前收了两个徒弟,轮流巡灯。",
        "居民在鼓楼巷口挂起留言板,谁家门前的路灯不亮,写一笔就行。鲁向前说,巷子里的灯,一盏也不能少。",
    ),
}
"""By name: the headline, then the paragraphs."""

QUOTE = re.compile(r"@(\w+)(?:\.(\d)(?:([<>])(\d+))?)?")


def write_out(line: str) -> str:
    """Return a line of a case with its quotes of articles written out."""

    def quoted(found: re.Match[str]) -> str:
        name, number, side, at = found.groups()
        text = ARTICLES[name][int(number or 0)]
        if side:
            return text[: int(at)] if side == "<" else text[int(at) :]
        return text

    return QUOTE.sub(quoted, line)


def make_source(lines: Sequence[str], name: str = "p-1") -> SourceText:
    """Return a source of these lines, quotes written out."""
    text = "\n".join(write_out(line) for line in lines) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceText(
        id=name, name=f"{name}.txt", text=text, encoding="utf-8", sha256=digest, path=f"{name}.txt"
    )


def make_taxonomy(columns: Mapping[str, str]) -> Taxonomy:
    """Return a vocabulary of columns, given as name to kind."""
    known = tuple(
        Column(slug=slug_of(name), name=name, kind=ColumnKind(kind), aliases=(), about="")
        for name, kind in columns.items()
    )
    return Taxonomy(columns=known, themes=(), events=())


def assemble_page(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy) -> Page:
    """Return the reading of a source."""
    return read(source, sidecar, taxonomy)


def read_lines(
    lines: Sequence[str], columns: Mapping[str, str] | None = None, sidecar: Sidecar | None = None
) -> Page:
    """Return the reading of a page of these lines."""
    return assemble_page(make_source(lines), sidecar or Sidecar.empty(), make_taxonomy(columns or {}))


def told(item: Item) -> dict[str, Any]:
    """Return what a case says of an item: only what is there."""
    found: dict[str, Any] = {
        "kind": str(item.kind),
        "headline": item.headline.text if item.headline else None,
        "bylines": [byline.contributor.name for byline in item.bylines],
        "body": [list(paragraph.lines) for paragraph in item.body],
        "subheads": [paragraph.lines[0] for paragraph in item.body if paragraph.kind == "subhead"],
        "column": item.column,
        "series": item.series.number if item.series else None,
        "cut": not item.complete,
        "doubts": [doubt.code for doubt in item.doubts],
    }
    return found
