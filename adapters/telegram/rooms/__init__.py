"""The rooms of a Telegram account: state, people, admins and the bot's permissions."""
