"""Outbound content as the demo page shows it."""
