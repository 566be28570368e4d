"""How long things are kept that a feature needs only for a while."""

from datetime import timedelta

KEPT_MESSAGES = timedelta(hours=48)
"""What is said in a room that relays, where the platform can't be asked for it later; the room's notice says so."""
