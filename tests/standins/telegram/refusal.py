"""Error answers of the Bot API."""

from __future__ import annotations

from tests.standins.telegram.users import Json


class Refusal(Exception):
    """An answer with ok=false."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def json(self) -> Json:
        """Return the body of the answer."""
        told: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return told | ({"parameters": dict(self.parameters)} if self.parameters else {})


def bad(why: str) -> Refusal:
    """Return a 400: https://core.telegram.org/bots/api#making-requests"""
    return Refusal(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refusal:
    """Return a 403."""
    return Refusal(403, f"Forbidden: {why}")


def conflict(why: str) -> Refusal:
    """Return a 409."""
    return Refusal(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refusal:
    """Return a 429."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class Impossible(AssertionError):
    """A test does something that no client allows."""
