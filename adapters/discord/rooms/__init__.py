"""What the bot knows about its Discord rooms and their people."""
