"""Which addresses a calendar may be read from."""

from ipaddress import ip_address

import pytest

from schedules.calendars.addresses import is_public, literal

PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "192.0.2.1", "2001:db8::1",
    "::127.0.0.1", "64:ff9b:1::7f00:1", "::ffff:0:127.0.0.1", "fec0::1",
)  # fmt: skip
PUBLIC = ("9.9.9.9", "93.184.215.14", "2620:fe::fe", "64:ff9b::909:909", "::ffff:9.9.9.9")


@pytest.mark.parametrize("address", PRIVATE)
def test_private_networks_are_not_read(address: str) -> None:
    """Neither this machine nor its network, in whatever form the address is written."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_network_is_read(address: str) -> None:
    """Other addresses are."""
    assert is_public(ip_address(address))


def test_literal() -> None:
    """A host may be an address, in brackets or with a zone."""
    assert str(literal("[::1]")) == "::1"
    assert str(literal("fe80::1%eth0")) == "fe80::1"
    assert literal("example.org") is None
