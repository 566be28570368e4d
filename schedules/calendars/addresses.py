"""Which addresses may be read: those on the public network, whatever a name or a redirect says.

A calendar's address is typed by people of a room. Without this they could read what only the bot's machine reaches:
other services on it, or the cloud's own pages (CWE-918).
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

Address = IPv4Address | IPv6Address
IsAllowed = Callable[[Address], bool]
_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as an IPv6 network names them (RFC 6052)."""


def is_public(address: Address) -> bool:
    """Return whether an address belongs to the public network, also the IPv4 address within an IPv6 one."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def literal(host: str) -> Address | None:
    """Return the address that a host is, or None for a name."""
    try:
        return ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None


class GuardedResolver(AbstractResolver):
    """Resolves names to allowed addresses only. The connection uses what it returns: nothing is asked twice."""

    def __init__(self, is_allowed: IsAllowed) -> None:
        self._is_allowed = is_allowed
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of a name. Raises OSError if one of them is not allowed, or there is none."""
        found = await self._resolver.resolve(host, port, family)
        for one in found:
            address = literal(one["host"])
            if address is None or not self._is_allowed(address):
                raise PermissionError(f"{host} is not on the public network")
        return found

    async def close(self) -> None:
        """Close the resolver."""
        await self._resolver.close()
