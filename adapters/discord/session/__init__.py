"""Sign in to Discord and set the bot up there."""
