"""The page for searching: an empty place that the scripts fill, and help in Chinese."""

from __future__ import annotations

from html import escape

from generator.model.outfiles import OutFile

HELP = (
    ("红色物业", "连着出现这四个字的文章，一字不差；全角半角、大小写、标点和空格不论"),
    ("社区 网格", "两个词都有，不分先后，离得近的排在前面"),
    ('"最后一公里"', "引号里的话连着出现；话里可以有空格"),
    ("物业 -收费", "有“物业”而没有“收费”"),
    ("牧民 OR 农民", "有一个就算；OR 要大写，两边留空格"),
    ("栏目:广角", "只要这个栏目的；同样可用 地区: 主题: 作者: 年: 类:"),
    ("年:2021-2022 地区:集宁", "可以一起用；冒号全角半角都行"),
)
"""What can be written in the box, and what it finds."""
PAGE = """\
---
title: 搜索
description: 搜索档案里的任意词句
section: search
kind: search
head: '<script src="../assets/search.js" defer></script>'
---

<div class="bm-sheet">
<header class="bm-head">
<h1>搜索</h1>
</header>
<div id="banmian-search" class="bm-search">
<noscript><p>搜索要靠浏览器运行脚本。请打开脚本功能，或从地区、栏目、主题的目录浏览。</p></noscript>
</div>
<details class="bm-search__help bm-prose">
<summary>怎样查得准</summary>
<dl>
{rows}
</dl>
<p>写法不合规矩时，按普通的词来找。按 <kbd>/</kbd> 键回到搜索框，<kbd>↑</kbd> <kbd>↓</kbd> 选择，<kbd>Enter</kbd> 打开，<kbd>Esc</kbd> 关闭。</p>
</details>
</div>
"""


def search_page() -> OutFile:
    """Return `search/index.md`."""
    rows = "\n".join(f"<dt><code>{escape(form)}</code></dt>\n<dd>{meaning}</dd>" for form, meaning in HELP)
    return OutFile.of_text("search/index.md", PAGE.format(rows=rows))
