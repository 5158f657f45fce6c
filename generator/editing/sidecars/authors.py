"""The authors that a sidecar states: `authors: {12: [{name: 林禾, role: 记者, rank: 见习, institution: 草原晚报社}]}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import EDITOR, SourceText, StatedAuthor, evidence_at
from generator.reading.grammar.bylines import signer
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

NAMELESS = "请写 name(人)或 institution(单位署名)。"


def authors_of(file: YamlFile, words: SourceText) -> Mapping[int, tuple[StatedAuthor, ...]]:
    """Return the authors that a sidecar without faults states, by the line of their item; `words` is its text."""
    return {
        line: tuple(
            _author(file, words, _written_out(said), ("authors", line, place))
            for place, said in enumerate(authors)
        )
        for line, authors in file.data.get("authors", {}).items()
    }


def faults_of_authors(file: YamlFile, line: int, authors: list[Any]) -> Iterator[Diagnostic]:
    """Yield a fault for every author without a name, and for every one stated twice; their form is right."""
    seen: set[str] = set()
    for place, said in enumerate(authors):
        entry = _written_out(said)
        path: KeyPath = ("authors", line, place)
        name = _name(entry)
        if not any(character.isalpha() for character in name):
            message = f"authors.{line}:第 {place + 1} 位作者没有姓名,也没有单位。"
            yield file.fault(path, message, NAMELESS, code="sidecar")
        elif name in seen:
            message = f"authors.{line}:“{name}”写了两次。"
            yield file.fault(
                path, message, "请删去一处;同一个人做了两件事,写在一个 function 里。", code="sidecar"
            )
        seen.add(name)


def _written_out(said: Any) -> Mapping[str, str]:
    """Return the long form of an author: a name alone is one."""
    return {"name": said} if isinstance(said, str) else said


def _name(entry: Mapping[str, str]) -> str:
    """Return the name that stands in the data; a name in Chinese characters has no blank."""
    name = " ".join((entry.get("name") or entry.get("institution", "")).split())
    return name if name.isascii() else name.replace(" ", "")


def _author(file: YamlFile, words: SourceText, entry: Mapping[str, str], path: KeyPath) -> StatedAuthor:
    key = "name" if "name" in entry else "institution"
    body = " ".join(entry.get("institution", "").split())
    who = signer(
        _name(entry) if key == "name" else "",
        entry.get("role", ""),
        rank=entry.get("rank", ""),
        work=entry.get("function", ""),
        body=body if key == "name" else _name(entry),
    )
    span = file.spans.get((*path, key)) or file.spans[path]
    return StatedAuthor(contributor=who, evidence=evidence_at(words, (span,), EDITOR))
