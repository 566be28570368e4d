"""The news of a network or a community, once a day, week or month."""
