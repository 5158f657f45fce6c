"""Pages with answers to numbers: `python -m generator fit`, from the first answer to the last figure.

`answered` reads pages and answers and parts them so that no article stands in two parts, `running` fits one thing
after the other, `telling` says how well it went.
"""

from __future__ import annotations

from generator.editing.fitting.answered import Pages, read_pages
from generator.editing.fitting.running import STEPS, Fit, fit
from generator.editing.fitting.telling import as_lines

__all__ = ["STEPS", "Fit", "Pages", "as_lines", "fit", "read_pages"]
