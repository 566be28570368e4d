"""The doors of glocal: one package a chat platform, and the `glocal` command."""
