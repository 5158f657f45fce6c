"""How well pages are read: readings held against answers that a person wrote, and how far “sure” can be trusted.

`answers` reads what a person says of a page, `measuring` holds one reading against it, `totals` adds pages up
by manner, `reliability` asks whether confidence means what it says, `showing` tells it.
"""

from __future__ import annotations

from generator.editing.scoring.answers import Answer, AnsweredPage, find_answers, read_answer
from generator.editing.scoring.measuring import PageMeasure, measure_page
from generator.editing.scoring.showing import as_json, as_list, as_table
from generator.editing.scoring.totals import Score, add_up

__all__ = [
    "Answer",
    "AnsweredPage",
    "PageMeasure",
    "Score",
    "add_up",
    "as_json",
    "as_list",
    "as_table",
    "find_answers",
    "measure_page",
    "read_answer",
]
