"""Every page of a small archive is given exactly what tests/cases/site tells of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.site_cases import FOLDER, read_told, whole_site


@pytest.fixture(scope="module")
def site() -> dict[str, Any]:
    return whole_site()


def test_each_folder_of_the_site_is_told(site: dict[str, Any]) -> None:
    assert set(site) == {path.stem for path in FOLDER.glob("*.yml") if path.stem != "search_index"}


@pytest.mark.parametrize("name", sorted({path.stem for path in FOLDER.glob("*.yml")} - {"search_index"}))
def test_the_pages_are_given_what_is_told(site: dict[str, Any], name: str) -> None:
    told = read_told(name)
    assert list(site[name]) == list(told)
    for address, page in site[name].items():
        assert page == told[address], address
