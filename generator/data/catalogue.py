"""What data files an archive publishes, and what every field of them means: the data dictionary.

The meanings are those of the published schemas, so a page that shows them cannot differ from the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Schema = Mapping[str, Any]
SCHEMAS = Path(__file__).parent / "schemas"
CRATE = "ro-crate-metadata.json"
"""The RO-Crate, at the root of the site: what holds it is a crate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a data file."""

    name: str
    """Its name; a field inside another is written `outer.inner`, in a list `outer[].inner`."""
    about: str
    """What it holds, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A published data file."""

    uri: str
    """Its address, relative to the site's root."""
    title: str
    """What it is, in a few Chinese words."""
    about: str
    """What it is good for, in one Chinese sentence."""
    media_type: str
    """Its media type."""
    fields: tuple[Field, ...] = ()
    """Its fields, if it has any that need words."""
    schema: str = ""
    """The address of its schema, relative to the site's root."""


@cache
def read_schema(name: str) -> Schema:
    """Return the file `name` of generator/data/schemas."""
    schema: Schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    return schema


@cache
def data_files() -> tuple[DataFile, ...]:
    """Return every file of the data folder but the schemas, and the crate, the most wanted first."""
    return (
        DataFile(
            uri="data/articles.csv",
            title="全部稿件（表格）",
            about="一篇一行，可用 Excel、WPS 打开；以 = + - @ 等开头的格子前加一个单引号，免得被当作公式。",
            media_type="text/csv",
            fields=_table_fields("articles.csv.json"),
            schema="data/schemas/articles.csv.json",
        ),
        *_line_files(),
        *_table_files(),
        DataFile(
            uri="data/addresses.jsonl",
            title="地址簿（JSON Lines）",
            about="稿件的每一个地址，连同从前的；从前的地址各自通到哪里。",
            media_type="application/jsonl",
            fields=_schema_fields("addresses.schema.json"),
            schema="data/schemas/addresses.schema.json",
        ),
        DataFile(
            uri="data/shared.jsonl",
            title="同文（JSON Lines）",
            about="一行一段在两篇以上稿件里都有的文字，含每一处的稿件、行号和起止，最长的在前。",
            media_type="application/jsonl",
            fields=_schema_fields("shared.schema.json"),
            schema="data/schemas/shared.schema.json",
        ),
        DataFile(
            uri="data/archive.sqlite",
            title="数据库（SQLite）",
            about="同样的内容分成各表，可用 Datasette、DB Browser 打开，用 SQL 查询。",
            media_type="application/vnd.sqlite3",
            fields=TABLES,
        ),
        *_reference_files(),
        *_vocabulary_files(),
        *_describing_files(),
    )


def _line_files() -> tuple[DataFile, ...]:
    return tuple(
        DataFile(
            uri=f"data/{name}.jsonl",
            title=f"{title}（JSON Lines）",
            about=about,
            media_type="application/jsonl",
            fields=_schema_fields(f"{name}.schema.json"),
            schema=f"data/schemas/{name}.schema.json",
        )
        for name, title, about in (
            ("articles", "全部稿件", "一篇一行，含段落、源行号和每个标签的依据，供程序使用。"),
            ("pages", "全部版面", "一版一行，含栏目标记和未能归入稿件的行。"),
            ("lines", "版面各行", "版面文件的每一行照录，每条依据的行号和起止都能在这里找到原字。"),
            ("mentions", "人、单位、做法", "署名和有公职的人、单位、做法，每被提到一处一行，连同印在哪里。"),
        )
    )


def _table_files() -> tuple[DataFile, ...]:
    return tuple(
        DataFile(
            uri=f"data/{name}",
            title=title,
            about=about,
            media_type="text/csv",
            fields=_table_fields(f"{name}.json"),
            schema=f"data/schemas/{name}.json",
        )
        for name, title, about in (
            (
                "evidence.csv",
                "依据（表格）",
                "每个标签、署名、日期的依据，一处一行：哪个文件、第几行、起止、原字、规则。",
            ),
            ("bylines.csv", "署名（表格）", "一个署名一行。"),
            ("places.csv", "地区（表格）", "一篇稿件的一个地区一行，推测的另有标明。"),
            ("mentions.csv", "提到（表格）", "人、单位、做法每被提到一处一行，跨行的一段一行。"),
        )
    )


def _reference_files() -> tuple[DataFile, ...]:
    return (
        DataFile(
            uri="data/articles.ris",
            title="全部引文（RIS）",
            about="导入 EndNote、NoteExpress、Zotero，类型为报纸文章。",
            media_type="application/x-research-info-systems",
        ),
        DataFile(
            uri="data/articles.bib",
            title="全部引文（BibTeX）",
            about="供 LaTeX 使用；Zotero 导入 BibTeX 一律记作期刊文章，要记作报纸文章，请用 RIS 或 CSL-JSON。",
            media_type="application/x-bibtex",
        ),
        DataFile(
            uri="data/articles.csl.json",
            title="全部引文（CSL-JSON）",
            about="供 Zotero、Pandoc 等按 CSL 样式排出参考文献。",
            media_type="application/vnd.citationstyles.csl+json",
        ),
    )


def _vocabulary_files() -> tuple[DataFile, ...]:
    return tuple(
        DataFile(
            uri=f"data/{name}.json",
            title=title,
            about=about,
            media_type="application/json",
            fields=_schema_fields(f"{name}.schema.json"),
            schema=f"data/schemas/{name}.schema.json",
        )
        for name, title, about in (
            ("regions", "地区表", "有稿件的地区，含代码、别名和稿件数。"),
            ("columns", "栏目表", "有稿件的栏目，含别名和稿件数。"),
            ("themes", "主题表", "主题词表，含定义、判定用词和稿件数。"),
            (
                "papers",
                "报纸表",
                "每种报纸的名称、曾用名、刊号、出版地和收录的各期；写明了出版日的，列出缺哪些期。",
            ),
            ("report", "统计与问题", "本次生成的各项数目和检查发现的问题。"),
        )
    )


def _describing_files() -> tuple[DataFile, ...]:
    return (
        DataFile(
            uri="data/datapackage.json",
            title="数据包说明",
            about="按 Frictionless Data Package 规范描述全部数据文件。",
            media_type="application/json",
        ),
        DataFile(
            uri=CRATE,
            title="档案说明（RO-Crate）",
            about="按 RO-Crate 1.2 描述整个档案：数据文件、版面、报纸、权利、编者和所用的软件，供典藏机构收录。",
            media_type="application/ld+json",
        ),
        DataFile(
            uri="data/CITATION.cff",
            title="引用本数据集",
            about="怎样引用整个档案；版本号由数据内容算出，内容不变则版本不变。",
            media_type="application/yaml",
        ),
        DataFile(
            uri="data/SHA256SUMS",
            title="校验值",
            about="各数据文件的 SHA-256，可用 sha256sum -c SHA256SUMS 核对。",
            media_type="text/plain",
        ),
    )


TABLES = tuple(
    Field(name=name, about=about)
    for name, about in (
        ("items", "稿件，一篇一行；text 是正文，corrected_ 开头的各栏是编者改正后的文字，与原读相同则为空。"),
        ("pages", "版面，一版一行。"),
        ("papers", "报纸；版面写明了报名的才有。"),
        ("issues", "各期报纸：同一种报纸同一天的版面。"),
        ("issue_pages", "一期的各版，按版次。"),
        ("bylines", "印出的署名；单位的 contribution 为 institution；thing_id 是人或单位的编号。"),
        ("paragraphs", "段落、小标题和列表条目；corrected 是改正后的文字，lines 是源行号的 JSON 列表。"),
        ("authors", "编者注明的作者；file、line 是附注的文件名和行号。"),
        (
            "item_statements",
            "编者在附注里写明的栏目、种类、系列的第几篇和拟的题；read 是版面上原来读作什么。",
        ),
        ("item_checks", "稿件由谁、几时对照报纸核对过；text_sum 是当时文字的校验值，文字变了的核对不列。"),
        ("regions", "地区；parent 是上级的代码。"),
        (
            "item_regions",
            "稿件的地区；is_primary 为 1 是所属，为 0 是提到；guess 为 1 只是推测；evidence 是依据的 JSON 列表。",
        ),
        ("themes", "主题。"),
        ("item_themes", "稿件的主题与依据。"),
        ("columns", "栏目。"),
        ("item_practices", "稿件中的做法、品牌。"),
        ("persons", "署名的人，和报上连同公职印出的人；items 是几篇，mentions 是几处。"),
        ("organisations", "署名的单位，和署名者任职的单位。"),
        ("practices", "做法、品牌；名称相同的是一个。"),
        ("mentions", "人、单位、做法每被提到的一处；kind 和 thing_id 说明是谁，跨行的分成几段 piece。"),
        ("item_doubts", "稿件存疑之处。"),
        ("misprints", "编者给出的正字。"),
        ("unplaced", "未能归入稿件的行。"),
        ("lines", "版面文件的每一行，和附注文件里用作依据的行。"),
        (
            "evidence",
            '每处依据：substr(lines.text, start + 1, "end" - start) 就是 text；rule 为 editor 的是编者的字，为 guess 的只是推测。',
        ),
        ("shared_runs", "同文：在两篇以上稿件里都有的文字。"),
        ("shared_places", "同文的每一处；pieces 是行号与起止的 JSON 列表。"),
        (
            "search",
            "稿件的全文检索（FTS5，Datasette 的搜索框用它）：引题、标题、副题、正文里一至八字的任意字串（正文超过五十万字的档案到四字），标题不限字数；更长的用空格断开，或用 LIKE 查 items.text。正文超过二百万字的档案没有此表。",
        ),
    )
)


def _table_fields(name: str) -> tuple[Field, ...]:
    return tuple(
        Field(name=column["name"], about=column["description"]) for column in read_schema(name)["fields"]
    )


def _schema_fields(name: str) -> tuple[Field, ...]:
    schema = read_schema(name)
    return tuple(_walk(schema, schema, ""))


def _walk(schema: Schema, whole: Schema, prefix: str) -> Iterator[Field]:
    """Yield the fields of an object or a list of objects, each before those inside it."""
    schema, whole = _resolve(schema, whole)
    if schema.get("type") == "array" and "items" in schema:
        yield from _walk(schema["items"], whole, f"{prefix}[]" if prefix else "")
        return
    for name, inner in schema.get("properties", {}).items():
        path = f"{prefix}.{name}" if prefix else name
        about = inner.get("description") or _resolve(inner, whole)[0].get("description", "")
        yield Field(name=path, about=about)
        yield from _walk(inner, whole, path)


def _resolve(schema: Schema, whole: Schema) -> tuple[Schema, Schema]:
    """Return what `schema` of the file `whole` refers to (of `null or X` the X), and the file that it stands in."""
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolve(choice, whole)
    if "$ref" not in schema:
        return schema, whole
    file, _, pointer = schema["$ref"].partition("#/")
    home = read_schema(file) if file else whole
    place: Schema = home
    for part in pointer.split("/"):
        place = place[part]
    return _resolve(place, home)
