"""How items are grouped, and which addresses the groups get."""

from __future__ import annotations

from tests.making import Draft, make_archive, make_page


def slugs(*columns: str) -> dict[str, str]:
    """Return the slugs of the columns of an archive."""
    return dict(
        make_archive(make_page(*(Draft(headline="题", column=name) for name in columns))).column_slugs
    )


def test_columns_that_sound_alike_keep_their_addresses_whoever_comes() -> None:
    alone, both = slugs("公示"), slugs("公式", "公示", "攻势")
    assert alone["公示"] == both["公示"]
    assert len({both[name] for name in ("公式", "公示", "攻势")}) == 3


def test_a_column_of_the_vocabulary_has_its_slug_and_no_other_gets_it() -> None:
    known = slugs("牧区夜话", "牧区夜画")
    assert known["牧区夜话"] == "mu-qu-ye-hua"
    assert known["牧区夜画"] != "mu-qu-ye-hua"


def test_a_name_without_any_letter_still_gets_a_slug() -> None:
    found = slugs("⑦", "☆")
    assert found["⑦"]
    assert found["☆"]
    assert found["⑦"] != found["☆"]
