"""Which addresses may be read: those on the public network, whatever a name or a redirect says.

A calendar's address is typed by people of a room. Without this they could read what only the bot's machine reaches:
other services on it, or the cloud's own pages (CWE-918). Names are not enough to tell: `①②⑦.1` is an address, too.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp import AddrInfoType, SocketFactoryType

Address = IPv4Address | IPv6Address
IsAllowed = Callable[[Address], bool]
_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as an IPv6 network names them (RFC 6052)."""
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out for the public network; the rest is old, local or of special use."""


def is_public(address: Address) -> bool:
    """Return whether an address belongs to the public network, also the IPv4 address within an IPv6 one."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address not in _UNICAST:
            return False
    return address.is_global and not address.is_multicast


def literal(host: str) -> Address | None:
    """Return the address that a host is, or None for a name."""
    try:
        return ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None


def guarded_sockets(is_allowed: IsAllowed) -> SocketFactoryType:
    """Return what makes the sockets of connections, and refuses addresses that are not allowed with PermissionError.

    It sees the address that a connection is about to use: nobody resolves or rewrites it afterwards.
    """

    def make(info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, where = info
        address = literal(str(where[0]))
        if address is None or not is_allowed(address):
            raise PermissionError("this address is not on the public network")
        return socket.socket(family, kind, protocol)

    return make
