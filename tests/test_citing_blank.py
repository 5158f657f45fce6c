"""The day of reading in a reference after GB/T 7714-2015: a place kept for it, and a script that fills it."""

from __future__ import annotations

from html import unescape

import pytest

from generator.archive.groups import Archive
from generator.site.rendering import render
from generator.site.views.citations import citations_of
from tests.making import Draft, by, make_archive, make_page

HEADLINE = "毡房里[引用日期]的夜校"


def archive_of(site_url: str) -> Archive:
    draft = Draft(headline=HEADLINE, bylines=(by("林禾"),), paragraphs=("灯亮了。",))
    return make_archive(make_page(draft), site_url=site_url)


def page_of(archive: Archive) -> str:
    files = {file.uri: file.data.decode() for file in render(archive)}
    return next(unescape(text) for uri, text in files.items() if uri.startswith("articles/"))


def test_what_is_online_keeps_a_place_for_the_day_of_reading() -> None:
    archive = archive_of("https://archive.example/")
    form = citations_of(archive.items[0], archive.settings)[0]
    address = f"https://archive.example/articles/{archive.items[0].item.id}/"
    assert (form.text, form.blank) == (f"林禾. {HEADLINE}[N/OL]. [报名、日期、版次待考][", "引用日期")
    assert form.rest == f"]. {archive.settings.site_name}, {address}."
    assert f"<span data-today>引用日期</span>{form.rest}" in page_of(archive)


def test_what_is_not_online_has_no_day_of_reading() -> None:
    archive = archive_of("")
    form = citations_of(archive.items[0], archive.settings)[0]
    assert form.text.startswith(f"林禾. {HEADLINE}[N]. [报名、日期、版次待考]. ")
    assert (form.blank, form.rest) == ("", "")
    assert "data-today" not in page_of(archive)


@pytest.mark.parametrize("slug", ["gbt2025", "bibtex", "ris"])
def test_no_other_form_keeps_a_place(slug: str) -> None:
    archive = archive_of("https://archive.example/")
    forms = {form.slug: form for form in citations_of(archive.items[0], archive.settings)}
    assert (forms[slug].blank, forms[slug].rest) == ("", "")
