"""The coder over many articles, with all cores."""
