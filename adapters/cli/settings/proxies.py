"""The web proxies of the environment: HTTPS_PROXY and HTTP_PROXY; NO_PROXY names what is reached directly."""

from __future__ import annotations

import os
import re

from adapters.cli.settings.errors import SettingsProblem

_VARIABLES = ("https_proxy", "http_proxy")
_ADDRESS = re.compile(r"http://[^\s/]+/?")


def check_proxies() -> None:
    """Raise SettingsProblem for a proxy that not every platform's library can use."""
    wrong = [
        name
        for name, value in sorted(os.environ.items())
        if name.lower() in _VARIABLES and value and not _ADDRESS.fullmatch(value)
    ]
    if wrong:
        such_as = "an address is needed, such as http://proxy.example.org:3128 (it begins with http:// even for https)"
        raise SettingsProblem([f"environment variable {name}: {such_as}" for name in wrong])
