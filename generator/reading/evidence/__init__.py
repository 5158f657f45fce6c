"""What was learned from other newspapers: which characters stand together, which words belong to one subject.

Numbers alone, fitted by `banmian fit`; `figures.json` says on what. No page is needed to read another.
"""
