"""Polls: one ballot for each member, a live tally, and results."""
