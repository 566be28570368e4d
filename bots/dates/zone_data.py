"""Which version of the time zone database the process reads."""

from __future__ import annotations

import hashlib
import zoneinfo
from importlib import metadata
from pathlib import Path

_SOME_ZONE = "Europe/Paris"
_VERSION_FILES = ("tzdata.zi", "+VERSION")
"""Files beside the zones whose first line names the version (RFC 9636 says nothing about it; both are customary)."""


def version(folders: tuple[str, ...] | None = None) -> str:
    """Return the name of the version, or a hash of the zones where nothing names it.

    `folders`: where Python looks for zones (`zoneinfo.TZPATH`); without one, it reads the package `tzdata`.
    """
    for folder in map(Path, zoneinfo.TZPATH if folders is None else folders):
        if (folder / _SOME_ZONE).is_file():
            return _version_of(folder)
    return metadata.version("tzdata")


def _version_of(folder: Path) -> str:
    for name in _VERSION_FILES:
        if (folder / name).is_file():
            with (folder / name).open(encoding="utf-8", errors="replace") as file:
                return file.readline().strip()[:80]
    known = hashlib.blake2s(digest_size=12)
    for key in sorted(zoneinfo.available_timezones()):
        if (folder / key).is_file():
            known.update((folder / key).read_bytes())
    return known.hexdigest()
