"""Who: the names, titles and nouns of the tables in a sentence, and whom each stands for."""
