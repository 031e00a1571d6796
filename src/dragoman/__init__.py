"""dragoman reads news articles and tells how states stand to one another."""
