"""Who is named in a byline, a lead, a signature or a credit, and as what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import ContributorRole, Named
from generator.reading.grammar.people import is_person, parse_people, role_of
from tests.test_reading_rules import written_out

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "grammar" / "people.yml").read_text("utf-8")
)
BEFORE = [(role, words) for role, many in CASES["before_a_name"].items() for words in many]
WORKS = [(role, word) for role, many in CASES["works"].items() for word in many]


def told(people: tuple[Named, ...]) -> list[list[str]]:
    contributors = [who.contributor for who in people]
    return [[who.name, str(who.role), who.title, *filter(None, [who.function])] for who in contributors]


def names_are_quoted(people: tuple[Named, ...], text: str) -> bool:
    printed = ["".join(text[who.span.start : who.span.end].split()) for who in people]
    return printed == [who.contributor.name for who in people]


@pytest.mark.parametrize("bare", [False, True])
def test_people_with_words_of_their_roles(bare: bool) -> None:
    for case in CASES["with_roles"]:
        text = written_out(case["text"])
        people = parse_people(text, bare=bare)
        assert told(people) == [[written_out(name), *rest] for name, *rest in case["people"]], case
        assert names_are_quoted(people, text), case


def test_people_by_their_names_alone() -> None:
    for case in CASES["bare"]:
        people = parse_people(case["text"], bare=True)
        assert told(people) == case["people"], case
        assert parse_people(case["text"]) == (), case
        assert names_are_quoted(people, case["text"]), case


@pytest.mark.parametrize("blank", ["", " ", "　 "])
def test_words_before_a_name_say_what_someone_is(blank: str) -> None:
    for role, words in BEFORE:
        assert told(parse_people(f"{words}{blank}林禾")) == [["林禾", role, words]]


@pytest.mark.parametrize("words", ["青沙县双柳镇报记者", "驻沙记者", "驻青沙双柳镇记者", "老牌记者"])
def test_other_words_before_a_role_are_no_part_of_it(words: str) -> None:
    assert parse_people(f"{words} 林禾") == ()


@pytest.mark.parametrize("mark", ["/", "／", ":", "："])
def test_a_kind_of_work_holds_for_the_names_behind_it(mark: str) -> None:
    for role, word in WORKS:
        done = [word] if word != "作者" else []
        people = parse_people(f"图{mark}记者 高岩 {word}{mark}记者 林禾")
        assert told(people) == [["高岩", "photographer", "记者", "图"], ["林禾", role, "记者", *done]]
        assert told(parse_people(f"{word}{mark}记者 林禾")) == [["林禾", role, "记者", *done]]
        (who,) = parse_people(f"{word}{mark}林禾")
        assert (who.contributor.title or who.contributor.function) == word


def test_a_kind_of_work_without_its_mark_is_none() -> None:
    assert parse_people("撰文林禾") == ()


def test_a_whole_desk_signs() -> None:
    for desk in CASES["desks"]:
        (who,) = parse_people(desk)
        assert (who.contributor.name, who.contributor.role) == (desk, ContributorRole.INSTITUTION)
        assert (who.span.start, who.span.end) == (0, len(desk))
    assert not any(parse_people(words) for words in CASES["no_desks"])


def test_names_are_parted_by_any_separator() -> None:
    for separator in CASES["separators"]:
        names = [who.contributor.name for who in parse_people(f"记者 林禾{separator}高岩明")]
        assert names == ["林禾", "高岩明"], separator


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("本报记者", "reporter"),
        ("通讯员", "correspondent"),
        ("实习通讯员", "correspondent"),
        ("实习记者", "trainee"),
        ("见习记者", "trainee"),
        ("摄影记者", "photographer"),
        ("图片", "photographer"),
        ("文图记者", "reporter"),
        ("评论员", "author"),
        ("", "author"),
    ],
)
def test_a_role_follows_from_the_words(title: str, role: str) -> None:
    assert str(role_of(title)) == role


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("林禾", True),
        ("林　小禾", True),
        ("欧阳小禾", True),
        ("巴特尔", True),
        ("从文", False),
        ("林", False),
        ("林小禾子", False),
        ("林禾高岩", False),
        ("林A", False),
        ("", False),
    ],
)
def test_one_name_is_a_person(text: str, person: bool) -> None:
    assert is_person(text) is person
