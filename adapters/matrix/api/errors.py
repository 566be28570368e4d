"""Conversion of error responses to receipts.

https://spec.matrix.org/v1.11/client-server-api/#standard-error-response
"""

from __future__ import annotations

from nio.responses import ErrorResponse

from bots.ports import Later, Refused

Failure = Refused | Later
_GONE = ("M_NOT_FOUND", "M_UNKNOWN_POS")
_ACCOUNT = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_USER_LOCKED", "M_RESOURCE_LIMIT_EXCEEDED")


def is_rate_limit(answer: ErrorResponse) -> bool:
    """Return whether the homeserver, or a proxy before it, asks for fewer requests."""
    return answer.status_code == "M_LIMIT_EXCEEDED" or getattr(answer.transport_response, "status", 0) == 429


def failure(answer: ErrorResponse, right: str | None = None) -> Failure:
    """Convert an error response to a receipt. `right` names the permission that the request needs."""
    code, detail = answer.status_code, str(answer)
    status = getattr(answer.transport_response, "status", 0)  # nio annotates it as a type without one
    if is_rate_limit(answer):
        return Later((answer.retry_after_ms or 0) / 1000, detail)
    if code in _ACCOUNT or status >= 500:
        return Later(0.0, detail, account_wide=True)
    if code == "M_FORBIDDEN" or status == 403:
        return Refused("forbidden", detail, right)
    if code in _GONE or status == 404:
        return Refused("gone", detail)
    if code == "M_TOO_LARGE" or status == 413:
        return Refused("too-long", detail)
    if code is None:
        return Later(0.0, detail, account_wide=True)
    return Refused("invalid", detail)


def remote_failure(answer: ErrorResponse) -> Failure:
    """Convert an error response to a request that involves another homeserver.

    If that one is down, ours sends an error code, and other requests needn't wait.
    """
    failed, code = failure(answer), answer.status_code
    if isinstance(failed, Later) and code is not None and code not in _ACCOUNT:
        return Later(failed.seconds, failed.detail)
    return failed


def network_failure(error: BaseException) -> Later:
    """Convert a network error to a receipt. Transaction ids make a repetition harmless."""
    return Later(0.0, str(error) or type(error).__name__, account_wide=True)
