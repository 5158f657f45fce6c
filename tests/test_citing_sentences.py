"""What describes an item: whole sentences, or nothing."""

from __future__ import annotations

import pytest

from generator.data.citing.sentences import LONGEST, USUAL, first_sentences, whole_sentences
from generator.model import Item
from tests.making import Draft, make_page


def item(*paragraphs: str) -> Item:
    return make_page(Draft(headline="毡房里的夜校", paragraphs=paragraphs)).items[0]


@pytest.mark.parametrize(
    ("paragraphs", "first"),
    [
        (["灯亮了。人来了。"], "灯亮了。人来了。"),
        (["灯亮了。人还没"], "灯亮了。"),
        (["灯还没"], ""),
        (["## 课表怎么排", "周一讲兽医。"], "周一讲兽医。"),
        (["他说:“灯亮了。人来了。”", "后来又"], "他说:“灯亮了。人来了。”"),
        (["他说:“灯亮了。人来了"], ""),
        (["“灯亮了！”的喊声传开。"], "“灯亮了！”的喊声传开。"),
        (["读完《灯为什么亮?》一文。又读"], "读完《灯为什么亮?》一文。"),
        (["灯……亮了。"], "灯……亮了。"),
        (["灯亮了……", "人来了。"], "灯亮了……\n人来了。"),
        (["灯" * USUAL + "。"], "灯" * USUAL + "。"),
        (["灯" * LONGEST + "。人来了。"], ""),
        (["灯亮了。" + "人" * USUAL + "。"], "灯亮了。"),
    ],
)
def test_a_description_is_made_of_whole_sentences(paragraphs: list[str], first: str) -> None:
    assert first_sentences(item(*paragraphs)) == first


def test_an_abstract_keeps_all_but_a_sentence_that_breaks_off() -> None:
    body = "人" * 300
    assert whole_sentences(item("灯亮了。", f"{body}。牧民骑着")) == f"灯亮了。\n{body}。"
    assert whole_sentences(item("灯还没")) == ""
