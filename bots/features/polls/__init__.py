"""Polls: one ballot a member, changeable until the close, a live tally, results always posted."""
