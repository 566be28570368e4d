"""The languages of the bot: each complete folder of bots/locales is one (see bots/locales/README.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

DEFAULT = "en"
"""The language of texts where no other fits."""
_MAX_ANSWER = 40
"""Characters of an answer that names a language."""
LOCALES = files("bots").joinpath("locales")

Data = TypeVar("Data")


class Language(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `language.toml`.

    `name`: its own name. `names`: what people call it, in any language, in small letters.
    `locale`: the CLDR locale of places without one of their own. `regions`: that of other places, by
    the first part of their zone's name.
    `moment`: a date, a time and a zone in one line; `moment_here`: without the zone.
    `ascii`: how letters are written without accents, where the accent is not just left out ("ü" as "ue").
    `zone_names`: (pattern of a city, name of its zone); the first match counts.
    """

    name: str
    names: tuple[str, ...]
    locale: str
    regions: Mapping[str, str]
    moment: str
    moment_here: str
    ascii: Mapping[str, str]
    zone_names: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """Return the codes of all languages, the default first. A folder that lacks a file is not a language yet."""
    needed = _files(LOCALES.joinpath(DEFAULT))
    found = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir() and needed <= _files(folder))
    return (DEFAULT, *(code for code in found if code != DEFAULT))


@lru_cache
def language(code: str) -> Language:
    """Return what `language.toml` says about a language."""
    return load(code, "language", Language)


def load(code: str, name: str, kind: type[Data]) -> Data:
    """Read a TOML file of a language. Raises ValueError where a field is missing, unknown or of another type."""
    text = LOCALES.joinpath(code, f"{name}.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"bots/locales/{code}/{name}.toml: {error}") from error


def supported(locale: str | None) -> str:
    """Return the code of our language for a locale such as `fr-CA`; the default when it is none of ours."""
    code = (locale or "").replace("_", "-").split("-")[0].lower()
    return code if code in codes() else DEFAULT


def in_order(locale: str | None) -> tuple[str, ...]:
    """Return all codes, the locale's own first and the default second: people mix languages."""
    return tuple(dict.fromkeys((supported(locale), *codes())))


def named(text: str) -> str | None:
    """Return the code of the language that a code, a locale or a name in any language means; None for none of ours.

    A few words may stand around the one name: "en français", "french please".
    """
    typed = text.strip().lower()
    code = typed.replace("_", "-").split("-")[0]
    whole = next((one for one in codes() if code == one or typed in language(one).names), None)
    if whole is not None or len(typed) > _MAX_ANSWER:
        return whole
    words = {word.strip(",.!") for word in typed.split()}
    meant = [one for one in codes() if words & set(language(one).names)]
    return meant[0] if len(meant) == 1 else None


def labels() -> tuple[tuple[str, str], ...]:
    """Return (code, own name) of every language."""
    return tuple((code, language(code).name) for code in codes())


def described() -> tuple[str, ...]:
    """Return each language by its code and its own name: `de (Deutsch)`."""
    return tuple(f"{code} ({name})" for code, name in labels())


def _files(folder: Traversable) -> frozenset[str]:
    return frozenset(file.name for file in folder.iterdir() if file.name.endswith((".ftl", ".toml")))
