"""Dates, spans and zones as people write and read them: pure, time is always a parameter."""
