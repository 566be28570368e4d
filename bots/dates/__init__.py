"""Dates, lengths of time and zones as people write and read them. Pure: the current time is always a parameter."""
