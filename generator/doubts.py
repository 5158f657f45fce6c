"""Why the reading of an item may be wrong: every code with its meaning, for readers and editors."""

from __future__ import annotations

from collections.abc import Mapping

DOUBTS: Mapping[str, str] = {
    "headline-missing": "没有找到标题。",
    "headline-weak": "标题与正文相同的词语很少,可能不是这一篇的标题。",
    "body-missing": "标题下面没有找到正文。",
    "byline-missing": "本版别的稿件都有署名,这一篇没有找到。",
    "byline-shared": "一篇里有两处署名,其中一处可能属于别的稿件。",
    "sentence-open": "一段话没有说完,没有找到下文,或接得不可靠。",
    "cut-off": "全文在句子中间结束,报纸上的文字可能没有录全。",
    "text-lost": "一段从句子中间开始,前面可能缺字。",
    "order-uncertain": "另一种排列也说得通,段落的归属或先后可能有误。",
    "column-uncertain": "栏目是推断的:这一篇自己没有栏目标记。",
    "role-uncertain": "有一行不能确定是标题、小标题还是正文。",
    "unplaced": "有的行没有放进任何一篇稿件。",
}
"""Code to meaning, one Chinese sentence each."""


def meaning(code: str) -> str:
    """Return the Chinese meaning of a doubt's code; an unknown code is its own meaning."""
    return DOUBTS.get(code, code)
