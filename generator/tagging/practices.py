"""Named methods and brands of an item: “四方共议”, “1+3”专项行动, 一核四驱.

A quoted term is scored by the noun after it, its own ending, its numerals, the verb before it, and
how often it returns; stock metaphors and formulas of the trade are left out. Better missing than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Item, Page, Practice, Span, evidence_at, unicode
from generator.model.numerals import DIGITS
from generator.model.passages import HEADINGS, Passage, PassagePlace, passages
from generator.tagging.stock_terms import is_done_to, is_image, is_of_other_news, is_stock

ENOUGH = 2.0
"""Least score of a quoted name."""
ENOUGH_BARE = 2.5
"""Least score of a name that lost its quotation marks."""
ENOUGH_ELSEWHERE, ENOUGH_BARE_ELSEWHERE = 3.0, 4.0
"""Least scores on a page of general news: a noun and a verb, or a noun and numerals; both and all where marks lack."""

QUOTED = re.compile(r"“([^“”]{2,26})”|‘([^‘’]{2,26})’")
NUMERAL = f"{DIGITS}两双百千"
COUNTABLE = f"(?!{unicode.NEWER.pattern})[^\\W\\d_A-Za-z{DIGITS}百千万亿两年月日天周次个点分秒元级度]"
BARE = re.compile(
    rf"(?<![“‘+\d{DIGITS}百千万第每])[{NUMERAL}]{COUNTABLE}[{NUMERAL}]{COUNTABLE}(?![{DIGITS}])"
)
SUM = re.compile(
    r"(?<![A-Za-z0-9“‘+.])\d{1,2}\+(?:\d{1,2}|[NXnx])(?:\+(?:\d{1,2}|[NXnx]))*(?![A-Za-z0-9+.%])"
)
FORMULA = re.compile(r"[\dNX+]+|[\u4e00-\u9fff]{0,4}\+")
"""A content that names nothing without the noun after it: 1+3, 党建+."""
NOUN = (
    "行动|项目|机制|工作法|工作室|模式|活动|品牌|平台|驿站|服务队|计划|工程|制度|体系|议事会|联席会议?|系统|专班|链条|"
    "服务站|服务点|工作方法|管理工作|阵地|课堂|讲堂|论坛|清单|集市|超市|基金|联盟|做法|治理法|管理法|服务法|治理"
)
HEAD = re.compile(rf"(?:的)?[\u4e00-\u9fff]{{0,10}}(?:{NOUN})(?!的?作用)")
OTHERS = re.compile(r"(?:[、和]?“[^“”]{2,20}”){1,4}等?(?=[\u4e00-\u9fff])")
"""The quoted terms that stand in a row with a name, before the noun that they share."""
NOT_IN_HEAD = re.compile(
    "[和与及是为了在对把被让将从以到并后即成进]|问题|作用|工作责任|全面|推动|有效|强|促|实现|解决|带动|参与|凝聚|激活|引领|"
    "打造|推行|建立|设立|开展|创建|组建|推出|举办|启动|构建|开办|擦亮|做优|做实|做响"
)
"""What stands in no noun phrase: with a verb in it, the noun belongs to the verb, not to the name."""
TAIL = re.compile(
    "(?:驿站|课堂|讲堂|学堂|服务队|超市|夜话|项目|专班|楼长|餐厅|食堂|小分队|平台|机制|工作法|模式|议事厅|议事会|公司|物业|"
    "会客厅|工作室|联盟|服务台|先锋岗|突击队|银行|书屋|论坛|服务站|快车|热线|直通车|信箱|茶馆|小院|集市|红管家|板凳会|炕头会|"
    "说事室|调解室|宣讲团|工程|行动|计划|包户|建设年|积分制|工作站|大篷车|党建联建|红色管家|公约)$"
)
COUNTED = re.compile(
    rf"[{NUMERAL}\d]+(?:个|种|张|色|级|方|支|微|单|亮|访|联|带|讲|送|比|查|治|共|化|定|有|看|问|清|管|员)[\u4e00-\u9fff]{{1,4}}|"
    rf"(?:[{NUMERAL}][\u4e00-\u9fff]){{2,4}}|\d{{1,2}}(?:\+[\dNX]{{1,2}})+|[\u4e00-\u9fff]{{2,4}}\+"
)
VERB = re.compile(
    "(?:打造|推行|探索|实施|建立|设立|开展|创建|成立|组建|推出|创新|开设|举办|启动|构建|深化|称为|叫作|叫做|名为|"
    "开办|创办|开通|推广|培育|运用|践行|形成|整合)(?:了|出|起|的|好|以|一个|一支|一批|“[^“”]{2,12}”)*$"
)
PAIR = re.compile("[^、]{2,6}、[^、]{2,6}")
PRAISE = re.compile(r"(?:评为|荣获|获得|获评|授予|被誉为|荣膺|先后获|表彰)[^。;]{0,6}$")
HONOUR = re.compile("^(?:等)?(?:荣誉|称号|奖|先进)")
SENTENCE = re.compile("[。!?！？;；:：…,，]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IDIOMS = _words(
    "一心一意 三心二意 五湖四海 四面八方 七上八下 一五一十 三三两两 一模一样 一年一度 一点一滴 一言一行 一草一木 一朝一夕 一举一动 一针一线 一砖一瓦 "
    "一来一往 一来二去 一分一秒 一字一句 一步一步 一个一个 一户一策 一村一品 三令五申 千家万户 千方百计 千辛万苦 千山万水 千变万化 千军万马 千言万语 "
    "万水千山 百花齐放 十全十美 一清二楚 一干二净 三番五次 四通八达 五颜六色 七嘴八舌 九牛一毛 十之八九 一唱一和 一问一答 一进一出 一上一下 一东一西 "
    "一大一小 一老一少 一老一小 一男一女 三天两头 三言两语 三长两短 两面三刀 一石二鸟 一举两得 一国两制 两山一湖 一心二用 百里挑一 一月一日 一手一脚 "
    "双百双千 三下五除 三年两年 四五十个 两三百人 一周一次 一月一次 一年一次 一季一次 一天一次 一人一票 一时一刻 双十一双 一生一世 一板一眼 一瘸一拐 "
    "一高一低 一前一后 一左一右 一正一反 一公一母 千千万万 百十来个 一丝一毫 一颦一笑 一招一式 一街一巷 一户一宅 一事一议 一人一档 一品一码 一企一策 "
    "一场一策 一楼一策 一家一户 一类一策 一项一项 一户一档 一人一策 一村一策 一格一员 一班一组"
)
"""Phrases with two numerals that are no names."""


@dataclass(slots=True)
class _Candidate:
    """A term that may be a name."""

    name: str
    spans: tuple[Span, ...]
    """Its first mention, with its quotation marks."""
    score: float
    bare: bool
    again: bool = False
    """Whether it is mentioned more than once."""

    @property
    def rule(self) -> str:
        return "numerals" if self.bare else "quoted"


def find_practices(item: Item, page: Page, *, of_party: bool | None = None) -> tuple[Practice, ...]:
    """Return the named methods and brands that an item tells of, in order of first mention.

    `of_party` is what the page is, as in themes.py; general news has many other names in quotation marks.
    """
    found: dict[str, _Candidate] = {}
    for passage in passages(item):
        for key, candidate in _candidates(passage, general=of_party is False):
            known = found.setdefault(key, candidate)
            if known is not candidate:
                _merge(known, candidate)
    return tuple(
        Practice(name=candidate.name, evidence=evidence_at(page.source, candidate.spans, candidate.rule))
        for candidate in found.values()
        if _enough(candidate, general=of_party is False)
    )


def _merge(known: _Candidate, again: _Candidate) -> None:
    known.again = True
    known.score = max(known.score, again.score)
    known.bare = known.bare and again.bare
    if known.name != again.name and known.name in again.name:
        known.name, known.spans = again.name, again.spans


def _enough(candidate: _Candidate, *, general: bool) -> bool:
    if FORMULA.fullmatch(candidate.name):
        return False
    score = candidate.score + candidate.again
    least, least_bare = (ENOUGH_ELSEWHERE, ENOUGH_BARE_ELSEWHERE) if general else (ENOUGH, ENOUGH_BARE)
    return score >= (least_bare if candidate.bare else least)


def _candidates(passage: Passage, *, general: bool) -> Iterator[tuple[str, _Candidate]]:
    """Yield (key, candidate) for every quoted term and every bare pattern of numerals."""
    found = [*_quoted(passage, general=general), *_bare(passage, general=general)]
    for _, key, candidate in sorted(found, key=lambda entry: entry[0]):
        yield key, candidate


def _quoted(passage: Passage, *, general: bool) -> Iterator[tuple[int, str, _Candidate]]:
    for match in _all_quoted(passage.text):
        content = match.group(1) or match.group(2)
        before, after = passage.text[max(0, match.start() - 14) : match.start()], passage.text[match.end() :]
        if _is_name_like(content, before, after) and not (
            general and is_of_other_news(content, before, after, passage.text)
        ):
            score = _score(content, before, after, passage.place)
            yield _candidate(passage, match.start(), match.end(), content, after, score, bare=False)


def _all_quoted(text: str) -> Iterator[re.Match[str]]:
    """Yield double quotes, and single quotes inside and outside them."""
    for match in QUOTED.finditer(text):
        yield match
        if match.group(1):
            yield from QUOTED.finditer(text, match.start() + 1, match.end())


def _is_name_like(content: str, before: str, after: str) -> bool:
    if is_stock(content) or "“" in content or "‘" in content or SENTENCE.search(content):
        return False
    if "、" in content and not (PAIR.fullmatch(content) and HEAD.match(after)):
        return False
    if is_image(content, has_noun=bool(_head(after))):
        return False
    return not PRAISE.search(before) and not is_done_to(before) and not HONOUR.match(after)


def _bare(passage: Passage, *, general: bool) -> Iterator[tuple[int, str, _Candidate]]:
    for pattern in (BARE, SUM):
        for match in pattern.finditer(passage.text):
            content = match.group()
            before = passage.text[max(0, match.start() - 14) : match.start()]
            after = passage.text[match.end() :]
            other = general and (not _head(after) or is_of_other_news(content, before, after, passage.text))
            if content not in IDIOMS and not is_stock(content) and not other:
                score = _score(content, before, after, passage.place)
                yield _candidate(passage, match.start(), match.end(), content, after, score, bare=True)


def _candidate(
    passage: Passage, start: int, end: int, content: str, after: str, score: float, *, bare: bool
) -> tuple[int, str, _Candidate]:
    """Join the noun after the name where the name says nothing without it."""
    head = _head(after)
    name = content
    if FORMULA.fullmatch(content):
        name = content + head.removeprefix("的")
        end += len(head)
    return start, content, _Candidate(name, passage.spans(start, end), score, bare)


def _head(after: str) -> str:
    """Return the noun phrase that follows a name and belongs to it, or an empty string."""
    others = OTHERS.match(after)
    match = HEAD.match(after, others.end() if others else 0)
    return match.group() if match and not NOT_IN_HEAD.search(match.group()) else ""


def _score(content: str, before: str, after: str, place: PassagePlace) -> float:
    score: float = 0
    head = _head(after)
    if head:
        score += 2.0 if len(head) <= 8 else 1.5
    if TAIL.search(content):
        score += ENOUGH
    if COUNTED.fullmatch(content):
        score += 1.5
    if VERB.search(before) and (score or len(content) > 2):
        score += 1.0
    if place in HEADINGS:
        score += 0.5
    return score
