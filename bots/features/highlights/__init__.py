"""Messages that a community shares with its network."""
