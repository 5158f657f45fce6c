"""Links the modules of theme/scripts: one classic script for each kind of page.

A page that is opened from a folder may load no modules, and the first command needs Python alone; so
the modules that an entry imports are put one after another into one scope. That asks of them:

- `import { name } from "./module.js";` and `export` before a declaration, and no other form of either;
- at the margin, a name stands for one thing in everything that an entry loads;
- modules do not import each other in a circle.

What breaks one of these is a ScriptFault. Comments at the margin stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.model.outfiles import OutFile
from generator.telling.errors import BanmianError
from generator.vocabulary.settings import ROOT

SCRIPTS = ROOT / "theme" / "scripts"
ENTRIES = ("settings", "palette", "features", "site", "search", "bench", "browse", "scan", "desk")
"""Before anything is drawn, with the header, before Material's bundle, after it, searching, the workbench, leading on, a page's picture, the desk."""
COMMENT = re.compile(r"^/\*.*?\*/\n", re.MULTILINE | re.DOTALL)
IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
DECLARED = re.compile(
    r"^(export )?(?:(?:async )?function\*?|class|const|let) ([^=;({]+?)(?= |=|;|\()", re.MULTILINE
)
MODULE_WORD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
UNREADABLE = re.compile(r"^(?:var\b|(?:const|let) (?:[\[{]|[^(\[{\"'\n]*,)).*", re.MULTILINE)


class ScriptFault(BanmianError):
    """A module of theme/scripts that cannot be linked."""


def script_files() -> Iterator[OutFile]:
    """Yield `assets/ENTRY.js` for each entry."""
    for entry in ENTRIES:
        yield OutFile.of_text(f"assets/{entry}.js", link(SCRIPTS, f"{entry}.js"))


def link(folder: Path, entry: str) -> str:
    """Return one classic script that does what the module `entry` and all that it imports do."""
    modules: dict[str, _Module] = {}
    _gather(folder, entry, modules, ())
    owners: dict[str, str] = {}
    for module in modules.values():
        for name in module.names:
            if owners.setdefault(name, module.path) != module.path:
                raise ScriptFault(f"{module.path}:{name} 在 {owners[name]} 里已经有了,请另取一个名字。")
    body = "\n".join(module.code for module in modules.values())
    return f'(() => {{\n"use strict";\n\n{body}}})();\n'


class _Module:
    """One module, taken apart."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        text = COMMENT.sub("", text)
        self.imports: dict[str, list[str]] = {}
        for names, source in IMPORT.findall(text):
            self.imports[normpath(join(dirname(path), source))] = [
                name.strip() for name in names.split(",") if name.strip()
            ]
        text = IMPORT.sub("", text)
        declared = DECLARED.findall(text)
        self.names = [name for _, name in declared]
        self.exports = {name for exported, name in declared if exported}
        self.code = re.sub(
            r"^export (?=async|function|class|const)", "", text.strip() + "\n", flags=re.MULTILINE
        )
        if wrong := MODULE_WORD.search(self.code) or UNREADABLE.search(self.code):
            raise ScriptFault(f"{path}:“{wrong[0]}”这样的写法连不起来,写法见 generator/site/linking.py。")


def _gather(folder: Path, path: str, modules: dict[str, _Module], above: tuple[str, ...]) -> _Module:
    """Add a module behind everything that it imports."""
    if path in above:
        raise ScriptFault(f"{path}:绕了一圈又引用自己({' → '.join((*above, path))})。")
    if path in modules:
        return modules[path]
    try:
        module = _Module(path, (folder / path).read_text("utf-8"))
    except FileNotFoundError:
        raise ScriptFault(f"{path}:没有这个文件,{above[-1] if above else '目录'} 要引用它。") from None
    for source, names in module.imports.items():
        missing = set(names) - _gather(folder, source, modules, (*above, path)).exports
        if missing:
            raise ScriptFault(f"{path}:{source} 没有给出 {'、'.join(sorted(missing))}。")
    modules[path] = module
    return module
