"""Lists of users that Discord returns a hundred at a time.

https://discord.com/developers/docs/resources/message#get-reactions
https://discord.com/developers/docs/resources/poll#get-answer-voters
https://discord.com/developers/docs/resources/guild-scheduled-event#get-guild-scheduled-event-users
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from adapters.discord.api.rest import RestClient

PAGE_SIZE = 100
User = dict[str, Any]
"""A user object of the API."""


async def fetch_all_users(
    rest: RestClient, path: str, users_of: Callable[[Any], Sequence[User]], *, kind: int | None = None, **ids: Any
) -> list[User]:
    """Fetch all pages of a list of users.

    `users_of` takes the users out of a page; `kind`: the type of reaction, in lists of reactions. Raises
    discord.HTTPException and network errors.
    """
    found: list[User] = []
    while True:
        params: dict[str, object] = {"limit": PAGE_SIZE} | ({"after": found[-1]["id"]} if found else {})
        params |= {} if kind is None else {"type": kind}
        page = users_of(await rest.request("GET", path, params=params, **ids))
        found += page
        if len(page) < PAGE_SIZE:
            return found
