"""Answers that hold the keys of many devices: what one of them states that nio's schemas refuse is left out.

nio refuses the whole answer, and nobody's keys would ever be known: https://spec.matrix.org/v1.11/client-server-api/#key-and-signature-security
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nio.responses import ErrorResponse, KeysClaimResponse, KeysQueryResponse

_Read = Callable[[dict[str, Any]], object]


class KeysTold(KeysQueryResponse):
    """The devices of people, and their keys."""

    @classmethod
    def from_dict(cls, parsed_dict: dict[str, Any]) -> KeysQueryResponse | ErrorResponse:
        """Of all devices that nio can read."""
        read = KeysQueryResponse.from_dict
        found: KeysQueryResponse | ErrorResponse = read(_sifted(parsed_dict, "device_keys", read))
        return found


class KeysGiven(KeysClaimResponse):
    """One-time keys of devices."""

    @classmethod
    def from_dict(cls, parsed_dict: dict[str, Any], room_id: str = "") -> KeysClaimResponse | ErrorResponse:
        """Of all devices that nio can read. An error is read with its room, without which nio raises over it."""

        def read(answer: dict[str, Any]) -> KeysClaimResponse | ErrorResponse:
            found: KeysClaimResponse | ErrorResponse = KeysClaimResponse.from_dict(answer, room_id)
            return found

        return read(_sifted(parsed_dict, "one_time_keys", read))


SIFTED: dict[type, type] = {KeysQueryResponse: KeysTold, KeysClaimResponse: KeysGiven}


def _sifted(answer: dict[str, Any], what: str, read: _Read) -> dict[str, Any]:
    """The answer as it is when it can be read; else device by device. Whose devices are all left out is still named:
    they were asked for."""
    users = answer.get(what)
    if not isinstance(users, dict) or not isinstance(read(answer), ErrorResponse):
        return answer

    def readable(user: str, device: str, keys: object) -> bool:
        return not isinstance(read({what: {user: {device: keys}}}), ErrorResponse)

    found = {user: devices if isinstance(devices, dict) else {} for user, devices in users.items()}
    return {
        what: {
            user: {device: keys for device, keys in devices.items() if readable(user, device, keys)}
            for user, devices in found.items()
        }
    }
