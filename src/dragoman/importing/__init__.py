"""Published event datasets to imported events, as column tables and SQL."""
