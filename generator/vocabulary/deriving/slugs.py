"""Slugs of place names: pinyin as the places are read, not as the characters usually are."""

from __future__ import annotations

from functools import cache

from slugify import slugify

READINGS = {
    "都": "dū,dōu",
    "勒": "lè,lēi",
    "什": "shí,shén",
    "卜": "bǔ,bo",
    "盖": "gài",
    "莎": "shā",
    "泊": "bó,pō",
    "圐": "kū",
    "圙": "lüè",
}
"""Characters whose first reading is another in names put into Chinese from Mongolian."""

LONG = {
    "长胜": "shèng",
    "长顺": "shùn",
    "长和": "hé",
    "长丰": "fēng",
    "长山": "shān",
    "长盛": "shèng",
    "长滩": "tān",
    "长海": "hǎi",
    "长青": "qīng",
    "长新": "xīn",
    "长庆": "qìng",
    "长汉": "hàn",
    "长沟": "gōu",
    "长皋": "gāo",
    "长风": "fēng",
    "长力": "lì",
}
"""Words in which 长 is read cháng; only fit for place names (区长和 would be cut wrongly in prose)."""

PHRASES = {
    "二长渠": "èr cháng qú",
    "永长村": "yǒng cháng cūn",
    "阿巴嘎": "ā bā gā",
    "敖包": "áo bāo",
    "蔚县": "yù xiàn",
    "井陉": "jǐng xíng",
    "大城县": "dài chéng xiàn",
}
"""Names that no single character mends."""


@cache
def _load_readings() -> None:
    from pypinyin import load_phrases_dict, load_single_dict

    load_single_dict({ord(character): readings for character, readings in READINGS.items()})
    load_phrases_dict({word: [["cháng"], [second]] for word, second in LONG.items()})
    load_phrases_dict({name: [[reading] for reading in read.split()] for name, read in PHRASES.items()})


def slug_of_place(name: str) -> str:
    """Return the ASCII slug of a place name.

    >>> slug_of_place("克什克腾旗")
    'ke-shi-ke-teng-qi'
    """
    from pypinyin import lazy_pinyin

    _load_readings()
    return slugify(" ".join(lazy_pinyin(name)))
