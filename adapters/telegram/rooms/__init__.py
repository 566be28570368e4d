"""What the bot knows about its Telegram rooms and their people."""
