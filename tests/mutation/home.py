"""Makes a process forget what it has imported of the program, and import it from one folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OWN = Path(__file__).parent.parent.parent


def come_home(root: Path) -> None:
    """Import generator/ and tests/ anew, from this folder and no other."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("generator", "tests")]:
        del sys.modules[name]
    os.chdir(root)
    sys.path[:] = [str(root), *(each for each in sys.path if each not in ("", str(OWN), str(root)))]
