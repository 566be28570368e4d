"""Slash commands, buttons and forms, which only Discord has."""
