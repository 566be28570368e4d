"""Kinds of polls, one module each: what a ballot may say, and how ballots are counted. Pure."""
