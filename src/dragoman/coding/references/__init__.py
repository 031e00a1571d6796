"""Whom an article means by "he", "the two countries", "we" or "the foreign minister"."""
