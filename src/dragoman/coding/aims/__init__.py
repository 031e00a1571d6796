"""Against whom: the third parties an act is aimed at, and on whose word that is so."""
