"""An item as linked data: schema.org's NewsArticle, in its issue of its newspaper where these are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.data.citing.facts import CitationFacts, facts_of
from generator.data.citing.references import LANGUAGE
from generator.model import Contributor, ContributorRole, Item, Kind, Page, RegionTag, TextKind

Node = dict[str, Any]


def json_ld(page: Page, item: Item, *, url: str, site: str) -> Node:
    """Return `item` as a JSON-LD object; see `cite` for the arguments.

    The text is `articleBody` only where it is the newspaper's own; an abstract of ours is `abstract`.
    """
    facts = facts_of(page, item, url=url, site=site)
    node: Node = {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle" if item.kind is Kind.COMMENTARY else "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": facts.title,
        "alternativeHeadline": item.kicker.text if item.kicker and item.headline else "",
        "author": _authors(item, facts),
        "contributor": _contributors(item, facts),
        "datePublished": facts.certain_date,
        "isPartOf": _wholes(page, facts),
        "printPage": facts.label,
        "articleSection": facts.column,
        "about": [{"@type": "DefinedTerm", "name": theme.name} for theme in item.tags.themes],
        "contentLocation": [_place(tag) for tag in _certain(item) if tag.primary],
        "mentions": [_place(tag) for tag in _certain(item) if not tag.primary],
        "inLanguage": LANGUAGE,
        "abstract" if page.issue.text_kind is TextKind.ABSTRACT else "articleBody": item.text,
        "copyrightNotice": facts.rights,
        "isAccessibleForFree": True,
        "provider": {"@type": "Organization", "name": site},
    }
    return {name: value for name, value in node.items() if value}


def _certain(item: Item) -> Iterator[RegionTag]:
    """Yield the places of an item that are no guesses: linked data has no word for a doubt."""
    return (tag for tag in item.tags.regions if not tag.guess)


def _authors(item: Item, facts: CitationFacts) -> list[Node]:
    return [_agent(person) for person in _people(item) if person.name in facts.authors]


def _contributors(item: Item, facts: CitationFacts) -> list[Node]:
    return [_agent(person) for person in _people(item) if person.name not in facts.authors]


def _people(item: Item) -> list[Contributor]:
    """Return everyone named, each name once."""
    people: dict[str, Contributor] = {}
    for who in item.contributors:
        people.setdefault(who.name, who)
    return list(people.values())


def _agent(person: Contributor) -> Node:
    if person.role is ContributorRole.INSTITUTION:
        return {"@type": "Organization", "name": person.name}
    if person.role is ContributorRole.UNKNOWN:
        return {"@type": "Thing", "name": person.name}
    title = {"jobTitle": person.title} if person.title else {}
    body = {"@type": "Organization", "name": person.institution}
    return {
        "@type": "Person",
        "name": person.name,
        **title,
        **({"affiliation": body} if person.institution else {}),
    }


def _wholes(page: Page, facts: CitationFacts) -> list[Node]:
    """Return what the item is a part of: its issue or newspaper, and its series."""
    wholes: list[Node] = []
    if facts.paper:
        paper: Node = {"@type": "Newspaper", "name": facts.paper}
        if page.issue.cn:
            paper["identifier"] = page.issue.cn
        if page.issue.place:
            paper["locationCreated"] = {"@type": "Place", "name": page.issue.place}
        issue = {"@type": "PublicationIssue", "datePublished": facts.certain_date, "isPartOf": paper}
        wholes.append(issue if facts.certain_date.count("-") == 2 else paper)
    if facts.series:
        wholes.append({"@type": "CreativeWorkSeries", "name": facts.series[0]})
    return wholes


def _place(tag: RegionTag) -> Node:
    node: Node = {"@type": "AdministrativeArea", "name": tag.name, "identifier": tag.code}
    if len(tag.path) > 1:
        node["containedInPlace"] = {"@type": "AdministrativeArea", "name": tag.path[-2]}
    return node
