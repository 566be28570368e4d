"""Outbound content in Telegram's own format."""
