"""The web proxies of the environment: HTTPS_PROXY, HTTP_PROXY and, for both, ALL_PROXY.

NO_PROXY names what is reached directly.
"""

from __future__ import annotations

import os
import re

from adapters.cli.settings.errors import SettingsProblem

_VARIABLES = ("https_proxy", "http_proxy")
_FOR_BOTH = "all_proxy"
_ADDRESS = re.compile(r"http://[^\s/]+/?")


def prepare_proxies() -> None:
    """Copy ALL_PROXY to the unset variables, since some platforms' libraries don't know it.

    Raises SettingsProblem for a proxy that not every library can use.
    """
    _check()
    found = {name.lower(): value for name, value in os.environ.items() if value}
    if _FOR_BOTH in found:
        for name in _VARIABLES:
            os.environ[name] = found.get(name, found[_FOR_BOTH])


def _check() -> None:
    wrong = [
        name
        for name, value in sorted(os.environ.items())
        if name.lower() in (*_VARIABLES, _FOR_BOTH) and value and not _ADDRESS.fullmatch(value)
    ]
    if wrong:
        such_as = "an address is needed, such as http://proxy.example.org:3128 (it begins with http:// even for https)"
        raise SettingsProblem([f"environment variable {name}: {such_as}" for name in wrong])
