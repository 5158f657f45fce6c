"""Persons whom print spells in more than one way: persons.yml says which spellings are one person's.

```yaml
persons:
  - names: [安冀东, 安寅东]   # the preferred spelling first
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

PERSONS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["persons"],
    "additionalProperties": False,
    "properties": {
        "persons": {
            "type": "array",
            "items": {
                "type": "object",
                "description": "形如 {names: [安冀东, 安寅东]} 的映射",
                "required": ["names"],
                "additionalProperties": False,
                "properties": {
                    "names": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 1}}
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNames:
    """One person, and every way in which print spells the name."""

    name: str
    """The preferred spelling: the person is called and found by it."""
    others: tuple[str, ...]
    """The other spellings, at least one."""


def persons_of(file: YamlFile) -> tuple[PersonNames, ...]:
    """Return the persons of a file without faults, in its order."""
    spelled = (tuple(_plain(name) for name in entry["names"]) for entry in file.data["persons"])
    return tuple(PersonNames(name=names[0], others=names[1:]) for names in spelled)


def faults_of_persons(file: YamlFile) -> Iterator[Diagnostic]:
    """Yield a fault for every name that is blank, or that stands twice in a file whose form is right."""
    seen: dict[str, int] = {}
    for index, entry in enumerate(file.data["persons"]):
        for place, name in enumerate(entry["names"]):
            path: KeyPath = ("persons", index, "names", place)
            plain = _plain(name)
            if not any(character.isalpha() for character in plain):
                yield file.fault(path, f"persons.{index}.names:“{name}”不是姓名。", "请写署名里的姓名。")
            elif plain in seen:
                message = f"persons.{index}.names:“{name}”与第 {seen[plain] + 1} 条重复。"
                yield file.fault(path, message, "一个写法只能属于一个人,只能写一次;请删去一处。")
            seen.setdefault(plain, index)


def _plain(name: str) -> str:
    """Return a name as bylines have it: only one in Latin letters keeps its blanks.

    >>> _plain("林　禾"), _plain("Li  Hua")
    ('林禾', 'Li Hua')
    """
    words = name.split()
    return (" " if all(word.isascii() for word in words) else "").join(words)
