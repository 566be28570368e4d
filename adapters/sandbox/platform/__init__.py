"""The imitated chat platform: its rooms, users and messages."""
