"""What may stand in mkdocs.yml: words and numbers for the theme, and nothing that runs, reads or asks anything.

MkDocs by itself runs what its settings name: hooks, plugins, extensions, tags of Python, templates. So this
list is the whole of what it is given; what is not on it is a fault with its line, before MkDocs starts. To let
in one thing more, add its name to one of the tuples, and have it reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile, read_yaml_file, spelled

PLUGINS: tuple[str, ...] = ()
"""Plugins of MkDocs that may run."""
MARKDOWN_EXTENSIONS: tuple[str, ...] = ()
"""Extensions that may read the Markdown of the pages: each makes markup of signs that page texts may hold."""
EXTRA = ("alternate", "annotate", "consent", "generator", "status", "tags", "version")
"""Keys of `extra` that the theme reads as data; those with a form of their own stand below."""
THEME = ("features", "icon", "language", "direction", "palette")
"""Keys of `theme` that are data; those with a form of their own stand below."""
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "docs_dir": ("BANMIAN_DOCS", "build/docs"),
    "site_dir": ("BANMIAN_SITE", "build/site"),
}
"""The only variables of the environment that may be asked for, each for one key, and what stands in for it."""
UNSAFE = re.compile(r'[<>"]|&#|^\s*(?:javascript|vbscript|data)\s*:', re.IGNORECASE)
"""What the theme would put into a page as markup or script: it escapes nothing."""
PLAIN = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("bool", "float", "int", "map", "null", "seq", "str")
)
"""The tags of values that are plain data."""


def _data(depth: int = 4) -> dict[str, Any]:
    """Return the form of plain data of any shape, down to a depth."""
    plain = {"type": ["string", "number", "boolean", "null"]}
    if not depth:
        return plain
    inner = _data(depth - 1)
    return {
        "anyOf": [
            plain,
            {"type": "array", "items": inner},
            {"type": "object", "additionalProperties": inner},
        ]
    }


def _only(*values: str | bool, because: str) -> dict[str, Any]:
    return {"anyOf": [{"enum": list(values), "description": because}]}


def _file(pattern: str, like: str) -> dict[str, Any]:
    """Return the form of the name of a file of the site itself, which leads nowhere else."""
    whole = rf"^(?!.*\.\.)(?!.*//)[A-Za-z0-9_]{pattern}$"
    return {"type": "string", "pattern": whole, "description": f"网站自己的文件,如 {like}"}


def _named(names: Sequence[str], what: str) -> dict[str, Any]:
    """Return the form of a list of names, each alone or with settings of its own."""
    told = f"维护者审过的{what}({'、'.join(names) or '现在一个也没有'})"
    bare = {"enum": list(names), "description": told}
    own = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(names, _data())}
    return {"type": "array", "items": {"anyOf": [bare, own] if names else [bare]}}


def _refused(why: str) -> dict[str, Any]:
    return {"not": {}, "description": f"不许写:{why}。请删去这一项。"}


SCRIPT = _file(r"[A-Za-z0-9_./-]*\.m?js", "assets/site.js")
LINK = {
    "type": "string",
    "pattern": r"^(?:(?:https?://|mailto:)\S+)?$",
    "description": "http://、https:// 或 mailto: 开头的网址",
}
EDITOR: Mapping[str, Any] = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "orcid": {
            "type": "string",
            "pattern": r"^https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$",
            "description": "ORCID 的网址(如 https://orcid.org/0000-0002-1825-0097)",
        },
    },
}
BANMIAN: Mapping[str, Any] = {
    "type": "object",
    "required": ["province"],
    "additionalProperties": False,
    "properties": {
        "province": {
            "type": "string",
            "pattern": r"^\d{2}0000$",
            "description": '加引号的省级代码(如 "150000")',
        },
        "traditional": {"type": "boolean"},
        "licence": {
            "type": "string",
            "pattern": r"^[A-Za-z0-9][A-Za-z0-9.+-]*$",
            "description": "SPDX 名录里的许可名(如 CC-BY-4.0)",
        },
        "released": {
            "type": "string",
            "pattern": r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$",
            "description": '加引号的日期(如 "2026-12-01")',
        },
        "editors": {"type": "array", "items": EDITOR},
    },
}
ANALYTICS: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "provider": _only(
            "custom", "google", because="custom(theme/overrides 里自己的模板)或 google(会向别的主机请求)"
        ),
        "property": {"type": "string"},
        "feedback": _data(),
    },
}
SOCIAL: Mapping[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"icon": {"type": "string"}, "link": LINK, "name": {"type": "string"}},
    },
}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["site_name", "extra"],
    "additionalProperties": False,
    "properties": {
        "site_name": {"type": "string", "minLength": 1},
        "site_description": {"type": "string"},
        "site_author": {"type": "string"},
        "site_url": LINK,
        "repo_url": LINK,
        "repo_name": {"type": "string"},
        "edit_uri": {"type": "string"},
        "copyright": {"type": "string"},
        **{key: {} for key in FOLDERS},
        "use_directory_urls": _only(False, because="false(双击也要能打开)"),
        "strict": {"type": "boolean"},
        "nav": _data(),
        "not_in_nav": {"type": "string"},
        "validation": _data(2),
        "theme": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                **dict.fromkeys(THEME, _data()),
                "name": _only("material", because="material"),
                "custom_dir": _only("theme/overrides", because="theme/overrides"),
                "font": _only(False, because="false(字体要从别的主机取)"),
                "favicon": _file(r"[A-Za-z0-9_./-]*", "assets/favicon.svg"),
                "logo": _file(r"[A-Za-z0-9_./-]*", "assets/favicon.svg"),
                "static_templates": {
                    "type": "array",
                    "items": _file(r"[A-Za-z0-9_-]*\.(?:html|xml)", "404.html"),
                },
            },
        },
        "plugins": _named(PLUGINS, "插件"),
        "markdown_extensions": _named(MARKDOWN_EXTENSIONS, "Markdown 扩展"),
        "extra_css": {"type": "array", "items": _file(r"[A-Za-z0-9_./-]*\.css", "assets/site.css")},
        "extra_javascript": {
            "type": "array",
            "items": {
                "anyOf": [
                    SCRIPT,
                    {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path"],
                        "properties": {
                            "path": SCRIPT,
                            "type": _only("module", because="module"),
                            "defer": {"type": "boolean"},
                            "async": {"type": "boolean"},
                        },
                    },
                ]
            },
        },
        "hooks": _refused("建成时会运行它列出的 Python 文件"),
        "INHERIT": _refused("它让另一个文件里的设置也算数"),
        "extra_templates": _refused("它把版面的文件当作模板来运行"),
        "extra": {
            "type": "object",
            "required": ["banmian"],
            "additionalProperties": False,
            "properties": {
                **dict.fromkeys(EXTRA, _data()),
                "analytics": ANALYTICS,
                "social": SOCIAL,
                "homepage": LINK,
                "banmian": BANMIAN,
            },
        },
    },
}


class _MkDocsLoader(yaml.SafeLoader):
    """Reads the tags that MkDocs and Python add to YAML as plain text, and runs none."""


_MkDocsLoader.add_multi_constructor("!", lambda loader, suffix, node: str(node.value))
_MkDocsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: str(node.value))


def read_site_file(path: Path) -> YamlFile:
    """Read mkdocs.yml and hold it against what may stand there; faults are returned, not raised."""
    file = read_yaml_file(path, SCHEMA, shown=path.name, loader=_MkDocsLoader)
    if not isinstance(file.data, dict):
        return file
    more = (*_folder_faults(file), *_tag_faults(file), *_sign_faults(file, file.data, ()))
    return replace(file, faults=tuple(sorted((*file.faults, *more), key=lambda fault: fault.line or 0)))


def _root(file: YamlFile) -> yaml.MappingNode:
    root = yaml.compose(file.text, Loader=_MkDocsLoader)
    assert isinstance(root, yaml.MappingNode)
    return root


def _folder_faults(file: YamlFile) -> Iterator[Diagnostic]:
    """Yield a fault for each folder that does not come from the build."""
    for key, value in _root(file).value:
        wanted = FOLDERS.get(key.value)
        if wanted and not (value.tag == "!ENV" and _words(value) == wanted):
            told = f"{key.value}:应为 !ENV [{', '.join(wanted)}],文件夹由建成的命令给出。"
            yield file.fault((key.value,), told, "请照样写回;要放到别处,用 --out。")


def _words(node: yaml.Node) -> tuple[str, ...]:
    return tuple(str(child.value) for child in node.value) if isinstance(node, yaml.SequenceNode) else ()


def _tag_faults(file: YamlFile) -> Iterator[Diagnostic]:
    """Yield a fault for each value that something else would have to be run or asked for."""
    for path, node in _nodes(_root(file), ()):
        if node.tag not in PLAIN and not (len(path) == 1 and path[0] in FOLDERS and node.tag == "!ENV"):
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            yield file.fault(
                path, f"{spelled(path)}:不许用 {tag},只能是写明的值。", "请把值写出来,或删去这一项。"
            )


def _nodes(node: yaml.Node, path: KeyPath) -> Iterator[tuple[KeyPath, yaml.Node]]:
    """Yield every value, and every key at its value's path."""
    yield path, node
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _nodes(child, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _nodes(key, (*path, key.value))
            yield from _nodes(child, (*path, key.value))


def _sign_faults(file: YamlFile, data: Any, path: KeyPath) -> Iterator[Diagnostic]:
    """Yield a fault for each text or key that would be markup in a page."""
    if isinstance(data, str) and (found := UNSAFE.search(data)):
        told = f"{spelled(path)}:不许有“{found[0].strip()}”,网页会把它当作标记或脚本。"
        yield file.fault(path, told, "请去掉;引号写作“”。")
    for key, value in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        if isinstance(key, str):
            yield from _sign_faults(file, key, (*path, key))
        yield from _sign_faults(file, value, (*path, key))
