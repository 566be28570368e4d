"""What the features offer each other through the turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bots.core.richtext import Rich
from bots.turn.notices import Notice, NoticeHandler


@dataclass(frozen=True)
class Extensions:
    """The handlers of each kind of notice, and each feature's section of the digest by the feature's name."""

    notice_handlers: Mapping[type[Notice], Sequence[NoticeHandler]] = field(default_factory=dict)
    digest_sections: Mapping[str, Callable[..., Awaitable[Rich]]] = field(default_factory=dict)
