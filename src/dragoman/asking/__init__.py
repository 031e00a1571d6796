"""A question in words to an assessment with findings."""
