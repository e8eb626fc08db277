"""At which of this machine's addresses the phones of a hall find it."""

from __future__ import annotations

import pytest

from slidekit.preview.networks import Network, addresses, ranked, reachable
from slidekit.preview.serving import listen

WIFI, CABLE = Network("wlan0", "192.168.1.20"), Network("eth0", "10.1.2.3")
VPN, DOCKER = Network("tun0", "10.8.0.6"), Network("docker0", "172.17.0.1")
SIX, LOOP = Network("wlan0", "fd00::2"), Network("lo", "127.0.0.1")


@pytest.mark.parametrize(
    ("known", "ways", "order"),
    [
        ([LOOP, WIFI], ["192.168.1.20"], ["192.168.1.20"]),
        ([DOCKER, WIFI, CABLE], ["10.1.2.3"], ["10.1.2.3", "192.168.1.20", "172.17.0.1"]),
        ([VPN, WIFI], ["10.8.0.6"], ["192.168.1.20", "10.8.0.6"]),
        ([SIX, WIFI], ["192.168.1.20", "fd00::2"], ["192.168.1.20", "fd00::2"]),
        ([SIX, LOOP], ["fd00::2"], ["fd00::2"]),
        ([SIX, VPN], ["10.8.0.6", "fd00::2"], ["fd00::2", "10.8.0.6"]),
        ([], ["192.168.1.20"], ["192.168.1.20"]),
        ([Network("", "192.168.1.20"), Network("", "10.0.0.9")], ["10.0.0.9"], ["10.0.0.9", "192.168.1.20"]),
        ([LOOP, Network("eth0", "169.254.7.7"), Network("eth0", "fe80::1")], ["127.0.0.1", "::1"], []),
    ],
)
def test_real_networks_come_first(known: list[Network], ways: list[str], order: list[str]) -> None:
    """Tunnels and containers lead to no phone, though what leaves the machine may go that way."""
    assert tuple(order) == ranked(known, ways)


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("192.168.1.20", True), ("127.0.0.1", True), ("fd00::2", True), ("::1", True), ("0.0.0.0", False),
        ("::", False), ("224.0.0.1", False), ("255.255.255.255", False), ("fe80::1", False), ("fe80::1%eth0", False),
        ("192.168.1", False), ("home", False), ("", False), ("192.168.1.20:80", False), ("[::1]", False),
    ],
)  # fmt: skip
def test_what_can_be_asked_for(address: str, may: bool) -> None:
    """An address of one machine, which a link can name."""
    assert may == reachable(address)


def test_this_machines_own_can_be_listened_at() -> None:
    """Whatever networks it is on."""
    for address in addresses():
        with listen(0, address) as made:
            assert address == made.getsockname()[0]
