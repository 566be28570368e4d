"""The `glocal` command. Each subcommand imports what it needs, so that `glocal --help` answers at once."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.settings.errors import SettingsProblem

app = typer.Typer(
    help="A chat bot network for community animation.", no_args_is_help=True, pretty_exceptions_enable=False,
    add_completion=False,
)  # fmt: skip


class Platform(StrEnum):
    """The platforms on which the bot can have an account."""

    MATRIX = "matrix"
    DISCORD = "discord"
    TELEGRAM = "telegram"


def _print_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Run and look after a chat bot network for community animation."""


Config = Annotated[Path | None, typer.Option("--config", "-c", help="The settings file (glocal.toml).")]


@app.command()
def run(
    new_database: Annotated[
        bool, typer.Option("--new-database", help="Start with an empty database although the account has run before.")
    ] = False,
    config: Config = None,
) -> None:
    """Run the bot until it is stopped."""
    from adapters.cli.run import run as start

    raise typer.Exit(start(config, new_database=new_database))


@app.command()
def init(
    homeserver: Annotated[str | None, typer.Option(help="For example https://matrix.example.org")] = None,
    user: Annotated[str | None, typer.Option(help="For example @glocal:example.org")] = None,
    platform: Annotated[
        list[Platform] | None, typer.Option("--platform", "-p", help="matrix, discord or telegram; give it for each.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a settings file that is there.")] = False,
    config: Config = None,
) -> None:
    """Write a settings file to begin with."""
    from adapters.cli.init import write

    raise typer.Exit(write(config, homeserver, user, force=force, platforms=[str(one) for one in platform or ()]))


@app.command("config")
def show_config(config: Config = None) -> None:
    """Show the settings in effect, secrets hidden, and where each comes from."""
    from adapters.cli.config import show

    raise typer.Exit(show(config))


outbox_app = typer.Typer(help="Show what is on its way out, and what could not be sent; retry or drop it.")
deadletters_app = typer.Typer(help="Show what came in and could not be handled; retry or drop it.")
app.add_typer(outbox_app, name="outbox")
app.add_typer(deadletters_app, name="deadletters")
Keys = Annotated[list[str] | None, typer.Argument(help="The keys that the list shows; without any, all that failed.")]


@outbox_app.callback(invoke_without_command=True)
def outbox(context: typer.Context, config: Config = None) -> None:
    """Show what is on its way out, and what could not be sent."""
    from adapters.cli.queues import show_outbox

    if context.invoked_subcommand is None:
        raise typer.Exit(show_outbox(config))


@outbox_app.command("retry")
def outbox_retry(keys: Keys = None, config: Config = None) -> None:
    """Send again what a platform refused, or what may not have arrived."""
    from adapters.cli.queues import retry_outbox

    raise typer.Exit(retry_outbox(config, keys or ()))


@outbox_app.command("drop")
def outbox_drop(keys: Keys = None, config: Config = None) -> None:
    """Give up what failed; with keys, also what is not sent yet."""
    from adapters.cli.queues import drop_outbox

    raise typer.Exit(drop_outbox(config, keys or ()))


@deadletters_app.callback(invoke_without_command=True)
def deadletters(context: typer.Context, config: Config = None) -> None:
    """Show what came in and could not be handled."""
    from adapters.cli.queues import show_dead_letters

    if context.invoked_subcommand is None:
        raise typer.Exit(show_dead_letters(config))


@deadletters_app.command("retry")
def deadletters_retry(keys: Keys = None, config: Config = None) -> None:
    """Let the bot handle them again, for example after an update."""
    from adapters.cli.queues import retry_dead_letters

    raise typer.Exit(retry_dead_letters(config, keys or ()))


@deadletters_app.command("drop")
def deadletters_drop(keys: Keys = None, config: Config = None) -> None:
    """Delete them."""
    from adapters.cli.queues import drop_dead_letters

    raise typer.Exit(drop_dead_letters(config, keys or ()))


@app.command()
def doctor(config: Config = None) -> None:
    """Check settings, files, database, clock and platforms, and say what to do."""
    from adapters.cli.doctor import examine

    raise typer.Exit(examine(config))


@app.command()
def status(config: Config = None) -> None:
    """Show accounts, queues, dead letters and the last tidying."""
    from adapters.cli.status import show

    raise typer.Exit(show(config))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where the backup goes, such as glocal-backup.tar.gz.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    config: Config = None,
) -> None:
    """Back up database, keys and settings into one file, whether the bot runs or not."""
    from adapters.cli.backup import backup as write

    raise typer.Exit(write(config, file, force=force))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `glocal backup` wrote.")], config: Config = None
) -> None:
    """Bring a backup back, and put aside what is there."""
    from adapters.cli.backup import restore as bring_back

    raise typer.Exit(bring_back(config, file))


@app.command()
def invite(
    platform: Annotated[Platform, typer.Argument(help="Where the bot is to be invited.")] = Platform.DISCORD,
    config: Config = None,
) -> None:
    """Print the link that invites the bot, with exactly the rights it needs."""
    from adapters.cli.invite import invite as show

    raise typer.Exit(show(config, str(platform)))


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page is served; the next free one when it is taken.")
    ] = 8765,
    reset: Annotated[bool, typer.Option("--reset", help="Begin anew.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """See the network live in a browser, with no account and nothing to configure."""
    from adapters.cli.demo.command import demo as show

    raise typer.Exit(show(port=port, reset=reset, browser=browser))


@app.command()
def rehearse(file: Annotated[Path, typer.Argument(help="A written dialogue; see docs/tutorial.")]) -> None:
    """Play a written dialogue against the sandbox and print what the rooms show."""
    from adapters.cli.rehearse.command import rehearse as play

    raise typer.Exit(play(file))


@app.command()
def version() -> None:
    """Show the version."""
    from importlib.metadata import version as installed

    print(installed("glocal"))


def main() -> None:
    """Run the console script. Print mistakes in the settings without a traceback and exit with code 2.

    What it writes is for its owner only, whatever the umask: databases, their WAL, keys, settings.
    """
    os.umask(0o077)
    try:
        app()
    except SettingsProblem as problem:
        for line in problem.lines:
            print(line, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
