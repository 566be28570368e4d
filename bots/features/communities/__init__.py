"""Communities and networks: their setup, settings, rooms and roles."""
