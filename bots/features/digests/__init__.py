"""A network's news, once a day."""
