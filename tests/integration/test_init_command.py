"""`glocal init` writes only what `glocal run` can use, and names what is still missing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.integration.test_command_line import glocal

ANSWERS = ("--homeserver", "https://a.example", "--user", "@glocal:a.example")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--homeserver", "a.example", "--user", "@b:a"), '--homeserver: an address is needed, such as "https://'),
        (("--homeserver", 'https://a"b', "--user", "@b:a"), "--homeserver: an address is needed"),
        (("--homeserver", "https://a.example", "--user", "bob"), "--user: a full user id is needed, such as"),
    ],
)
async def test_wrong_answers_are_refused(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """The option is named, and no file is written."""
    code, _, errors = await glocal(tmp_path, "init", *arguments)
    assert (code, said in errors, "Traceback" in errors) == (2, True, False), errors
    assert not (tmp_path / "glocal.toml").exists()


async def test_wrong_typed_answers_are_asked_for_again(tmp_path: Path) -> None:
    """What is wrong is said, and the question comes again."""
    typed = "fax\ndiscord, matrix\na.example\nhttps://a.example/\nbob\n@bob:a.example\n"
    code, out, errors = await glocal(tmp_path, "init", typed=typed)
    assert (code, errors) == (0, "")
    assert "matrix, discord and telegram are possible" in out and "a full user id is needed" in out
    written = tomllib.loads((tmp_path / "glocal.toml").read_text(encoding="utf-8"))
    assert (written["matrix"]["homeserver"], written["matrix"]["user"]) == ("https://a.example", "@bob:a.example")
    assert "discord" in written and "telegram" not in written


@pytest.mark.parametrize(("platform", "other"), [("discord", "TELEGRAM"), ("telegram", "DISCORD")])
async def test_only_the_secrets_of_the_chosen_platforms_are_named(tmp_path: Path, platform: str, other: str) -> None:
    """The next steps name each chosen platform's token, and no other's."""
    code, out, _ = await glocal(tmp_path, "init", "-p", platform)
    assert (code, f"GLOCAL_{platform.upper()}__TOKEN" in out, other in out, "MATRIX" in out) == (0, True, False, False)
    assert "glocal doctor" in out and "glocal run" in out


async def test_a_platform_is_added_to_the_file(tmp_path: Path) -> None:
    """What is in the file stays; a platform that is in it already needs --force."""
    await glocal(tmp_path, "init", *ANSWERS)
    before = (tmp_path / "glocal.toml").read_text(encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "init", "-p", "telegram", "-p", "matrix")
    assert (code, out.startswith("Added telegram to glocal.toml.")) == (0, True)
    after = (tmp_path / "glocal.toml").read_text(encoding="utf-8")
    assert after.startswith(before) and "telegram" in tomllib.loads(after)
    code, _, errors = await glocal(tmp_path, "init", "-p", "telegram")
    assert (code, "already exists; `glocal init --force` replaces it" in errors) == (1, True)
