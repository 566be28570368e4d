"""How the platform says no."""

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
        """The answer's body."""
        told: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return told | ({"parameters": dict(self.parameters)} if self.parameters else {})


def bad(why: str) -> Refusal:
    """400. https://core.telegram.org/bots/api#making-requests"""
    return Refusal(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refusal:
    """403."""
    return Refusal(403, f"Forbidden: {why}")


def conflict(why: str) -> Refusal:
    """409."""
    return Refusal(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refusal:
    """429."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class Impossible(AssertionError):
    """Somebody in a test does what no client would let them do."""
