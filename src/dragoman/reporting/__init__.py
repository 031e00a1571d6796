"""Assessments and events to words, HTML and JSON; computes no number."""
