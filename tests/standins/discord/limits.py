"""Rate limits: https://discord.com/developers/docs/topics/rate-limits"""

from __future__ import annotations

import hashlib
import time
from collections import deque
from dataclasses import dataclass, field

Rule = tuple[int, float]
"""So many requests in so many seconds."""
_OTHERS: Rule = (50, 1.0)
REAL: dict[tuple[str, str], Rule] = {
    ("POST", "/channels/{channel}/messages"): (5, 5.0),
    ("PATCH", "/channels/{channel}/messages/{message}"): (5, 5.0),
    ("DELETE", "/channels/{channel}/messages/{message}"): (5, 1.0),
    ("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me"): (1, 0.25),
    ("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/{user}"): (1, 0.25),
    ("POST", "/webhooks/{application}/{token}"): (5, 2.0),
    ("PATCH", "/webhooks/{application}/{token}/messages/{message}"): (5, 2.0),
    ("PATCH", "/channels/{channel}"): (2, 600.0),
}
"""As observed by many bots in 2025 (Discord publishes none and changes them)."""
_MAJOR = ("channel", "guild", "application", "token")
_UNLIMITED = "/interactions/"
_INVALID, _BUDGET_SECONDS = (401, 403, 429), 600.0


@dataclass
class _Window:
    ends: float = 0.0
    used: int = 0


@dataclass(frozen=True)
class Verdict:
    """Whether a request is allowed, and the headers that say so."""

    headers: dict[str, str]
    retry_after: float = 0.0
    everywhere: bool = False


@dataclass
class Limits:
    """The allowed rates: `rules` by route, and `overall` for all requests except interaction responses.

    After `budget` invalid requests (401, 403 and 429) in ten minutes Discord refuses everything from an address.
    https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
    """

    rules: dict[tuple[str, str], Rule] = field(default_factory=lambda: dict(REAL))
    others: Rule = _OTHERS
    overall: Rule = (50, 1.0)
    refused: int = 0
    budget: int = 10_000
    _invalid: deque[float] = field(default_factory=deque)
    _windows: dict[str, _Window] = field(default_factory=dict)

    @classmethod
    def none(cls) -> Limits:
        """Return limits too high to reach."""
        return cls(rules={}, others=(100_000, 1.0), overall=(1_000_000, 1.0))

    def exhaust(self, seconds: float) -> None:
        """Exhaust the global limit for some seconds."""
        self._windows["global"] = _Window(time.monotonic() + seconds, self.overall[0])

    @property
    def banned(self) -> bool:
        """Whether there were too many invalid requests."""
        while self._invalid and self._invalid[0] <= time.monotonic() - _BUDGET_SECONDS:
            self._invalid.popleft()
        return len(self._invalid) >= self.budget

    def note(self, status: int, headers: dict[str, str]) -> None:
        """Count an answer, unless it is about a limit that bots share."""
        if status in _INVALID and headers.get("X-RateLimit-Scope") != "shared":
            self._invalid.append(time.monotonic())

    def ask(self, method: str, path: str, args: dict[str, str]) -> Verdict:
        """Count one request, unless it is refused."""
        if path.startswith(_UNLIMITED):
            return Verdict({})
        rule = self.rules.get((method, path), self.others)
        name = hashlib.md5(f"{method} {path}".encode(), usedforsecurity=False).hexdigest()
        window = self._window(name + ":".join(args.get(one, "") for one in _MAJOR), rule)
        whole = self._window("global", self.overall)
        now = time.monotonic()
        if whole.used >= self.overall[0] and not path.startswith("/webhooks/"):
            return self._refuse({"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}, whole.ends - now, True)
        if window.used >= rule[0]:
            return self._refuse(_headers(name, rule, window) | {"X-RateLimit-Scope": "user"}, window.ends - now, False)
        window.used += 1
        whole.used += 1
        return Verdict(_headers(name, rule, window))

    def _window(self, name: str, rule: Rule) -> _Window:
        now = time.monotonic()
        found = self._windows.get(name)
        if found is None or found.ends <= now:
            self._windows[name] = found = _Window(now + rule[1])
        return found

    def _refuse(self, headers: dict[str, str], seconds: float, everywhere: bool) -> Verdict:
        self.refused += 1
        return Verdict({**headers, "Retry-After": f"{seconds:.3f}"}, max(seconds, 0.001), everywhere)


def _headers(name: str, rule: Rule, window: _Window) -> dict[str, str]:
    left = max(window.ends - time.monotonic(), 0.0)
    return {
        "X-RateLimit-Limit": str(rule[0]),
        "X-RateLimit-Remaining": str(rule[0] - window.used),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
        "X-RateLimit-Bucket": name,
    }
