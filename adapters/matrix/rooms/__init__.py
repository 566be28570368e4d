"""What the bot knows about its Matrix rooms and their people."""
