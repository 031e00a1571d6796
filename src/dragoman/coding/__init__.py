"""Sentences to events: actors, acts, roles, dates, status, voices, aims."""
