"""Sign in to Matrix and set the bot up there."""
