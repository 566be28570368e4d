"""A community's own poll or event as its networks may see it. The features that have one declare how it is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bots.core.inbound import Attachment
from bots.core.richtext import Rich


@dataclass(frozen=True)
class SharedObject:
    """What others see of an object, in the language and zone of a turn's room. `name`: in a sentence.

    It names nobody, and has no figure from fewer than five people.
    """

    name: str
    text: Rich
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class ObjectSharing:
    """How a kind of object is found and shown.

    `find` takes a command, the number typed after it or None, and the turn; it returns the id of the community's own
    object and raises Refusal. `check` takes an id as text and the turn; it returns the id and raises Refusal if the
    turn's community may not share that now. `render` takes an id and the turn; it returns None when the object is gone.
    """

    find: Callable[..., Awaitable[int]]
    check: Callable[..., Awaitable[int]]
    render: Callable[..., Awaitable[SharedObject | None]]
