"""Lists of people that Discord hands out a hundred at a time.

https://discord.com/developers/docs/resources/message#get-reactions
https://discord.com/developers/docs/resources/poll#get-answer-voters
https://discord.com/developers/docs/resources/guild-scheduled-event#get-guild-scheduled-event-users
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from adapters.discord.api.rest import Rest

PAGE = 100
User = dict[str, Any]
"""A user as Discord writes them."""


async def everybody(
    rest: Rest, path: str, users: Callable[[Any], Sequence[User]], *, kind: int | None = None, **ids: Any
) -> list[User]:
    """All users of a list. `users` takes them out of one page; `kind`: of which kind of reaction. Raises
    discord.HTTPException and network errors."""
    found: list[User] = []
    while True:
        params: dict[str, object] = {"limit": PAGE} | ({"after": found[-1]["id"]} if found else {})
        params |= {} if kind is None else {"type": kind}
        page = users(await rest.ask("GET", path, params=params, **ids))
        found += page
        if len(page) < PAGE:
            return found
