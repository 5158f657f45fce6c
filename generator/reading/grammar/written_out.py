"""Names of other peoples as Chinese characters write them out, whole or with a dot between their parts."""

from __future__ import annotations

import re

from generator.reading.grammar.surnames import TRANSCRIBED

OTHERS = TRANSCRIBED | frozenset(
    "热依汗古丽买提吐尔逊江肉孜亚森艾合麦力卜杜帕夏克别努哈吾肯洛桑次仁扎西多吉央金卓玛旦增平措顿珠班久尼格姆益曲珍索朗仓决"
    "贡布才让嘎毕罕娃端智坚措旺堆晋美强巴丹木合甫拜提库尔班江热孜万汗佐热甫娅苏卡穆司马义迪丽妮扎比勒撒姬玫莎尤努斯"
    "腊腾雅图呼"
)
"""Characters that write out names of Mongols, Tibetans, Uyghurs, Kazakhs and Hui."""
DOT = re.compile(r"[·•・‧∙]")
"""What stands between the parts of such a name."""
PARTS = re.compile(r"[一-鿿]{1,9}(?:[·•・‧∙][一-鿿]{1,9}){1,3}")
SOUND = "阿不"
"""A syllable of many names whose second character no other name has."""
LEAST, MOST = 3, 9
"""Characters of the shortest and the longest name without a dot."""


def is_written_out(text: str) -> bool:
    """Tell whether `text` reads as a name of another people than the Han.

    >>> is_written_out("阿不都热依木"), is_written_out("苏·娜仁花"), is_written_out("灯下的课堂")
    (True, True, False)
    """
    if DOT.search(text):
        return PARTS.fullmatch(text) is not None
    return LEAST <= len(text) <= MOST and OTHERS.issuperset(text.replace(SOUND, "阿"))
