"""The `glocal` command: settings, composition, one file a subcommand."""
