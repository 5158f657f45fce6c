"""How much lines have in common, held against the same reckoning done string by string."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

import pytest

from generator.reading.assembling.cohesion import similarities
from tests.reading_pages import ARTICLES

JOINING = [
    "的",
    "了",
    "是",
    "在",
    "和",
    "与",
    "及",
    "其",
    "对",
    "以",
    "有",
    "这",
    "那",
    "为",
    "不",
    "也",
    "就",
    "都",
    "而",
    "把",
    "被",
    "从",
    "到",
    "上",
    "中",
    "下",
    "他",
    "她",
    "它",
    "们",
    "我",
    "你",
    "个",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "年",
    "月",
    "日",
    "要",
    "说",
    "等",
    "着",
    "之",
    "于",
    "还",
    "很",
    "又",
    "再",
    "更",
    "让",
    "使",
    "会",
    "能",
    "可",
]
"""Characters that join words more often than they make them, as grammars list them."""
WEIGHTS = {2: 1.0, 3: 1.6, 4: 2.0}


def wordlike(character: str) -> bool:
    """Tell whether a character can be part of a word: a Chinese one, a letter or a digit of either width."""
    if "一" <= character <= "鿿" or character == "〇":
        return True
    narrow = chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character
    return narrow in "0123456789" or "a" <= narrow <= "z" or "A" <= narrow <= "Z"


def strings(text: str, size: int) -> set[str]:
    """Return the strings of so many characters that say something."""
    found = {text[at : at + size] for at in range(len(text) - size + 1)}
    return {
        string
        for string in found
        if all(map(wordlike, string)) and sum(each in JOINING for each in string) * 2 < size
    }


def in_common(texts: Sequence[str], first: int, second: int) -> float:
    """Return how much two of the texts have in common."""
    total = 0.0
    for size, weight in WEIGHTS.items():
        for string in strings(texts[first], size) & strings(texts[second], size):
            count = sum(string in strings(text, size) for text in texts)
            if count <= max(3, len(texts) // 3):
                total += weight * log(len(texts) / count + 1)
    return min(0.9, total / sqrt((len(texts[first]) + 12) * (len(texts[second]) + 12)))


PAGES = {
    "articles": [text for article in ARTICLES.values() for text in article],
    "two lines": ["老渡口开船", "渡口的船"],
    "nearly the same": ["老渡口的渡船又开了船", "老渡口的渡船又开了", "路灯亮"],
    "shared by three of three": ["渡口开", "渡口修", "渡口船"],
    "shared by four of four": ["渡口开", "渡口修", "渡口船", "渡口岸"],
    "shared by four of twelve": ["渡口开", "渡口修", "渡口船", "渡口岸", *"一二三四五六七八"],
    "shared by five of twelve": ["渡口开", "渡口修", "渡口船", "渡口岸", "渡口桥", *"一二三四五六七"],
    "edges of the ranges": [
        "一丁",
        "一丁x",
        "鿿渡",
        "鿿渡y",
        "渡〇",
        "渡〇x",
        "〆渡",
        "〆渡x",
        "々渡",
        "々渡x",
    ],
    "before and behind": ["渡䷿", "渡䷿船", "渡ꀀ", "渡ꀀ船", "渡〈", "渡〈船", "渡〆", "渡〆船"],
    "letters": ["渡ab", "船ab", "岸zA", "桥zA", "灯Zx", "村Zx", "水Aa", "井Aa"],
    "digits": ["渡09", "船09", "岸90", "桥90", "灯5月", "村5月", "水x9", "井x9"],
    "wide": ["渡０９", "船０９", "岸ａｚ", "桥ａｚ", "灯ＡＺ", "村ＡＺ", "水９Ａ", "井９Ａ"],
    "beside the letters": ["渡@@", "船@@", "岸[[", "桥[[", "灯``", "村``", "水{{", "井{{", "甲//", "乙//"],
    "beside the digits": [
        "渡::",
        "船::",
        "岸：：",
        "桥：：",
        "灯／／",
        "村／／",
        "水！！",
        "井！！",
        "甲@a",
        "乙@a",
    ],
    "beside the wide": ["渡＠＠", "船＠＠", "岸［［", "桥［［", "灯｀｀", "村｀｀", "水｛｛", "井｛｛"],
    "far letters": ["渡éé", "船éé", "岸ĀĀ", "桥ĀĀ", "灯ššš", "村ššš", "岸\u0430\u0430", "桥\u0430\u0430"],
    "half joining": [
        "渡的船",
        "渡的岸",
        "口的的船开",
        "口的的船来",
        "水了渡口",
        "井了渡口",
        "灯渡的的口",
        "村渡的的口",
    ],
    "one character": ["渡", "渡", "船"],
    "something empty": ["", "渡口", "渡口"],
    "nothing": ["", ""],
}


@pytest.mark.parametrize("name", PAGES)
def test_lines_have_in_common_what_their_strings_say(name: str) -> None:
    texts = PAGES[name]
    found = similarities(texts)
    for first in range(len(texts)):
        for second in range(len(texts)):
            wanted = in_common(texts, first, second) if first != second else 0.0
            assert found[first, second] == pytest.approx(wanted), (texts[first], texts[second])


@pytest.mark.parametrize("character", JOINING)
def test_a_character_that_joins_words_says_little(character: str) -> None:
    assert similarities([f"{character}渡", f"{character}渡", "船岸"])[0, 1] == 0
    assert similarities([f"桥{character}渡", f"桥{character}渡", "船岸"])[0, 1] > 0


@pytest.mark.parametrize("character", "渡船人大小百千零水来去好多")
def test_other_characters_say_more(character: str) -> None:
    assert similarities([f"{character}桥", f"{character}桥", "船岸"])[0, 1] > 0
