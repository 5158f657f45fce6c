"""Banmian turns the OCR text of newspaper pages into a searchable, citable static archive."""

__version__ = "0.1.0"
