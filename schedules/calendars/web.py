"""A calendar at a web address: read within a time and a size, with what the server said last time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import aiohttp

from schedules.calendars.addresses import IsAllowed, guarded_sockets, is_public
from schedules.calendars.unread import Unread

MAX_BYTES = 5_000_000
MAX_REDIRECTS = 5
SECONDS = 20.0
"""With all redirects."""
MAX_MARK = 300
"""Characters of what a server says to recognise a page by."""
_CHUNK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": "glocal (calendar import)", "Accept": "text/calendar, */*;q=0.5"}


@dataclass(frozen=True)
class Page:
    """What a server answered; `content` is None if nothing changed since the last time."""

    content: bytes | None
    etag: str = ""
    modified: str = ""


class CalendarWeb:
    """Reads web addresses on the public network. Cookies and passwords are neither kept nor sent."""

    def __init__(self, is_allowed: IsAllowed = is_public) -> None:
        self._is_allowed = is_allowed

    async def read(self, address: str, etag: str = "", modified: str = "") -> Page:
        """Return the page, following redirects. Raises Unread."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {**_HEADERS, **{name: value for name, value in conditions.items() if value}}
        connector = aiohttp.TCPConnector(socket_factory=guarded_sockets(self._is_allowed), use_dns_cache=False)
        jar = aiohttp.DummyCookieJar()
        try:
            async with (
                asyncio.timeout(SECONDS),
                aiohttp.ClientSession(connector=connector, headers=headers, cookie_jar=jar) as session,
            ):
                return await self._follow(session, address)
        except TimeoutError:
            raise Unread("slow") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            causes = (error, error.__cause__, error.__context__, getattr(error, "os_error", None))
            private = any(isinstance(cause, PermissionError) for cause in causes)
            raise Unread("private" if private else "unreachable") from None

    async def _follow(self, session: aiohttp.ClientSession, address: str) -> Page:
        for _ in range(MAX_REDIRECTS + 1):
            _check(address)
            async with session.get(address, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await _page(response)
                address = urljoin(address, response.headers.get("Location", ""))
        raise Unread("unreachable")


def _check(address: str) -> None:
    """Raise Unread unless this is a web address without a password."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise Unread("unreachable")


async def _page(response: aiohttp.ClientResponse) -> Page:
    etag, modified = (response.headers.get(name, "")[:MAX_MARK] for name in ("ETag", "Last-Modified"))
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Page(None, etag, modified)
    if response.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise Unread("gone")
    if response.status != HTTPStatus.OK:
        raise Unread("refused")
    found = bytearray()
    async for part in response.content.iter_chunked(_CHUNK):
        found += part
        if len(found) > MAX_BYTES:
            raise Unread("large")
    return Page(bytes(found), etag, modified)
