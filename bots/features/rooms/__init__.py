"""The rooms the bot is in: joining, leaving, moving, permissions; `help` and `cancel`."""
