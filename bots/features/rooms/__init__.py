"""The rooms the bot is in: invited, introduced, lost, moved, unreadable; and `help`."""
