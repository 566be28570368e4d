"""The settings file: its model, and errors in plain words."""
