"""Set phrases that papers print the same way every time, and places where one character is off.

One character put in, left out or taken for another inside a set phrase is seldom the writer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.tagging.one_edit import edited

FORMULAS = (
    "铸牢中华民族共同体意识", "习近平新时代中国特色社会主义思想", "中国特色社会主义", "中华民族伟大复兴",
    "不忘初心、牢记使命", "感党恩、听党话、跟党走", "全心全意为人民服务", "绿水青山就是金山银山", "社会主义核心价值观",
    "为中国人民谋幸福", "为中华民族谋复兴", "新时代文明实践站", "新时代文明实践中心", "战斗堡垒作用", "先锋模范作用", "主心骨作用",
    "共建共治共享", "民族团结进步创建", "民族团结一家亲", "乡村振兴战略", "经济社会高质量发展", "获得感、幸福感、安全感",
    "获得感幸福感安全感", "党建引领基层治理", "标准化规范化建设", "党风廉政建设", "全面从严治党", "主题党日活动", "民主生活会",
    "组织生活会", "基层党组织书记", "养老待遇资格认证", "待遇资格认证", "敢想敢为、善作善成", "想群众之所想", "急群众之所急",
    "我为群众办实事", "人居环境整治", "驻村工作队", "守望相助、团结奋斗", "生态优先、绿色发展",
    "事前事中事后监管", "打通服务群众", "不获全胜决不收兵", "以人民为中心", "矛盾纠纷排查", "党员志愿服务队", "学习贯彻落实",
    "党纪学习教育", "党史学习教育", "主题学习教育", "党性学习教育", "警示学习教育", "经常性学习教育", "中国共产党第二十次全国代表大会", "中国共产党领导",
    "各族人民大团结", "脱贫攻坚成果", "党组织领导下", "软弱涣散基层党组织", "优化营商环境", "群众组织力", "政治引领力", "思想引领力",
    "社会号召力", "入党积极分子", "党的组织体系", "急难愁盼问题",
    "重温入党誓词", "坚持党的全面领导", "全面建成小康社会", "人类命运共同体", "治理体系和治理能力现代化",
    "矛盾纠纷排查化解", "社区居民委员会", "物业服务企业", "出入境边防检查站", "边境管理支队", "爱国主义教育基地", "红色教育基地",
    "反腐败斗争", "中央八项规定精神", "形式主义、官僚主义", "不正之风和腐败问题", "双向进入、交叉任职", "面对面、心贴心",
    "民族区域自治", "生态文明建设", "中国共产党章程", "讲政治、重公道、业务精、作风好", "政治强、业务精、作风好",
    "能人回乡、农民工返乡、企业家入乡", "企业家入乡", "企业家返乡", "企业家回乡", "企业家下乡",
    "联系服务群众", "社会主义现代化建设", "社会治理共同体",
)  # fmt: skip
"""Ours to keep: phrases of six and more characters, with the variants of them that are right as well."""


@lru_cache(maxsize=1)
def _halves() -> tuple[AhoCorasick, tuple[tuple[tuple[int, int], ...], ...]]:
    """Return an automaton of the halves of all phrases, and for each half its (phrase, offset) pairs."""
    uses: dict[str, list[tuple[int, int]]] = {}
    for number, phrase in enumerate(FORMULAS):
        middle = len(phrase) // 2
        uses.setdefault(phrase[:middle], []).append((number, 0))
        uses.setdefault(phrase[middle:], []).append((number, middle))
    automaton = AhoCorasick(
        list(uses), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )
    return automaton, tuple(tuple(pairs) for pairs in uses.values())


def near_formulas(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, set phrase) where a phrase stands with one character off; each place once."""
    automaton, uses = _halves()
    told: set[int] = set()
    covered = _exact(text)
    for half, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for number, offset in uses[half]:
            phrase = FORMULAS[number]
            found = (
                _before(text, start, phrase[:offset]) if offset else _behind(text, end, phrase[end - start :])
            )
            if found is None:
                continue
            place = (found, end) if offset else (start, found)
            if not told & set(range(*place)) and not any(a <= place[0] and place[1] <= b for a, b in covered):
                told.update(range(*place))
                yield *place, phrase


def _exact(text: str) -> list[tuple[int, int]]:
    """Return where phrases stand as they should, with a character more on both sides."""
    spans = []
    for phrase in FORMULAS:
        start = text.find(phrase)
        while start >= 0:
            spans.append((start - 1, start + len(phrase) + 1))
            start = text.find(phrase, start + 1)
    return spans


def _behind(text: str, start: int, rest: str) -> int | None:
    """Return where `rest` ends if it stands at `start` with one character off, else None."""
    for length in (len(rest), len(rest) - 1, len(rest) + 1):
        end = start + length
        if end <= len(text) and _one_off(text[start:end], rest) and text[end - 1] == rest[-1]:
            return end
    return None


def _before(text: str, end: int, rest: str) -> int | None:
    """Return where `rest` starts if it ends at `end` with one character off, else None."""
    for length in (len(rest), len(rest) - 1, len(rest) + 1):
        start = end - length
        if start >= 0 and _one_off(text[start:end], rest) and text[start] == rest[0]:
            return start
    return None


def _one_off(printed: str, right: str) -> bool:
    """Tell whether two strings differ by one Chinese character put in, left out or replaced."""
    odd = edited(printed, right)
    return bool(odd) and all(
        "\u4e00" <= character <= "\u9fff" and character not in "的地得了和与及" for character in odd
    )
