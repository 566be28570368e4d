"""What a handler works with: the room, the person, the words, and everything it may say or write."""
