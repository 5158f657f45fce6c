"""How the work on a page grows with the page, over pages that are made to hurt: `python -m tests.growth`."""
