"""Whole pages of our own in many manners, and how well they are read: `python -m tests.home`."""
