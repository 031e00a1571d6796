"""Addresses: where an endpoint's name leads, checked before anything is sent.

A name may lead to a machine of the inner network, by mistake or by somebody's design, and what is
sent there is the article and the key. So a name must lead to public addresses alone; a private one
is used only where the user wrote that very address (or localhost). The connection then goes to the
address that was checked, so that a name cannot lead elsewhere a moment later.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from dragoman.errors import EndpointError

_PATH = "/chat/completions"
_PORTS = {"https": 443, "http": 80}
_EXAMPLE = "Write it like https://llm.example.org/v1 or http://127.0.0.1:8080/v1"

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], list[str]]
"""The addresses a host's name leads to, as written in digits."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where requests go: the addresses that were checked, and the name the endpoint goes by."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[Address, ...]

    @property
    def host_header(self) -> str:
        """The host as HTTP names it: with its port where that is not the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    def url(self, attempt: int) -> str:
        """The URL of an attempt, by address; one address after the other is tried."""
        address = self.addresses[attempt % len(self.addresses)]
        host = f"[{address}]" if address.version == _SIX else str(address)
        return f"{self.scheme}://{host}:{self.port}{self.path}"


_SIX = 6


def looked_up(host: str, port: int) -> list[str]:
    """The addresses the system's resolver gives for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def door_of(endpoint: str, resolve: Resolver = looked_up) -> Door:
    """The door to an endpoint.

    Args:
        endpoint: its URL, with or without /chat/completions at the end.
        resolve: gives the addresses of a name.

    Raises: EndpointError for what is no URL of an endpoint, for a name that leads to a private
        address, and for a public one without TLS.

    >>> door_of("http://127.0.0.1:8080/v1").url(0)
    'http://127.0.0.1:8080/v1/chat/completions'
    """
    parts, port = _split(endpoint)
    host = parts.hostname or ""
    addresses = _addresses(host, port, resolve)
    if parts.scheme == "http" and any(address.is_global for address in addresses):
        problem = f"{endpoint} would send the article and the key over the open net unencrypted"
        raise EndpointError(problem, "Use its https:// address")
    path = parts.path.rstrip("/")
    full = path if path.endswith(_PATH) else path + _PATH
    return Door(parts.scheme, host, port, full, addresses)


def _split(endpoint: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(endpoint)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise EndpointError(f"{endpoint!r} is no address ({error})", _EXAMPLE) from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise EndpointError(f"{endpoint!r} is no http or https address", _EXAMPLE)
    if parts.username or parts.password:
        raise EndpointError(
            "the endpoint's address holds a user name or password, which would be kept in events",
            "Put the key into the environment instead",
        )
    if parts.query or parts.fragment:
        raise EndpointError(f"{endpoint!r} goes on behind its path", _EXAMPLE)
    return parts, port


def _addresses(host: str, port: int, resolve: Resolver) -> tuple[Address, ...]:
    """The addresses of a host that may be used, the shorter kind first."""
    try:
        return (ip_address(host),)
    except ValueError:
        pass  # a name, which is looked up
    try:
        found = {ip_address(text.partition("%")[0]) for text in resolve(host, port)}
    except (OSError, UnicodeError, ValueError) as error:
        raise EndpointError(f"{host} leads nowhere ({error})", "Check its spelling") from error
    kept = tuple(sorted(found, key=lambda address: (address.version, int(address))))
    is_right = _is_loopback if host == "localhost" else _is_public
    wrong = [address for address in kept if not is_right(address)]
    if wrong or not kept:
        raise EndpointError(
            f"{host} leads to {', '.join(map(str, wrong)) or 'no address'}, which is not public",
            "If that machine is meant, write its address instead of the name",
        )
    return kept


def _is_loopback(address: Address) -> bool:
    return address.is_loopback


def _is_public(address: Address) -> bool:
    """Whether an address is of the open net; one of the old kind inside a new one counts as it."""
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    real = inner or address
    return real.is_global and not real.is_multicast
