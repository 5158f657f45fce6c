"""How much lines have in common, held against the same reckoning done string by string."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from generator.reading.assembling.cohesion import similarities
from generator.reading.evidence.topics import load_topics, pair_keys
from tests.reading_pages import ARTICLES

COMMON = 4.0
"""The rarity of a string that counts for one."""


def wordlike(character: str) -> bool:
    """Tell whether a character can be part of a word: a Chinese one, a letter or a digit of either width."""
    if "一" <= character <= "鿿" or character == "〇":
        return True
    narrow = chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character
    return narrow in "0123456789" or "a" <= narrow <= "z" or "A" <= narrow <= "Z"


def strings(text: str, size: int) -> set[str]:
    """Return the strings of so many letters."""
    found = {text[at : at + size] for at in range(len(text) - size + 1)}
    return {string for string in found if all(map(wordlike, string))}


def rarity(string: str) -> float:
    """Return how rare the pairs of characters of a string are in newspapers, on the mean, in nats."""
    codes = np.array([ord(character) for character in string], dtype=np.int64)
    return float(load_topics().rarities(pair_keys(codes)).mean())


def in_common(texts: Sequence[str], first: int, second: int) -> float:
    """Return how much two of the texts have in common."""
    total = 0.0
    for size in (2, 3, 4):
        for string in strings(texts[first], size) & strings(texts[second], size):
            count = sum(string in strings(text, size) for text in texts)
            if count <= max(3, len(texts) // 3):
                total += (rarity(string) / COMMON) ** 2
    return total / ((len(texts[first]) + 12) * (len(texts[second]) + 12)) ** 0.6


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


def test_a_string_that_is_rare_in_newspapers_says_more_than_a_common_one() -> None:
    common, rare = ["我们渡", "我们船", "岸"], ["枣蜂渡", "枣蜂船", "岸"]
    assert similarities(rare)[0, 1] > 2 * similarities(common)[0, 1] > 0
