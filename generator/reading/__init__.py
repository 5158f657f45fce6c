"""Bytes to items: what each printed line is, and which lines are one article."""
