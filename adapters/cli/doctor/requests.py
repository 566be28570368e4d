"""Single requests to a platform, for the checks. They change nothing there."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import aiohttp

_TIMEOUT = aiohttp.ClientTimeout(total=15)
_RATE_LIMITED = 429
_LONGEST_WAIT = 10.0


class Answer:
    """A JSON value and its status, or the reason why there is none. `date` is the platform's clock."""

    def __init__(self, status: int, value: object, date: str = "", why: str = "") -> None:
        self.status, self.value, self.date, self.why = status, value, date, why

    @property
    def body(self) -> Mapping[str, object]:
        """The JSON object; empty when the value is not an object."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def problem(self) -> str:
        """What was wrong, in words."""
        return self.why or f"it answers {self.status}"


class Requests:
    """A session that takes the environment's proxy, and waits once when there are too many requests."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.date = ""

    async def ask(self, address: str, *, method: str = "GET", token: str = "", content: object = None) -> Answer:
        """Send one request. `token` is the whole Authorization header."""
        answer = await self._ask(address, method, token, content)
        if answer.status == _RATE_LIMITED:
            wait = answer.body.get("retry_after")
            await asyncio.sleep(min(float(wait) if isinstance(wait, int | float) else 1.0, _LONGEST_WAIT))
            answer = await self._ask(address, method, token, content)
        self.date = answer.date or self.date
        return answer

    async def _ask(self, address: str, method: str, token: str, content: object) -> Answer:
        headers = {"Authorization": token} if token else {}
        try:
            async with self._session.request(method, address, headers=headers, json=content) as reply:
                try:
                    value = await reply.json(content_type=None)
                except ValueError:
                    value = None
                why = "" if isinstance(value, dict | list) else f"it answers {reply.status} without JSON; maintenance?"
                return Answer(reply.status, value, reply.headers.get("Date", ""), why)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            why = str(error) if isinstance(error, aiohttp.ClientConnectorError) else type(error).__name__
            return Answer(0, None, why=why)


def session() -> aiohttp.ClientSession:
    """Return a session for `Requests`."""
    return aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True)
