"""Every page of a small archive is given exactly what tests/cases/site tells of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.site_cases import FOLDER, read_told, whole_site

ELSEWHERE = {"search_index"}
"""What another test holds."""


@pytest.fixture(scope="module")
def site() -> dict[str, Any]:
    return whole_site()


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    names = {path.stem for path in FOLDER.glob("*.yml")} - ELSEWHERE
    return {name: read_told(name) for name in names}


def test_each_folder_of_the_site_is_told(site: dict[str, Any], told: dict[str, Any]) -> None:
    assert set(site) == set(told)


def test_the_pages_are_given_what_is_told(site: dict[str, Any], told: dict[str, Any]) -> None:
    for name, pages in site.items():
        assert list(pages) == list(told[name])
        for address, page in pages.items():
            assert page == told[name][address], address
