"""Every code that a check of finished pages may give: how much it matters, what it means, how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.doubts import DOUBTS, TEXT_DOUBTS
from generator.telling.diagnostics import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What one kind of finding means."""

    severity: Severity
    """How much it matters."""
    meaning: str
    """One Chinese sentence."""
    hint: str
    """How to mend it, in one Chinese sentence."""


READING_HINT = "请对照报纸核对;读错了,就在这一版旁边的同名 .yml 里写更正(banmian explain 会试出改法)。"
TEXT_HINT = "请对照报纸核对;是错字,就在同名 .yml 的更正里写出正字,原文不要改动。"

READING_HINTS: Mapping[str, str] = {
    "headline-missing": "请看标题是否被当成了正文;是的话,在同名 .yml 里写明哪一行是标题。",
    "byline-unread": "请对照报纸;是署名,就在同名 .yml 里用 authors 写明作者;不是署名,就写明这一行是什么。",
    "cut-off": "请对照报纸;缺的文字可以补进版面文件,确实没有印完就不用改。",
    "column-uncertain": "请对照报纸;栏目不对,就在同名 .yml 里写明。",
    "unplaced": "请在同名 .yml 里写明这一行属于哪一篇,或者它是什么。",
}

OWN: Mapping[str, Code] = {
    "layout-sign": Code(
        severity=Severity.WARNING,
        meaning="有看不见的排版符号,读的时候略去或当作空格。",
        hint="不改也行:显示和检索都不受影响;要改,就在版面文件里删去它。",
    ),
    "control-sign": Code(
        severity=Severity.WARNING,
        meaning="有控制字符,读的时候略去;那里可能少了一个字。",
        hint="请对照报纸看这里是不是少了字,再删去它。",
    ),
    "lost-character": Code(
        severity=Severity.WARNING,
        meaning="有替换字符 �,原来的字在转换编码时丢了;照原样显示。",
        hint="请对照报纸补上原来的字。",
    ),
    "html-remnant": Code(
        severity=Severity.WARNING,
        meaning="行首或行末带着网页的排版代码,当作空白。",
        hint="不改也行:显示和检索都不受影响;要改,就在版面文件里删去它们。",
    ),
    "html-inside": Code(
        severity=Severity.WARNING,
        meaning="文字中间有网页代码,照原样显示。",
        hint="请对照报纸,在版面文件里换成原来的字;报上就是这样印的,不用改。",
    ),
    "no-headline": Code(
        severity=Severity.ERROR,
        meaning="一整版没有认出任何标题。",
        hint="请确认文件是一版报纸的文字;标题要各占一行,可以在行首加 # 标明,或在同名 .yml 里写明哪一行是标题。",
    ),
    "cut-off": Code(
        severity=Severity.WARNING,
        meaning=DOUBTS.get("cut-off", "全文在句子中间结束。"),
        hint=READING_HINTS["cut-off"],
    ),
    "unplaced": Code(
        severity=Severity.WARNING,
        meaning=DOUBTS.get("unplaced", "有的行没有放进任何一篇稿件。"),
        hint=READING_HINTS["unplaced"],
    ),
    "unknown-column": Code(
        severity=Severity.NOTE,
        meaning="栏目不在栏目表里。",
        hint="是新栏目,就加进 site_config/columns.yml;是旧栏目的另一种写法,就加进它的 aliases。",
    ),
    "checked-lapsed": Code(
        severity=Severity.WARNING,
        meaning="附注说已核对过,可是文字后来变了,或那一行已不属于任何一篇;这一次核对不再算数。",
        hint="请对照报纸重新核对,再改写附注的 checked;不再核对,就删去这一条。",
    ),
    "date-unknown": Code(
        severity=Severity.NOTE,
        meaning="版面文字里没有年份的线索,日期不详。",
        hint="知道出版日期的话,请在同名 .yml 里写 date。",
    ),
    "address-lost": Code(
        severity=Severity.ERROR,
        meaning="一个已发表的地址所指的文字,在档案里找不到了。",
        hint="请在这一版的 .yml 里用 formerly 写明它现在通到哪一行;确实没有了,就写 none。",
    ),
    "paper-unknown": Code(
        severity=Severity.NOTE,
        meaning="附注写的报名不在报纸表里。",
        hint="是另一种报纸,就加进 site_config/papers.yml;是曾用名或写错了,就改成表里的名称,或加进那一种的 former。",
    ),
    "paper-date": Code(
        severity=Severity.WARNING,
        meaning="附注写的报名与日期不合:那时还没有或已经不用这个报名。",
        hint="请核对附注的 paper 和 date;是报纸表的起止写错了,就改 site_config/papers.yml。",
    ),
    "issue-day": Code(
        severity=Severity.NOTE,
        meaning="按报纸表,这一天没有出报。",
        hint="请核对附注的 date;确实出了报,就把这一天加进 site_config/papers.yml 的 days。",
    ),
    "issue-label": Code(
        severity=Severity.WARNING,
        meaning="同一期里有两个版面写着同一个版次。",
        hint="请核对附注的 page 和 date;是同一版收了两次,就删去一个版面文件。",
    ),
    "issue-pages": Code(
        severity=Severity.NOTE,
        meaning="一期收录的版面比报纸表写的版数多。",
        hint="请核对附注的 paper 和 date,或改 site_config/papers.yml 的 pages。",
    ),
    "half-width": Code(
        severity=Severity.NOTE,
        meaning="汉字后面用了半角标点。",
        hint="不用改:原文照录,显示和检索都不受影响。",
    ),
    "byline-variant": Code(
        severity=Severity.NOTE,
        meaning="两个署名只差一个字,可能是同一个人。",
        hint="请对照报纸;是认错的字,就在同名 .yml 的更正里写出正字;报上就有两种写法,就写进 site_config/persons.yml;是两个人就不用改。",
    ),
    "reprint": Code(
        severity=Severity.NOTE,
        meaning="两篇的文字大半相同,可能是转载,也可能同一版收了两次。",
        hint="重复收录的话请删去一个版面文件;是转载就不用改。",
    ),
    "shared-passage": Code(
        severity=Severity.NOTE,
        meaning="两篇有一段文字相同。",
        hint="请看其中一段是否接错了稿件;都没有接错就不用改。",
    ),
}

CODES: Mapping[str, Code] = {
    **{
        code: Code(severity=Severity.WARNING, meaning=meaning, hint=READING_HINTS.get(code, READING_HINT))
        for code, meaning in DOUBTS.items()
    },
    **{
        code: Code(severity=Severity.WARNING, meaning=meaning, hint=TEXT_HINT)
        for code, meaning in TEXT_DOUBTS.items()
    },
    **OWN,
}
"""Code to what it means; CONTRIBUTING lists all of them."""
