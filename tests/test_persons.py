"""Persons: ids that nobody else can change, and spellings that an editor says are one person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive.groups import Archive
from generator.archive.things import ThingKind, thing_id
from generator.archive.things.persons import AS_PRINTED, Spellings
from generator.data.records import item_record
from generator.editing.checks import check_archive
from generator.site.rendering.formers import joined_spellings
from generator.site.rendering.press import Press
from generator.site.views.frame import Frame
from generator.site.views.writers import person_view
from generator.telling.errors import ConfigError
from generator.vocabulary.persons import PersonNames
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from tests.making import Draft, by, make_archive, make_page

ONE = PersonNames(name="魏青原", others=("魏寅原",))


def test_an_id_follows_from_the_name_alone() -> None:
    assert thing_id("林禾") == thing_id("林　禾") == "lin-he-cc24df"
    assert thing_id("临河") == "lin-he-821278"
    assert thing_id("☆").startswith("x-")
    assert len(thing_id("水" * 200)) < 80


def test_people_who_sound_alike_keep_their_addresses_whoever_comes() -> None:
    alone = make_archive(make_page(Draft(headline="一", bylines=(by("林禾"),))))
    both = make_archive(make_page(Draft(headline="一", bylines=(by("临河"), by("林禾"), by("林何")))))
    ids = [{thing.id for thing in each.things.every[ThingKind.PERSON].values()} for each in (alone, both)]
    assert ids[0] < ids[1]
    assert len(ids[1]) == 3


def test_the_preferred_spelling_names_the_person() -> None:
    spellings = Spellings.of([ONE])
    assert (spellings.name("魏寅原"), spellings.name("林禾")) == ("魏青原", "林禾")
    assert spellings.id_of(by("魏寅原")) == spellings.id_of(by("魏青原")) == thing_id("魏青原")
    assert AS_PRINTED.id_of(by("魏寅原")) == thing_id("魏寅原")


def archive_of_two() -> Archive:
    """Return an archive of two items, signed by one person in two spellings."""
    page = make_page(
        Draft(headline="一", bylines=(by("魏寅原", "本报记者"),)),
        Draft(headline="二", bylines=(by("魏青原", "本报记者"),)),
    )
    return make_archive(page, taxonomy=Taxonomy(columns=(), themes=(), events=(), persons=(ONE,)))


def test_two_spellings_are_one_person_with_one_page() -> None:
    archive = archive_of_two()
    (person,) = archive.things.every[ThingKind.PERSON].values()
    assert (person.id, person.name) == (thing_id("魏青原"), "魏青原")
    assert {name: len(group) for name, group in archive.by_contributor.items()} == {"魏青原": 2}


def test_each_item_keeps_its_spelling_and_names_the_person() -> None:
    archive = archive_of_two()
    rows = [item_record(entry.page, entry.item, archive.spellings)["bylines"][0] for entry in archive.items]
    assert [row["name"] for row in rows] == ["魏寅原", "魏青原"]
    assert {row["id"] for row in rows} == {thing_id("魏青原")}


def test_the_page_of_a_person_tells_the_other_spellings() -> None:
    frame = Frame(archive=archive_of_two())
    view = person_view(frame, "魏青原")
    assert (view.total, view.spellings) == (2, ("魏寅原",))
    hrefs = {frame.thing_link(ThingKind.PERSON, name).href for name in ("魏寅原", "魏青原")}
    assert hrefs == {f"bylines/{thing_id('魏青原')}/index.html"}


def test_the_address_of_another_spelling_leads_to_the_person() -> None:
    (file,) = joined_spellings(Press(Frame(archive=archive_of_two())))
    assert file.uri == f"bylines/{thing_id('魏寅原')}/index.html"
    assert f"../../bylines/{thing_id('魏青原')}/index.html" in file.data.decode()


def test_known_spellings_are_no_longer_noted() -> None:
    assert [note for note in check_archive(archive_of_two()) if note.code == "byline-variant"] == []


def test_persons_are_read_and_their_names_have_no_blanks(tmp_path: Path) -> None:
    (tmp_path / "persons.yml").write_text("persons:\n  - names: [魏 青原, 魏寅原]\n", encoding="utf-8")
    assert load_taxonomy(tmp_path).persons == (ONE,)


def test_every_fault_of_persons_is_told_with_its_line(tmp_path: Path) -> None:
    text = "persons:\n  - names: [魏青原, 魏寅原]\n  - names: [林禾, 魏 寅原]\n  - names: [白露, '·']\n"
    (tmp_path / "persons.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_taxonomy(tmp_path)
    found = [(fault.line, fault.message) for fault in caught.value.diagnostics]
    assert found == [
        (3, "persons.1.names:“魏 寅原”与第 1 条重复。"),
        (4, "persons.2.names:“·”不是姓名。"),
    ]


@pytest.mark.parametrize(
    "text", ["persons: 7", "persons: [{names: [林禾]}]", "persons: [林禾]", "people: []"]
)
def test_a_wrong_form_is_a_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "persons.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        load_taxonomy(tmp_path)
