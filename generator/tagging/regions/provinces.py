"""Words for the province as a whole: its name, 自治区, 全区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.tagging.regions.item_words import Standing, Words
from generator.vocabulary.gazetteer import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceWord:
    """A word for the province."""

    start: int
    """Offset of the word in the item's words, in code points."""
    end: int
    """Offset behind the word."""
    leads: bool
    """Whether it stands where the item says what it is about."""


_FIRM_BEHIND: Final = re.compile(r"[^,，。;；、“”(（)]{0,20}?(?:公司|集团|银行|[日晚晨]报|电视台)")
_LIST_BEHIND: Final = re.compile(r"[、和及与]?(?:直辖市|[一-龥]{2,3}(?:省|市|自治区)|等省)|、")
_LIST_BEFORE: Final = re.compile(r"[省族尔藏、]\Z")
_HONOUR: Final = (
    r"级|人大代表|政协委员|劳模|劳动模范|道德模范|[^,，。;；、]{0,8}(?:先进|优秀|文明|示范|最美|模范)"
)
"""What makes of the word a title that somebody bears: 自治区文明单位."""


def province_words(words: Words, province: Place, *, districts: bool) -> Iterator[ProvinceWord]:
    """Yield the words for `province`; with `districts` the text speaks of a 区, so 全区 is not the province."""
    named, generic = _patterns(province.name)
    for match in named.finditer(words.text):
        if match.group() != province.name and _FIRM_BEHIND.match(words.text, match.end()):
            continue
        yield _word(match, words)
    for match in generic.finditer(words.text):
        if districts and match.group().startswith("全"):
            continue
        if not _LIST_BEFORE.search(words.text[max(0, match.start() - 1) : match.start()]):
            yield _word(match, words)


def _word(match: re.Match[str], words: Words) -> ProvinceWord:
    """A name in a list of provinces says little."""
    passage = words.passage(match.start())
    listed = words.text.endswith("、", 0, match.start()) or _LIST_BEHIND.match(words.text, match.end())
    early = passage.standing > Standing.BODY or passage.weight > 1
    return ProvinceWord(start=match.start(), end=match.end(), leads=early and not listed)


@lru_cache(maxsize=8)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern of the province's names and one of the words that only mean it at home."""
    short = re.sub(r"(?:维吾尔|壮族|回族)?自治区$|[省市]$", "", name)
    kind = name.removeprefix(short)
    generic = {"省": r"全省|我省|省委|省政府", "市": r"全市|我市|市委|市政府"}.get(kind, r"全区|我区|自治区")
    generic = f"(?:{generic})(?!{_HONOUR})"
    own = f"{re.escape(name)}|{re.escape(short)}" if short != name else re.escape(name)
    return re.compile(own), re.compile(f"(?<!{re.escape(short)})(?:{generic})")
