"""When: time expressions and the days they span, and which of them dates an act."""
