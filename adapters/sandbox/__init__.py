"""The sandbox: an imitated chat platform in one file, its adapter, and the web page that shows it."""
