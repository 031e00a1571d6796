"""How firm: whether an act happened, is to come, may be, or did not."""
