"""Writes a model page and its sidecar, to be filled in by a person."""

from __future__ import annotations

import os
from pathlib import Path

from generator.reading.files import ID, ID_LIMIT, RESERVED
from generator.telling.errors import UsageError
from generator.telling.system import naming

PAGE = """◎这里写栏目名

# 这里写标题

□本报记者 姓名

这里写正文。一段一行,段与段之间空一行。

◎这里写下一个栏目名

# 这里写下一篇的标题

本报讯(记者 姓名)没有署名行的消息,署名在正文开头。
"""

SIDECAR = """# 关于这一版,只写知道的;不知道的就让它留在 # 后面。写法见 CONTRIBUTING.md。
# paper: 报纸的名称
# date: 2022-06-16
# page: "07"
"""


def draft_page(stem: str, seeds: Path) -> tuple[Path, Path]:
    """Write `stem.txt` and `stem.yml` to `seeds` and return their paths.

    Raises UsageError for a stem that cannot be an id, or if one of the files is there.
    """
    if not ID.fullmatch(stem) or len(stem) > ID_LIMIT or RESERVED.fullmatch(stem):
        raise UsageError(
            f"“{stem}”不能用作版面编号:请用字母、数字、- 和 _,不超过 {ID_LIMIT} 个字符,"
            "例如 nmgrb-20220616-07。"
        )
    drafts = {seeds / f"{stem}.txt": PAGE, seeds / f"{stem}.yml": SIDECAR}
    for path in drafts:
        if os.path.lexists(path):
            raise UsageError(f"{path} 已经在了,没有改动它。")
    seeds.mkdir(parents=True, exist_ok=True)
    try:
        for path, text in drafts.items():
            with naming(path):
                path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        for path in drafts:
            path.unlink(missing_ok=True)
        raise
    page, sidecar = drafts
    return page, sidecar
