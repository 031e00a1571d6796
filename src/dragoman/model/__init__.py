"""Nouns: frozen records without disk or clock, which every room shares."""
