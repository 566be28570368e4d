"""`glocal outbox` and `glocal deadletters`: their subcommands and options."""

from __future__ import annotations

from typing import Annotated

import typer

from adapters.cli.options import Config

outbox_app = typer.Typer(help="Show messages that are on their way or could not be sent; retry or drop them.")
deadletters_app = typer.Typer(help="Show events that could not be handled; retry or drop them.")
Keys = Annotated[list[str] | None, typer.Argument(help="Keys from the list. Without any: everything that failed.")]


@outbox_app.callback(invoke_without_command=True)
def outbox(context: typer.Context, config: Config = None) -> None:
    """Show messages that are on their way or could not be sent."""
    from adapters.cli.queues import show_outbox

    if context.invoked_subcommand is None:
        raise typer.Exit(show_outbox(config))


@outbox_app.command("retry")
def outbox_retry(keys: Keys = None, config: Config = None) -> None:
    """Send messages again that a platform refused or that may not have arrived."""
    from adapters.cli.queues import retry_outbox

    raise typer.Exit(retry_outbox(config, keys or ()))


@outbox_app.command("drop")
def outbox_drop(keys: Keys = None, config: Config = None) -> None:
    """Give up messages that failed. With keys, also messages that are still waiting."""
    from adapters.cli.queues import drop_outbox

    raise typer.Exit(drop_outbox(config, keys or ()))


@deadletters_app.callback(invoke_without_command=True)
def deadletters(context: typer.Context, config: Config = None) -> None:
    """Show events that could not be handled."""
    from adapters.cli.queues import show_dead_letters

    if context.invoked_subcommand is None:
        raise typer.Exit(show_dead_letters(config))


@deadletters_app.command("retry")
def deadletters_retry(keys: Keys = None, config: Config = None) -> None:
    """Handle them again, for example after an update."""
    from adapters.cli.queues import retry_dead_letters

    raise typer.Exit(retry_dead_letters(config, keys or ()))


@deadletters_app.command("drop")
def deadletters_drop(keys: Keys = None, config: Config = None) -> None:
    """Delete them."""
    from adapters.cli.queues import drop_dead_letters

    raise typer.Exit(drop_dead_letters(config, keys or ()))
