"""What each doubt about an item's reading means, for readers and editors."""

from __future__ import annotations

from collections.abc import Mapping

DOUBTS: Mapping[str, str] = {
    "region-conflict": "并列印出的两个地名互不隶属,其中一个可能印错或识别错了。",
    "region-likely": "印出的地名在上级地区里查不到,有一个写法相近的地名,很可能是它。",
}
"""Code to meaning, in Chinese; every code that a stage gives to a Doubt is listed here."""
