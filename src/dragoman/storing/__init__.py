"""Events to and from Parquet and DuckDB."""
