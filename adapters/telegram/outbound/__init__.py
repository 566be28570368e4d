"""Perform outbound values on Telegram."""
