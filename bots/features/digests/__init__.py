"""A network's news, once a day, week or month."""
