"""The tables: which characters stand together (Church & Hanks 1990), and which belong to one subject.

Subjects are the latent semantic analysis of Deerwester et al. (1990): the singular vectors of a matrix of
documents and their characters and pairs of characters, each weighed by its rarity.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.reading.evidence.places import COUNTS, TOPICS
from generator.reading.evidence.topics import STEPS

SUBJECTS = 48
"""Columns of the vectors, at most."""
LARGE = 1_000_000
"""A text of as many characters is large: what is rare in it is left out more strictly."""
LEAST = {False: (1, 2, 3), True: (1, 3, 5)}
"""How often a string of one, two, three characters must stand in a text, a small and a large one."""
LEAST_OPENINGS = (2, 3)
"""How often paragraphs must open with a string of one, two characters."""
LEAST_DOCUMENTS, DOCUMENTS = 25, 120
"""A string has a vector if one document in `DOCUMENTS` has it, at least two and at most so many being asked for."""
MOST_DOCUMENTS = 0.25
"""And if no larger share has it."""
LONG = 60
"""Characters of a document that tells of subjects, at least."""
KNOWN = 4
"""In how many documents a pair must stand for its rarity to be stored, at most; fewer of few documents."""
CLIPPED = 99.95
"""Per cent of the figures of the vectors that are stored as they are; the few greater ones are cut."""

Document = Sequence[str]
"""The paragraphs of one article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted in documents."""

    strings: tuple[Counter[str], Counter[str], Counter[str]]
    """How often strings of one, two, three characters stand in paragraphs."""
    openings: tuple[Counter[str], Counter[str]]
    """How often paragraphs open with strings of one, two characters."""
    documents: Counter[str]
    """In how many documents each pair stands."""

    @property
    def characters(self) -> int:
        """Characters of all paragraphs."""
        return self.strings[0].total()


def count(documents: Sequence[Document]) -> Counted:
    """Count the strings of documents."""
    strings = (Counter[str](), Counter[str](), Counter[str]())
    openings = (Counter[str](), Counter[str]())
    having: Counter[str] = Counter()
    for document in documents:
        seen: set[str] = set()
        for text in document:
            for size, table in enumerate(strings, 1):
                table.update(text[at : at + size] for at in range(len(text) - size + 1))
            for size, table in enumerate(openings, 1):
                table[text[:size]] += len(text) >= size
            seen.update(text[at : at + 2] for at in range(len(text) - 1))
        having.update(seen)
    return Counted(strings=strings, openings=openings, documents=having)


def write_tables(documents: Sequence[Document], folder: Path) -> None:
    """Write `counts.txt` and `topics.npz`, the form of which `language` and `topics` tell."""
    counted = count(documents)
    (folder / COUNTS).write_text(_counts(counted), "utf-8", newline="\n")
    _write_topics(documents, counted, folder / TOPICS)


def _counts(counted: Counted) -> str:
    least = LEAST[counted.characters >= LARGE]
    tables = [("=", *each) for each in zip(counted.strings, least, strict=True)]
    tables += [("^", *each) for each in zip(counted.openings, LEAST_OPENINGS, strict=True)]
    rows: dict[tuple[int, str, int], list[str]] = defaultdict(list)
    for sign, table, enough in tables:
        for string, often in table.items():
            if often >= enough and _storable(string):
                rows[len(string), sign, often].append(string)
    return "".join(
        f"{size}{sign}{often}\t{''.join(sorted(strings))}\n"
        for (size, sign, often), strings in sorted(rows.items())
    )


def _storable(string: str) -> bool:
    return not any(character.isspace() or ord(character) < 32 for character in string)


def _write_topics(documents: Sequence[Document], counted: Counted, path: Path) -> None:
    """Find the subjects and write them: vectors as whole numbers of 8 bits and one scale, rarities in `STEPS` to a nat."""
    import numpy as np
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = ["".join("".join(document).split()) for document in documents]
    texts = [text for text in texts if len(text) > LONG]
    vectorizer = TfidfVectorizer(
        analyzer="char",
        ngram_range=(1, 2),
        min_df=max(2, min(LEAST_DOCUMENTS, len(texts) // DOCUMENTS)),
        max_df=MOST_DOCUMENTS,
        sublinear_tf=True,
        lowercase=False,
        norm="l2",
    )
    matrix = vectorizer.fit_transform(texts)
    names = list(vectorizer.get_feature_names_out())
    subjects = min(SUBJECTS, len(names) - 1, len(texts) - 1)
    svd = TruncatedSVD(subjects, random_state=0).fit(matrix)
    order = sorted(range(len(names)), key=lambda index: (len(names[index]), names[index]))
    vectors = (svd.components_.T * vectorizer.idf_[:, None])[order]
    scale = np.percentile(np.abs(vectors), CLIPPED) / 127
    total = len(documents)
    enough = max(2, min(KNOWN, total // DOCUMENTS))
    known = sorted(pair for pair, often in counted.documents.items() if often >= enough and _storable(pair))
    rarity = [math.log((total + 1) / (counted.documents[pair] + 1)) for pair in known]
    np.savez_compressed(
        path,
        singles=np.array("".join(names[index] for index in order if len(names[index]) == 1)),
        pairs=np.array("".join(names[index] for index in order if len(names[index]) == 2)),
        vectors=np.clip(np.round(vectors / scale), -127, 127).astype(np.int8),
        scale=np.float32(scale),
        known=np.array("".join(known)),
        rarity=np.round(np.array(rarity) * STEPS).astype(np.uint8),
        unknown=np.float32(math.log((total + 1) / 2)),
    )
