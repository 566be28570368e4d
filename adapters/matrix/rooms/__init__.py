"""The bot's Matrix rooms and their members."""
