"""Starts Banmian with nothing but Python: `python3 -m generator build`.

Imports the standard library alone until the packages are there.
"""

from __future__ import annotations

import sys

from generator import bootstrap


def main() -> None:
    """Set the packages up if they are missing, then hand over to the command line."""
    bootstrap.enter(sys.argv[1:])
    try:
        from generator.cli import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("generator"):
            raise
        sys.exit(bootstrap.tell_incomplete(error.name or ""))
    run()


if __name__ == "__main__":
    main()
