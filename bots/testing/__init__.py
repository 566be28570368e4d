"""The in-memory twin of a platform and its adapter: chat rooms that live in one object.

MemoryPlatform is what a homeserver is to Matrix: it outlives the bot, remembers every event with a token to read on
from, and shows an equal sending once.
"""

from bots.testing.adapter import MemoryAdapter
from bots.testing.platform import MemoryPlatform
from bots.testing.shown import BOT, Shown

__all__ = ["BOT", "MemoryAdapter", "MemoryPlatform", "Shown"]
