"""The second coder: a language model's answer in, checked, the same events out."""
