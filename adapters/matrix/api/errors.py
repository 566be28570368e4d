"""How a request ended, in the words of the contract.

https://spec.matrix.org/v1.11/client-server-api/#standard-error-response
"""

from __future__ import annotations

from nio.responses import ErrorResponse

from bots.ports import Later, Refused

Failure = Refused | Later
_GONE = ("M_NOT_FOUND", "M_UNKNOWN_POS")
_ACCOUNT = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_USER_LOCKED", "M_RESOURCE_LIMIT_EXCEEDED")


def failure(answer: ErrorResponse, right: str | None = None) -> Failure:
    """The receipt of a request that the homeserver answered with an error. `right`: the power it takes, in words."""
    code, said = answer.status_code, str(answer)
    status = getattr(answer.transport_response, "status", 0)  # nio annotates it as a type without one
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return Later((answer.retry_after_ms or 0) / 1000, said)
    if code in _ACCOUNT or status >= 500:
        return Later(0.0, said, account_wide=True)
    if code == "M_FORBIDDEN" or status == 403:
        return Refused("forbidden", said, right)
    if code in _GONE or status == 404:
        return Refused("gone", said)
    if code == "M_TOO_LARGE" or status == 413:
        return Refused("too-long", said)
    if code is None:
        return Later(0.0, said, account_wide=True)
    return Refused("invalid", said)


def of_another(answer: ErrorResponse) -> Failure:
    """The receipt of a request that another homeserver has a part in: when that one is away ours says so, in an error
    with a code, and nothing else need wait."""
    failed, code = failure(answer), answer.status_code
    if isinstance(failed, Later) and code is not None and code not in _ACCOUNT:
        return Later(failed.seconds, failed.detail)
    return failed


def network(error: BaseException) -> Later:
    """The receipt of a request that got no answer: with equal transaction ids it is simply made again."""
    return Later(0.0, str(error) or type(error).__name__, account_wide=True)
