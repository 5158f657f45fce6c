"""Tags that an editor adds or refuses in a sidecar; her word stands over the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model import Evidence, Item, RegionTag, ThemeTag
from generator.model.sidecar import Sidecar, TagChanges
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults
from generator.telling.nearest import nearest
from generator.vocabulary.gazetteer import Gazetteer, Place
from generator.vocabulary.taxonomy import Taxonomy, Theme

CHECK = "请核对名称。"


def amend_tags(item: Item, sidecar: Sidecar, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Item:
    """Return `item` with its sidecar's changes to places and themes carried out.

    Raises PageFaults for names that no vocabulary knows, or that more than one place bears.
    """
    changes = sidecar.tags_for(item)
    if changes == TagChanges():
        return item
    faults = tuple(_faults(changes, sidecar, taxonomy, gazetteer))
    if faults:
        raise PageFaults(faults)
    regions = _edit_regions(item.tags.regions, changes, gazetteer)
    themes = _edit_themes(item.tags.themes, changes, taxonomy)
    return replace(item, tags=replace(item.tags, regions=regions, themes=themes))


def _edit_regions(
    found: tuple[RegionTag, ...], changes: TagChanges, gazetteer: Gazetteer
) -> tuple[RegionTag, ...]:
    refused = {place.code for name in changes.refuse_regions for place in places_called(gazetteer, name)}
    added: dict[str, list[Evidence]] = {}
    for name in changes.add_regions:
        added.setdefault(places_called(gazetteer, name)[0].code, []).extend(changes.words("regions", name))
    kept = [tag for tag in found if tag.code not in refused and tag.code not in added]
    new = [
        RegionTag(
            code=place.code,
            name=place.name,
            level=place.level,
            path=tuple(step.name for step in gazetteer.path(place.code)),
            primary=True,
            evidence=tuple(dict.fromkeys(words)),
        )
        for place, words in ((gazetteer.places[code], words) for code, words in added.items())
    ]
    return (*new, *kept)


def _edit_themes(
    found: tuple[ThemeTag, ...], changes: TagChanges, taxonomy: Taxonomy
) -> tuple[ThemeTag, ...]:
    refused = {theme.slug for name in changes.refuse_themes if (theme := _theme(taxonomy, name))}
    added: dict[Theme, list[Evidence]] = {}
    for name in changes.add_themes:
        if theme := _theme(taxonomy, name):
            added.setdefault(theme, []).extend(changes.words("themes", name))
    slugs = {theme.slug for theme in added}
    kept = [tag for tag in found if tag.slug not in refused | slugs]
    new = [
        ThemeTag(slug=theme.slug, name=theme.name, score=0.0, evidence=tuple(dict.fromkeys(words)))
        for theme, words in added.items()
    ]
    return (*new, *kept)


def places_called(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Return the place with code `name`, or those with that name or alias: the highest level alone."""
    if name in gazetteer.places:
        return (gazetteer.places[name],)
    found = gazetteer.called(name)
    highest = min((len(place.code) for place in found), default=0)
    return tuple(place for place in found if len(place.code) == highest)


def _theme(taxonomy: Taxonomy, name: str) -> Theme | None:
    return next((theme for theme in taxonomy.themes if name in (theme.name, theme.slug)), None)


def _faults(
    changes: TagChanges, sidecar: Sidecar, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> Iterator[Diagnostic]:
    for name in (*changes.add_regions, *changes.refuse_regions):
        places = places_called(gazetteer, name)
        if not places:
            near = nearest(name, (place.name for place in gazetteer.places.values()))
            yield _fault(sidecar, name, f"tags.regions:地名表里没有“{name}”。", near or CHECK)
        elif len(places) > 1 and name in changes.add_regions:
            codes = "、".join(_described(gazetteer, place) for place in places[:5])
            message = f"tags.regions:叫“{name}”的地方有 {len(places)} 个。"
            yield _fault(sidecar, name, message, f"请改写代码:{codes}。")
    for name in (*changes.add_themes, *changes.refuse_themes):
        if _theme(taxonomy, name) is None:
            near = nearest(name, (theme.name for theme in taxonomy.themes))
            yield _fault(sidecar, name, f"tags.themes:主题表里没有“{name}”。", near or CHECK)


def _described(gazetteer: Gazetteer, place: Place) -> str:
    return f"{place.code}({''.join(step.name for step in gazetteer.path(place.code)[1:])})"


def _fault(sidecar: Sidecar, name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="sidecar-tag",
        severity=Severity.ERROR,
        path=sidecar.path,
        line=sidecar.tag_lines.get(name),
        message=message,
        hint=hint,
    )
