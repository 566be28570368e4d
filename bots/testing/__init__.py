"""Fakes of a platform and its adapter, in memory.

MemoryPlatform plays the role of a homeserver: it outlives the bot, keeps a log of all events to read on from, and shows
repeated sendings once.
"""

from bots.testing.adapter import MemoryAdapter
from bots.testing.platform import MemoryPlatform
from bots.testing.shown import BOT, Shown

__all__ = ["BOT", "MemoryAdapter", "MemoryPlatform", "Shown"]
