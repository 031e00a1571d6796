"""Sentences to events, in rooms that each answer one question of an act."""
