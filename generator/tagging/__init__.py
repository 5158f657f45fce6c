"""What an item is about: places, themes, practices and the date, each with its evidence."""

from __future__ import annotations

from dataclasses import replace

from generator.model import DateTag, Item, Page, Tags
from generator.model.sidecar import Sidecar
from generator.tagging.amending import amend_tags
from generator.tagging.dates import infer_date
from generator.tagging.hygiene import text_doubts
from generator.tagging.practices import find_practices
from generator.tagging.regions import survey_regions
from generator.tagging.stated_practices import amend_practices
from generator.tagging.themes import is_of_party, tag_themes
from generator.vocabulary.gazetteer import Gazetteer
from generator.vocabulary.taxonomy import Taxonomy


def tag_page(page: Page, sidecar: Sidecar, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Page:
    """Return `page` with every item tagged; an editor's word on a tag stands over the rules.

    Raises PageFaults when the sidecar names a place or a theme that is in no vocabulary, or a practice that no item
    names.
    """
    date = infer_date(page, taxonomy)
    of_party = is_of_party(page)
    items = (_tag(item, page, date, of_party, taxonomy, gazetteer) for item in page.items)
    amended = tuple(amend_tags(item, sidecar, taxonomy, gazetteer) for item in items)
    return amend_practices(replace(page, items=amended, sidecar=sidecar.lines), sidecar)


def _tag(
    item: Item, page: Page, date: DateTag, of_party: bool, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> Item:
    regions, region_doubts = survey_regions(item, page, gazetteer)
    tags = Tags(
        regions=regions,
        themes=tag_themes(item, page, taxonomy, of_party=of_party),
        practices=find_practices(item, page, of_party=of_party),
        date=date,
    )
    return replace(item, tags=tags, text_doubts=(*text_doubts(item), *region_doubts))
