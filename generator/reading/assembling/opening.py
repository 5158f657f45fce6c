"""Whether a paragraph opens an article: by what its first clause says, and whether it needs what stands above it."""

from __future__ import annotations

import math
import re

from generator.model.numerals import DIGITS

FEATURES = (
    "lead",
    "dated",
    "points back",
    "places",
    "length",
    "sentences",
    "closing bracket",
    "quotation",
    "said",
    "pronouns",
)
"""What is seen of a paragraph that may open an article; the order of the model's weights."""
CLAUSE, NEAR = 25, 16
"""Characters in which a news story says when, and where."""
STOPS = re.compile("[。！？!?；;]")
DAY = re.compile(rf"[0-9{DIGITS}]{{1,3}}日|月|近[日期]|日前|最近|[今昨][天日年]|去年")
BACK = re.compile(
    rf"[此该这那他她它其但而然也又再还与]|同时|另外|据(?:悉|介绍|了解)|会[上后议]|[对为]此|因此|所以|于是|不过|可是|首先|最后|总之"
    rf"|[{DIGITS}]是|第[{DIGITS}]|今后|下一步|双方|在?谈到|目前|截[至止]|如[今果]|现在|一方面|至于|当然|只有|事实|正"
)
"""What goes on from something that was said."""
PLACES = re.compile("[省市县区旗盟镇乡村国州]")
SAID = re.compile("[说“‘]")
PRONOUNS = re.compile("[该此这他她它其]")


def opening_features(text: str, *, lead: bool) -> tuple[float, ...]:
    """Return what is seen of a paragraph of at least one character; `lead` tells whether it opens with a lead's words."""
    first = STOPS.split(text, maxsplit=1)[0]
    return (
        float(lead),
        float(bool(DAY.search(text, 0, CLAUSE))),
        float(bool(BACK.match(text))),
        float(len(PLACES.findall(text[:NEAR]))),
        math.log(len(text)),
        float(len(STOPS.findall(text))),
        float(text[-1] in "）)"),
        float(text[0] in "“‘"),
        float(bool(SAID.search(text, 0, NEAR))),
        float(len(PRONOUNS.findall(first))),
    )
