"""Outbound content as Telegram HTML and keyboards."""
