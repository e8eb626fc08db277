"""The addresses by which the networks around know this machine, that for the phones in a hall first."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import NamedTuple

APART = (
    "br-", "cni", "docker", "flannel", "ipsec", "lxc", "lxd", "podman", "ppp", "tailscale", "tap", "tun", "utun",
    "vboxnet", "veth", "virbr", "vmnet", "wg", "zt",
)  # fmt: skip
"""How interfaces begin that lead to no phone in the hall: tunnels, containers, virtual machines."""
AFAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses kept for documentation (RFC 5737, RFC 3849), to ask which way is out."""
SIOCGIFADDR = 0x8915
"""Linux, netdevice(7): the IPv4 address of an interface."""
IPV6 = Path("/proc/net/if_inet6")
"""Linux: an address, four numbers in hexadecimal and an interface a line; the third is the scope, the fourth flags."""
PASSING = 0x01 | 0x20 | 0x40
"""Linux, if_addr.h: an IPv6 address that is temporary, deprecated or tentative."""


class Network(NamedTuple):
    """An interface of this machine, where its name is known, and the address that it has."""

    interface: str
    address: str


def reachable(address: str) -> bool:
    """Whether others on a network can ask for such an address, written as it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and (found.is_link_local or found.scope_id):
        return False  # it says nothing without an interface, which no link can name (RFC 3986, 3.2.2)
    return not (found.is_unspecified or found.is_multicast or found == IPv4Address("255.255.255.255"))


def addresses() -> tuple[str, ...]:
    """The addresses of this machine that others can reach, the likeliest for phones first; empty without a network."""
    return ranked([*_interfaces(), *_by_name()], list(_ways()))


def ranked(known: Sequence[Network], ways: Sequence[str]) -> tuple[str, ...]:
    """Addresses in order: of real networks before tunnels, IPv4 before IPv6, those that lead out before others."""

    def rank(one: Network) -> tuple[bool, bool, bool, bool]:
        return one.interface.startswith(APART), ":" in one.address, one.address not in ways, not one.interface

    every = [*known, *[Network("", way) for way in ways if way not in {one.address for one in known}]]
    useful = [one for one in every if reachable(one.address) and not _own(one.address)]
    return tuple(dict.fromkeys([one.address for one in sorted(useful, key=rank)]))


def _own(address: str) -> bool:
    """Whether it leads to this machine alone, or was taken for want of a network (RFC 3927)."""
    found = ip_address(address)
    return found.is_loopback or found.is_link_local


def _ways() -> Iterator[str]:
    """The addresses from which what leaves this machine goes out; nothing is sent to learn them."""
    for family, afar in AFAR:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asking:
                asking.connect((afar, 9))
                yield str(asking.getsockname()[0])
        except OSError:
            continue


def _interfaces() -> Iterator[Network]:
    """Each address with its interface, where the system tells."""
    if sys.platform != "linux":
        return
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            try:
                told = fcntl.ioctl(asking, SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:  # it has none
                continue
            yield Network(name, socket.inet_ntoa(told[20:24]))
    try:
        lines = IPV6.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        digits, _, _, _, flags, name = line.split()
        if not int(flags, 16) & PASSING:
            yield Network(name, str(IPv6Address(bytes.fromhex(digits))))


def _by_name() -> Iterator[Network]:
    """The addresses that the machine's own name has, as elsewhere systems tell them."""
    if sys.platform == "linux":
        return
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return
    for _, _, _, _, place in found:
        yield Network("", str(place[0]).partition("%")[0])
