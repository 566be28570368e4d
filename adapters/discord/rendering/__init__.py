"""Outbound content in Discord's own format."""
