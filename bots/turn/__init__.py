"""A handler's surroundings: the room, the person, the texts, and everything that it may send or write."""
