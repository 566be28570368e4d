"""The numbers of the newest messages. They have no gaps, so an unknown message has a number between these.

A supergroup counts its own messages; all private chats and basic groups of a bot share one count.
https://core.telegram.org/api/updates#message-related-event-sequences
"""

from __future__ import annotations

from collections import OrderedDict, deque

_KEPT, _MOST_COUNTS = 64, 10_000
_SUPERGROUPS_FROM = -1_000_000_000_000
_SHARED = 0


def count_of(chat: int) -> int:
    """Return the count that a chat's messages belong to."""
    return chat if chat <= _SUPERGROUPS_FROM else _SHARED


class MessageNumbers:
    """The newest known numbers of each count."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, deque[int]] = OrderedDict()

    def note(self, chat: int, number: int) -> None:
        """Remember the number of a message that was received or sent."""
        count = count_of(chat)
        self._known.setdefault(count, deque(maxlen=_KEPT)).append(number)
        self._known.move_to_end(count)
        if len(self._known) > _MOST_COUNTS:
            self._known.popitem(last=False)

    def newest(self, chat: int) -> int | None:
        """Return the highest known number; None when none is known yet."""
        return max(self._known.get(count_of(chat), ()), default=None)

    def unknown_after(self, chat: int, number: int, most: int) -> list[int]:
        """Return the first numbers after this one that no known message has."""
        known = self._known.get(count_of(chat), ())
        return [one for one in range(number + 1, number + 1 + most + len(known)) if one not in known][:most]
