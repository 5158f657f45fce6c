"""The words of themes and events as an editor writes them: each is to be found in a text of Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

BROKEN = re.compile(r"\A\s|\s\Z|[^\x00-\x7f]\s|\s[^\x00-\x7f]")
"""A blank where Chinese has none: at an end, or beside a Chinese character."""


def faults_of_terms(file: YamlFile, key: str) -> Iterator[Diagnostic]:
    """Yield a fault for each word that no text can hold: a bare number, nothing, or one with a blank in Chinese."""
    for index, entry in enumerate(file.data[key]):
        yield from _faults(file, (key, index, "terms"), entry["terms"])


def _faults(file: YamlFile, path: KeyPath, terms: Iterable[Any]) -> Iterator[Diagnostic]:
    keyed = isinstance(terms, dict)
    for place, term in enumerate(terms):
        where = (*path, term if keyed else place)
        named = ".".join(map(str, path))
        if not isinstance(term, str):
            yield file.fault(where, f"{named}:词应当是文字,写的是 {term}。", f'请加引号:"{term}"。')
        elif not term.strip():
            yield file.fault(where, f"{named}:有一个词是空的。", "请写上词,或删去这一条。")
        elif BROKEN.search(term):
            message = f"{named}:“{term}”里有空白,报上的字是连着的,查不到它。"
            yield file.fault(where, message, f"请写成 {''.join(term.split())},或分成几个词。")
