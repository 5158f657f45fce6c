"""Read the pages of our own, show how well, say what changed, and write it down as the new baseline.

`python -m tests.home`. `python -m tests.home FOLDER [SEED [HALF]]` writes pages and answers there instead, to look
at, to fit and to hold out: those of the floors, or with a seed of your own others like them, laid out anew. HALF is
0 or 1: pages of one half share no article with those of the other.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.editing.scoring import as_table
from generator.telling.progress import on
from tests.home.baseline import FILE, fallen, figures_of, load, read_home, renew
from tests.home.manners import write_pages

if len(sys.argv) > 1:
    write_pages(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
else:
    scores = read_home(on())
    print(as_table(scores), end="")
    for sentence in fallen(load()[1], figures_of(scores)) if FILE.exists() else ():
        print(sentence)
    renew(scores)
