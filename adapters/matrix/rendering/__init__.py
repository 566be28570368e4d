"""Outbound content in Matrix's own format."""
