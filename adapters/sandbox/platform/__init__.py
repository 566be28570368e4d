"""The imitated chat platform: its rooms, people and messages."""
