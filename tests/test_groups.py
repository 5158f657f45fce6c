"""How items are grouped, and which addresses the groups get."""

from __future__ import annotations

from generator.archive.groups import unique_slugs


def test_of_two_names_that_sound_alike_the_later_gets_a_number() -> None:
    assert unique_slugs(["公示", "公式", "攻势"]) == {
        "公式": "gong-shi",
        "公示": "gong-shi-2",
        "攻势": "gong-shi-3",
    }


def test_slugs_do_not_depend_on_the_order_of_the_pages() -> None:
    assert unique_slugs(["公示", "公式"]) == unique_slugs(["公式", "公示"])


def test_a_frozen_slug_is_not_given_twice() -> None:
    assert unique_slugs(["公式"], taken={"公示": "gong-shi"})["公式"] == "gong-shi-2"


def test_a_name_without_any_letter_still_gets_a_slug() -> None:
    assert unique_slugs(["⑦", "☆"]) != {"⑦": "", "☆": ""}
    assert all(unique_slugs(["⑦", "☆"]).values())
