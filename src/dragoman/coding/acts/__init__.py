"""What: the words that name an act, by the tables and by the network, and what it is about."""
