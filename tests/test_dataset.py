"""The data as a whole: no licence over others' words, no day that nobody named."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.archive.groups import Archive
from generator.data.dataset import dataset_ld, dataset_of
from generator.data.exporting import export
from generator.data.measuring import Measure, measure
from generator.model import DateBasis, DateTag, Issue, TextKind
from tests.making import Draft, make_archive, make_page, theme

MEASURES = {"data/articles.jsonl": Measure(size=9, sha256="0123456789abcdef" * 4)}
ABSTRACT = Issue(text_kind=TextKind.ABSTRACT)
FULL = Issue(rights="文字归草原晚报所有。")


def archive_of(*issues: Issue, dates: tuple[str, ...] = ("2022-06",), **settings: str) -> Archive:
    """Return an archive of one page for each issue, with an item for each date."""
    drafts = [
        Draft(
            headline="毡房里的夜校",
            themes=(theme("xue-xi-jiao-yu", "学习教育"),),
            date=DateTag(edtf=date or None, basis=DateBasis.INFERRED),
        )
        for date in dates
    ]
    pages = [
        make_page(*drafts, issue=issue, page_id=f"page-{number}") for number, issue in enumerate(issues, 1)
    ]
    made = make_archive(*pages, site_url="https://archive.example/")
    given: dict[str, Any] = {"licence": "CC-BY-4.0", **settings}
    return replace(made, settings=replace(made.settings, **given))


@pytest.mark.parametrize(
    ("issues", "licence"),
    [((ABSTRACT,), "CC-BY-4.0"), ((ABSTRACT, FULL), ""), ((FULL,), ""), ((), "")],
)
def test_a_licence_is_named_where_all_words_are_our_own(issues: tuple[Issue, ...], licence: str) -> None:
    assert dataset_of(archive_of(*issues), MEASURES).licence == licence


def test_whose_text_it_is_stands_in_every_description() -> None:
    data = dataset_of(archive_of(ABSTRACT, FULL), MEASURES)
    told = "其中 1 个版面的文字是报纸原文，权利属于报社和作者，公开使用之前请先取得许可。"
    assert data.rights == (told, "文字归草原晚报所有。")
    files = {file.uri: file.data for file in export(archive_of(ABSTRACT, FULL))}
    assert json.loads(files["data/datapackage.json"])["rights"] == "".join(data.rights)
    assert yaml.safe_load(files["data/CITATION.cff"])["abstract"].endswith("".join(data.rights))
    assert "licenses" not in json.loads(files["data/datapackage.json"])


@pytest.mark.parametrize(
    ("dates", "time"),
    [
        (("2022-06",), "2022-06"),
        (("2022-06-11/2022-06-30", "2022-06", "2021-12-20"), "2021-12-20/2022-06"),
        (("2022-06-11", "2023", "2023-05-01"), "2022-06-11/2023"),
        (("2022-06-11/..", "2021"), "2021/.."),
        (("", "2021"), "2021"),
        (("",), ""),
    ],
)
def test_time_is_covered_from_the_first_to_the_last_possible_day(dates: tuple[str, ...], time: str) -> None:
    assert dataset_of(archive_of(ABSTRACT, dates=dates), MEASURES).time == time


@pytest.mark.parametrize("released", ["", "2026-12-01"])
def test_the_day_of_release_is_that_of_the_settings_or_none(released: str) -> None:
    archive = archive_of(ABSTRACT, released=released)
    files = {file.uri: file.data for file in export(archive)}
    package, citation = json.loads(files["data/datapackage.json"]), yaml.safe_load(files["data/CITATION.cff"])
    node = dataset_ld(archive, measure(export(archive)))
    found = (package.get("datePublished"), citation.get("date-released"), node.get("datePublished"))
    assert found == ((released,) * 3 if released else (None,) * 3)
    assert (package["licenses"][0]["name"], citation["license"]) == ("CC-BY-4.0", "CC-BY-4.0")
    assert node["license"] == package["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"


def test_search_engines_for_data_get_what_they_ask_for() -> None:
    archive = archive_of(ABSTRACT)
    measures = measure(export(archive))
    node = dataset_ld(archive, measures)
    assert (node["@type"], node["url"]) == ("Dataset", "https://archive.example/data/")
    assert 50 <= len(node["description"]) <= 5000
    assert (node["temporalCoverage"], node["keywords"]) == ("2022-06", ["学习教育"])
    assert node["spatialCoverage"]["name"] == "内蒙古自治区"
    table = node["distribution"][0]
    assert table["contentUrl"] == "https://archive.example/data/articles.csv"
    assert table["sha256"] == measures["data/articles.csv"].sha256
