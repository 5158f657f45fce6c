"""Words of a page that bound the day it was printed; each clue says what it excludes.

A clue may give a first possible day, a last likely day, a day or a span inside the year of the news,
or a cost for each year that the news may be from. Nothing here decides; dates.py weighs the clues.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from generator.model import Evidence, Page
from generator.placing import Passage, passages
from generator.taxonomy import Taxonomy

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
CHINESE_YEAR = re.compile("[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)")
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
SENTENCE = re.compile("[^。!?;\n]+")

YEAR = re.compile(r"(?<![\d/.-])((?:19[4-9]|20[0-4])\d)年(?:(\d{1,2})月)?")
FUTURE_BEFORE = re.compile(
    "(?:到|至|力争|计划|将|预计|争取|目标|规划|拟|定于|有望|确保|展望|面向|迈向|迎接|申办|筹办|提前|直到|起?至|[-—~～])[^,、]{0,6}$"
)
FUTURE_AFTER = re.compile(
    "^(?:底|末|年底)?(?:前|以前|之前|将|要|力争|达到|奥运|亚运|世博|世界杯|远景|目标)|^[^,。]{0,8}(?:将|计划|力争|届|能|会|可|有望)"
)
PROGRESS = re.compile("从[^。]{1,24}[到至]$")
"""What stands before the later of two years that are compared: 从2021年的…提升到."""
PLANS = re.compile("将|预计|计划|力争|目标|规划|逐年|有望达到")
SINCE = re.compile("^(?:以来|至今|起|开始)")
FROM = re.compile("(?:自|从|早在|始于|于|截至|追溯到|自从)$")
DONE = re.compile(
    r"^(?:初|底|末|春|夏|秋|冬|春天|夏天|秋天|冬天|上半年|下半年)?[,]?[^,。;]{0,12}?"
    r"(?:成立|获|评为|荣|创办|创建|启动|当选|加入|入党|毕业|退休|退伍|参加|来到|回到|担任|开始|了|被|出台|印发|揭牌|挂牌|入选|试点)"
)
FIGURE = re.compile(r"^(?:度|全年)?(?:的|完成|实现|累计|共|达到?|收入|产值|人均)[^,。;年]{0,8}?\d")
TITLE = re.compile("《[^》]{0,40}$")

DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
NOT_THIS_YEAR = re.compile(
    "(?:去年|前年|明年|每年|次年|当年|同年|那年|翌年|农历|将于|定于|计划于|拟于|截止到?|预计)[^,。]{0,3}$"
)
FRESH_DAY = re.compile(
    "^(?:,?(?:上午|下午|早|晚|一大?早|清早|当日|清晨|凌晨|傍晚|中午|夜|记者|当天|在|笔者))"
)
MONTH_SINCE = re.compile(r"(?<![\d年至-])(\d{1,2})月份?以来")
THIS_MONTH = re.compile(
    r"今年(\d{1,2})月(?!份?以来|份?以后|底前|前|至|到|[-—]|\d)(?=[^。]{0,20}(?:了|已|成立|启动|召开|举行|开展|举办|获|被))(?![^。]{0,30}(?:将|计划|拟))"
)
THROUGH = re.compile(
    r"今年(?:(?:1|一)(?:月份?)?[-—~～至到](\d{1,2})月|(?:前(\d{1,2})个月|(上半年|前三季度|前三个季度|一季度|第一季度)))"
    r"(?=[^。]{0,30}(?:累计|共|已|完成|实现|达|增长|了)[^。]{0,20}\d)(?![^。]{0,30}(?:将|计划|力争))"
)
QUARTERS: Mapping[str, int] = {"上半年": 6, "前三季度": 9, "前三个季度": 9, "一季度": 3, "第一季度": 3}
BEFORE_MONTH = re.compile(r"(?<![\d年])(?:今年)?(\d{1,2})月(?:底|末|底之|份)?前(?!夕)")
PLANNED = re.compile("(?:计划|将|力争|确保|拟|争取|预计|要求|务必|必须|定于)[^。;]{0,24}$")
HOLIDAY = re.compile(
    "(?P<name>元旦|春节|清明节?|“?五一”?|劳动节|端午节?|中秋节?|国庆节?)(?P<mark>假期|小长假|长假|期间|前夕|当天|来临|佳节|假日|到来)"
)
FRESH_HOLIDAY = re.compile(
    "(?:正值|恰逢|适逢|时值|前些日子|前不久|前几天|刚刚过去的|刚过去的|近日|日前|眼下|临近)[^。,]{0,6}$"
)
SEASON = re.compile(
    "(?:正值|正是|时值|时下|眼下|又是|又到|当下|这个|炎热的|炎炎)[^。,]{0,4}?(盛夏|夏日|酷暑|暑假|三伏|初春|早春|春耕|阳春|金秋|深秋|秋收|隆冬|寒冬|严冬)"
)
MONTHS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("盛夏", "夏日", "酷暑", "暑假", "三伏"), (6, 8)),
    **dict.fromkeys(("初春", "早春", "春耕", "阳春"), (2, 5)),
    **dict.fromkeys(("金秋", "深秋", "秋收"), (8, 11)),
    **dict.fromkeys(("隆冬", "寒冬", "严冬"), (11, 12)),
}  # fmt: skip
AGE = re.compile(r"第(\d{1,3})个年头|(\d{1,3})周年")
FOUNDED: Mapping[str, int] = {
    "建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949, "建国": 1949, "改革开放": 1978,
    "内蒙古自治区成立": 1947, "自治区成立": 1947, "建军": 1927, "抗战胜利": 1945, "抗日战争胜利": 1945, "长征胜利": 1936,
}  # fmt: skip
HOLIDAYS: Mapping[str, tuple[str, int, int]] = {
    "元旦": ("New Year's Day", 1, 1), "春节": ("Spring Festival", 1, 21), "清明": ("Tomb-sweeping Day", 4, 4),
    "五一": ("Labour Day", 5, 1), "劳动节": ("Labour Day", 5, 1), "端午": ("Dragon Boat Festival", 5, 28),
    "中秋": ("Mid-autumn Festival", 9, 8), "国庆": ("National Day", 10, 1),
}  # fmt: skip
"""Each holiday's name in chinese_calendar, and its earliest month and day where the calendar does not know the year."""
FRESH, STALE = 60, 180
"""Days after a dated happening until which a newspaper likely tells of it, with and without a sign that it is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What some words say about the day of printing."""

    rule: str
    """The name of the rule."""
    evidence: Evidence
    """The words."""
    floor: date | None = None
    """The page was not printed before this day."""
    ceiling: date | None = None
    """The page was likely not printed after this day."""
    day: tuple[int, int] | None = None
    """Month and day, in the year of the news, before which the page was not printed."""
    holiday: str = ""
    """A holiday in the year of the news, in place of `day`."""
    lead: int = 0
    """Days by which the page may precede `day`."""
    fresh: int | None = None
    """Days after `day` until which the page was likely printed."""
    until: tuple[int, int] | None = None
    """Month and day, in the year of the news, after which the page was not printed."""
    costs: Mapping[int, float] = field(default_factory=dict)
    """What speaks against a year of the news."""
    other_cost: float = 0.0
    """What speaks against all other years."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its place and the passages around it."""

    text: str
    passage: Passage
    start: int
    item: int

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        line = self.passage.line_at(self.start + start)
        return Evidence(text=self.passage.text[self.start + start : self.start + end], line=line, rule=rule)


def find_clues(page: Page, taxonomy: Taxonomy) -> tuple[Clue, ...]:
    """Return every clue of a page in reading order, rule by rule."""
    sentences = tuple(_sentences(page))
    this_year = any("今年" in sentence.text for sentence in sentences)
    clues: list[Clue] = list(_events(sentences, taxonomy))
    for sentence in sentences:
        clues.extend(_years(sentence, this_year))
        clues.extend(_comparisons(sentence))
        clues.extend(_days(sentence))
        clues.extend(_months(sentence))
        clues.extend(_holidays(sentence))
        clues.extend(_seasons(sentence))
    clues.extend(_anniversaries(sentences))
    return tuple(clues)


def _sentences(page: Page) -> Iterator[_Sentence]:
    for number, item in enumerate(page.items):
        for passage in passages(item):
            text = CHINESE_YEAR.sub(_arabic, passage.text.translate(HALF_WIDTH))
            for match in SENTENCE.finditer(text):
                yield _Sentence(match.group(), passage, match.start(), number)


def _arabic(match: re.Match[str]) -> str:
    return match.group().translate(CHINESE_DIGITS)


def _events(sentences: Iterable[_Sentence], taxonomy: Taxonomy) -> Iterator[Clue]:
    for sentence in sentences:
        for event in taxonomy.events:
            term = next((term for term in event.terms if term in sentence.text), None)
            if term:
                at = sentence.text.index(term)
                evidence = sentence.evidence(at, at + len(term), "event")
                ceiling = date.fromisoformat(event.end) if event.end else None
                yield Clue(
                    rule="event", evidence=evidence, floor=date.fromisoformat(event.start), ceiling=ceiling
                )


def _years(sentence: _Sentence, this_year: bool) -> Iterator[Clue]:
    for match in YEAR.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if TITLE.search(before) or (FUTURE_BEFORE.search(before) and not _is_progress(sentence.text, before)):
            continue
        year, month = int(match[1]), int(match[2] or 1)
        if FUTURE_AFTER.search(after) or not 1 <= month <= 12:
            continue
        figure = bool(FIGURE.match(after)) and not match[2]
        told = match[2] or SINCE.match(after) or FROM.search(before) or DONE.match(after) or figure
        if told:
            costs = {}
            if this_year and (match[2] or figure) and not SINCE.match(after):
                costs = {year: 1.5 if figure else 0.8}
            evidence = sentence.evidence(match.start(), min(match.end() + 8, len(sentence.text)), "year")
            yield Clue(rule="year", evidence=evidence, floor=date(year, month, 1), costs=costs)


def _is_progress(sentence: str, before: str) -> bool:
    return bool(PROGRESS.search(before)) and not PLANS.search(sentence.partition("今年")[0])


def _comparisons(sentence: _Sentence) -> Iterator[Clue]:
    """Find 2021年…2022年…今年: the news is from the year after the last one named."""
    now = sentence.text.find("今年")
    years = [match for match in YEAR.finditer(sentence.text) if match.end() <= now]
    if len(years) >= 2 and int(years[-1][1]) == int(years[-2][1]) + 1:
        year = int(years[-1][1]) + 1
        evidence = sentence.evidence(years[-2].start(), now + 2, "comparison")
        yield Clue(
            rule="comparison", evidence=evidence, floor=date(year, 1, 1), costs={year: 0.0}, other_cost=3.0
        )


def _days(sentence: _Sentence) -> Iterator[Clue]:
    for match in DAY.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        month, day = int(match[1]), int(match[2])
        if YEAR.search(before) or NOT_THIS_YEAR.search(before) or not _exists(month, day):
            continue
        fresh = FRESH_DAY.match(after)
        evidence = sentence.evidence(match.start(), match.end() + (fresh.end() if fresh else 0), "day")
        yield Clue(rule="day", evidence=evidence, day=(month, day), fresh=FRESH if fresh else STALE)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]


def _months(sentence: _Sentence) -> Iterator[Clue]:
    for pattern, rule in ((MONTH_SINCE, "since month"), (THIS_MONTH, "month")):
        for match in pattern.finditer(sentence.text):
            if 1 <= int(match[1]) <= 12 and not YEAR.search(sentence.text[: match.start()]):
                evidence = sentence.evidence(match.start(), match.end(), rule)
                yield Clue(rule=rule, evidence=evidence, day=(int(match[1]), 1))
    for match in THROUGH.finditer(sentence.text):
        month = int(match[1] or match[2] or QUARTERS[match[3]])
        if 1 <= month <= 12:
            evidence = sentence.evidence(match.start(), match.end(), "months of this year")
            last = (month, calendar.monthrange(2023, month)[1])
            yield Clue(rule="months of this year", evidence=evidence, day=last, fresh=120)
    for match in BEFORE_MONTH.finditer(sentence.text):
        if 1 <= int(match[1]) <= 12 and PLANNED.search(sentence.text[: match.start()]):
            month = int(match[1])
            evidence = sentence.evidence(match.start(), match.end(), "planned")
            yield Clue(rule="planned", evidence=evidence, until=(month, calendar.monthrange(2023, month)[1]))


def _holidays(sentence: _Sentence) -> Iterator[Clue]:
    for match in HOLIDAY.finditer(sentence.text):
        before = sentence.text[: match.start()]
        if NOT_THIS_YEAR.search(before) or YEAR.search(before):
            continue
        coming = match["mark"] in ("前夕", "来临", "到来", "佳节")
        fresh = bool(FRESH_HOLIDAY.search(before)) or match["mark"] in ("前夕", "当天")
        evidence = sentence.evidence(match.start(), match.end(), "holiday")
        yield Clue(
            rule="holiday",
            evidence=evidence,
            holiday=match["name"].strip("“”").removesuffix("节") if match["name"] != "劳动节" else "劳动节",
            lead=15 if coming else 0,
            fresh=45 if fresh else STALE,
        )


def _seasons(sentence: _Sentence) -> Iterator[Clue]:
    match = SEASON.search(sentence.text)
    if match and not YEAR.search(sentence.text[: match.start()]):
        first, last = MONTHS[match[1]]
        evidence = sentence.evidence(match.start(), match.end(), "season")
        yield Clue(rule="season", evidence=evidence, day=(first, 1), fresh=(last - first + 1) * 31 + 30)


def _anniversaries(sentences: Iterable[_Sentence]) -> Iterator[Clue]:
    sentences = tuple(sentences)
    for sentence in sentences:
        for match in AGE.finditer(sentence.text):
            count = int(match[1] or match[2])
            before = sentence.text[: match.start()]
            evidence = sentence.evidence(max(0, match.start() - 6), match.end(), "anniversary")
            founded = next((year for words, year in FOUNDED.items() if before.endswith(words)), None)
            if founded:
                yield Clue(rule="anniversary", evidence=evidence, floor=date(founded + count - 1, 7, 1))
                continue
            around = sentence.text[max(0, match.start() - 14) : match.start()]
            told = (_started(other, around) for other in sentences if other.item == sentence.item)
            costs = {year + count: 0.0 for year in told if year}
            earlier = {year - 1: 0.5 for year in costs if year - 1 not in costs}
            if costs:
                yield Clue(rule="anniversary", evidence=evidence, costs=earlier | costs, other_cost=2.0)


def _started(sentence: _Sentence, around: str) -> int | None:
    """Return the year that a sentence names, if it tells of what `around` counts the years of."""
    match = YEAR.search(sentence.text)
    shared = any(around[start : start + 4] in sentence.text for start in range(len(around) - 3))
    return int(match[1]) if match and shared else None


@lru_cache(maxsize=256)
def holiday(name: str, year: int) -> date:
    """Return the first day off of a holiday in `year`, or the earliest it can be where that is not known."""
    from chinese_calendar.constants import holidays

    english, month, day = HOLIDAYS[name]
    known = [when for when, what in holidays.items() if what == english and when.year == year]
    return min(known, default=date(year, month, day))
