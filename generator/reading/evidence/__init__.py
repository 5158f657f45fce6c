"""What was learned from other newspapers: which characters stand together, which words belong to one subject.

Numbers alone, fitted by `python -m generator fit`; `fitted.json` says on what and how well. No page is needed to read another.
"""
