"""The process that MkDocs runs in: it ends with the build that started it, however that one ends.

Run as a file. The build keeps the other end of standard input and writes nothing to it; when the build
is gone, even by `kill -9`, the system closes that end, and reading comes to its end here.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

REFUSED = 75
"""Exit code where the system refused something; the last line says what: the error's number and the file."""
OUT_OF_MEMORY = 12
"""ENOMEM."""


def main() -> None:
    """Run MkDocs with the arguments given, as `python -m mkdocs` does."""
    threading.Thread(target=_end_with_the_build, daemon=True).start()
    try:
        from mkdocs.__main__ import cli

        sys.path.append(str(Path(__file__).parent.parent.parent))
        from generator.publishing import passing

        passing.install(sys.stdout.write)
        cli(prog_name="mkdocs")
    except OSError as error:
        _refuse(error.errno or 0, error.filename2 or error.filename)
    except MemoryError:
        _refuse(OUT_OF_MEMORY, "")


def _end_with_the_build() -> None:
    while os.read(0, 1):
        pass
    os._exit(REFUSED)


def _refuse(number: int, file: object) -> None:
    sys.stdout.write(f"\n{number} {os.fsdecode(file) if isinstance(file, str | bytes) else ''}\n")
    sys.stdout.flush()
    sys.exit(REFUSED)


if __name__ == "__main__":
    main()
