"""How modules become one classic script, to the letter, and what is told of a module that cannot be linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.linking import ENTRIES, ScriptFault, link, script_files


def folder_of(folder: Path, **modules: str) -> Path:
    """Write modules; a name may hold `__` for a folder."""
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_modules_stand_one_after_another_behind_what_they_import(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        a='/* What it\n does. */\nimport { one, two } from "./deep/b.js";\nimport { three } from "./c.js";\n\nconst own = 1;\nexport function a() {\n  /* kept */\n  return one + two + three + own;\n}\n',
        deep__b='import { three } from "../c.js";\n\nexport const one = three;\nexport async function two() {}\nexport class Four {}\nlet last;\n',
        c="/* Three. */\n\nexport const three = 3;\n",
    )  # fmt: skip
    assert link(folder, "a.js") == (
        '(() => {\n"use strict";\n\n'
        "const three = 3;\n"
        "\nconst one = three;\nasync function two() {}\nclass Four {}\nlet last;\n"
        "\nconst own = 1;\nfunction a() {\n  /* kept */\n  return one + two + three + own;\n}\n"
        "})();\n"
    )


def test_each_entry_is_a_script() -> None:
    assert ENTRIES == ("settings", "palette", "features", "site", "search", "bench", "browse", "scan", "desk")
    assert [file.uri for file in script_files()] == [f"assets/{entry}.js" for entry in ENTRIES]


@pytest.mark.parametrize(
    ("modules", "fault"),
    [
        ({}, "a.js:没有这个文件,目录 要引用它。"),
        ({"a": 'import { b } from "./b.js";\n'}, "b.js:没有这个文件,a.js 要引用它。"),
        (
            {
                "a": 'import { b } from "./b.js";\nexport const a = 1;\n',
                "b": 'import { a } from "./a.js";\nexport const b = 1;\n',
            },
            "a.js:绕了一圈又引用自己(a.js → b.js → a.js)。",
        ),
        (
            {"a": 'import { z, b, y } from "./b.js";\n', "b": "export const b = 1;\nconst z = 1;\n"},
            "a.js:./b.js 没有给出 y、z。".replace("./", ""),
        ),
        (
            {
                "a": 'import { b } from "./b.js";\nconst same = 1;\n',
                "b": "export const b = 1;\nfunction same() {}\n",
            },
            "a.js:same 在 b.js 里已经有了,请另取一个名字。",
        ),
    ],
)
def test_what_cannot_be_linked_is_told(tmp_path: Path, modules: dict[str, str], fault: str) -> None:
    with pytest.raises(ScriptFault) as caught:
        link(folder_of(tmp_path, **modules), "a.js")
    assert str(caught.value) == fault


@pytest.mark.parametrize(
    "line",
    [
        'import b from "./b.js";',
        'import * as b from "./b.js";',
        'import "./b.js";',
        'import { b } from "b.js";',
        "export { a };",
        "export default a;",
        "export let a = 1;",
        'export * from "./b.js";',
        "var a = 1;",
        "const { a } = b;",
        "const [a] = b;",
        "let { a } = b;",
        "let [a] = b;",
        "let a, b;",
        "const a = 1, b = 2;",
    ],
)
def test_a_form_that_cannot_be_linked_is_told(tmp_path: Path, line: str) -> None:
    with pytest.raises(ScriptFault) as caught:
        link(folder_of(tmp_path, a=f"const first = 1;\n{line}\n"), "a.js")
    assert str(caught.value) == f"a.js:“{line}”这样的写法连不起来,写法见 generator/site/linking.py。"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("const same = 1;", "same"),
        ("let same;", "same"),
        ("let same = 1;", "same"),
        ("function same() {}", "same"),
        ("function* same() {}", "same"),
        ("async function same() {}", "same"),
        ("class same {}", "same"),
        ("class same extends Array {}", "same"),
        ("export const same = 1;", "same"),
        ("export function same() {}", "same"),
        ("export async function same() {}", "same"),
        ("export class same {}", "same"),
    ],
)
def test_every_declaration_takes_its_name(tmp_path: Path, line: str, name: str) -> None:
    modules = {"a": f'import {{ b }} from "./b.js";\n{line}\n', "b": "export const b = 1;\nconst same = 1;\n"}
    with pytest.raises(ScriptFault, match=f"^a.js:{name} 在 b.js 里已经有了"):
        link(folder_of(tmp_path, **modules), "a.js")


@pytest.mark.parametrize(
    "line",
    [
        "const a = [1, 2];",
        "const a = (b, c) => b;",
        'const a = "b, c";',
        "const a = { b, c };",
        "variable = 1;",
        "imported = 1;",
        "exported();",
        "  var inside = 1;",
        "  const same = 2;",
        "const a = 'b, c';",
    ],
)
def test_what_only_looks_like_it_stays(tmp_path: Path, line: str) -> None:
    modules = {
        "a": f'import {{ b }} from "./b.js";\nconst first = 1;\n{line}\n',
        "b": "export const b = 1;\nconst same = 1;\n",
    }
    assert f"\n{line.strip()}\n" in link(folder_of(tmp_path, **modules), "a.js").replace("\n  ", "\n")
