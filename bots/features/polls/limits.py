"""The limits of a poll's words and rules."""

from datetime import timedelta

MAX_QUESTION_LENGTH = 300
MAX_OPTION_LENGTH = 100
MAX_OPTIONS = 20
MAX_RUNNING = 100
"""How many polls of one community or network may be open, or wait to be opened."""
MAX_ADDED = 3
"""Options that one person may add to an open list."""
MAX_VOTERS = 100_000
MAX_SINCE_DAYS = timedelta(days=3650)
MAX_REMIND = timedelta(days=30)
MAX_POINTS = 10
"""The top score, and the most dots of one voter."""
MAX_NATIVE_OPTIONS = 10
"""Options of a native poll beside buttons: Discord and Telegram both accept ten."""
