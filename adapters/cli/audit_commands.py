"""`glocal audit`: its subcommands and options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.options import Config

audit_app = typer.Typer(help="Verify or export the log of what connectors and coordinators did.", no_args_is_help=True)


@audit_app.command("verify")
def audit_verify(
    against: Annotated[
        Path | None, typer.Option("--against", metavar="FILE", help="Heads noted earlier with `glocal audit heads`.")
    ] = None,
    config: Config = None,
) -> None:
    """Check every link of the log; exit with 3 and name the first broken one."""
    from adapters.cli.audit import verify

    raise typer.Exit(verify(config, against))


@audit_app.command("heads")
def audit_heads(config: Config = None) -> None:
    """Print the newest entry of each log, to note it somewhere else."""
    from adapters.cli.audit import heads

    raise typer.Exit(heads(config))


@audit_app.command("export")
def audit_export(
    target: Annotated[Path | None, typer.Argument(metavar="FILE", help="Where to; without it, the output.")] = None,
    config: Config = None,
) -> None:
    """Write the log as JSON, one act a line."""
    from adapters.cli.audit import export

    raise typer.Exit(export(config, target))
