"""Rendering of outbound content in Matrix's formats."""
