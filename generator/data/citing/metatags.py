"""Meta tags by which Zotero and others take a page for a newspaper article.

Zotero's translator "Embedded Metadata" reads them all. What it does decides what is left out:
- `z:itemType` settles the type; `citation_journal_title` would overrule it, and `og:type=website` and
  `DC.type` other than newsItem would make a web page or a journal article where it is not known.
- Every `DC.identifier` is tried as an ISBN, an ISSN and a DOI, and a date such as 20220616 can pass
  for an ISSN; so there is none. `DC.coverage` would become an archive's shelf mark.
- Of an interval, it would keep the first day; so dates say only what is certain.
- Without `DCTERMS.abstract` the page's description becomes the abstract; so that is whole sentences.
- `DC.subject` it reads and throws away ("most of the time they are not right"); others do not.
- `og:site_name` becomes the newspaper where none is named, `<time datetime>` the date where none is
  known, and an element of class `byline` an author: a page must not have these where they are not true.
"""

from __future__ import annotations

from generator.data.citing.facts import facts_of
from generator.data.citing.references import LANGUAGE
from generator.data.citing.sentences import whole_sentences
from generator.model import Item, Page, TextKind


def meta_tags(page: Page, item: Item, *, url: str, site: str) -> tuple[tuple[str, str], ...]:
    """Return names and contents of the meta tags of an item's page; see `cite` for the arguments."""
    facts = facts_of(page, item, url=url, site=site)
    date = facts.certain_date
    tags = [
        ("z:itemType", "newspaperArticle"),
        ("DC.type", "newsItem"),
        ("DC.title", facts.title),
        ("citation_title", facts.title),
        *(("DC.creator", name) for name in facts.authors),
        *(("citation_author", name) for name in facts.authors),
        ("DCTERMS.issued", date),
        ("citation_publication_date", date.replace("-", "/")),
        ("DC.source", facts.paper),
        ("prism.publicationName", facts.paper),
        ("citation_firstpage", facts.label),
        ("article:section", facts.column),
        *(("DC.subject", theme) for theme in facts.themes),
        *(("DCTERMS.spatial", tag.name) for tag in item.tags.regions if tag.primary and not tag.guess),
        ("DCTERMS.abstract", whole_sentences(item) if page.issue.text_kind is TextKind.ABSTRACT else ""),
        ("DC.language", LANGUAGE),
        ("citation_language", LANGUAGE),
        ("DC.rights", facts.rights),
        ("citation_public_url", url),
    ]
    return tuple((name, " ".join(content.split())) for name, content in tags if content.strip())
