"""Bytes to articles: pages, text files, JSON, with boilerplate taken out and language told."""
