"""The adapters of glocal, one package for each chat platform, and the `glocal` command."""
