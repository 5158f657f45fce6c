"""The page for searching: a form that works alone, and help in Chinese."""

from __future__ import annotations

from generator.outfiles import OutFile

PAGE = """\
---
title: 搜索
hide:
  - toc
---

<div id="banmian-search" class="bm-search">
<noscript><p>搜索需要浏览器运行脚本。请打开脚本功能，或从各地区、栏目、主题的目录浏览。</p></noscript>
</div>

## 怎样查

| 写法 | 找什么 |
|---|---|
| `红色物业` | 连着出现这四个字的文章，一字不差；全角半角、大小写、标点和空格不论 |
| `社区 网格` | 两个词都有的文章，不分先后 |
| `"最后一公里"` | 引号里的话连着出现；中间可以有空格 |
| `物业 -收费` | 有“物业”而没有“收费” |
| `牧民 OR 农民` | 两个词有一个就算；`OR` 要大写，两边留空格 |
| `栏目:广角` | 只在这个栏目里找；还可以用 `地区:` `主题:` `作者:` `年:` `类:` |
| `年:2021-2022 地区:集宁` | 可以一起用；冒号全角半角都行 |

写法不合规矩时，按普通的词来找。按 `/` 键回到搜索框，`↑` `↓` 选择，`Enter` 打开，`Esc` 关闭。
"""


def search_page() -> OutFile:
    """Return `search/index.md`; the scripts fill its empty element."""
    return OutFile.of_text("search/index.md", PAGE)
