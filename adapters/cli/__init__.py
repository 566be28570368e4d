"""The `glocal` command: settings, wiring, and one module for each subcommand."""
