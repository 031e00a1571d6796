"""Counts to series, shifts and triads: arithmetic only, no database."""
