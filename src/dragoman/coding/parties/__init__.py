"""Who to whom: the actors and recipients of an act, and acts found by their parties."""
