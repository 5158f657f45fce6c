"""Starts Banmian with nothing but Python: `python3 -m generator build`.

Imports the standard library alone until the packages are there. An old Python must be able to read this file.
"""

import sys


def main() -> None:
    """Set the packages up if they are missing, then hand over to the command line."""
    if sys.version_info < (3, 7):  # noqa: UP036 - the bootstrap itself needs 3.7 to say more
        sys.exit("需要 Python 3.11 到 3.13。\nPython 3.11 to 3.13 is needed.")
    from generator.commands import bootstrap

    bootstrap.enter(sys.argv[1:])
    try:
        from generator.commands.cli import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("generator"):
            raise
        sys.exit(bootstrap.tell_incomplete(error.name or ""))
    run()


if __name__ == "__main__":
    main()
