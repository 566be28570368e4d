"""Sign in to Telegram and set the bot up there."""
