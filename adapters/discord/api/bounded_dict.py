"""A dict that forgets its oldest entries."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Item = TypeVar("Item")


class BoundedDict(dict[Key, Item]):
    """Holds at most `size` entries: setting one more removes the oldest."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def __setitem__(self, key: Key, value: Item) -> None:
        super().__setitem__(key, value)
        while len(self) > self._size:
            del self[next(iter(self))]
