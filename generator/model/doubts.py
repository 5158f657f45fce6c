"""Why the reading of an item may be wrong: every code with its meaning, for readers and editors."""

from __future__ import annotations

from collections.abc import Mapping

DOUBTS: Mapping[str, str] = {
    "headline-missing": "没有找到标题。",
    "headline-weak": "标题与正文相同的词语很少,可能不是这一篇的标题。",
    "body-missing": "标题下面没有找到正文。",
    "byline-missing": "本版别的稿件都有署名,这一篇没有找到。",
    "byline-unread": "有一行署名认不出是谁,照原样收录。",
    "byline-shared": "一篇里有两处署名,其中一处可能属于别的稿件。",
    "sentence-open": "一段话没有说完,没有找到下文,或接得不可靠。",
    "cut-off": "全文在句子中间结束,报纸上的文字可能没有录全。",
    "text-lost": "一段从句子中间开始,前面可能缺字。",
    "order-uncertain": "另一种排列也说得通,段落的归属或先后可能有误。",
    "column-uncertain": "栏目标记不止一个,这一篇属于哪个栏目是推断的。",
    "reading-unsure": "没有一处看得出错,但这样的版面上这样的读法常有错。",
    "role-uncertain": "有一行不能确定是标题、小标题还是正文。",
}
"""Code to meaning, one Chinese sentence each."""

TEXT_DOUBTS: Mapping[str, str] = {
    "text-quotes": "引号或括号不成对,可能漏了一半,或两段接错了。",
    "text-latin": "汉字中间夹着字母,可能是认错的字。",
    "text-doubled": "一个字印了两遍,可能多了一个。",
    "text-repeated": "一句话接连重复,可能是识别时的重复。",
    "text-traditional": "简体文字里夹着繁体字。",
    "text-dots": "有不是省略号的点,可能漏了字。",
    "text-phrase": "固定的说法与通常的写法差一个字。",
    "region-conflict": "上下级地名不相符,可能有一个认错了。",
    "region-likely": "这个地名不在上级地区里,可能是相近的另一个地名。",
}
"""What looks like a misprint: code to meaning. These do not make the reading of an item doubtful."""


def meaning(code: str) -> str:
    """Return the Chinese meaning of a doubt's code; an unknown code is its own meaning."""
    return DOUBTS.get(code) or TEXT_DOUBTS.get(code, code)
