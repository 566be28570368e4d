"""Sign-in, the command menu and the webhook check."""
