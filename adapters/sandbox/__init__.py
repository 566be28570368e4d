"""The web sandbox: an imitated platform in one small file, the adapter that reads it, and the page that shows it."""
