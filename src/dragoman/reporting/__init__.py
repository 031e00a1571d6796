"""Answers, measurements and events to words, charts, HTML and JSON; computes no number."""
